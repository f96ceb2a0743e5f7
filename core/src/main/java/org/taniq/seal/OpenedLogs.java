package org.taniq.seal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// The logs of a vault as far as a key opens them, and what of them cannot be read, and why.
final class OpenedLogs {
    private final Identity identity;
    private final Remembered remembered;
    private final SortedMap<String, LogFolder> logs = new TreeMap<>();
    private final Map<String, Openings> openings = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<NotThisFormat> newer = new ArrayList<>();
    private Erasures erasures = Erasures.NONE;

    private OpenedLogs(Identity identity, Remembered remembered) {
        this.identity = identity;
        this.remembered = remembered;
    }

    static OpenedLogs of(Vault vault, Identity identity, Remembered remembered) throws IOException {
        var opened = new OpenedLogs(identity, remembered);
        var logs = vault.logs();
        for (var gap : logs.gaps()) {
            opened.gaps.add(remembered.hasBegun(gap.log()) ? ofOurOwn(gap) : gap);
        }
        for (var log : logs.whole()) {
            opened.take(log);
        }
        opened.noteGone(vault.logNames());
        opened.erasures = Erasures.of(opened.logs, opened.openings, vault.blobs(new Durable()), remembered);
        opened.logs.keySet().forEach(opened::noteBlank);
        return opened;
    }

    /// Values that are gone, and no statement that is here says that they were erased. Of somebody else's log it
    /// may be on its way.
    private void noteBlank(String log) {
        var unsaid = openings(log).blank().stream()
                .filter(index -> erasures.gone(pointer(log, index)).isEmpty())
                .toList();
        if (!unsaid.isEmpty()) {
            var why = Said.of(
                    "values of log {log} are gone, and nothing here says that they were erased (statements: {n})",
                    Map.of("log", log, "n", unsaid.size()));
            gaps.add(
                    remembered.hasBegun(log)
                            ? new Gap.Damaged(log, why)
                            : new Gap.NotHere(log, why, Whose.of(openings(log))));
        }
    }

    /// The statement at a place that is in a log that is read.
    Pointer pointer(String log, long index) {
        var folder = Objects.requireNonNull(logs.get(log), log);
        return new Pointer(log, index, folder.tree().leafHash(index));
    }

    Erasures erasures() {
        return erasures;
    }

    /// What is behind a statement.
    ///
    /// @throws IsErased if it was erased
    OpeningLine line(Pointer pointer) throws IOException {
        var erased = erasures.gone(pointer);
        if (erased.isPresent()) {
            throw new IsErased(erased.get());
        }
        var opening = openings(pointer.log());
        if (!opening.blank().contains(pointer.index())) {
            return opening.line(pointer.index());
        }
        var why = Said.of("what statement {statement} said is gone", "statement", pointer.index());
        throw remembered.hasBegun(pointer.log()) ? new Altered(why) : new NotHereYet(why);
    }

    private void noteGone(List<String> here) {
        for (var id : remembered.begun()) {
            if (!here.contains(id)) {
                gaps.add(new Gap.Damaged(id, Said.of("{log} is remembered and is not here", "log", id)));
            }
        }
    }

    /// Of what this machine wrote nothing can be on its way.
    private static Gap ofOurOwn(Gap gap) {
        return switch (gap) {
            case Gap.NotHere(var log, var why, var _) -> new Gap.Damaged(log, why);
            case Gap.Damaged _, Gap.Unreadable _ -> gap;
        };
    }

    /// One opening that is damaged takes away what is behind it and nothing else. Of a log by somebody else
    /// an opening may still be on its way, or it may be no log of this case at all.
    private void take(LogFolder log) throws IOException {
        String id = log.key().id();
        boolean isOwn = remembered.hasBegun(id);
        var opened = Openings.read(log, identity);
        if (!isOwn && opened.isForeign()) {
            gaps.add(new Gap.NotHere(id, opened.damaged().getFirst()));
            return;
        }
        if (isOwn || opened.isOfThisCase()) {
            noteNewer(log);
        }
        opened.damaged().forEach(why -> gaps.add(new Gap.Damaged(id, why)));
        gaps.addAll(opened.unreadable());
        if (!isOwn && !opened.missing().isEmpty()) {
            gaps.add(new Gap.NotHere(id, opened.missing().getFirst(), Whose.of(opened)));
            return;
        }
        logs.put(id, log);
        openings.put(id, opened);
        opened.missing().forEach(why -> gaps.add(new Gap.Damaged(id, why)));
        if (isOwn) {
            remembered.head(id).ifPresent(known -> noteOlder(log, known));
        } else {
            noteMore(log);
        }
    }

    private void noteNewer(LogFolder log) {
        try {
            log.refuseToGoPast();
        } catch (NotThisFormat refused) {
            newer.add(refused);
        }
    }

    private void noteOlder(LogFolder log, Checkpoint remembered) {
        try {
            LogWriter.refuseRollback(log, remembered);
        } catch (Rollback older) {
            gaps.add(new Gap.Damaged(log.key().id(), older.said()));
        }
    }

    /// What lies beyond the checkpoint of somebody else's log is waiting for the next one.
    private void noteMore(LogFolder log) throws IOException {
        try {
            new Beyond(log.folder(), log.checkpoint().size()).isOneGroup();
        } catch (Rollback more) {
            String id = log.key().id();
            gaps.add(new Gap.NotHere(id, more.said(), Whose.of(openings(id))));
        }
    }

    /// Why a statement cannot be read that is not here.
    IOException absent(String log, long index) {
        return remembered.isOwn(log)
                ? new NoSuchFileException("statement " + index + " of log " + log + " is not here")
                : new NotHereYet(Said.of("statement {statement} is not here", "statement", log + "-" + index));
    }

    /// @throws NotHereYet if somebody else sealed the statement and a blob of it is not here, or in part only
    /// @throws IsErased if it was erased since the vault was opened
    void refuseOnItsWay(Unlocked.Sealed statement, String blob, Blobs blobs) throws IOException {
        var erased = erasures.said(statement.pointer());
        if (erased.isPresent() && !blobs.has(blob)) {
            throw new IsErased(erased.get());
        }
        if (remembered.isOwn(statement.pointer().log())) {
            return;
        }
        if (!blobs.has(blob)) {
            throw new NotHereYet(Said.of("{file} is not here", "file", blob));
        }
        if (blobs.isCut(blob)) {
            throw CutFile.of(blob);
        }
    }

    /// Those that are read, in the order of their ids.
    List<LogFolder> logs() {
        return List.copyOf(logs.values());
    }

    Optional<LogFolder> log(String id) {
        return Optional.ofNullable(logs.get(id));
    }

    Openings openings(String log) {
        return openings.getOrDefault(log, Openings.NONE);
    }

    List<Gap> gaps() {
        return Collections.unmodifiableList(gaps);
    }

    /// @throws NotThisFormat if a newer program sealed that something may not be read by this one
    void refuseToGoPast() throws NotThisFormat {
        if (!newer.isEmpty()) {
            throw newer.getFirst();
        }
    }
}
