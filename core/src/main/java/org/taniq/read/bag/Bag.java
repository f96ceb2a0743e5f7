package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
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
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;

/// A bag, compared with its lists. Nothing is fetched, and no path is followed that leads out of it.
final class Bag {
    static final String DECLARATION = "bagit.txt";

    private static final Pattern LIST = Pattern.compile("(?:tag)?manifest-([A-Za-z0-9-]{1,40})\\.txt");
    private static final List<String> INFO = List.of("bag-info.txt", "package-info.txt");
    private static final Set<String> OF_SYSTEMS = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final Input.Beside beside;
    private final Declaration declaration;
    private final Findings findings = new Findings();
    private final BagNames names;
    private final FetchList toFetch;
    private final List<String> tagFiles = new ArrayList<>();
    /// In how many lists each file of the payload is named, by the path that it has.
    private final Map<String, Integer> listed = new HashMap<>();
    /// Those of which a list has a digest that cannot be forged.
    private final Set<String> strong = new HashSet<>();
    private final Room room = new Room();
    private boolean isCompared;
    /// Whether each list of the payload was read to its end: what one names that was not is not known.
    private boolean isRead = true;
    /// Whether a list is of a kind that is not known here.
    private boolean isNotCompared;
    /// Whether one of the payload is.
    private boolean isListUnknown;

    private long matching;

    private Bag(Declaration declaration, Input.Beside beside) {
        this.declaration = declaration;
        this.beside = beside;
        this.names = new BagNames(beside.files());
        this.toFetch = new FetchList(findings);
    }

    static Bag of(Declaration declaration, Input.Beside beside) throws IOException {
        var bag = new Bag(declaration, beside);
        bag.check();
        return bag;
    }

    /// One that lies in so many others that nothing of it is looked at: each names all files below it.
    static Bag tooDeep(Declaration declaration) {
        var bag = new Bag(declaration, _ -> Attachment.State.MISSING);
        bag.findings.add(Kind.TOO_DEEP);
        return bag;
    }

    static boolean isList(String name) {
        return LIST.matcher(name).matches();
    }

    private void check() throws IOException {
        if (!declaration.isAsItMust()) {
            findings.add(declaration.isThere() ? Kind.DECLARATION : Kind.NO_DECLARATION);
        }
        if (!declaration.version().isEmpty() && !declaration.isOfKnownVersion()) {
            findings.add(Kind.VERSION);
        }
        var charset = declaration.charset();
        if (charset.isEmpty()) {
            findings.add(Kind.ENCODING);
            return;
        }
        toFetch.read(beside, charset.get());
        if (toFetch.isThere()) {
            tagFiles.add(FetchList.NAME);
        }
        var lists = lists(charset.get());
        for (var list : lists) {
            compare(list);
        }
        var ofPayload = lists.stream().filter(Manifest::isOfPayload).toList();
        if (isRead) {
            findUnlisted(ofPayload.size());
        }
        if (isRead && !isListUnknown && !ofPayload.isEmpty()) {
            toFetch.findUnlisted(ofPayload);
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
            isNotCompared |= kind.isEmpty();
            isListUnknown |= isOfPayload && kind.isEmpty();
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
            compare(file.getKey(), file.getValue(), list).ifPresent(path -> found.add(BagNames.composed(path)));
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
        if (!names.isWrittenSo(there.get())) {
            findings.add(Kind.ONLY_LETTERS, path, list.name());
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
            if (names.isCalled(way) && beside.digest(way, kind).isPresent()) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    /// There several times, damaged, or refused by whoever opens the archive.
    private boolean isNamed(String path, Hash kind) throws IOException {
        return beside.isNamed(path)
                && (names.isCalled(path) || beside.digest(path, kind).isEmpty());
    }

    private Optional<String> missing(String path, String hex, Manifest list) throws IOException {
        var other = names.alike(path);
        if (other.isPresent() && beside.digest(other.get(), list.kind()).equals(Optional.of(hex))) {
            boolean isInCase = !BagNames.composed(other.get()).equals(BagNames.composed(path));
            findings.add(isInCase ? Kind.ONLY_CASE : Kind.ONLY_LETTERS, path, list.name());
            return other;
        }
        if (isNamed(path, list.kind())) {
            findings.add(Kind.NOT_READ, path, list.name());
            return Optional.of(path);
        }
        var last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean isEmpty = hex.equals(HexFormat.of().formatHex(list.kind().of(new byte[0])));
        findings.add(isEmpty && OF_SYSTEMS.contains(last) ? Kind.SYSTEM_FILE : Kind.MISSING, path, list.name());
        return Optional.empty();
    }

    /// Each file must be in some list, and from 1.0 on in each.
    private void findUnlisted(long lists) {
        for (var path : lists == 0 ? List.<String>of() : names.payload()) {
            int times = listed.getOrDefault(BagNames.composed(path), 0);
            if (times == 0 && !isListUnknown) {
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

    List<FetchList.Fetched> toFetch() {
        return toFetch.all();
    }

    /// The lists that were read.
    List<String> tagFiles() {
        return tagFiles;
    }

    /// Whether each file was compared by a digest that cannot be forged, in some list.
    boolean isStrong() {
        return names.payload().stream().map(BagNames::composed).allMatch(strong::contains);
    }

    /// Whether there is a list by which files can be compared.
    boolean isCompared() {
        return isCompared;
    }

    /// Why not all of it was compared, in a word of ours; empty where all was.
    String whyNotChecked() {
        for (var kind : List.of(Kind.TOO_DEEP, Kind.VERSION, Kind.ENCODING, Kind.CUT, Kind.NOT_READ)) {
            if (findings.count(kind) > 0) {
                return kind.word();
            }
        }
        return isNotCompared ? Kind.NO_KNOWN_LIST.word() : "";
    }

    /// What whoever made the bag says of it.
    Optional<String> info() {
        return INFO.stream().filter(name -> beside.open(name).isPresent()).findFirst();
    }
}
