package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;

/// Makes a vault again in a new folder, under another key. Logs, entries, checkpoints and time-stamps stay as they
/// are; blobs and openings are sealed again. The old folder is not changed. Nobody goes on with an old log: who
/// does this begins new ones, in the preparation that is handed in, and says there that the key is another.
///
/// The folder becomes a vault when everything is in it; an attempt that was stopped is cleared away by the next.
public final class VaultRekey {
    private final Vault vault;
    private final Identity old;
    private final Unlocked unlocked;
    private final Remembered remembered;
    private final Durable durable;
    private final Checked checked = new Checked();
    private final List<RekeyedLog> logs = new ArrayList<>();
    private final RekeyedBlobs blobs;
    private VaultCopy.Far far = (_, _) -> {};

    private VaultRekey(Vault vault, Identity old, Map<String, Checkpoint> remembered, Durable durable)
            throws IOException {
        this.vault = vault;
        this.old = old;
        this.remembered = new Remembered(remembered);
        this.durable = durable;
        this.unlocked = vault.unlockToCheck(old, this.remembered);
        this.blobs = new RekeyedBlobs(unlocked, old, checked);
    }

    /// Looks at what there is. Nobody seals into the vault until it is done.
    ///
    /// @param old the key of the vault until now
    /// @param remembered the highest checkpoints that this machine has seen, by log id
    /// @param own of the person who does it
    /// @throws NotThisFormat if a newer program sealed into it
    public static VaultRekey of(
            Vault vault, Identity old, OwnLogs own, Map<String, Checkpoint> remembered, Durable durable)
            throws IOException {
        var rekey = new VaultRekey(vault, old, remembered, durable);
        rekey.unlocked.refuseToGoPast();
        rekey.look(own);
        return rekey;
    }

    private void look(OwnLogs own) throws IOException {
        var moment = VaultMoment.of(vault);
        var erased = erased(own);
        for (var log : moment.whole()) {
            refuseNewer(log);
            var one = new RekeyedLog(log, moment.files(), erased, old);
            if (!one.isForeign()) {
                logs.add(one);
            }
        }
        var from = vault.blobs(durable);
        for (var log : logs) {
            log.statements().forEach(statement -> blobs.want(statement, from));
        }
    }

    /// What it leads to is not known here.
    private static void refuseNewer(LogFolder log) throws NotThisFormat {
        if (!log.leaves().stream().allMatch(Leaf::isKnown)) {
            throw new NotThisFormat(Said.of(
                    "log {log} holds statements of a newer version of Taniq: use that version",
                    "log",
                    log.key().id()));
        }
    }

    /// What this person said was erased, also where it could not be done yet, such as on a disk that takes nothing.
    /// Nobody else decides what is left behind.
    private Set<Pointer> erased(OwnLogs own) {
        return unlocked.allErased().stream()
                .filter(own.saying(unlocked.logs()))
                .map(ErasedStatement::pointer)
                .collect(Collectors.toSet());
    }

    public VaultRekey watchedBy(VaultCopy.Far watching) {
        far = watching;
        return this;
    }

    /// What of the vault will not be in the new one, because it is not here or not as it was sealed. What shows only
    /// when everything is read is not among it.
    public List<Said> lacking() {
        var all = new ArrayList<Said>();
        unlocked.gaps().forEach(gap -> all.add(Said.of("{of}: {why}", Map.of("of", gap.log(), "why", gap.why()))));
        var here = vault.blobs(durable);
        blobs.wanted().stream()
                .filter(blob -> !here.has(blob))
                .forEach(blob -> all.add(Said.of("{file} is not here", "file", VaultFiles.blob(blob))));
        return all;
    }

    /// How many bytes the blobs have that are sealed again.
    public long bytes() {
        return blobs.wanted().stream().mapToLong(this::size).sum();
    }

    private long size(String blob) {
        return vault.folder().resolve(VaultFiles.blob(blob)).toFile().length();
    }

    /// Makes the vault and checks it with its key.
    ///
    /// @param preparation puts a way in and the keys to seal where they belong, begins new logs, and seals that the
    ///     key is new
    /// @throws IOException if something else is in the folder, or it cannot be written
    public Copied to(Path to, Identity fresh, Vault.Preparation preparation) throws IOException {
        SameCase.refuseOverlap(vault, to);
        if (logs.isEmpty()) {
            throw new Trouble("nothing in this case can be read: nothing was changed");
        }
        var attempt = new RekeyAttempt(to, durable);
        attempt.begin(vault.needed().with(VaultFormat.WITH_NEW_KEY));
        var place = CopyPlace.at(new FolderDestination(to, durable));
        var files = new CopyFiles(vault.folder(), place, checked);
        write(files, to, fresh);
        preparation.prepare(Vault.remainsAt(to));
        attempt.finish();
        return made(Vault.at(to), place, fresh);
    }

    private void write(CopyFiles files, Path to, Identity fresh) throws IOException {
        for (var log : logs) {
            log.copy(files).key();
        }
        durable.settle();
        writeBlobs(new Blobs(to.resolve("blob"), durable), fresh);
        for (var log : logs) {
            log.openings(to.resolve("log").resolve(log.id()), blobs, fresh.recipient(), durable);
            log.stamps(files);
        }
        durable.settle();
        for (var log : logs) {
            log.copy(files).tiles();
        }
        durable.settle();
        for (var log : logs) {
            log.copy(files).checkpoint();
        }
        files.place().settle();
        files.readBack();
    }

    private void writeBlobs(Blobs to, Identity fresh) throws IOException {
        long all = bytes();
        long done = 0;
        for (var blob : blobs.wanted()) {
            far.at(done, all);
            blobs.carry(blob, to, fresh.recipient());
            done += size(blob);
        }
        far.at(all, all);
        durable.settle();
    }

    private Copied made(Vault made, CopyPlace place, Identity fresh) throws IOException {
        nameLeft();
        var verdict = VaultCheck.check(made, remembered.heads(), fresh);
        var changes = new Copied.Changes(
                place.written(), place.mended(), VaultFiles.in(vault.folder()).strange(), List.of(), 0);
        var checks = new ArrayList<>(checked.all());
        checks.addAll(verdict.failed());
        return new Copied(Copied.Contents.of(made), changes, Copied.worst(checked, verdict), checks);
    }

    private void nameLeft() throws IOException {
        for (var said : lacking()) {
            checked.unknown("log", said);
        }
        long left = vault.blobs(durable).list().stream()
                .filter(blob -> !blobs.wanted().contains(blob))
                .count();
        if (left > 0) {
            checked.fine("blob", Said.of("{n} sealed files belong to nothing that is here, and were left", "n", left));
        }
    }
}
