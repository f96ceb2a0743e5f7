package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// Checks a vault: without a key its logs and the names of its blobs, with the identity also that
/// everything sealed is there and is what the logs say. Changes nothing.
public final class VaultCheck {
    private final Vault vault;
    private final Blobs blobs;
    private final Remembered remembered;
    private final Checked checked = new Checked();
    private final VaultLogsCheck logs;
    private long opened;
    private long records;

    private VaultCheck(Vault vault, Remembered remembered) {
        this.vault = vault;
        this.blobs = vault.blobs(new Durable());
        this.remembered = remembered;
        this.logs = new VaultLogsCheck(vault, remembered, checked);
    }

    /// Checks without a key.
    ///
    /// @param remembered the highest checkpoints that somebody else, or this machine's memory, holds, by
    ///     log id; of size 0 for a log of this machine that may not have begun
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered) throws IOException {
        return check(vault, remembered, Set.of());
    }

    /// As [#check(Vault, Map)], of a copy that somebody else keeps.
    ///
    /// @param vouched files that are not read
    static Verdict check(Vault vault, Map<String, Checkpoint> remembered, Set<String> vouched) throws IOException {
        var check = new VaultCheck(vault, new Remembered(remembered));
        check.logs.check(check.blobs, vouched);
        return check.withoutKey();
    }

    /// Checks with the vault's identity: also openings, contents and records. Where none of the logs is
    /// remembered, and the key opens nothing, the bytes are unchecked and a check named `key` has failed; what
    /// others than that key open in logs that are remembered is altered.
    public static Verdict check(Vault vault, Map<String, Checkpoint> remembered, Identity identity) throws IOException {
        var check = new VaultCheck(vault, new Remembered(remembered));
        check.logs.check(check.blobs, Set.of());
        if (check.hasNothingOfOurs() && check.opensNothing(identity)) {
            return check.withStrangeKey();
        }
        return check.withKey(identity);
    }

    private boolean hasNothingOfOurs() throws IOException {
        return vault.logNames().stream().noneMatch(remembered::isOwn);
    }

    /// Whether there are openings and the key is the key to none of them.
    private boolean opensNothing(Identity identity) throws IOException {
        boolean any = false;
        for (var log : logs.logs()) {
            for (var opening : Openings.files(log.folder())) {
                any = true;
                if (opens(identity, opening)) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean opens(Identity identity, Path opening) {
        try (var file = Files.newInputStream(opening);
                var _ = identity.decrypt(file)) {
            return true;
        } catch (WrongKey foreign) {
            return false;
        } catch (Altered altered) {
            return true; // said where it is opened
        } catch (IOException unreadable) {
            return true; // likewise
        }
    }

    private Verdict withoutKey() throws IOException {
        logs.nameCut();
        return verdict(checked.bytes(Verdict.Bytes.UNCHECKED), size(), 0);
    }

    private Verdict withStrangeKey() throws IOException {
        logs.nameCut();
        var bytes = checked.bytes(Verdict.Bytes.UNCHECKED);
        checked.wrong(
                "key",
                Said.of("this key opens nothing here: it is another vault's, or nothing here was encrypted to it"));
        return verdict(bytes, 0, 0);
    }

    private Verdict withKey(Identity identity) throws IOException {
        logs.nameCutOfOthers();
        checked.add(new Growing(vault)
                .check(trial -> trial.step(
                        "openings", Said.of("what is behind the leaves"), () -> checkContents(identity, trial))));
        return verdict(checked.bytes(Verdict.Bytes.INTACT), opened, records);
    }

    private void checkContents(Identity identity, Checked trial) throws IOException {
        opened = 0;
        records = 0;
        var unlocked = vault.unlockToCheck(identity, remembered);
        opened = unlocked.statements().size();
        var contents = new VaultContentsCheck(unlocked, remembered, trial);
        contents.check(logs.logs(), identity.recipient());
        new StampStatementsCheck(unlocked, logs.stamps(), trial).check();
        records = contents.records();
        if (checked.bytes(Verdict.Bytes.INTACT) == Verdict.Bytes.INTACT
                && trial.bytes(Verdict.Bytes.INTACT) == Verdict.Bytes.INTACT) {
            contents.nameLeftovers(blobs); // else they may belong to what could not be read
        }
    }

    /// How many statements the logs hold that lead to their checkpoint.
    private long size() {
        return logs.logs().stream().mapToLong(log -> log.checkpoint().size()).sum();
    }

    private Verdict verdict(Verdict.Bytes bytes, long statements, long records) {
        var keys = logs.logs().stream().map(log -> log.key().fingerprint()).toList();
        return new Verdict(
                bytes,
                logs.stamps().time(),
                new Verdict.Counted(records, records, statements, size()),
                new Verdict.Origin(keys, List.of()),
                checked.all());
    }
}
