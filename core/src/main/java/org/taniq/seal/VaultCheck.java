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
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks a vault: without a key its logs and the names of its blobs, with the identity also that everything
/// sealed is
/// there and is what the logs say. Changes nothing.
public final class VaultCheck {
    private final Vault vault;
    private final Blobs blobs;
    private final Map<String, Checkpoint> remembered;
    private final List<Verdict.Check> checks = new ArrayList<>();
    private final List<LogFolder> logs = new ArrayList<>();
    private long records;

    private VaultCheck(Vault vault, Map<String, Checkpoint> remembered) {
        this.vault = vault;
        this.blobs = vault.blobs(new Durable());
        this.remembered = remembered;
    }

    /// Checks without a key.
    ///
    /// @param remembered the highest checkpoints that somebody else, or this machine's memory, holds, by log id
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered) throws IOException {
        var check = new VaultCheck(vault, remembered);
        check.publicParts();
        return check.verdict(check.bytes(Verdict.Bytes.UNCHECKED));
    }

    /// Checks with the vault's identity: also openings, contents and records. With a key that opens nothing of
    /// the
    /// vault
    /// the bytes are unchecked, and a check named `key` has failed; what others than that key open is altered.
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered, Identity identity) throws IOException {
        var check = new VaultCheck(vault, remembered);
        check.publicParts();
        if (check.opensNothing(identity)) {
            return check.withoutKey();
        }
        check.step("openings", "what is behind the leaves", () -> check.sealedParts(identity));
        return check.verdict(check.bytes(Verdict.Bytes.INTACT));
    }

    /// One check; what it finds wrong ends it and not the others.
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void step(String name, Object of, Step step) throws IOException {
        if (passes(name, of, step)) {
            checks.add(new Verdict.Check(name, true, Said.of("{of}", "of", of)));
        }
    }

    private boolean passes(String name, Object of, Step step) throws IOException {
        try {
            step.run();
            return true;
        } catch (Altered | Rollback | WrongKey wrong) {
            checks.add(new Verdict.Check(name, false, Said.of("{of}: {why}", Map.of("of", of, "why", wrong.said()))));
            return false;
        } catch (NoSuchFileException missing) {
            checks.add(new Verdict.Check(
                    name,
                    false,
                    Said.of(
                            "{of}: {file} is not here",
                            Map.of("of", of, "file", String.valueOf(missing.getMessage())))));
            return false;
        }
    }

    /// Whether there are openings and the key is the key to none of them.
    private boolean opensNothing(Identity identity) throws IOException {
        boolean any = false;
        for (var log : logs) {
            for (var opening : Unlocked.openings(log.folder())) {
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
        var bytes = bytes(Verdict.Bytes.UNCHECKED);
        checks.add(new Verdict.Check(
                "key",
                false,
                Said.of("this key opens nothing here: it is another vault's, or nothing here was encrypted to it")));
        return verdict(bytes);
    }

    private void publicParts() throws IOException {
        var seen = new HashSet<String>();
        for (var folder : vault.logFolders()) {
            String id = folder.getFileName().toString();
            seen.add(id);
            step("log", id, () -> checkLog(folder));
        }
        for (var id : remembered.keySet()) {
            if (!seen.contains(id)) {
                checks.add(new Verdict.Check("log", false, Said.of("{log} is remembered and is not here", "log", id)));
            }
        }
        checkBlobs(blobs.list());
        if (Files.exists(vault.folder().resolve("orphan"))) {
            checks.add(new Verdict.Check("orphan", true, Said.of("an interrupted group was set aside in orphan/")));
        }
    }

    private void checkLog(Path folder) throws IOException {
        String id = folder.getFileName().toString();
        boolean begun = Files.exists(folder.resolve("checkpoint"));
        if (begun) {
            checkBegun(folder);
        } else if (remembered.containsKey(id)) {
            throw new Altered("it has lost its checkpoint");
        } else {
            checks.add(
                    new Verdict.Check("log", true, Said.of("{log} is not here yet: it has no checkpoint", "log", id)));
        }
        long size = begun ? logs.getLast().checkpoint().size() : 0;
        if (new Beyond(folder, size).isOneGroup()) {
            checks.add(new Verdict.Check(
                    "log",
                    true,
                    Said.of(
                            "{log}: an interrupted group lies beyond its checkpoint, or an older checkpoint was put back",
                            "log",
                            id)));
        }
    }

    private void checkBegun(Path folder) throws IOException {
        var log = LogFolder.read(folder);
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

    /// One check for all that are intact, however many, and one for each that is not.
    private void checkBlobs(List<String> names) throws IOException {
        var sums = blobs.sums(names);
        int intact = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (sums.get(i).equals(name)) {
                intact++;
            } else if (sums.get(i).isEmpty()) {
                checks.add(new Verdict.Check(
                        "blob", false, Said.of("{blob}: it was taken away during the check", "blob", name)));
            } else {
                checks.add(new Verdict.Check(
                        "blob", false, Said.of("{blob}: its bytes are not those its name says", "blob", name)));
            }
        }
        checks.add(new Verdict.Check("blob", true, Said.of("{n} have the bytes that their names say", "n", intact)));
    }

    private void sealedParts(Identity identity) throws IOException {
        var unlocked = vault.unlock(identity);
        var needed = new HashSet<String>();
        for (var log : unlocked.logs()) {
            step(
                    "log",
                    Said.of("leaf 0 of {log}", "log", log.key().id()),
                    () -> checkFirst(unlocked, log, identity.recipient()));
        }
        int whole = 0;
        for (var item : unlocked.statements("item/1")) {
            if (item.hasBytes()) {
                needed.add(item.line().blob());
                var of = Said.of(
                        "statement {statement}", "statement", item.pointer().index());
                whole += passes("item", of, () -> readWhole(unlocked.bytes(item))) ? 1 : 0;
            }
        }
        checks.add(new Verdict.Check("item", true, Said.of("{n} have the bytes that were sealed", "n", whole)));
        for (var reading : unlocked.statements("reading/1")) {
            reading.line().trees().values().forEach(needed::addAll);
            step(
                    "reading",
                    Said.of(
                            "statement {statement}",
                            "statement",
                            reading.pointer().index()),
                    () -> checkReading(unlocked, reading));
        }
        var pointers = new VaultPointers(unlocked);
        for (var statement : unlocked.statements()) {
            step(
                    "pointers",
                    Said.of(
                            "statement {statement}",
                            "statement",
                            statement.pointer().name()),
                    () -> pointers.check(statement));
        }
        noteLeftovers(needed);
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
            if (kind.isEmpty() || !leaf.known().allowedIn(kind.get())) {
                throw new Altered("a statement of another kind stands in it");
            }
        }
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
            checks.add(new Verdict.Check(
                    "blob", true, Said.of("{n} of an interrupted group belong to nothing", "n", leftovers)));
        }
    }

    /// @param best what may be said of the bytes if nothing failed
    private Verdict.Bytes bytes(Verdict.Bytes best) {
        return checks.stream().allMatch(Verdict.Check::ok) ? best : Verdict.Bytes.ALTERED;
    }

    private Verdict verdict(Verdict.Bytes bytes) {
        long statements =
                logs.stream().mapToLong(log -> log.checkpoint().size()).sum();
        return new Verdict(
                bytes,
                new Verdict.Time(""),
                new Verdict.Completeness(records, records, statements, statements),
                new Verdict.Origin(
                        logs.stream().map(log -> log.key().fingerprint()).toList(), List.of()),
                checks);
    }
}
