package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// One log, made again from the copies that hold it: the longest that leads to its checkpoint, with each opening
/// from wherever it fits. Where two copies tell two pasts, nothing is guessed.
final class RestoredLog {
    private final String id;
    private final List<Remains> copies;
    private final Checked checked;

    RestoredLog(String id, List<Remains> copies, Checked checked) {
        this.id = id;
        this.copies = copies;
        this.checked = checked;
    }

    /// The longest that is whole; nothing, and why is said, where there is none or there are two.
    Optional<LogFolder> longest() throws IOException {
        var broken = new LinkedHashMap<Remains, Checked>();
        Optional<LogFolder> longest = Optional.empty();
        for (var copy : copies) {
            var here = whole(copy, broken);
            if (here.isPresent() && longest.isPresent() && !continues(longest.get(), here.get())) {
                sayTwo(longest.get(), here.get());
                return Optional.empty();
            }
            boolean longer = here.isPresent() && longest.stream().allMatch(log -> size(log) < size(here.get()));
            longest = longer ? here : longest;
        }
        for (var copy : broken.entrySet()) {
            sayBroken(copy.getKey(), copy.getValue(), longest);
        }
        return longest;
    }

    private static long size(LogFolder log) {
        return log.checkpoint().size();
    }

    private void sayTwo(LogFolder one, LogFolder other) {
        checked.wrong(
                "log",
                Said.of(
                        "{log} has two pasts, in {one} and in {other}: it was not restored; keep both",
                        Map.of("log", id, "one", place(one), "other", place(other))));
    }

    /// What another copy holds whole is not lost, unless the broken one was longer.
    private void sayBroken(Remains copy, Checked found, Optional<LogFolder> whole) {
        if (whole.isPresent() && isNoLonger(copy, whole.get())) {
            checked.fine("log", wholeElsewhere(found.all().getFirst().said()));
        } else {
            checked.add(found);
        }
    }

    /// What is broken in one copy and does no harm.
    static Said wholeElsewhere(Said why) {
        return Said.of("{why}; it is whole in another copy", "why", why);
    }

    private boolean isNoLonger(Remains copy, LogFolder whole) {
        try {
            byte[] note =
                    PlainFile.upTo(Note.LARGEST, copy.vault().logFolder(id).resolve("checkpoint"));
            var there = Checkpoint.verify(note, whole.key());
            return there.size() <= size(whole)
                    && whole.tree().root(there.size()).equals(there.root());
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path place(LogFolder log) {
        return log.folder().resolve("../..").normalize();
    }

    private static boolean continues(LogFolder one, LogFolder other) {
        long size = Math.min(one.checkpoint().size(), other.checkpoint().size());
        return one.key().text().equals(other.key().text())
                && one.tree().root(size).equals(other.tree().root(size));
    }

    private Optional<LogFolder> whole(Remains copy, Map<Remains, Checked> broken) throws IOException {
        if (!copy.vault().logNames().contains(id)) {
            return Optional.empty();
        }
        Path folder = copy.vault().logFolder(id);
        var trial = new Checked();
        var log = new ArrayList<LogFolder>();
        var lost = new ArrayList<IOException>();
        if (!trial.passes("log", folder, () -> log.add(read(folder, lost)))) {
            broken.put(copy, trial);
        }
        for (var why : lost) {
            throw why; // it may be whole: another time it is seen
        }
        return log.stream().findFirst();
    }

    private static LogFolder read(Path folder, List<IOException> lost) throws IOException {
        try {
            return LogFolder.readEntries(folder);
        } catch (OutOfReach | AccessDeniedException why) {
            lost.add(why);
            throw why;
        }
    }

    /// The first of all files, so that an unfinished vault is known for what it is.
    void key(LogFolder log) throws IOException {
        copies.getFirst().files().put(name("vkey"), (log.key().text() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String name(String file) {
        return "log/" + id + "/" + file;
    }

    void openings(LogFolder log, Identity identity) throws IOException {
        for (var file : inCopies("opening/").entrySet()) {
            if (Beyond.end(file.getKey()) <= log.checkpoint().size()) {
                var group = new GroupFile(log, Path.of(""), LogCopy.first(file.getKey()));
                new RestoredOpening(name(file.getKey()), group, identity, checked).from(file.getValue());
            }
        }
    }

    void stamps(LogFolder log) throws IOException {
        new RestoredStamps(log, copies, checked).restore();
    }

    private SortedMap<String, List<Remains>> inCopies(String start) {
        var all = new TreeMap<String, List<Remains>>();
        for (var copy : copies) {
            for (var file : copy.moment().files().ofLog(id)) {
                if (file.startsWith(start)) {
                    all.computeIfAbsent(file, _ -> new ArrayList<>()).add(copy);
                }
            }
        }
        return all;
    }

    void tiles(LogFolder log) throws IOException {
        LogTiles.of(log, (file, bytes) -> copies.getFirst().files().put(name(file), bytes));
    }

    void checkpoint(LogFolder log) throws IOException {
        copies.getFirst().files().replace(name("checkpoint"), log.note());
    }
}
