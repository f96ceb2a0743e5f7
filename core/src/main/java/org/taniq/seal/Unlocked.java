package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Blobs blobs;
    private final Identity identity;
    private final Map<String, LogFolder> logs = new HashMap<>();
    private final Map<String, Openings> openings = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<NotThisFormat> newer = new ArrayList<>();

    private Unlocked(Blobs blobs, Identity identity) {
        this.blobs = blobs;
        this.identity = identity;
    }

    static Unlocked open(Vault vault, Identity identity, Remembered remembered) throws IOException {
        var unlocked = new Unlocked(vault.blobs(new Durable()), identity);
        var logs = vault.logs();
        for (var gap : logs.gaps()) {
            unlocked.gaps.add(remembered.hasBegun(gap.log()) ? ofOurOwn(gap) : gap);
        }
        for (var log : logs.whole()) {
            unlocked.take(log, remembered);
        }
        var here = vault.logNames();
        for (var id : remembered.begun()) {
            if (!here.contains(id)) {
                unlocked.gaps.add(new Gap.Damaged(id, Said.of("{log} is remembered and is not here", "log", id)));
            }
        }
        return unlocked;
    }

    /// Of what this machine wrote nothing can be on its way.
    private static Gap ofOurOwn(Gap gap) {
        return switch (gap) {
            case Gap.NotHere(var log, var why) -> new Gap.Damaged(log, why);
            case Gap.Damaged _, Gap.Unreadable _ -> gap;
        };
    }

    /// One opening that is damaged takes away what is behind it and nothing else. Of a log by somebody else
    /// an opening may still be on its way, or it may be no log of this case at all.
    private void take(LogFolder log, Remembered remembered) throws IOException {
        String id = log.key().id();
        boolean isOwn = remembered.hasBegun(id);
        var opened = Openings.read(log, identity);
        if (!isOwn && opened.isForeign()) {
            gaps.add(new Gap.NotHere(id, opened.damaged().getFirst()));
            return;
        }
        if (isOwn || opened.isOfThisCase()) {
            noteNewer(log);
        }
        opened.damaged().forEach(why -> gaps.add(new Gap.Damaged(id, why)));
        gaps.addAll(opened.unreadable());
        if (!isOwn && !opened.missing().isEmpty()) {
            gaps.add(new Gap.NotHere(id, opened.missing().getFirst()));
            return;
        }
        logs.put(id, log);
        openings.put(id, opened);
        opened.missing().forEach(why -> gaps.add(new Gap.Damaged(id, why)));
        if (isOwn) {
            remembered.head(id).ifPresent(known -> noteOlder(log, known));
        } else {
            noteMore(log);
        }
    }

    private void noteNewer(LogFolder log) {
        try {
            log.refuseToGoPast();
        } catch (NotThisFormat refused) {
            newer.add(refused);
        }
    }

    private void noteOlder(LogFolder log, Checkpoint remembered) {
        try {
            LogWriter.refuseRollback(log, remembered);
        } catch (Rollback older) {
            gaps.add(new Gap.Damaged(log.key().id(), older.said()));
        }
    }

    /// What lies beyond the checkpoint of somebody else's log is waiting for the next one.
    private void noteMore(LogFolder log) throws IOException {
        try {
            new Beyond(log.folder(), log.checkpoint().size()).isOneGroup();
        } catch (Rollback more) {
            gaps.add(new Gap.NotHere(log.key().id(), more.said()));
        }
    }

    /// @throws NotThisFormat if a newer program sealed that something may not be read by this one
    void refuseToGoPast() throws NotThisFormat {
        if (!newer.isEmpty()) {
            throw newer.getFirst();
        }
    }

    /// What of the case cannot be read, and why.
    public List<Gap> gaps() {
        return Collections.unmodifiableList(gaps);
    }

    /// The logs, each checked against its checkpoint.
    public List<LogFolder> logs() {
        return logs.values().stream()
                .sorted((a, b) -> a.key().id().compareTo(b.key().id()))
                .toList();
    }

    public LogFolder log(String id) {
        var log = logs.get(id);
        if (log == null) {
            throw new IllegalArgumentException("no log " + id + " in this vault");
        }
        return log;
    }

    /// All statements, in the order of their logs.
    List<Sealed> statements() {
        return logs().stream()
                .flatMap(log -> opened(log.key().id()).stream().map(line -> new Sealed(pointer(log, line), line)))
                .toList();
    }

    /// All statements of a schema, in the order of their logs.
    public List<Sealed> statements(String schema) {
        return statements().stream()
                .filter(statement -> statement.opened().schema().name().equals(schema))
                .toList();
    }

    private Collection<OpeningLine> opened(String log) {
        return openings(log).lines().values();
    }

    private Openings openings(String log) {
        return openings.getOrDefault(log, Openings.NONE);
    }

    private static Pointer pointer(LogFolder log, OpeningLine line) {
        var hash = log.tree().leafHash(line.index());
        return new Pointer(log.key().id(), line.index(), hash);
    }

    /// The statement at a place.
    ///
    /// @throws Altered if another leaf stands there
    public Sealed statement(Pointer pointer) throws IOException {
        var log = logs.get(pointer.log());
        if (log == null
                || pointer.index() < 0
                || pointer.index() >= log.checkpoint().size()) {
            throw new NoSuchFileException("statement " + pointer.index() + " of log " + pointer.log() + " is not here");
        }
        var line = openings(pointer.log()).line(pointer.index());
        if (!pointer(log, line).equals(pointer)) {
            throw new Altered(
                    Said.of("statement {statement} is not the one that is pointed to", "statement", pointer.index()));
        }
        return new Sealed(pointer, line);
    }

    /// The statement at a place that a person names.
    ///
    /// @param log 32 hex digits
    /// @throws NoSuchFileException if there is none
    public Sealed statement(String log, long index) throws IOException {
        var found = logs.get(log);
        if (found == null || index < 0 || index >= found.checkpoint().size()) {
            throw new NoSuchFileException("statement " + index + " of log " + log + " is not here");
        }
        var line = openings(log).line(index);
        return new Sealed(pointer(found, line), line);
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
        for (var name : statement.line().trees().getOrDefault(field, List.of())) {
            for (var line : text(name).split("\n")) {
                if (!(parse(line) instanceof Json.Arr(List<Json> values))) {
                    throw new Altered("a blob of records holds a line that is no record");
                }
                each.row(index++, values);
            }
        }
    }

    private static Json parse(String line) throws Altered {
        try {
            return Json.parse(line);
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
        var schema = statement.opened().schema();
        String leaf = schema.fields().get(schema.slot(field)).leaf();
        var maker = new RowMaker(Schema.named(leaf), seed(statement, field));
        var tree = new Tree();
        rows(statement, field, (index, values) -> {
            var row = maker.make(index, values);
            tree.add(row.opened().leaf().hash());
            each.row(index, row);
        });
        if (!RowMaker.tree(leaf, tree.root(), tree.size()).equals(statement.value(field))) {
            throw new Altered(Said.of(
                    "the records of statement {statement} are not those that were sealed",
                    "statement",
                    statement.pointer().index()));
        }
        return tree;
    }
}
