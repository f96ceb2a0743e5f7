package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Said;

/// Checks what anybody can check of a vault without its key: its logs, and that the blobs have the bytes that
/// their names say.
final class VaultLogsCheck {
    private final Vault vault;
    private final Remembered remembered;
    private final Checked checked;
    private final StampsCheck stamps;
    private final SortedMap<String, LogFolder> whole = new TreeMap<>();
    private final List<String> cut = new ArrayList<>();

    VaultLogsCheck(Vault vault, Remembered remembered, Checked checked) {
        this.vault = vault;
        this.remembered = remembered;
        this.checked = checked;
        this.stamps = new StampsCheck(remembered);
    }

    /// The logs that lead to their checkpoint.
    List<LogFolder> logs() {
        return List.copyOf(whole.values());
    }

    StampsCheck stamps() {
        return stamps;
    }

    /// @param vouched files whose bytes are not read
    void check(Blobs blobs, Set<String> vouched) throws IOException {
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
            checked.add(new Growing(vault, folder).check(trial -> {
                whole.remove(id);
                trial.step("log", id, () -> checkLog(folder, trial));
                var log = whole.get(id);
                if (log != null) {
                    nameErasures(log, trial);
                    stamps.check(log, trial);
                }
            }));
        }
        for (var id : remembered.own()) {
            if (!seen.contains(id) && remembered.hasBegun(id)) {
                checked.wrong("log", Said.of("{log} is remembered and is not here", "log", id));
            }
        }
        if (vault.isOfThisFormat()) {
            checked.passes("format", VaultMark.NAME, this::nameLowMark);
        }
        checkBlobs(blobs, vouched);
        if (Files.exists(vault.folder().resolve("orphan"))) {
            checked.fine("orphan", Said.of("an interrupted group was set aside in orphan/"));
        }
    }

    /// No evidence is altered by it: an older program would be let in that erases less than it says.
    private void nameLowMark() throws IOException {
        if (!vault.mark().understood().includes(VaultMark.needed(logs()))) {
            checked.fine(
                    "format",
                    Said.of(
                            "{file} has a lower number than what is sealed here needs: an older state of that file was"
                                    + " put back; it is raised when the case is next opened, or the copy brought up to"
                                    + " date",
                            "file",
                            VaultMark.NAME));
        }
    }

    private void checkLog(Path folder, Checked trial) throws IOException {
        String id = folder.getFileName().toString();
        long size = 0;
        if (Files.exists(folder.resolve("checkpoint"))) {
            size = checkBegun(folder);
        } else if (remembered.hasBegun(id)) {
            throw new Altered("it has lost its checkpoint");
        } else if (remembered.isOwn(id)) {
            trial.fine("log", Said.of("{log} has not begun: it has no checkpoint", "log", id));
        } else {
            trial.unknown("log", Said.of("{log} is not here yet: it has no checkpoint", "log", id));
        }
        if (hasOneGroupBeyond(folder, size)) {
            trial.fine(
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
            if (remembered.isOwn(folder.getFileName().toString())) {
                throw more;
            }
            throw new NotHereYet(more.said());
        }
    }

    /// @return how many statements it has
    private long checkBegun(Path folder) throws IOException {
        var log = read(folder);
        var highest = remembered.head(log.key().id());
        if (highest.isPresent()) {
            LogWriter.refuseRollback(log, highest.get());
        }
        for (int index = 0; index < log.leaves().size(); index++) {
            if ((index == 0) != log.leaves().get(index).schema().equals("log/1")) {
                throw new Altered("log/1 stands at index 0 and nowhere else");
            }
        }
        whole.put(log.key().id(), log);
        log.refuseToGoPast();
        return log.checkpoint().size();
    }

    private static void nameErasures(LogFolder log, Checked trial) {
        long times = log.leaves().stream()
                .filter(leaf -> leaf.schema().equals(Erasure.SCHEMA))
                .count();
        if (times > 0) {
            trial.fine(
                    Verdict.ERASED,
                    Said.of(
                            "{log} says that something was erased (times: {n}); what and when shows with the key",
                            Map.of("log", log.key().id(), "n", times)));
        }
    }

    /// @throws NotHereYet if a file is missing of a log that somebody else writes
    private LogFolder read(Path folder) throws IOException {
        try {
            return LogFolder.read(folder);
        } catch (NotHereYet missing) {
            if (remembered.isOwn(folder.getFileName().toString())) {
                throw new Altered(missing.said(), missing);
            }
            throw missing;
        }
    }

    /// One check for all that are intact, however many, and one for each that is not. One that went away since
    /// it was listed is missed, with the key, by what needs it.
    private void checkBlobs(Blobs blobs, Set<String> vouched) throws IOException {
        for (var place : blobs.notFolders()) {
            checked.wrong("blob", Said.of("{place} is no folder, and must be one", "place", place));
        }
        var names = blobs.list().stream()
                .filter(name -> !vouched.contains(VaultFiles.blob(name)))
                .toList();
        var sums = blobs.sums(names);
        int intact = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (sums.get(i).equals(name)) {
                intact++;
            } else if (sums.get(i).isEmpty()) {
                checked.unknown("blob", Said.of("{blob}: it was taken away during the check", "blob", name));
            } else if (sums.get(i).equals(Sums.NO_FILE)) {
                checked.wrong("blob", Said.of("{blob}: it is no ordinary file, and was not read", "blob", name));
            } else if (sums.get(i).equals(Sums.UNREADABLE)) {
                checked.wrong("blob", Said.of("{blob}: it cannot be read", "blob", name));
            } else if (blobs.isCut(name)) {
                cut.add(name);
            } else {
                wrong(name);
            }
        }
        checked.fine("blob", Said.of("{n} have the bytes that their names say", "n", intact));
    }

    private void wrong(String name) {
        checked.wrong("blob", Said.of("{blob}: its bytes are not those its name says", "blob", name));
    }

    /// The blobs that end too early, without a key: they may be on their way where others seal, of whom then some log
    /// is
    /// here too, as a rule.
    void nameCut() throws IOException {
        if (vault.logNames().stream().allMatch(remembered::isOwn)) {
            cut.forEach(this::wrong);
        } else {
            nameCutOfOthers();
        }
    }

    /// As [#nameCut], where everything of our own that is cut is named by what needs it.
    void nameCutOfOthers() {
        cut.forEach(name -> checked.unknown("blob", Said.of("{blob}: it is here in part only", "blob", name)));
    }
}
