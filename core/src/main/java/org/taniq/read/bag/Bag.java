package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /// In how many lists each file of the payload is named, by the path that it has.
    private final Map<String, Integer> listed = new HashMap<>();
    /// Those of which a list has a digest that cannot be forged.
    private final Set<String> strong = new HashSet<>();
    private final Room room = new Room();
    private boolean isCompared;
    /// Whether each list of the payload was read to its end: what one names that was not is not known.
    private boolean isRead = true;
    /// Whether a list of the payload is of a kind that is not known here.
    private boolean isNotCompared;

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
            findings.add(declaration.isThere() ? Kind.DECLARATION : Kind.NO_DECLARATION);
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
        if (isRead) {
            findUnlisted(lists.stream().filter(Manifest::isOfPayload).count());
        }
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
        if (!file.get().isWhole()) {
            findings.add(Kind.CUT, "", FETCH);
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
        boolean isOfPayload = !name.startsWith("tag");
        if (kind.isEmpty() || content.isEmpty()) {
            findings.add(kind.isEmpty() ? Kind.NO_KNOWN_LIST : Kind.CUT, "", name);
            isRead &= !isOfPayload || kind.isEmpty() && declaration.isStrict();
            isNotCompared |= isOfPayload && kind.isEmpty();
            return Optional.empty();
        }
        var list = new Manifest(name, kind.get(), findings, declaration.isStrict());
        boolean isWhole = list.read(content.get(), charset, room);
        isRead &= isWhole || !isOfPayload;
        isCompared |= isOfPayload;
        return Optional.of(list);
    }

    private void compare(Manifest list) throws IOException {
        var found = new HashSet<String>();
        for (var file : list.files().entrySet()) {
            compare(file.getKey(), file.getValue(), list).ifPresent(path -> found.add(composed(path)));
        }
        if (list.isOfPayload()) {
            found.forEach(path -> listed.merge(path, 1, Integer::sum));
            strong.addAll(list.kind().isForgeable() ? Set.of() : found);
        }
    }

    /// The file that the list names so, under the path that it has.
    private Optional<String> compare(String path, String hex, Manifest list) throws IOException {
        var there = there(path, list.kind());
        if (there.isEmpty()) {
            return missing(path, hex, list);
        }
        if (beside.digest(there.get(), list.kind()).equals(Optional.of(hex))) {
            matching++;
        } else {
            findings.add(Kind.DIFFERS, path, list.name());
        }
        return there;
    }

    /// Ends of lines in names are written in another way in lists.
    private Optional<String> there(String path, Hash kind) throws IOException {
        var unescaped = Listed.unescaped(path);
        var ways = Listed.leadsOut(unescaped) ? List.of(path) : List.of(path, unescaped);
        for (var way : ways) {
            if (beside.digest(way, kind).isPresent()) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(String path, String hex, Manifest list) throws IOException {
        var other = Optional.ofNullable(folded.get(folded(path)));
        if (other.isPresent() && beside.digest(other.get(), list.kind()).equals(Optional.of(hex))) {
            findings.add(Kind.ONLY_CASE, path, list.name());
            return other;
        }
        var last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean isEmpty = hex.equals(HexFormat.of().formatHex(list.kind().of(new byte[0])));
        findings.add(isEmpty && OF_SYSTEMS.contains(last) ? Kind.SYSTEM_FILE : Kind.MISSING, path, list.name());
        return Optional.empty();
    }

    /// Each file must be in some list, and from 1.0 on in each.
    private void findUnlisted(long lists) {
        for (var path : lists == 0 ? List.<String>of() : payload) {
            int times = listed.getOrDefault(composed(path), 0);
            if (times == 0) {
                findings.add(Kind.NOT_LISTED, path, "");
            } else if (times < lists && declaration.isStrict()) {
                findings.add(Kind.NOT_LISTED_EVERYWHERE, path, "");
            }
        }
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
        return payload.stream().map(Bag::composed).allMatch(strong::contains);
    }

    /// Whether there is a list by which files can be compared.
    boolean isCompared() {
        return isCompared;
    }

    /// Why not all of it was compared, in a word of ours; empty where all was.
    String whyNotChecked() {
        if (findings.count(Kind.ENCODING) > 0) {
            return Kind.ENCODING.word();
        }
        if (findings.count(Kind.CUT) > 0) {
            return Kind.CUT.word();
        }
        return isNotCompared ? Kind.NO_KNOWN_LIST.word() : "";
    }

    /// What whoever made the bag says of it.
    Optional<String> info() {
        return INFO.stream().filter(name -> beside.open(name).isPresent()).findFirst();
    }
}
