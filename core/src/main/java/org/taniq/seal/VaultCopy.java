package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Destination;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// Copies a vault to another place, without its key, and checks the copy from the bytes that are read back.
///
/// The copy is at every instant a vault, or one that is not here yet: keys of logs first, so that it is known
/// whose it is, then blobs, openings, entries and tiles, checkpoints, `keys/`, and `taniq.json` last. What is
/// there with the right bytes is not written again, so whatever stopped a copy, the next one goes on. Somebody
/// may be sealing meanwhile: each log is copied as it stands at one checkpoint.
public final class VaultCopy {
    private final Vault vault;
    private final Remembered remembered;
    private final Durable durable;
    private Far far = (_, _) -> {};
    private Optional<Leaving> leaving = Optional.empty();
    private Optional<Key> key = Optional.empty();

    /// @param remembered the highest checkpoints that this machine has seen, by log id
    public VaultCopy(Vault vault, Map<String, Checkpoint> remembered, Durable durable) {
        this.vault = vault;
        this.remembered = new Remembered(remembered);
        this.durable = durable;
    }

    /// Whether the copy can be opened by the ways into the vault.
    public enum Keys {
        WITH,
        WITHOUT
    }

    /// Told how far the copy has come, in bytes of blobs; must be quick.
    @FunctionalInterface
    public interface Far {
        void at(long bytes, long of);
    }

    public VaultCopy watchedBy(Far watching) {
        far = watching;
        return this;
    }

    /// The identity of the vault, asked for where it is needed.
    @FunctionalInterface
    public interface Key {
        Identity identity() throws IOException;
    }

    /// With the key, what differs in the copy is compared by what it holds.
    public VaultCopy openedBy(Key opening) {
        key = Optional.of(opening);
        return this;
    }

    /// What goes from the copy too, because it was erased.
    private record Leaving(Wiping wiping, Identity identity) {}

    /// What this machine erased is taken out of the destination too, also of what was set aside there.
    public VaultCopy without(Erasing erasing, Identity identity) {
        leaving = Optional.of(new Leaving(erasing.wiping(), identity)).filter(each -> !each.wiping.isNothing());
        return this;
    }

    /// Makes the copy, or makes the one that is there whole and as new as this vault.
    ///
    /// @param to a folder that is new, empty, or holds a copy of this vault
    /// @throws IOException if it is none of these, or cannot be written; what was written stays and is gone on
    ///     from
    public Copied to(Path to, Keys keys) throws IOException {
        return to(new FolderDestination(to, durable), keys);
    }

    /// As [#to(Path, Keys)], for any place.
    public Copied to(Destination destination, Keys keys) throws IOException {
        Path to = destination.folder();
        SameCase.refuseOther(vault, to);
        var moment = VaultMoment.of(vault);
        var checked = new Checked();
        var place = CopyPlace.at(destination);
        var copy = new CopyFiles(vault.folder(), place, checked);
        sayWhereLocked(checked);
        new Run(moment, checked, copy, VaultFiles.in(to)).write(keys);
        copy.readBack();
        erase(destination, place, checked);
        return copied(moment, checked, place, to);
    }

    /// Only the key tells what was erased: the copy may have it from before, or the case, if a synchronisation
    /// brought it back.
    private void sayWhereLocked(Checked checked) throws IOException {
        if (key.isEmpty() && vault.mayLackErased()) {
            checked.fine(
                    Verdict.HOLDS_ERASED,
                    Said.of("something was erased from the case, which is locked here: what it was cannot be told, and"
                            + " the copy may still hold it; copy again once the case is unlocked"));
        }
    }

    private void erase(Destination destination, CopyPlace place, Checked checked) throws IOException {
        if (leaving.isEmpty()) {
            return;
        }
        if (destination.isOnDisk()) {
            erase(destination.folder(), leaving.get(), checked);
        } else {
            nameErased(destination.folder(), leaving.get().wiping().blobs(), place, checked);
        }
    }

    private void erase(Path to, Leaving leaving, Checked checked) throws IOException {
        int files = leaving.wiping().in(to, to, leaving.identity(), durable);
        if (files > 0) {
            checked.fine(
                    Verdict.ERASED,
                    Said.of("what was erased from the case was erased from the copy too (files: {n})", "n", files));
        }
    }

    /// What lies with somebody else is deleted by whoever rules there: also the versions that are kept.
    private static void nameErased(Path to, Set<String> blobs, CopyPlace place, Checked checked) throws IOException {
        for (var blob : blobs) {
            String name = VaultFiles.blob(blob);
            if (place.has(name)) {
                checked.unknown(
                        Verdict.HOLDS_ERASED,
                        Said.of(
                                "{file} was erased from the case and is still in the copy: delete it there",
                                "file",
                                name));
            }
        }
        if (Files.exists(to.resolve("orphan"))) {
            checked.unknown(
                    Verdict.HOLDS_ERASED,
                    Said.of("what was erased from the case may still be in orphan/ of the copy: delete that there"));
        }
    }

    private Copied copied(VaultMoment moment, Checked checked, CopyPlace place, Path to) throws IOException {
        var made = Vault.at(to);
        nameUnread(place.vouched(), checked);
        var verdict = VaultCheck.check(made, newest(moment, made), place.vouched());
        var contents = Copied.Contents.of(made);
        var older = contents.keys().stream()
                .filter(key -> !moment.files().keys().contains(key))
                .toList();
        var changes = new Copied.Changes(
                place.written(),
                place.mended(),
                moment.files().strange(),
                older,
                place.vouched().size());
        var checks = new ArrayList<>(checked.all());
        checks.addAll(verdict.failed());
        return new Copied(contents, changes, Copied.worst(checked, verdict), checks);
    }

    private static void nameUnread(Set<String> vouched, Checked checked) {
        if (!vouched.isEmpty()) {
            checked.fine(
                    "copy",
                    Said.of(
                            "{n} files were there already, with the checksum that the other side states; they were not"
                                    + " read back now",
                            "n",
                            vouched.size()));
        }
    }

    /// Of what was copied nothing can be on its way.
    private static Map<String, Checkpoint> newest(VaultMoment moment, Vault made) throws IOException {
        var there = made.logNames();
        var newest = new HashMap<String, Checkpoint>();
        for (var log : moment.whole()) {
            if (there.contains(log.key().id())) {
                newest.put(log.key().id(), log.checkpoint());
            }
        }
        return newest;
    }

    /// One copying.
    private final class Run {
        private final VaultMoment moment;
        private final Checked checked;
        private final CopyFiles copy;
        private final List<LogCopy> wanted = new ArrayList<>();
        private final List<String> partly = new ArrayList<>();

        private Run(VaultMoment moment, Checked checked, CopyFiles copy, VaultFiles there) throws IOException {
            this.moment = moment;
            this.checked = checked;
            this.copy = copy;
            for (var log : moment.whole()) {
                choose(log, there);
            }
            for (var gap : moment.partly()) {
                choose(gap);
            }
        }

        private void choose(LogFolder log, VaultFiles there) throws IOException {
            remembered
                    .head(log.key().id())
                    .ifPresent(
                            head -> checked.passes("log", log.key().id(), () -> LogWriter.refuseRollback(log, head)));
            var one = new LogCopy(log, moment.files(), copy);
            if (one.isWanted(there, checked)) {
                wanted.add(one);
            }
        }

        /// What is not whole here is copied as it is, where the copy has nothing better.
        private void choose(Gap gap) {
            var why = Said.of("{of}: {why}", Map.of("of", gap.log(), "why", gap.why()));
            boolean onItsWay = gap instanceof Gap.NotHere && !remembered.hasBegun(gap.log());
            if (gap instanceof Gap.Unreadable || onItsWay) {
                checked.unknown("log", why);
            } else {
                checked.wrong("log", why);
            }
            if (!copy.place().has("log/" + gap.log() + "/checkpoint")) {
                partly.add(gap.log());
            }
        }

        private void write(Keys keys) throws IOException {
            raiseMark();
            writeKeysOfLogs();
            writeBlobs();
            writeLogs();
            if (keys == Keys.WITH) {
                for (var key : moment.files().keys()) {
                    copy.raw(key);
                }
            }
            copy.place().settle();
            writeMark();
        }

        private void writeKeysOfLogs() throws IOException {
            for (var log : wanted) {
                log.key();
            }
            for (var log : partly) {
                raw(log, "vkey");
            }
            copy.place().settle();
        }

        private void writeBlobs() throws IOException {
            var blobs = moment.files().blobs();
            long all = 0;
            for (var blob : blobs) {
                all += size(blob);
            }
            long done = 0;
            for (var blob : blobs) {
                far.at(done, all);
                copy.blob(blob).ifPresent(why -> checked.wrong("blob", why));
                done += size(blob);
            }
            far.at(done, all);
            copy.place().settle();
        }

        /// Nothing of one that went away or cannot be read: that is said where it is copied.
        private long size(String blob) {
            return vault.folder().resolve(VaultFiles.blob(blob)).toFile().length();
        }

        private void writeLogs() throws IOException {
            var openings = new OpeningCopy(vault, copy, key, erased(), checked);
            for (var log : wanted) {
                log.openings(remembered, openings, checked);
            }
            copy.place().settle();
            for (var log : wanted) {
                log.tiles();
            }
            for (var log : partly) {
                raw(log, "");
            }
            copy.place().settle();
            for (var log : wanted) {
                log.checkpoint();
            }
            for (var log : partly) {
                raw(log, "checkpoint");
            }
        }

        private Set<Pointer> erased() {
            return leaving.map(each -> each.wiping().erased()).orElse(Set.of());
        }

        /// @param only the file, or all but the checkpoint
        private void raw(String log, String only) throws IOException {
            for (var file : moment.files().ofLog(log)) {
                if (only.isEmpty() ? !file.equals("checkpoint") : file.equals(only)) {
                    copy.raw("log/" + log + "/" + file);
                }
            }
        }

        /// What needs a higher number is not put where an older program would call it altered.
        private void raiseMark() throws IOException {
            var here = here();
            var there = there();
            if (there.isPresent() && !there.get().includes(here)) {
                copy.replace(VaultMark.NAME, there.get().with(here).bytes());
            }
        }

        /// What this vault says that it is, and at least what is copied of it needs.
        ///
        /// @throws NotHereYet if somebody else writes that
        private VaultFormat here() throws IOException {
            return vault.mark().understood().with(VaultMark.needed(moment.whole()));
        }

        private Optional<VaultFormat> there() throws IOException {
            return isMarkThere() ? VaultFormat.of(copy.place().small(VaultMark.NAME)) : Optional.empty();
        }

        private boolean isMarkThere() throws IOException {
            return copy.place().has(VaultMark.NAME);
        }

        /// An older mark here takes back nothing there.
        private void writeMark() throws IOException {
            if (there().isPresent()) {
                raiseMark();
                return;
            }
            var here = here();
            if (isMarkThere()) {
                copy.place().setAside(VaultMark.NAME);
            }
            copy.replace(VaultMark.NAME, here.bytes());
        }
    }
}
