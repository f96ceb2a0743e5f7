package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.read.index.Activities;
import org.taniq.read.index.Hits;
import org.taniq.read.index.IndexUnusable;
import org.taniq.read.index.Indexing;
import org.taniq.read.index.Search;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Thing;
import org.taniq.seal.ErasedStatement;
import org.taniq.seal.Gap;
import org.taniq.seal.IsErased;
import org.taniq.seal.Known;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// This writer's search index of one case: derived from what is sealed, encrypted, made anew at any time.
/// Its counter is the number of readings in our own log, so that an index that lacks one is noticed. How far it
/// is in the logs of others stands beside it: what has come of them since is added when it is looked for.
final class Index {
    /// Parsers whose first record is the file as a whole, which is found by its name.
    private static final Set<String> OF_WHOLE_FILES = Set.of("whole-file/1", "picture/1", "pdf/1");

    private final Vault vault;
    private final Path folder;
    private final Known known;
    private final View view;
    private Watch watch = Watch.NOBODY;

    Index(Vault vault, Known known, View view) {
        this.view = view;
        this.vault = vault;
        this.folder = vault.folder()
                .resolve("index")
                .resolve(known.keys().evidence().verifier().id());
        this.known = known;
    }

    void watch(Watch watching) {
        watch = watching;
    }

    /// Searches.
    ///
    /// @throws IndexUnusable if there is no index, or it is damaged: then rebuild
    Hits search(Search search) throws IOException {
        try (var activities = Activities.open(folder, known.indexKey(), own())) {
            return activities.search(search);
        }
    }

    /// Whether others sealed readings that are not found, or what is found of theirs is not what they sealed.
    ///
    /// @throws IndexUnusable if there is no index, or it is damaged: then rebuild
    boolean isBehind() throws IOException {
        var others = vault.countsOfReadings();
        others.remove(log());
        others.values().removeIf(readings -> readings == 0);
        if (isNotBegun()) {
            return !others.isEmpty();
        }
        var reached = reached();
        for (var other : others.entrySet()) {
            if (!isReached(reached, other.getKey(), other.getValue())) {
                return true;
            }
        }
        return !changed(reached).isEmpty();
    }

    private static boolean isReached(Map<String, Reached> reached, String log, long readings) {
        return reached.containsKey(log) && reached.get(log).readings() >= readings;
    }

    private Map<String, Reached> reached() throws IOException {
        var reached = words().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, other -> Reached.parse(other.getValue())));
        reached.remove(Cleared.NAME);
        return reached;
    }

    /// What was kept with the last commit.
    Map<String, String> words() throws IOException {
        try (var activities = Activities.open(folder, known.indexKey(), own())) {
            return activities.others();
        }
    }

    /// The logs of others that are whole here and tell another past than the one that was read.
    private Set<String> changed(Map<String, Reached> reached) throws IOException {
        var changed = new HashSet<String>();
        for (var head : vault.heads()) {
            var log = head.log();
            if (reached.containsKey(log) && !reached.get(log).isPastOf(log, vault)) {
                changed.add(log);
            }
        }
        return changed;
    }

    /// Whether this person has read nothing here yet, as one who was let into a case: then no index was lost.
    private boolean isNotBegun() throws IOException {
        return !Files.isDirectory(folder) && own() == 0;
    }

    /// Adds what others sealed and has come since; what is in it stays, unless its log tells another past now. The
    /// caller has the turn to write.
    void catchUp(Unlocked unlocked) throws IOException {
        if (isNotBegun()) {
            rebuild(unlocked);
            return;
        }
        var reached = reached();
        var changed = changed(reached);
        var lacking = lacking(unlocked, changed);
        if (changed.isEmpty() && lacking.isEmpty() && !isErasedSince(unlocked, reached)) {
            return; // what is not here, or not to be read, is looked for again
        }
        try (var adding = new Adding(Indexing.append(folder, known.indexKey(), own()), this::own)) {
            for (var log : changed) {
                adding.removeAll(log);
            }
            addAll(unlocked, adding, lacking);
            adding.commit();
        }
    }

    /// @param changed logs of which nothing in the index counts
    private Set<String> lacking(Unlocked unlocked, Set<String> changed) throws IOException {
        var lacking = new HashSet<String>();
        try (var activities = Activities.open(folder, known.indexKey(), own())) {
            for (var reading : unlocked.readings()) {
                var pointer = reading.pointer();
                boolean isThere = !changed.contains(pointer.log()) && activities.holds(pointer.name());
                if (!pointer.log().equals(log()) && !isThere) {
                    lacking.add(pointer.name());
                }
            }
        }
        return lacking;
    }

    /// Whether something that others sealed is looked for, and was erased.
    private boolean isErasedSince(Unlocked unlocked, Map<String, Reached> reached) throws IOException {
        var read = new HashMap<String, Long>();
        unlocked.readings().forEach(each -> read.merge(each.pointer().log(), 1L, Long::sum));
        countErased(unlocked, read);
        var others = words(read).keySet();
        return read.entrySet().stream()
                .anyMatch(log -> others.contains(log.getKey()) && !isReached(reached, log.getKey(), log.getValue()));
    }

    private static void countErased(Unlocked unlocked, Map<String, Long> readings) {
        unlocked.erased().stream()
                .filter(erased -> erased.isReading())
                .forEach(erased -> readings.merge(erased.pointer().log(), 1L, Long::sum));
    }

    private String log() {
        return known.keys().evidence().verifier().id();
    }

    private long own() throws IOException {
        return vault.countsOfReadings().getOrDefault(log(), 0L);
    }

    /// Begins to add records. An index that lacks some of our own or is damaged, because the program was stopped or the
    /// power failed, is made anew first: all of it stands in what is sealed.
    ///
    /// @param own counted by whoever has the turn to write: without reading all logs for each group
    Adding adding(Unlocking unlocking, Adding.Own own) throws IOException {
        try {
            return new Adding(Indexing.append(folder, known.indexKey(), own.readings()), own);
        } catch (IndexUnusable unusable) {
            return switch (unusable.why()) {
                case ABSENT, OLDER, ALTERED, WRONG_KEY, OTHER_VERSION -> anew(unlocking.unlocked(), own);
                case IN_USE -> throw unusable;
            };
        }
    }

    /// Opens what is sealed, when it is needed.
    @FunctionalInterface
    interface Unlocking {
        Unlocked unlocked() throws IOException;
    }

    /// Makes the index anew.
    ///
    /// @return how many records there are
    long rebuild(Unlocked vault) throws IOException {
        try (var adding = anew(vault, this::own)) {
            adding.commit();
            return adding.count();
        }
    }

    private Adding anew(Unlocked vault, Adding.Own own) throws IOException {
        var adding = new Adding(Indexing.rebuild(folder, known.indexKey(), ZoneId.of("UTC")), own);
        try {
            var all = vault.readings().stream()
                    .map(reading -> reading.pointer().name())
                    .collect(Collectors.toSet());
            addAll(vault, adding, all);
            vault.allGone().ifPresent(said -> adding.keep(Cleared.NAME, Cleared.word(said)));
            return adding;
        } catch (IOException | RuntimeException failed) {
            adding.close();
            throw failed;
        }
    }

    /// @param names of the readings that are added; the others are there
    private void addAll(Unlocked unlocked, Adding adding, Set<String> names) throws IOException {
        var readings = new HashMap<String, Long>();
        for (var reading : unlocked.readings()) {
            if (!names.contains(reading.pointer().name()) || add(unlocked, reading, adding)) {
                readings.merge(reading.pointer().log(), 1L, Long::sum);
            }
        }
        countErased(unlocked, readings);
        adding.reached(words(readings));
    }

    /// How far that is in each log of others, as the index keeps it.
    private Map<String, String> words(Map<String, Long> readings) throws IOException {
        var words = new HashMap<String, String>();
        for (var head : vault.heads()) {
            if (readings.containsKey(head.log())) {
                words.put(head.log(), Reached.of(readings.get(head.log()), head).word());
            }
        }
        words.remove(log());
        return words;
    }

    /// Keeps a word in the index, beside what is in it. The caller has the turn to write.
    void keep(String name, String word) throws IOException {
        var words = new HashMap<>(words());
        words.put(name, word);
        try (var indexing = Indexing.append(folder, known.indexKey(), own())) {
            indexing.commit(indexing.counter(), words);
        }
    }

    /// Whether nothing is found of what was erased: by somebody else, or an older index was put back. Not where there
    /// is no index that can be read.
    boolean holdsNone(Unlocked unlocked) throws IOException {
        return holdsNone(
                unlocked.erased().stream().map(ErasedStatement::pointer).toList(), _ -> true);
    }

    /// As [#holdsNone(Unlocked)], of some, also in what is found no more and still stands in its files.
    boolean holdsNoTrace(Collection<Pointer> erased) throws IOException {
        return holdsNone(erased, activities -> !activities.hasTakenOut());
    }

    private boolean holdsNone(Collection<Pointer> erased, Predicate<Activities> and) throws IOException {
        try (var activities = Activities.open(folder, known.indexKey(), own())) {
            if (!and.test(activities)) {
                return false;
            }
            for (var pointer : erased) {
                if (activities.holds(pointer.name())) {
                    return false;
                }
            }
            return true;
        } catch (IndexUnusable _) {
            return false;
        }
    }

    /// One reading that is damaged takes nothing else away. Of one by somebody else nothing is found in part: the
    /// right bytes may come yet.
    ///
    /// @return false if it is damaged or not all here yet
    private boolean add(Unlocked vault, Unlocked.Sealed reading, Adding adding) throws IOException {
        String name = reading.pointer().name();
        try {
            var file = wholeFile(vault, reading);
            vault.trees().rows(reading, "records", (number, row) -> {
                var activity = Records.activity(row);
                adding.add(name, number, number == 0 ? named(activity, file) : activity);
                watch.indexing(adding.count());
            });
            return true;
        } catch (IsErased _) {
            adding.remove(name); // what it was read from is gone, and so it is to be
            return true;
        } catch (Trouble damaged) {
            view.tell(Gap.of(reading.pointer().log(), damaged));
            if (!reading.pointer().log().equals(log())) {
                adding.remove(name);
            }
            return false;
        }
    }

    private static Activity named(Activity activity, Optional<String> file) {
        String text = activity.object().text();
        return file.map(name -> activity.about(new Thing.Media(name, "", 0, "", new LinkedHashMap<>(), text)))
                .orElse(activity);
    }

    /// The name of a file whose first record is the file itself.
    private static Optional<String> wholeFile(Unlocked vault, Unlocked.Sealed reading) throws IOException {
        if (!OF_WHOLE_FILES.contains(Records.text(reading.value("parser")))
                || !(reading.value("items") instanceof Json.Arr(List<Json> items))
                || items.isEmpty()) {
            return Optional.empty();
        }
        var item = vault.statement(Pointer.of(items.getFirst()));
        return Optional.of(Records.text(item.value("name")));
    }
}
