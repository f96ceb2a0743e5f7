package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// A vault opened with its identity: statements, the bytes of items, and records, each believed only
/// because it fits its leaf. What was unlocked stays as it was when it was opened; open it again to see
/// what was sealed since.
public final class Unlocked {
    private static final int LARGEST_ROWS = 64 << 20;

    private final Path folder;
    private final Blobs blobs;
    private final KnownLeaves known;
    private final Identity identity;
    private final OpenedLogs logs;

    private Unlocked(Vault vault, Identity identity, OpenedLogs logs) {
        var durable = new Durable();
        this.folder = vault.folder();
        this.blobs = vault.blobs(durable);
        this.known = new KnownLeaves(vault.folder(), durable);
        this.identity = identity;
        this.logs = logs;
    }

    static Unlocked open(Vault vault, Identity identity, Remembered remembered) throws IOException {
        return new Unlocked(vault, identity, OpenedLogs.of(vault, identity, remembered));
    }

    Identity identity() {
        return identity;
    }

    /// @throws NotThisFormat if a newer program sealed that something may not be read by this one
    void refuseToGoPast() throws NotThisFormat {
        logs.refuseToGoPast();
    }

    /// What of the case cannot be read, and why.
    public List<Gap> gaps() {
        return logs.gaps();
    }

    /// Who writes a log that is here, as its person says in it; empty where nobody does.
    public String whose(String log) {
        return Whose.of(logs.openings(log));
    }

    /// The logs, each checked against its checkpoint.
    public List<LogFolder> logs() {
        return logs.logs();
    }

    public LogFolder log(String id) {
        return logs.log(id).orElseThrow(() -> new IllegalArgumentException("no log " + id + " in this vault"));
    }

    /// All statements, in the order of their logs.
    List<Sealed> statements() {
        return logs().stream()
                .flatMap(log -> logs.openings(log.key().id()).lines().values().stream()
                        .map(line -> new Sealed(logs.pointer(log.key().id(), line.index()), line)))
                .filter(statement -> logs.erasures().gone(statement.pointer()).isEmpty())
                .toList();
    }

    /// All statements of a schema, in the order of their logs.
    public List<Sealed> statements(String schema) {
        return statements().stream()
                .filter(statement -> statement.opened().schema().name().equals(schema))
                .toList();
    }

    /// Statements that were erased, of which nothing can be read here any more; in the order of the logs.
    public List<ErasedStatement> erased() {
        return logs.erasures().gone();
    }

    /// The statement, where it was erased and nothing of it can be read here any more.
    public Optional<ErasedStatement> erased(Pointer statement) {
        return logs.erasures().gone(statement);
    }

    /// Statements that somebody says were erased, and that are here all the same.
    public List<ErasedStatement> erasedAndHere() {
        return logs.erasures().here();
    }

    /// Everything that somebody says was erased: of one statement several may say it.
    List<ErasedStatement> allErased() {
        return logs.erasures().all();
    }

    /// What is behind a leaf, also where it counts as erased; nothing where it is not here.
    Optional<OpeningLine> lineHere(Pointer pointer) {
        return Optional.ofNullable(logs.openings(pointer.log()).lines().get(pointer.index()));
    }

    /// Every line that is here, by its statement.
    Map<Pointer, OpeningLine> linesHere() {
        var all = new LinkedHashMap<Pointer, OpeningLine>();
        for (var log : logs()) {
            String id = log.key().id();
            logs.openings(id).lines().values().forEach(line -> all.put(logs.pointer(id, line.index()), line));
        }
        return all;
    }

    /// Whether something was set aside, or there are blobs that belong to nothing that can be read.
    boolean hasInterrupted() throws IOException {
        var named = new HashSet<String>();
        linesHere().values().forEach(line -> named.addAll(line.blobs()));
        return Files.exists(folder.resolve("orphan")) || !named.containsAll(blobs.list());
    }

    /// The statement at a place.
    ///
    /// @throws IsErased if what it said was erased
    /// @throws Altered if another leaf stands there
    public Sealed statement(Pointer pointer) throws IOException {
        if (!pointer(pointer.log(), pointer.index()).equals(pointer)) {
            throw new Altered(
                    Said.of("statement {statement} is not the one that is pointed to", "statement", pointer.index()));
        }
        return new Sealed(pointer, logs.line(pointer));
    }

    /// Follows a pointer, also to what was erased.
    ///
    /// @throws Altered if another leaf stands there
    void follow(Pointer pointer) throws IOException {
        try {
            statement(pointer);
        } catch (IsErased _) {
            return; // the leaf is the one that is pointed to
        }
    }

    private Pointer pointer(String log, long index) throws IOException {
        var found = logs.log(log)
                .filter(folder -> index >= 0 && index < folder.checkpoint().size());
        if (found.isEmpty()) {
            throw logs.absent(log, index);
        }
        return logs.pointer(log, index);
    }

    /// Whether what is pointed to is here and is such a statement.
    public boolean holds(Pointer pointer, String schema) throws IOException {
        try {
            return statement(pointer).opened().schema().name().equals(schema);
        } catch (Altered | NotHereYet | IsErased | NoSuchFileException absent) {
            return false;
        }
    }

    /// The statement at a place that a person names.
    ///
    /// @param log 32 hex digits
    /// @throws NotHereYet if it is somebody else's and not here
    /// @throws NoSuchFileException if there is none
    /// @throws IsErased if what it said was erased
    public Sealed statement(String log, long index) throws IOException {
        var pointer = pointer(log, index);
        return new Sealed(pointer, logs.line(pointer));
    }

    /// A statement and what is behind it.
    public record Sealed(Pointer pointer, OpeningLine line) {
        public Opened opened() {
            return line.opened();
        }

        public Json value(String field) {
            return line.opened().value(field);
        }

        /// Whether the item's own bytes are kept, and not those of an archive that holds it.
        public boolean hasBytes() {
            return !line.blob().isEmpty();
        }
    }

    /// The bytes of an item, checked against its digest when the end is reached.
    ///
    /// @throws NotHereYet if somebody else sealed them, and they are not here, or in part only
    /// @throws NoSuchFileException if they are not here
    public InputStream bytes(Sealed item) throws IOException {
        if (!(item.value("sha256") instanceof Json.Str(String sha256))
                || !(item.value("size") instanceof Json.Num(long size))) {
            throw new Altered(Said.of(
                    "item {item} has a blob and no digest or no size",
                    "item",
                    item.pointer().index()));
        }
        if (!Digest.isHex(sha256) || size < 0) {
            throw new Altered(Said.of(
                    "item {item} has a digest or a size that is none",
                    "item",
                    item.pointer().index()));
        }
        logs.refuseOnItsWay(item, item.line().blob(), blobs);
        return blobs.open(new Blobs.Stored(item.line().blob(), sha256, size), identity);
    }

    /// The seed of a tree of this statement.
    ///
    /// @throws Altered if the opening does not hold it
    Seed seed(Sealed statement, String field) throws Altered {
        var seed = statement.line().seeds().get(field);
        if (seed == null) {
            throw new Altered(Said.of(
                    "the opening of statement {statement} lacks a seed",
                    "statement",
                    statement.pointer().index()));
        }
        return seed;
    }

    /// Takes each leaf of a tree of records in order.
    @FunctionalInterface
    interface Each {
        void row(long index, RowMaker.Row row) throws IOException;
    }

    /// Takes each row of a tree of records in order; see [#rows].
    @FunctionalInterface
    public interface EachRow {
        void row(long index, List<Json> values) throws IOException;
    }

    /// Hands over the values of each leaf of a tree as they were sealed; a text is the list of its pieces.
    public void rows(Sealed statement, String field, EachRow each) throws IOException {
        long index = 0;
        for (var name : arrived(statement, field)) {
            for (var line : text(name).split("\n")) {
                each.row(index++, values(line));
            }
        }
    }

    /// As [#rows], of some leaves only.
    public void rows(Sealed statement, String field, SortedSet<Long> numbers, EachRow each) throws IOException {
        var made = made(statement, field, numbers);
        if (made.isPresent()) {
            for (var row : made.get().rows().entrySet()) {
                each.row(row.getKey(), row.getValue().kept());
            }
            return;
        }
        rows(statement, field, (number, values) -> {
            if (numbers.contains(number)) {
                each.row(number, values);
            }
        });
    }

    private record Made(Tree tree, SortedMap<Long, RowMaker.Row> rows) {}

    /// Some rows, from where they are said to stand; nothing where that is not known, or one of them is not the
    /// leaf that was sealed: where rows stand is not sealed, so all are needed then.
    private Optional<Made> made(Sealed statement, String field, SortedSet<Long> numbers) throws IOException {
        var known = known(statement, field);
        return known.isPresent() ? made(statement, field, numbers, known.get()) : Optional.empty();
    }

    private Optional<Made> made(Sealed statement, String field, SortedSet<Long> numbers, KnownLeaves.Known known)
            throws IOException {
        var maker = maker(statement, field);
        var made = new TreeMap<Long, RowMaker.Row>();
        var blobs = blobs(statement, field);
        for (int blob = 0; blob < blobs.size(); blob++) {
            long first = known.firsts().get(blob);
            var here = numbers.subSet(first, known.endOf(blob));
            if (!here.isEmpty()) {
                logs.refuseOnItsWay(statement, blobs.get(blob), this.blobs);
            }
            var lines = here.isEmpty() ? new String[0] : text(blobs.get(blob)).split("\n");
            for (long number : here) {
                var row = number - first < lines.length
                        ? Optional.of(maker.make(number, values(lines[(int) (number - first)])))
                        : Optional.<RowMaker.Row>empty();
                if (row.isEmpty() || !hash(row.get()).equals(known.tree().leafHash(number))) {
                    return Optional.empty();
                }
                made.put(number, row.get());
            }
        }
        return Optional.of(new Made(known.tree(), made));
    }

    private static Digest hash(RowMaker.Row row) {
        return row.opened().leaf().hash();
    }

    private RowMaker maker(Sealed statement, String field) throws Altered {
        return new RowMaker(Schema.named(leafOf(statement, field)), seed(statement, field));
    }

    private List<String> arrived(Sealed statement, String field) throws IOException {
        var names = blobs(statement, field);
        for (var name : names) {
            logs.refuseOnItsWay(statement, name, blobs);
        }
        return names;
    }

    private static List<String> blobs(Sealed statement, String field) {
        return statement.line().trees().getOrDefault(field, List.of());
    }

    private Optional<KnownLeaves.Known> known(Sealed statement, String field) throws IOException {
        String leaf = leafOf(statement, field);
        int blobs = blobs(statement, field).size();
        return known.of(statement.pointer().name(), blobs, leaf, statement.value(field));
    }

    private static String leafOf(Sealed statement, String field) {
        var schema = statement.opened().schema();
        return schema.fields().get(schema.slot(field)).leaf();
    }

    private static List<Json> values(String line) throws Altered {
        try {
            if (Json.parse(line) instanceof Json.Arr(List<Json> values)) {
                return values;
            }
            throw new Altered("a blob of records holds a line that is no record");
        } catch (IllegalArgumentException notJson) {
            throw new Altered("a blob of records holds a line that is not JSON");
        }
    }

    private String text(String blob) throws IOException {
        try (var in = blobs.open(blob, identity, LARGEST_ROWS)) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return RawText.utf8(bytes.toByteArray());
        }
    }

    /// As [#rows], with each leaf made again, and the whole tree compared with what was sealed.
    ///
    /// @throws Altered if the rows do not lead to the sealed root
    Tree leaves(Sealed statement, String field, Each each) throws IOException {
        var maker = maker(statement, field);
        var tree = new Tree();
        rows(statement, field, (index, values) -> {
            var row = maker.make(index, values);
            tree.add(hash(row));
            each.row(index, row);
        });
        if (!RowMaker.tree(leafOf(statement, field), tree.root(), tree.size()).equals(statement.value(field))) {
            throw notSealed(statement);
        }
        return tree;
    }

    /// As [#leaves], of some leaves only; the tree is the whole one.
    Tree leaves(Sealed statement, String field, SortedSet<Long> numbers, Each each) throws IOException {
        var made = made(statement, field, numbers);
        if (made.isEmpty()) {
            return leaves(statement, field, (number, row) -> {
                if (numbers.contains(number)) {
                    each.row(number, row);
                }
            });
        }
        for (var row : made.get().rows().entrySet()) {
            each.row(row.getKey(), row.getValue());
        }
        return made.get().tree();
    }

    private static Altered notSealed(Sealed statement) {
        return new Altered(Said.of(
                "the records of statement {statement} are not those that were sealed",
                "statement",
                statement.pointer().index()));
    }
}
