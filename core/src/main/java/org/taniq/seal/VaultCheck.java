package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

/// Checks a vault: without a key its logs and the names of its blobs, with the identity also that
/// everything sealed is there and is what the logs say. Changes nothing.
public final class VaultCheck {
    private final Vault vault;
    private final Blobs blobs;
    private final Map<String, Checkpoint> remembered;
    private final Checked checked = new Checked();
    private final List<LogFolder> logs = new ArrayList<>();
    private long records;
    private long opened;

    private VaultCheck(Vault vault, Map<String, Checkpoint> remembered) {
        this.vault = vault;
        this.blobs = vault.blobs(new Durable());
        this.remembered = remembered;
    }

    /// Checks without a key.
    ///
    /// @param remembered the highest checkpoints that somebody else, or this machine's memory, holds, by
    ///     log id; of size 0 for a log of this machine that may not have begun
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered) throws IOException {
        var check = new VaultCheck(vault, remembered);
        check.publicParts();
        check.opened = check.size();
        return check.verdict(check.checked.bytes(Verdict.Bytes.UNCHECKED));
    }

    /// Checks with the vault's identity: also openings, contents and records. Where none of the logs is
    /// remembered, and the key opens nothing, the bytes are unchecked and a check named `key` has failed; what
    /// others than that key open in logs that are remembered is altered.
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered, Identity identity) throws IOException {
        var check = new VaultCheck(vault, remembered);
        check.publicParts();
        if (check.hasNothingOfOurs() && check.opensNothing(identity)) {
            return check.withoutKey();
        }
        check.checked.step("openings", Said.of("what is behind the leaves"), () -> check.sealedParts(identity));
        return check.verdict(check.checked.bytes(Verdict.Bytes.INTACT));
    }

    private boolean hasNothingOfOurs() throws IOException {
        return vault.logNames().stream().noneMatch(this::isOwn);
    }

    /// Whether there are openings and the key is the key to none of them.
    private boolean opensNothing(Identity identity) throws IOException {
        boolean any = false;
        for (var log : logs) {
            for (var opening : Openings.files(log.folder())) {
                any = true;
                if (opens(identity, opening)) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean opens(Identity identity, Path opening) throws IOException {
        try (var file = Files.newInputStream(opening);
                var _ = identity.decrypt(file)) {
            return true;
        } catch (WrongKey foreign) {
            return false;
        } catch (Altered altered) {
            return true; // said where it is opened
        }
    }

    private Verdict withoutKey() {
        var bytes = checked.bytes(Verdict.Bytes.UNCHECKED);
        checked.wrong(
                "key",
                Said.of("this key opens nothing here: it is another vault's, or nothing here was encrypted to it"));
        return verdict(bytes);
    }

    private void publicParts() throws IOException {
        if (!vault.isOfThisFormat()) {
            checked.unknown(
                    "format",
                    Said.of(
                            "{folder} was made by another version of Taniq: use that version or a newer one",
                            "folder",
                            vault.folder()));
        }
        var seen = new HashSet<String>();
        for (var folder : vault.logFolders()) {
            String id = folder.getFileName().toString();
            seen.add(id);
            checked.step("log", id, () -> checkLog(folder));
        }
        for (var id : remembered.keySet()) {
            if (!seen.contains(id) && hasBegun(id)) {
                checked.wrong("log", Said.of("{log} is remembered and is not here", "log", id));
            }
        }
        checkBlobs(blobs.list());
        if (Files.exists(vault.folder().resolve("orphan"))) {
            checked.fine("orphan", Said.of("an interrupted group was set aside in orphan/"));
        }
    }

    private void checkLog(Path folder) throws IOException {
        String id = folder.getFileName().toString();
        boolean begun = Files.exists(folder.resolve("checkpoint"));
        if (begun) {
            checkBegun(folder);
        } else if (hasBegun(id)) {
            throw new Altered("it has lost its checkpoint");
        } else if (isOwn(id)) {
            checked.fine("log", Said.of("{log} has not begun: it has no checkpoint", "log", id));
        } else {
            checked.unknown("log", Said.of("{log} is not here yet: it has no checkpoint", "log", id));
        }
        if (hasOneGroupBeyond(folder, begun ? logs.getLast().checkpoint().size() : 0)) {
            checked.fine(
                    "log",
                    Said.of(
                            "{log}: an interrupted group lies beyond its checkpoint, or an older checkpoint was put back",
                            "log",
                            id));
        }
    }

    /// @throws NotHereYet if there is more beyond the checkpoint of a log that somebody else writes
    private boolean hasOneGroupBeyond(Path folder, long size) throws IOException {
        try {
            return new Beyond(folder, size).isOneGroup();
        } catch (Rollback more) {
            if (isOwn(folder.getFileName().toString())) {
                throw more;
            }
            throw new NotHereYet(more.said());
        }
    }

    /// Whether this machine wrote it, so that nothing of it can be on its way.
    private boolean isOwn(String log) {
        return remembered.containsKey(log);
    }

    /// Whether a statement of our own log was ever committed.
    private boolean hasBegun(String log) {
        var head = remembered.get(log);
        return head != null && head.size() > 0;
    }

    private void checkBegun(Path folder) throws IOException {
        var log = read(folder);
        var highest = Optional.ofNullable(remembered.get(log.key().id()));
        if (highest.isPresent()) {
            LogWriter.refuseRollback(log, highest.get());
        }
        for (int index = 0; index < log.leaves().size(); index++) {
            if ((index == 0) != log.leaves().get(index).schema().equals("log/1")) {
                throw new Altered("log/1 stands at index 0 and nowhere else");
            }
        }
        logs.add(log);
    }

    /// @throws NotHereYet if a file is missing of a log that somebody else writes
    private LogFolder read(Path folder) throws IOException {
        try {
            return LogFolder.read(folder);
        } catch (NotHereYet missing) {
            if (isOwn(folder.getFileName().toString())) {
                throw new Altered(missing.said(), missing);
            }
            throw missing;
        }
    }

    /// One check for all that are intact, however many, and one for each that is not.
    private void checkBlobs(List<String> names) throws IOException {
        var sums = blobs.sums(names);
        int intact = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (sums.get(i).equals(name)) {
                intact++;
            } else if (sums.get(i).isEmpty()) {
                checked.wrong("blob", Said.of("{blob}: it was taken away during the check", "blob", name));
            } else if (sums.get(i).equals(Sums.UNREADABLE)) {
                checked.wrong("blob", Said.of("{blob}: it cannot be read", "blob", name));
            } else {
                checked.wrong("blob", Said.of("{blob}: its bytes are not those its name says", "blob", name));
            }
        }
        checked.fine("blob", Said.of("{n} have the bytes that their names say", "n", intact));
    }

    private void sealedParts(Identity identity) throws IOException {
        var unlocked = vault.unlock(
                identity, remembered.keySet().stream().filter(this::hasBegun).collect(Collectors.toSet()));
        var needed = new HashSet<String>();
        for (var log : unlocked.logs()) {
            checked.step(
                    "log",
                    Said.of("leaf 0 of {log}", "log", log.key().id()),
                    () -> checkFirst(unlocked, log, identity.recipient()));
        }
        nameNewer();
        unlocked.gaps().forEach(this::name);
        opened = unlocked.statements().size();
        int whole = 0;
        for (var item : unlocked.statements("item/1")) {
            if (item.hasBytes()) {
                needed.add(item.line().blob());
                var of = statement(item.pointer().index());
                whole += checked.passes("item", of, here(item, () -> readWhole(unlocked.bytes(item)))) ? 1 : 0;
            }
        }
        checked.fine("item", Said.of("{n} have the bytes that were sealed", "n", whole));
        for (var reading : unlocked.statements("reading/1")) {
            reading.line().trees().values().forEach(needed::addAll);
            checked.step(
                    "reading",
                    statement(reading.pointer().index()),
                    here(reading, () -> checkReading(unlocked, reading)));
        }
        var pointers = new VaultPointers(unlocked, remembered.keySet());
        for (var statement : unlocked.statements()) {
            checked.step("pointers", statement(statement.pointer().name()), () -> pointers.check(statement));
        }
        for (var origin : pointers.missing()) {
            checked.fine(
                    Verdict.MISSING, Said.of("the log {log} is named in another one and is not here", "log", origin));
        }
        if (checked.bytes(Verdict.Bytes.INTACT) == Verdict.Bytes.INTACT) {
            noteLeftovers(needed); // else they may belong to what could not be read
        }
    }

    /// The same check, for which a blob that somebody else sealed may still be on its way.
    private Checked.Step here(Unlocked.Sealed statement, Checked.Step step) {
        return () -> {
            try {
                step.run();
            } catch (NoSuchFileException missing) {
                if (isOwn(statement.pointer().log())) {
                    throw missing;
                }
                throw new NotHereYet(Said.of("{file} is not here", "file", String.valueOf(missing.getMessage())));
            }
        };
    }

    private static Said statement(Object index) {
        return Said.of("statement {statement}", "statement", index);
    }

    private void nameNewer() {
        for (var log : logs) {
            long newer = log.leaves().stream().filter(leaf -> !leaf.isKnown()).count();
            if (newer > 0) {
                checked.unknown(
                        "log",
                        Said.of(
                                "{log}: {n} statements of a newer version of Taniq",
                                Map.of("log", log.key().id(), "n", newer)));
            }
        }
    }

    /// What is whole without a key and cannot be opened; what is not even whole was said before.
    private void name(Gap gap) {
        if (logs.stream().noneMatch(log -> log.key().id().equals(gap.log()))) {
            return;
        }
        switch (gap) {
            case Gap.NotHere(var log, var why) ->
                checked.unknown(
                        "log",
                        Said.of("{log} is not here yet, or not of this case: {why}", Map.of("log", log, "why", why)));
            case Gap.Damaged(var _, var why) -> checked.wrong("log", why);
        }
    }

    private static void checkFirst(Unlocked unlocked, LogFolder log, Recipient recipient) throws IOException {
        var first = unlocked.statement(new Pointer(log.key().id(), 0, log.tree().leafHash(0)));
        if (!first.value("key").equals(Json.of(log.key().text()))
                || !first.value("origin").equals(Json.of(log.key().origin()))) {
            throw new Altered("it names another origin or key");
        }
        if (!first.value("recipient").equals(Json.of(recipient.text()))) {
            throw new Altered("it names another recipient than the vault's");
        }
        var kind = first.value("kind") instanceof Json.Str(String word) ? LogKind.of(word) : Optional.<LogKind>empty();
        for (var leaf : log.leaves()) {
            if (kind.isEmpty() || (leaf.isKnown() && !leaf.known().allowedIn(kind.get()))) {
                throw new Altered("a statement of another kind stands in it");
            }
        }
    }

    /// How many statements the logs hold that lead to their checkpoint.
    private long size() {
        return logs.stream().mapToLong(log -> log.checkpoint().size()).sum();
    }

    private static void readWhole(InputStream bytes) throws IOException {
        try (bytes) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void checkReading(Unlocked unlocked, Unlocked.Sealed reading) throws IOException {
        if (!(reading.value("records") instanceof Json.Null)) {
            records += unlocked.leaves(reading, "records", (_, _) -> {}).size();
        }
    }

    private void noteLeftovers(Set<String> needed) throws IOException {
        long leftovers =
                blobs.list().stream().filter(name -> !needed.contains(name)).count();
        if (leftovers > 0) {
            checked.fine("blob", Said.of("{n} of an interrupted group belong to nothing", "n", leftovers));
        }
    }

    private Verdict verdict(Verdict.Bytes bytes) {
        long statements = size();
        return new Verdict(
                bytes,
                new Verdict.Unproven(""),
                new Verdict.Counted(records, records, opened, statements),
                new Verdict.Origin(
                        logs.stream().map(log -> log.key().fingerprint()).toList(), List.of()),
                checked.all());
    }
}
