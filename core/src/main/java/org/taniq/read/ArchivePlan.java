package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.acquire.Archive;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// What is to be read of an archive and of those in it, found out before anything is read: whether an archive is one
/// record or a part with others shows only behind its last member.
///
/// @param found members that are parts of their own, and archives, in the order of the archive
/// @param unread what is said of archives in it of which nothing is known, and which are no parts of their own
/// @param shut archives among its members that are not opened, by their numbers, and why
record ArchivePlan(List<Found> found, List<Unread> unread, Map<Integer, Unread.Reason> shut) {
    private static final String MAC_LEFTOVERS = "__MACOSX/";

    /// A member to be read.
    sealed interface Found {
        Archive.Readable member();
    }

    /// A member and the parser that knows it.
    record Known(Archive.Readable member, Parser parser) implements Found {}

    /// An archive in which something is known.
    record Inner(Archive.Readable member, ArchivePlan plan) implements Found {}

    /// Whether something in it is known.
    boolean isAny() {
        return !found.isEmpty();
    }

    static ArchivePlan of(ArchiveLevel level) throws IOException {
        var planning = new Planning(level);
        for (var member : level.archive().members()) {
            if (member instanceof Archive.Readable file && mayBeRead(file)) {
                planning.look(file);
            }
        }
        return new ArchivePlan(planning.found, planning.unread, planning.shut);
    }

    private static boolean mayBeRead(Archive.Readable member) {
        return !member.isFolder() && !member.name().startsWith(MAC_LEFTOVERS);
    }

    private record Planning(
            ArchiveLevel level, List<Found> found, List<Unread> unread, Map<Integer, Unread.Reason> shut) {
        private Planning(ArchiveLevel level) {
            this(level, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        }

        private void look(Archive.Readable member) throws IOException {
            if (!level.opened().isArchive(member)) {
                level.parser(member).ifPresent(parser -> found.add(new Known(member, parser)));
            } else if (level.opened().isDeepest()) {
                shut.put(member.number(), Unread.Reason.NESTED);
            } else {
                lookInto(member);
            }
        }

        private void lookInto(Archive.Readable member) throws IOException {
            switch (level.opened().open(member)) {
                case Opened.Inner.TooLarge _ -> shut.put(member.number(), Unread.Reason.TOO_LARGE_TO_UNPACK);
                case Opened.Inner.Open(Opened inner) -> {
                    try (inner) {
                        plan(member, inner);
                    }
                }
            }
        }

        private void plan(Archive.Readable member, Opened inner) throws IOException {
            var deeper = level.within(member, inner);
            var plan = ArchivePlan.of(deeper);
            if (plan.isAny()) {
                found.add(new Inner(member, plan));
            } else {
                unread.addAll(unread(deeper, plan));
            }
        }

        /// Of an archive that is no part of its own.
        private static List<Unread> unread(ArchiveLevel level, ArchivePlan plan) {
            var said = new ArrayList<>(plan.unread());
            for (var member : level.archive().members()) {
                Spot.Member place = level.place(member);
                switch (member) {
                    case Archive.Refused refused -> said.add(new Unread(place, ArchiveUnread.reason(refused.why())));
                    case Archive.Readable file ->
                        Optional.ofNullable(plan.shut().get(file.number()))
                                .or(() -> level.isDamaged(file) ? Optional.of(Unread.Reason.DAMAGED) : Optional.empty())
                                .ifPresent(why -> said.add(new Unread(place, why)));
                }
            }
            if (level.archive().unlisted() > 0) {
                said.add(new Unread(level.opened().place(), Unread.Reason.UNLISTED));
            }
            level.archive()
                    .stop()
                    .ifPresent(stop -> said.add(new Unread(level.opened().place(), ArchiveUnread.reason(stop.why()))));
            return said;
        }
    }
}
