package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// One log that is whole here, on its way to a copy. Nothing there is set back: where the copy holds more of
/// it, or another past, it is left as it is.
final class LogCopy {
    private final LogFolder log;
    private final VaultFiles files;
    private final CopyFiles copy;

    LogCopy(LogFolder log, VaultFiles files, CopyFiles copy) {
        this.log = log;
        this.files = files;
        this.copy = copy;
    }

    LogFolder log() {
        return log;
    }

    private String name(String file) {
        return "log/" + log.key().id() + "/" + file;
    }

    /// Whether it may be written, told by what is there; says why not.
    boolean isWanted(VaultFiles there, Checked checked) throws IOException {
        if (!copy.place().has(name("checkpoint"))) {
            return true;
        }
        Checkpoint head;
        try {
            head = Checkpoint.verify(copy.place().small(name("checkpoint")), log.key());
        } catch (Altered damaged) {
            return holdsNoMore(there, checked);
        }
        if (head.size() > log.checkpoint().size()) {
            refuseLonger(checked);
            return false;
        }
        if (head.size() > 0 && !log.tree().root(head.size()).equals(head.root())) {
            return isOtherPast(checked);
        }
        return true;
    }

    private boolean isOtherPast(Checked checked) {
        checked.wrong(
                "log",
                Said.of(
                        "{log} has another past at the destination than here; nothing of it was changed there: keep both",
                        "log",
                        log.key().id()));
        return false;
    }

    private void refuseLonger(Checked checked) throws IOException {
        try {
            var longer = copy.place().log(log.key().id());
            if (longer.tree()
                    .root(log.checkpoint().size())
                    .equals(log.checkpoint().root())) {
                checked.fine(
                        "log",
                        Said.of(
                                "the destination holds more of {log} than is here; nothing of it was set back",
                                "log",
                                log.key().id()));
            } else {
                isOtherPast(checked);
            }
        } catch (OutOfReach lost) {
            throw lost;
        } catch (Trouble damaged) {
            isDamagedAndLonger(checked);
        }
    }

    private boolean holdsNoMore(VaultFiles there, Checked checked) {
        boolean more = there.ofLog(log.key().id()).stream()
                .anyMatch(file -> Beyond.end(file) > log.checkpoint().size());
        return !more || isDamagedAndLonger(checked);
    }

    private boolean isDamagedAndLonger(Checked checked) {
        checked.wrong(
                "log",
                Said.of(
                        "{log} is damaged at the destination and longer there than here; nothing of it was changed there",
                        "log",
                        log.key().id()));
        return false;
    }

    /// First of all, so that an unfinished copy is known for what it is.
    void key() throws IOException {
        copy.put(name("vkey"), (log.key().text() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Openings up to the checkpoint, and what lies in `time/`.
    void openings(Remembered remembered, OpeningCopy openings, Checked checked) throws IOException {
        var spans = new TreeMap<Long, Long>();
        for (var file : files.ofLog(log.key().id())) {
            if (file.startsWith("opening/")
                    && Beyond.end(file) <= log.checkpoint().size()) {
                spans.merge(first(file), Beyond.end(file), Math::max);
                openings.put(new GroupFile(log, log.folder().resolve(file), first(file)), name(file));
            } else if (file.startsWith("time/")) {
                copy.raw(name(file));
            }
        }
        nameMissing(spans, remembered, checked);
    }

    static long first(String opening) {
        return Long.parseLong(opening.substring("opening/".length(), opening.indexOf('-')));
    }

    private void nameMissing(TreeMap<Long, Long> spans, Remembered remembered, Checked checked) {
        long next = 0;
        while (next < log.checkpoint().size()) {
            var end = spans.get(next);
            if (end == null) {
                var later = spans.higherKey(next);
                var why = Said.of(
                        "log {log} lacks the opening that begins at {first}",
                        java.util.Map.of("log", log.key().id(), "first", next));
                if (remembered.isOwn(log.key().id())) {
                    checked.wrong("log", why);
                } else {
                    checked.unknown("log", why);
                }
                end = later == null ? log.checkpoint().size() : later;
            }
            next = end;
        }
    }

    void tiles() throws IOException {
        LogTiles.of(log, (file, bytes) -> copy.put(name(file), bytes));
    }

    /// The commit: what it speaks of is on the disk then.
    void checkpoint() throws IOException {
        if (copy.place().has(name("checkpoint"))) {
            try {
                Checkpoint.verify(copy.place().small(name("checkpoint")), log.key());
            } catch (Altered damaged) {
                copy.place().setAside(name("checkpoint"));
            }
        }
        copy.replace(name("checkpoint"), log.note());
    }
}
