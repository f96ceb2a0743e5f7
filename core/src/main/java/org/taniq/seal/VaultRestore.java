package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// Makes a vault again from copies of it: of each log the longest that leads to its checkpoint, openings and
/// blobs from wherever they are whole. The copies are not changed. What is whole in none of them is named. No
/// log goes on under its old key: who restores begins new ones, in the preparation that is handed in.
///
/// The folder becomes a vault when everything is in it; an attempt that was stopped is gone on from.
public final class VaultRestore {
    private final List<Vault> copies = new ArrayList<>();
    private final Identity identity;
    private final Durable durable;
    private final Checked checked = new Checked();
    private VaultCopy.Far far = (_, _) -> {};
    private OwnLogs own = OwnLogs.NONE;

    /// @param copies folders of copies, also of damaged or unfinished ones
    /// @param identity the vault's
    /// @throws WrongKey if a copy is one of another case, or of this one under another key, or is so damaged that
    ///     this cannot be told
    public VaultRestore(List<Path> copies, Identity identity, Durable durable) throws IOException {
        this.identity = identity;
        this.durable = durable;
        for (var folder : copies) {
            var copy = Vault.remainsAt(folder);
            OtherKey.refuseForeign(copy, identity);
            this.copies.add(copy);
            checked.passes("copy", folder, () -> Vault.at(folder));
        }
    }

    public VaultRestore watchedBy(VaultCopy.Far watching) {
        far = watching;
        return this;
    }

    /// What these logs say was erased is left out.
    public VaultRestore ofWriter(OwnLogs logs) {
        own = logs;
        return this;
    }

    /// Makes the vault and checks it with its key.
    ///
    /// @param remembered the highest checkpoints that this machine has seen of this case's logs, by log id
    /// @param preparation puts a way in and the keys to seal where they belong, and begins new logs
    /// @throws IOException if something else is in the folder, or it cannot be written
    public Copied to(Path to, Map<String, Checkpoint> remembered, Vault.Preparation preparation) throws IOException {
        SameCase.refuseAllButRemains(copies, to);
        OtherKey.refuseMixed(copies, identity);
        var place = CopyPlace.at(new FolderDestination(to, durable));
        var remains = new ArrayList<Remains>();
        for (var copy : copies) {
            var files = new CopyFiles(copy.folder(), place, checked);
            remains.add(new Remains(copy, VaultMoment.of(copy), files));
        }
        write(remains, new Remembered(remembered));
        place.settle();
        for (var copy : remains) {
            copy.files().readBack();
        }
        var vault = Vault.remainsAt(to);
        var erased = erasedAgain(vault) ? VaultFormat.WITH_ERASED : VaultFormat.NEW;
        var needed = vault.unlockToCheck(identity, new Remembered(Map.of())).needed();
        return restored(vault.finish(needed.with(erased), preparation, durable), remains, place);
    }

    /// What this person erased does not come back out of an older copy. What others say they erased does: nobody
    /// destroys what is not theirs by saying so. The copies stay as they are.
    ///
    /// @return whether values may be gone
    private boolean erasedAgain(Vault vault) throws IOException {
        var unlocked = vault.unlockToCheck(identity, new Remembered(Map.of()));
        var wiping = Wiping.of(unlocked, own.saying(unlocked.logs()));
        int files = wiping.isNothing() ? 0 : wiping.in(vault.folder(), vault.folder(), identity, durable);
        if (files > 0) {
            checked.fine(
                    Verdict.ERASED,
                    Said.of("what was erased from the case was not restored from the copies (files: {n})", "n", files));
        }
        nameErasedByOthers(unlocked, wiping);
        return !unlocked.allErased().isEmpty();
    }

    private void nameErasedByOthers(Unlocked unlocked, Wiping wiping) {
        var others = unlocked.erasedAndHere().stream()
                .filter(each -> !wiping.erased().contains(each.pointer()))
                .collect(Collectors.groupingBy(each -> each.by().log(), TreeMap::new, Collectors.counting()));
        others.forEach((log, n) -> checked.fine(Verdict.ERASED, restored(unlocked.whose(log), log, n)));
    }

    private static Said restored(String whose, String log, long n) {
        return whose.isEmpty()
                ? Said.of(
                        "log {log} says that something was erased which a copy holds: it was restored (statements: {n});"
                                + " if it was you, erase it with `taniq erase --also-here`",
                        Map.of("log", log, "n", n))
                : Said.of(
                        "{whose}, in log {log}, says that something was erased which a copy holds: it was restored"
                                + " (statements: {n}); if it was you, erase it with `taniq erase --also-here`",
                        Map.of("whose", whose, "log", log, "n", n));
    }

    private Copied restored(Vault vault, List<Remains> remains, CopyPlace place) throws IOException {
        var verdict = VaultCheck.check(vault, Map.of(), identity);
        var strange = new TreeSet<String>();
        remains.forEach(copy -> strange.addAll(copy.moment().files().strange()));
        var changes = new Copied.Changes(place.written(), place.mended(), List.copyOf(strange), List.of(), 0);
        var checks = new ArrayList<>(checked.all());
        checks.addAll(verdict.failed());
        return new Copied(Copied.Contents.of(vault), changes, Copied.worst(checked, verdict), checks);
    }

    private void write(List<Remains> remains, Remembered remembered) throws IOException {
        var logs = new LinkedHashMap<RestoredLog, LogFolder>();
        for (var id : ids(remains)) {
            var log = new RestoredLog(id, remains, checked);
            var longest = log.longest();
            if (longest.isPresent()) {
                logs.put(log, longest.get());
                remembered.head(id).ifPresent(head -> compare(longest.get(), head));
            }
        }
        nameLost(ids(remains), remembered);
        if (logs.isEmpty()) {
            throw new Trouble(
                    "cannot restore: no log of these copies is whole; keep them, nothing was changed in them");
        }
        for (var log : logs.entrySet()) {
            log.getKey().key(log.getValue());
        }
        durable.settle();
        writeBlobs(remains);
        for (var log : logs.entrySet()) {
            log.getKey().openings(log.getValue(), identity);
            log.getKey().stamps(log.getValue());
        }
        durable.settle();
        for (var log : logs.entrySet()) {
            log.getKey().tiles(log.getValue());
        }
        durable.settle();
        for (var log : logs.entrySet()) {
            log.getKey().checkpoint(log.getValue());
        }
        writeKeys(remains);
    }

    /// What was sealed on this computer after the copy was made is not in it.
    private void compare(LogFolder log, Checkpoint remembered) {
        long more = remembered.size() - log.checkpoint().size();
        if (more > 0) {
            checked.unknown(
                    "log",
                    Said.of(
                            "{log}: what was sealed after the copy was made is not in it (entries: {n})",
                            Map.of("log", log.key().id(), "n", more)));
        } else {
            checked.passes("log", log.key().id(), () -> LogWriter.refuseRollback(log, remembered));
        }
    }

    private void nameLost(TreeSet<String> here, Remembered remembered) {
        for (var log : new TreeSet<>(remembered.begun())) {
            if (!here.contains(log)) {
                checked.unknown(
                        "log",
                        Said.of("{log}: it was sealed on this computer and is in none of these copies", "log", log));
            }
        }
    }

    private static TreeSet<String> ids(List<Remains> remains) throws IOException {
        var ids = new TreeSet<String>();
        for (var copy : remains) {
            ids.addAll(copy.vault().logNames());
        }
        return ids;
    }

    private void writeBlobs(List<Remains> remains) throws IOException {
        var blobs = new TreeMap<String, List<Remains>>();
        for (var copy : remains) {
            copy.moment()
                    .files()
                    .blobs()
                    .forEach(blob ->
                            blobs.computeIfAbsent(blob, _ -> new ArrayList<>()).add(copy));
        }
        long done = 0;
        for (var blob : blobs.entrySet()) {
            far.at(done++, blobs.size());
            writeBlob(blob.getKey(), blob.getValue());
        }
        far.at(blobs.size(), blobs.size());
        durable.settle();
    }

    private void writeBlob(String blob, List<Remains> from) throws IOException {
        var wrong = new ArrayList<Said>();
        for (var copy : from) {
            var why = copy.files().blob(blob);
            if (why.isEmpty()) {
                return;
            }
            wrong.add(why.get());
        }
        checked.wrong("blob", wrong.getFirst());
    }

    /// Each way in once; which of two files of one name is the right one, only its words could tell.
    private static void writeKeys(List<Remains> remains) throws IOException {
        var seen = new TreeSet<String>();
        for (var copy : remains) {
            for (var key : copy.moment().files().keys()) {
                if (seen.add(key)) {
                    copy.files().raw(key);
                }
            }
        }
    }
}
