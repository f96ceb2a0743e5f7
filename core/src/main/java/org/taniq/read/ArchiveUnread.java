package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.acquire.Archive;
import org.taniq.base.Said;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// What of an archive was not read, member by member, and why.
final class ArchiveUnread {
    private final ArchiveLevel level;
    private final ArchivePlan plan;
    private final Set<Integer> known;
    private final Map<Unread.Reason, Long> reasons = new LinkedHashMap<>();

    ArchiveUnread(ArchiveLevel level, ArchivePlan plan) {
        this.level = level;
        this.plan = plan;
        this.known = plan.found().stream().map(found -> found.member().number()).collect(Collectors.toSet());
    }

    /// Hands over what was not read, and counts it.
    ///
    /// @param before the ledger of what was
    Ledger of(Sink sink, Ledger before) throws IOException {
        for (var member : level.archive().members()) {
            for (var reason : reasons(member)) {
                say(new Unread(level.place(member), reason), sink);
            }
        }
        for (var nothing : plan.nothing()) {
            for (var unread : nothing.unread()) {
                say(unread, sink);
            }
        }
        Ledger ledger = stop(sink, before);
        for (var reason : reasons.entrySet()) {
            ledger = ledger.skipping(reason.getKey(), reason.getValue());
        }
        return warned(ledger);
    }

    /// What is to be said of it where nothing in it is known.
    ///
    /// @param file its name
    ArchivePlan.Nothing nothing(String file) throws IOException {
        var unread = new ArrayList<Unread>();
        var ledger = of(new Gathering(unread), Ledger.empty(file, ""));
        return new ArchivePlan.Nothing(unread, unlisted(), ledger.warnings());
    }

    /// Of an archive that is no part of its own there are no records.
    private record Gathering(List<Unread> all) implements Sink {
        @Override
        public void read(Activity activity) {
            throw new IllegalArgumentException("a record of an archive in which nothing is known");
        }

        @Override
        public void unread(Unread unread) {
            all.add(unread);
        }
    }

    private long unlisted() {
        return level.archive().unlisted()
                + plan.nothing().stream()
                        .mapToLong(ArchivePlan.Nothing::unlisted)
                        .sum();
    }

    private void say(Unread unread, Sink sink) throws IOException {
        sink.unread(unread);
        reasons.merge(unread.why(), 1L, Long::sum);
    }

    private Ledger warned(Ledger before) {
        Ledger ledger = level.names().ambiguous() > 0
                ? before.warned(Said.of(
                        "{n} names of attachments stand for more than one file of the archive: none of them is chosen",
                        "n",
                        level.names().ambiguous()))
                : before;
        ledger = level.looks().named(ledger);
        if (plan.shut().containsValue(Unread.Reason.TOO_LARGE_TO_UNPACK)) {
            ledger = ledger.warned(
                    Said.of("an archive in the archive is too large to be unpacked into memory: unpack it, and add what"
                            + " is in it"));
        }
        if (unlisted() > 0) {
            ledger = ledger.skipping(Unread.Reason.UNLISTED, unlisted());
        }
        for (var nothing : plan.nothing()) {
            for (var warning : nothing.warnings()) {
                ledger = ledger.warned(warning);
            }
        }
        return level.archive().isComplete() || level.archive().stop().isPresent()
                ? ledger
                : warned(
                        ledger,
                        Said.of("the archive is cut off or damaged: its directory is missing or does not fit what is"
                                + " there, members may be missing"));
    }

    /// Of an archive in another one it is said which one is meant.
    private Ledger warned(Ledger ledger, Said why) {
        boolean isInAnother = !level.opened().place().path().isEmpty();
        return ledger.warned(isInAnother ? Said.of("{file}: {why}", Map.of("file", ledger.file(), "why", why)) : why);
    }

    private Ledger stop(Sink sink, Ledger ledger) throws IOException {
        var stop = level.archive().stop();
        if (stop.isEmpty()) {
            return ledger;
        }
        long size = level.opened().bytes().size();
        long at = stop.get().at();
        if (at < size) {
            say(new Unread(spot(at, size), reason(stop.get().why())), sink);
        }
        return warned(ledger, said(stop.get()));
    }

    private static Said said(Archive.Stop stop) {
        return switch (stop.why()) {
            case CUT ->
                Said.of(
                        "the archive is cut off or damaged at byte {at}: what stands behind it was not read, members may"
                                + " be missing",
                        "at",
                        stop.at());
            case BEHIND_END ->
                Said.of("the archive ends at byte {at}: what stands behind its end was not read", "at", stop.at());
            case ENCRYPTED -> Said.of("the archive is encrypted: unpack it with its password, and add what is in it");
            case TOO_LARGE ->
                Said.of("the archive is too large to be unpacked into memory: unpack it, and add what is in it");
        };
    }

    /// Of an archive in another one the member is named, because its bytes are counted in it alone.
    private Spot spot(long at, long size) {
        var place = level.opened().place();
        return place.path().isEmpty() ? new Spot.Range(at, size) : place;
    }

    /// The reason why a member is no part of what was read; none where it is.
    private List<Unread.Reason> reasons(Archive.Member member) {
        return switch (member) {
            case Archive.Refused refused -> List.of(reason(refused.why()));
            case Archive.Readable file -> reason(file).stream().toList();
        };
    }

    private Optional<Unread.Reason> reason(Archive.Readable file) {
        boolean isKnown = known.contains(file.number());
        if (level.isDamaged(file)) {
            return Optional.of(Unread.Reason.DAMAGED);
        }
        if (level.isFaulty(file) && !isKnown) {
            return Optional.of(Unread.Reason.READER_FAULT);
        }
        if (isKnown || file.isFolder()) {
            return Optional.empty();
        }
        var shut = Optional.ofNullable(plan.shut().get(file.number()));
        if (shut.isPresent() || level.names().isNamed(file)) {
            return shut;
        }
        if (level.names().isAmbiguous(file)) {
            return Optional.of(Unread.Reason.NOT_UNIQUE);
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(Unread.Reason.UNNAMED);
    }

    static Unread.Reason reason(Archive.Refusal why) {
        return switch (why) {
            case HOSTILE_NAME -> Unread.Reason.HOSTILE_NAME;
            case LINK -> Unread.Reason.LINK;
            case DUPLICATE -> Unread.Reason.DUPLICATE;
            case OVERLAP -> Unread.Reason.OVERLAP;
            case TOO_BIG -> Unread.Reason.TOO_BIG;
            case ENCRYPTED -> Unread.Reason.ENCRYPTED;
            case METHOD -> Unread.Reason.METHOD;
            case DAMAGED -> Unread.Reason.DAMAGED;
        };
    }

    static Unread.Reason reason(Archive.Stop.Why why) {
        return switch (why) {
            case CUT -> Unread.Reason.BROKEN;
            case BEHIND_END -> Unread.Reason.BEHIND_END;
            case ENCRYPTED -> Unread.Reason.FILE_ENCRYPTED;
            case TOO_LARGE -> Unread.Reason.TOO_LARGE_TO_UNPACK;
        };
    }
}
