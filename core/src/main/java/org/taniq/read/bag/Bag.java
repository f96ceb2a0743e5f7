package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.taniq.base.Hash;
import org.taniq.read.bag.Finding.Kind;
import org.taniq.read.record.Input;

/// A bag, compared with its lists. Nothing is fetched, and no path is followed that leads out of it.
final class Bag {
    static final String DECLARATION = "bagit.txt";

    private static final Pattern LIST = Pattern.compile("(?:tag)?manifest-([A-Za-z0-9-]{1,40})\\.txt");
    private static final String FETCH = "fetch.txt";
    private static final List<String> INFO = List.of("bag-info.txt", "package-info.txt");
    private static final Set<String> OF_SYSTEMS = Set.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final int MOST_FETCHED = 1000;

    private final Input.Beside beside;
    private final Declaration declaration;
    private final Findings findings = new Findings();
    private final List<String> payload;
    private final Map<String, String> folded = new HashMap<>();
    private final List<String> tagFiles = new ArrayList<>();
    private final List<Fetched> toFetch = new ArrayList<>();
    /// Files that a list names with other letters, small or capital.
    private final Set<String> namedByCase = new HashSet<>();
    private final Set<Hash> kinds = new TreeSet<>();
    private long matching;

    /// A file that is said to lie somewhere else.
    record Fetched(String address, String path) {}

    private Bag(Declaration declaration, Input.Beside beside) {
        this.declaration = declaration;
        this.beside = beside;
        this.payload = beside.files().stream()
                .filter(path -> path.startsWith(Listed.PAYLOAD))
                .toList();
    }

    static Bag of(Declaration declaration, Input.Beside beside) throws IOException {
        var bag = new Bag(declaration, beside);
        bag.check();
        return bag;
    }

    static boolean isList(String name) {
        return LIST.matcher(name).matches();
    }

    private void check() throws IOException {
        if (!declaration.isAsItMust()) {
            findings.add(declaration.equals(Declaration.NONE) ? Kind.NO_DECLARATION : Kind.DECLARATION);
        }
        var charset = declaration.charset();
        if (charset.isEmpty()) {
            findings.add(Kind.ENCODING);
            return;
        }
        payload.forEach(path -> folded.putIfAbsent(folded(path), path));
        fetch(charset.get());
        var lists = lists(charset.get());
        for (var list : lists) {
            compare(list);
        }
        findUnlisted(lists.stream().filter(Manifest::isOfPayload).toList());
    }

    /// Macs take letters apart in names of files.
    private static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static String folded(String path) {
        return composed(path).toLowerCase(Locale.ROOT);
    }

    private void fetch(Charset charset) throws IOException {
        var file = beside.open(FETCH);
        if (file.isEmpty()) {
            return;
        }
        tagFiles.add(FETCH);
        try (var in = file.get().open()) {
            var lines = new TagLines(in, charset);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                fetch(line.get());
            }
        }
    }

    private void fetch(String line) {
        if (line.isBlank()) {
            return;
        }
        var parts = line.strip().split("[ \\t]+", 3);
        if (parts.length < 3) {
            findings.add(Kind.LINE, line, FETCH);
        } else if (Listed.leadsOut(parts[2])) {
            findings.add(Kind.LEADS_OUT, parts[2], FETCH);
        } else if (!parts[2].startsWith(Listed.PAYLOAD)) {
            findings.add(Kind.NOT_PAYLOAD, parts[2], FETCH);
        } else if (toFetch.size() < MOST_FETCHED) {
            toFetch.add(new Fetched(parts[0], parts[2]));
        } else {
            findings.add(Kind.TO_FETCH, parts[2], FETCH);
        }
    }

    private List<Manifest> lists(Charset charset) throws IOException {
        var lists = new ArrayList<Manifest>();
        boolean hasOfPayload = false;
        for (var name : beside.files()) {
            var matcher = LIST.matcher(name);
            if (matcher.matches()) {
                hasOfPayload |= !name.startsWith("tag");
                read(name, Hash.named(matcher.group(1)), charset).ifPresent(lists::add);
            }
        }
        if (!hasOfPayload) {
            findings.add(Kind.NO_LIST);
        }
        return lists;
    }

    private Optional<Manifest> read(String name, Optional<Hash> kind, Charset charset) throws IOException {
        tagFiles.add(name);
        var content = beside.open(name);
        if (kind.isEmpty() || content.isEmpty()) {
            findings.add(kind.isEmpty() ? Kind.NO_KNOWN_LIST : Kind.CUT, "", name);
            return Optional.empty();
        }
        var list = new Manifest(name, kind.get(), findings, declaration.isStrict());
        list.read(content.get(), charset);
        if (list.isOfPayload()) {
            kinds.add(kind.get());
        }
        return Optional.of(list);
    }

    private void compare(Manifest list) throws IOException {
        for (var file : list.files().entrySet()) {
            compare(file.getKey(), file.getValue(), list);
        }
    }

    private void compare(String path, String hex, Manifest list) throws IOException {
        var computed = digest(path, list.kind());
        if (computed.equals(Optional.of(hex))) {
            matching++;
        } else if (computed.isPresent()) {
            findings.add(Kind.DIFFERS, path, list.name());
        } else {
            missing(path, hex, list);
        }
    }

    private Optional<String> digest(String path, Hash kind) throws IOException {
        var found = beside.digest(path, kind);
        var unescaped = Listed.unescaped(path);
        return found.isPresent() || unescaped.equals(path) || Listed.leadsOut(unescaped)
                ? found
                : beside.digest(unescaped, kind);
    }

    private void missing(String path, String hex, Manifest list) throws IOException {
        var other = Optional.ofNullable(folded.get(folded(path)));
        boolean isOnlyCase =
                other.isPresent() && beside.digest(other.get(), list.kind()).equals(Optional.of(hex));
        var last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (isOnlyCase) {
            findings.add(Kind.ONLY_CASE, path, list.name());
            namedByCase.add(other.get());
        } else if (OF_SYSTEMS.contains(last)) {
            findings.add(Kind.SYSTEM_FILE, path, list.name());
        } else {
            findings.add(Kind.MISSING, path, list.name());
        }
    }

    /// Each file must be in some list, and from 1.0 on in each.
    private void findUnlisted(List<Manifest> lists) {
        if (lists.isEmpty()) {
            return;
        }
        var counts = counts(lists);
        for (var path : payload) {
            int times = counts.getOrDefault(composed(path), 0);
            if (times == 0 && !namedByCase.contains(path)) {
                findings.add(Kind.NOT_LISTED, path, "");
            } else if (times < lists.size() && declaration.isStrict()) {
                findings.add(Kind.NOT_LISTED_EVERYWHERE, path, "");
            }
        }
    }

    /// In how many lists each file is named.
    private static Map<String, Integer> counts(List<Manifest> lists) {
        var counts = new HashMap<String, Integer>();
        for (var list : lists) {
            var own = new HashSet<String>();
            list.files().keySet().forEach(path -> {
                own.add(composed(path));
                own.add(composed(Listed.unescaped(path)));
            });
            own.forEach(path -> counts.merge(path, 1, Integer::sum));
        }
        return counts;
    }

    Findings findings() {
        return findings;
    }

    Declaration declaration() {
        return declaration;
    }

    /// How many lines of lists fit the file that they name.
    long matching() {
        return matching;
    }

    List<Fetched> toFetch() {
        return toFetch;
    }

    /// The lists that were read.
    List<String> tagFiles() {
        return tagFiles;
    }

    /// Whether each file was compared by a digest that cannot be forged, in some list.
    boolean isStrong() {
        return kinds.stream().anyMatch(kind -> !kind.isForgeable());
    }

    /// Whether any file was compared at all.
    boolean isCompared() {
        return !kinds.isEmpty();
    }

    /// What whoever made the bag says of it.
    Optional<String> info() {
        return INFO.stream().filter(name -> beside.open(name).isPresent()).findFirst();
    }
}
