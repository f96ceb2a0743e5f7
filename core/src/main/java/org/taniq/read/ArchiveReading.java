package org.taniq.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.file.WholeFile;
import org.taniq.read.msgstore.WhatsAppMsgstore;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LedgerSum;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// Reads an archive: each member that a parser knows as a part of its own, with the names of the files beside it, in
/// the order of the archive; so the members of an archive in it, where that one stands. Every member is such a part, is
/// named by a record, or is reported as unread. Where no parser knows any, the archive is one record, as any file.
final class ArchiveReading {
    private final String name;
    private final ArchiveLevel level;
    private final ArchivePlan plan;

    private ArchiveReading(String name, ArchiveLevel level, ArchivePlan plan) {
        this.name = name;
        this.level = level;
        this.plan = plan;
    }

    static Reading read(String name, Opened opened, ArchiveLevel.How how, Reading.Sinks sinks) throws IOException {
        var level = ArchiveLevel.top(opened, how);
        return new ArchiveReading(name, level, ArchivePlan.of(level)).read(sinks);
    }

    private Reading read(Reading.Sinks sinks) throws IOException {
        if (!plan.isAny()) {
            return new Reading(List.of(whole(sinks)));
        }
        var parts = parts(new Spot.Whole(level.opened().bytes().size()), sinks);
        var sum = new LedgerSum();
        parts.subList(1, parts.size()).forEach(part -> sum.add(part.ledger()));
        sum.add(parts.getFirst().ledger());
        return new Reading(sum.ledger(name, format(parts)), parts);
    }

    /// That of the first part that is no archive.
    private static String format(List<Reading.Done> parts) {
        return parts.stream()
                .filter(part -> !part.isArchive())
                .map(part -> part.ledger().format())
                .findFirst()
                .orElseThrow();
    }

    private Reading.Done whole(Reading.Sinks sinks) throws IOException {
        var file = new WholeFile();
        var bytes = level.opened().bytes();
        var part = new Reading.Part(name, new Spot.Whole(bytes.size()), file.name());
        Sink sink = sinks.of(part);
        var ledger = file.read(Input.alone(name, bytes::open), sink);
        return new Reading.Done(part, new ArchiveUnread(level, plan).of(sink, ledger));
    }

    /// What was read of the archive itself, and behind it its parts.
    private List<Reading.Done> parts(Spot place, Reading.Sinks sinks) throws IOException {
        var own = new Reading.Part(name, place, level.archive().kind().word() + "/1");
        Sink sink = sinks.of(own);
        var read = new ArrayList<Reading.Done>();
        for (var found : plan.found()) {
            switch (found) {
                case ArchivePlan.Known known -> read.add(part(known, sinks));
                case ArchivePlan.Inner inner -> read.addAll(inner(inner, sinks));
            }
        }
        var ledger = new ArchiveUnread(level, plan).of(sink, databases(empty(), read));
        read.addFirst(Reading.Done.ofArchive(own, ledger));
        return read;
    }

    private List<Reading.Done> inner(ArchivePlan.Inner found, Reading.Sinks sinks) throws IOException {
        return switch (level.opened().open(found.member())) {
            case Opened.Inner.TooLarge _, Opened.Inner.TooDeep _, Opened.Inner.Document _ ->
                List.of(memoryEnded(found, sinks));
            case Opened.Inner.Open(Opened inner) -> {
                try (inner) {
                    var deeper =
                            level.within(found.member(), inner, found.plan().met());
                    yield new ArchiveReading(found.member().fileName(), deeper, found.plan())
                            .parts(inner.place(), sinks);
                }
            }
        };
    }

    /// It could be opened a moment ago.
    private Reading.Done memoryEnded(ArchivePlan.Inner found, Reading.Sinks sinks) throws IOException {
        var file = new WholeFile();
        var part = new Reading.Part(found.member().fileName(), level.place(found.member()), file.name());
        return UpToFault.Begun.of(part, sinks).brokenDown(part.place());
    }

    private Ledger empty() {
        var ledger = Ledger.empty(name, level.archive().kind().mediaType());
        long chats = plan.found().stream()
                .filter(found -> found instanceof ArchivePlan.Known known && known.parser() instanceof WhatsAppText)
                .count();
        return chats > 1 ? ledger.warned(Said.of("more than one chat in the archive")) : ledger;
    }

    private static Ledger databases(Ledger ledger, List<Reading.Done> read) {
        long databases = read.stream()
                .filter(part -> part.ledger().format().equals(WhatsAppMsgstore.FORMAT))
                .count();
        return databases > 1
                ? ledger.warned(Said.of("more than one database of WhatsApp in the archive: what stands in several of"
                        + " them, such as in copies of other days, is read as often"))
                : ledger;
    }

    /// A parser that breaks down over one member takes no other away.
    private Reading.Done part(ArchivePlan.Known known, Reading.Sinks sinks) throws IOException {
        var member = known.member();
        var part = new Reading.Part(
                member.fileName(), level.place(member), known.parser().name());
        var sink = UpToFault.Begun.of(part, sinks);
        try {
            return new Reading.Done(part, known.parser().read(level.input(member), sink));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return sink.brokenDown(part.place());
        }
    }
}
