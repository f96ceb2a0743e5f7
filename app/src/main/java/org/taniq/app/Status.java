package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.taniq.seal.NewRecipient;
import org.taniq.seal.Stamping;
import org.taniq.seal.Way;

/// How it stands with a case: who can open it, what would be lost with this computer, and since when others
/// can say that it is there. Nothing is tried and nobody is asked.
///
/// @param inside what only the open case tells; nothing where it is locked
/// @param ways into this copy, and the paper keys
/// @param stamps nothing where the person wants none
/// @param newFolder where the case goes on under another key
public record Status(
        Optional<Inside> inside, List<WayIn> ways, Optional<Stamping.Standing> stamps, Optional<Path> newFolder) {
    public Status {
        ways = List.copyOf(ways);
    }

    /// @param copies the last for each place, the last of all at the end
    /// @param left what there is without this computer
    /// @param unsaved what is in no copy that could be opened then
    public record Inside(Amount kept, List<Copy> copies, Left left, Amount unsaved) {
        public Inside {
            copies = List.copyOf(copies);
        }
    }

    /// @param holdsErased whether it may still hold something that this person erased
    public record Copy(CopyMade made, boolean holdsErased) {}

    /// What is left when this computer is lost.
    public enum Left {
        SOMETHING,
        NO_COPY,
        /// Only copies that lie on the disk of the case.
        NONE_ELSEWHERE,
        /// Nobody could open them.
        NONE_OPENS
    }

    public static Status of(Casebook casebook) throws IOException {
        var ways = casebook.keys().here();
        var inside = casebook.isLocked() ? Optional.<Inside>empty() : Optional.of(inside(casebook, ways));
        return new Status(inside, ways, casebook.stampStanding(), casebook.newFolder());
    }

    private static Inside inside(Casebook casebook, List<WayIn> ways) throws IOException {
        var unlocked = casebook.unlocked();
        var logs = NewRecipient.logsFor(unlocked, casebook.known().keys().recipient());
        var own = casebook.erasing().ownLogs(unlocked);
        var copies = CopiesMade.of(unlocked, logs::contains, own);
        var saved = new HashMap<String, Long>();
        for (var copy : copies) {
            if (copy.isElsewhere() && canBeOpened(copy, ways)) {
                copy.sizes().forEach((log, size) -> saved.merge(log, size, Math::max));
            }
        }
        var erased = unlocked.erased().stream()
                .filter(each -> own.contains(each.by().log()))
                .toList();
        var told = copies.stream()
                .map(copy -> new Copy(copy, erased.stream().anyMatch(copy::mayHold)))
                .toList();
        return new Inside(
                Amount.behind(new HashMap<>(), unlocked), told, left(copies, ways), Amount.behind(saved, unlocked));
    }

    /// Without this computer.
    private static boolean canBeOpened(CopyMade copy, List<WayIn> ways) {
        return copy.hasKeys() || hasPaper(ways);
    }

    private static boolean hasPaper(List<WayIn> ways) {
        return ways.stream().anyMatch(way -> way.kind().equals(WayIn.PAPER));
    }

    private static Left left(List<CopyMade> copies, List<WayIn> ways) {
        if (copies.isEmpty()) {
            return Left.NO_COPY;
        }
        if (copies.stream().noneMatch(CopyMade::isElsewhere)) {
            return Left.NONE_ELSEWHERE;
        }
        boolean opens = copies.stream().anyMatch(copy -> copy.isElsewhere() && canBeOpened(copy, ways));
        return opens ? Left.SOMETHING : Left.NONE_OPENS;
    }

    /// Whether nobody could open the case again whose one passphrase is forgotten.
    public boolean hasOneWayOnly() {
        long passphrases = ways.stream()
                .filter(way -> way.kind().equals(Way.Kind.PASSPHRASE.word()))
                .count();
        boolean others = hasPaper(ways)
                || ways.stream()
                        .anyMatch(way ->
                                way.kind().equals(Way.Kind.AGE_KEY.word()) && way.standing() == WayIn.Standing.ADDED);
        return passphrases < 2 && !others;
    }
}
