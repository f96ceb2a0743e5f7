package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taniq.acquire.Archive;
import org.taniq.base.Said;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Unread;

/// What is to be read of an archive and of those in it, found out before anything is read: whether an archive is one
/// record or a part with others shows only behind its last member.
///
/// @param found members that are parts of their own, and archives, in the order of the archive
/// @param nothing what is said of archives in it in which nothing is known, and which are no parts of their own
/// @param shut archives among its members that are not opened, by their numbers, and why
/// @param met what was met while it was found out
record ArchivePlan(List<Found> found, List<Nothing> nothing, Map<Integer, Unread.Reason> shut, ArchiveLevel.Met met) {
    /// What is said of an archive in which nothing is known, and of those in it.
    ///
    /// @param unlisted how many members were counted and not listed
    record Nothing(List<Unread> unread, long unlisted, List<Said> warnings) {}

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
            if (member instanceof Archive.Readable file && !file.isFolder() && !Opened.isLeftover(file)) {
                planning.look(file);
            }
        }
        return new ArchivePlan(planning.found, planning.nothing, planning.shut, level.met());
    }

    private record Planning(
            ArchiveLevel level, List<Found> found, List<Nothing> nothing, Map<Integer, Unread.Reason> shut) {
        private Planning(ArchiveLevel level) {
            this(level, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        }

        private void look(Archive.Readable member) throws IOException {
            if (level.opened().isArchive(member)) {
                lookInto(member);
            } else {
                ask(member);
            }
        }

        private boolean ask(Archive.Readable member) throws IOException {
            var parser = level.parser(member);
            parser.ifPresent(one -> found.add(new Known(member, one)));
            return parser.isPresent();
        }

        private void lookInto(Archive.Readable member) throws IOException {
            switch (level.opened().open(member)) {
                case Opened.Inner.TooLarge _ -> shut.put(member.number(), Unread.Reason.TOO_LARGE_TO_UNPACK);
                case Opened.Inner.TooDeep _ -> shut.put(member.number(), Unread.Reason.NESTED);
                case Opened.Inner.Document _ -> {
                    if (!ask(member)) {
                        shut.put(member.number(), Unread.Reason.DOCUMENT);
                    }
                }
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
                nothing.add(new ArchiveUnread(deeper, plan).nothing(member.fileName()));
            }
        }
    }
}
