package org.taniq.read.index;

import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Times;
import org.taniq.read.record.Verb;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.MMapDirectory;
import org.taniq.base.When;

/// Search over invented comments: ours through [Activities], the peer the same fields and queries through
/// Lucene's own MMapDirectory. Both find the top 20 with their text and the matched places; the same counts
/// are demanded of both.
final class SearchBench {
    private static final int PAIRS = 9;
    private static final int QUERIES = 200;
    private static final int THREADS = 2;
    private static final int WARM_UP = 50_000;
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Comments comments;
    private final Path folder;
    private final byte[] key = new byte[32];

    private SearchBench(Comments comments, Path folder) {
        this.comments = comments;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LUCENE.setLevel(Level.OFF);
        int count = arguments.length > 1 ? Math.max(WARM_UP, Integer.parseInt(arguments[1])) : 1_000_000;
        new SearchBench(new Comments(count), Path.of(arguments[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf("%,d comments, %,d MB of text%n", comments.texts.size(), comments.characters() >> 20);
        index(WARM_UP, "warm ");
        index(comments.texts.size(), "");
        print("index, MB on disk", megabytes("plain"), megabytes("ours"));
        try (var peer = DirectoryReader.open(new MMapDirectory(folder.resolve("plain")));
                var activities = Activities.open(folder.resolve("ours"), key, comments.texts.size())) {
            var searcher = new IndexSearcher(peer);
            comments.queries().forEach((kind, searches) -> compare(kind, searches, searcher, activities));
        }
    }

    /// The peer and ours one after the other, once: what it costs is too much for nine pairs.
    private void index(int count, String kind) throws IOException, InterruptedException {
        Cost plain = cost(() -> indexPlain(folder.resolve(kind + "plain"), count));
        Cost ours = cost(() -> indexOurs(folder.resolve(kind + "ours"), count));
        print(kind + "index, CPU s", plain.cpu, ours.cpu);
        print(kind + "index, wall s, %d threads".formatted(THREADS), plain.wall, ours.wall);
    }

    private record Cost(double cpu, double wall) {}

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Cost cost(Work work) throws IOException, InterruptedException {
        long wall = System.nanoTime();
        long cpu = processCpu();
        work.run();
        return new Cost((processCpu() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    private void indexPlain(Path path, int count) throws IOException, InterruptedException {
        try (var directory = new MMapDirectory(path);
                var writer = new IndexWriter(
                        directory, new IndexWriterConfig(new WordsAnalyzer()).setRAMBufferSizeMB(32))) {
            parallel(count, i -> {
                var key = new IndexFields.Key("item", i);
                Document document = IndexFields.of(key, comments.activity(i), Set.of(), ZoneOffset.UTC);
                writer.updateDocument(key.term(), document);
            });
            writer.commit();
        }
    }

    private void indexOurs(Path path, int count) throws IOException, InterruptedException {
        try (var indexing = Indexing.rebuild(path, key, ZoneOffset.UTC)) {
            parallel(count, i -> indexing.add("item", i, comments.activity(i), Set.of()));
            indexing.commit(count);
        }
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private interface Adding {
        void add(int i) throws IOException;
    }

    private static void parallel(int count, Adding adding) throws InterruptedException {
        var threads = IntStream.range(0, THREADS)
                .mapToObj(first -> Thread.ofPlatform().start(() -> addEvery(first, count, adding)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void addEvery(int first, int count, Adding adding) {
        try {
            for (int i = first; i < count; i += THREADS) {
                adding.add(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double megabytes(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1e6;
        }
    }

    private void compare(String kind, List<Search> searches, IndexSearcher peer, Activities ours) {
        var plain = new ArrayList<Times>();
        var encrypted = new ArrayList<Times>();
        demandTheSame(searches, peer, ours);
        for (int pair = 0; pair < PAIRS; pair++) {
            plain.add(times(searches, search -> peerHits(search, peer)));
            encrypted.add(times(searches, search -> ourHits(search, ours)));
        }
        print(kind + ", p50 CPU ms", median(plain, times -> times.cpu, .5), median(encrypted, times -> times.cpu, .5));
        print(kind + ", p95 CPU ms", median(plain, times -> times.cpu, .95), median(encrypted, times -> times.cpu, .95));
        print(kind + ", p95 wall ms", median(plain, times -> times.wall, .95), median(encrypted, times -> times.wall, .95));
    }

    /// Milliseconds of each query of a round, from the quickest to the slowest.
    private static final class Times {
        private final double[] cpu;
        private final double[] wall;

        Times(double[] cpu, double[] wall) {
            this.cpu = cpu;
            this.wall = wall;
            Arrays.sort(cpu);
            Arrays.sort(wall);
        }
    }

    private interface Hitting {
        long hits(Search search) throws IOException;
    }

    /// A number made of all that was found, so that nothing is left out.
    private static long ourHits(Search search, Activities ours) throws IOException {
        long sum = 0;
        for (Hits.Hit hit : ours.search(search).top()) {
            sum = sum * 31 + hit.record() * 7 + hit.matched().hashCode();
        }
        return sum;
    }

    private static long peerHits(Search search, IndexSearcher peer) throws IOException {
        var parts = Wanted.parts(search.words());
        TopDocs found = peer.search(
                Asked.found(search, parts), new TopScoreDocCollectorManager(search.top(), null, 1000));
        long sum = 0;
        for (ScoreDoc one : found.scoreDocs) {
            Document stored = peer.storedFields().document(one.doc);
            var matched = Matched.in(stored.get(IndexFields.TEXT), parts);
            long record = stored.getField(IndexFields.RECORD).numericValue().longValue();
            sum = sum * 31 + record * 7 + matched.hashCode();
        }
        return sum;
    }

    private static void demandTheSame(List<Search> searches, IndexSearcher peer, Activities ours) {
        for (Search search : searches) {
            try {
                long expected = peer.count(Asked.found(search, Wanted.parts(search.words())));
                if (ours.count(search) != expected) {
                    throw new IllegalStateException("not the same number of hits");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Times times(List<Search> searches, Hitting hitting) {
        double[] cpu = new double[searches.size()];
        double[] wall = new double[searches.size()];
        for (int i = 0; i < wall.length; i++) {
            long wallStart = System.nanoTime();
            long cpuStart = CLOCK.getCurrentThreadCpuTime();
            hit(searches.get(i), hitting);
            cpu[i] = (CLOCK.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            wall[i] = (System.nanoTime() - wallStart) / 1e6;
        }
        return new Times(cpu, wall);
    }

    private static void hit(Search search, Hitting hitting) {
        try {
            hitting.hits(search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Times> pairs, Function<Times, double[]> which, double part) {
        double[] all = pairs.stream()
                .map(which)
                .mapToDouble(times -> times[(int) (part * (times.length - 1))])
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    private static void print(String what, double peer, double ours) {
        System.out.printf("%-34s plain %8.2f   ours %8.2f   ratio %5.2f%n", what, peer, ours, ours / peer);
    }

    /// Invented comments, the same at every run: words of syllables, frequent ones far more often than rare
    /// ones.
    private static final class Comments {
        private static final String[] BEGIN = {"b", "q", "ş", "g", "m", "s", "d", "k", "ç", "t", "l", "п", "р", "к", "в"};
        private static final String[] MIDDLE = {"a", "ə", "ı", "o", "ö", "u", "ü", "i", "e"};
        private static final String[] END = {"", "r", "n", "l", "m", "z", "ş", "k"};
        private static final int VOCABULARY = 60_000;
        private static final double SHIFT = 2.7;

        private final List<String> texts = new ArrayList<>();
        private final List<String> words;
        private final SplittableRandom random = new SplittableRandom(20_261_120);

        Comments(int count) {
            var invented = new TreeSet<String>();
            while (invented.size() < VOCABULARY) {
                invented.add(word());
            }
            words = new ArrayList<>(invented);
            Collections.shuffle(words, new Random(7));
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
        }

        private String word() {
            var word = new StringBuilder();
            for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
                word.append(one(BEGIN)).append(one(MIDDLE)).append(one(END));
            }
            return word.toString();
        }

        private String one(String[] choices) {
            return choices[random.nextInt(choices.length)];
        }

        private String text() {
            var text = new StringBuilder();
            for (int count = 4 + random.nextInt(24); count > 0; count--) {
                text.append(words.get(rank(random))).append(count == 1 ? '.' : ' ');
            }
            return text.toString();
        }

        /// Zipf-Mandelbrot, as natural text has it: the most frequent word is 3 % of all.
        private static int rank(SplittableRandom random) {
            return (int) (SHIFT * Math.pow(VOCABULARY / SHIFT, random.nextDouble()) - SHIFT);
        }

        long characters() {
            return texts.stream().mapToLong(String::length).sum();
        }

        Activity activity(int i) {
            var time = new When.Local("", START.plusSeconds(i * 60L), "", "");
            var actor = new Actor.Named("author " + i % 5000, "");
            var note = new Thing.Note(texts.get(i), List.of());
            return Activity.of(Verb.CREATE, actor, time, note, Set.of(), new Spot.Lines(0, 0, 1, 1));
        }

        Map<String, List<Search>> queries() {
            var queries = new LinkedHashMap<String, List<Search>>();
            var choose = new SplittableRandom(1);
            queries.put("one word", searches(() -> choose.nextLong(), this::word));
            queries.put("two words", searches(choose::nextLong, at -> word(at) + " " + word(at * 31 + 1)));
            queries.put("phrase of two", searches(choose::nextLong, this::phrase));
            queries.put("begin of a word", searches(choose::nextLong, at -> prefix(word(at))));
            queries.put("word in a month", searches(choose::nextLong, this::word).stream()
                    .map(this::inAMonth)
                    .toList());
            return queries;
        }

        private interface Asking {
            String words(long at);
        }

        private static List<Search> searches(LongSupplier choose, Asking asking) {
            var searches = new ArrayList<Search>();
            for (int i = 0; i < QUERIES; i++) {
                searches.add(Search.of(asking.words(choose.getAsLong())));
            }
            return searches;
        }

        private String word(long at) {
            return words.get(rank(new SplittableRandom(at)));
        }

        private String phrase(long at) {
            String[] all = texts.get((int) Math.floorMod(at, (long) texts.size())).split("[ .]");
            return '"' + all[1] + " " + all[2] + '"';
        }

        private static String prefix(String word) {
            return word.substring(0, Math.min(4, word.length())) + "*";
        }

        private Search inAMonth(Search search) {
            var month = new Search.Period(START.plusMonths(3), START.plusMonths(4));
            return new Search(search.words(), new Search.Filter("", Set.of(), month), search.order(), search.top());
        }
    }
}
