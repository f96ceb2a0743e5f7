package org.taniq.seal;

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
    private final Path folder;
    private final Blobs blobs;
    private final Identity identity;
    private final OpenedLogs logs;
    private final SealedTrees trees;

    private Unlocked(Vault vault, Identity identity, OpenedLogs logs) {
        var durable = new Durable();
        this.folder = vault.folder();
        this.blobs = vault.blobs(durable);
        this.identity = identity;
        this.logs = logs;
        this.trees = new SealedTrees(blobs, new KnownLeaves(vault.folder(), durable), identity, logs);
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

    /// The lowest format of a folder in which it may stand.
    VaultFormat needed() {
        var needed = VaultMark.needed(logs());
        return NewRecipient.all(this).isEmpty() ? needed : needed.with(VaultFormat.WITH_NEW_KEY);
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

    /// All readings, of whatever schema, in the order of their logs.
    public List<Sealed> readings() {
        return statements().stream().filter(Sealed::isReading).toList();
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

    /// Where it was last said that something was erased, if everything that is said so is gone here, and there is
    /// nothing in the case that cannot be read and could say more; see [Vault#saidErased].
    public Optional<List<Checkpoint>> allGone() {
        return gaps().isEmpty() && erasedAndHere().isEmpty() ? Optional.of(Vault.saidErased(logs())) : Optional.empty();
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

        /// Whether it says what was read out of items.
        public boolean isReading() {
            return opened().schema().isReading();
        }

        /// Whether the item's own bytes are kept, and not those of an archive that holds it.
        public boolean hasBytes() {
            return !line.blob().isEmpty();
        }
    }

    /// What is behind trees of records.
    public SealedTrees trees() {
        return trees;
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
}
