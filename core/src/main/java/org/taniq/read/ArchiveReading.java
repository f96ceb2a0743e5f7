package org.taniq.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.file.MediaType;
import org.taniq.read.file.WholeFile;
import org.taniq.read.msgstore.WhatsAppMsgstore;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LedgerSum;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Reads an archive: each member that a parser knows as a part of its own, with the names of the files beside it, in
/// the order of the archive. Every member is such a part, is named by a record, or is reported as unread. Where no
/// parser knows any, the archive is one record, as any file.
final class ArchiveReading {
    private static final String MAC_LEFTOVERS = "__MACOSX/";

    private final String name;
    private final Bytes bytes;
    private final Archive archive;
    private final List<Parser> parsers;
    private final ArchiveNames names;
    private final ArchiveLooks looks;
    private final Set<Integer> damaged = new HashSet<>();
    private final Set<Integer> faulty = new HashSet<>();

    /// How an archive is read.
    ///
    /// @param parsers are asked in this order about each member; none of them takes anything
    /// @param readable knows which members can be read to their end
    record How(List<Parser> parsers, Predicate<Archive.Readable> readable) {}

    ArchiveReading(String name, Bytes bytes, Archive archive, How how) {
        this.name = name;
        this.bytes = bytes;
        this.archive = archive;
        this.parsers = how.parsers();
        archive.members().stream()
                .filter(member -> member instanceof Archive.Readable file
                        && !file.isFolder()
                        && !how.readable().test(file))
                .forEach(file -> damaged.add(file.number()));
        this.names = new ArchiveNames(archive, damaged);
        this.looks = new ArchiveLooks(archive);
    }

    /// A member and the parser that knows it.
    private record Known(Archive.Readable member, Parser parser) {}

    Reading read(Reading.Sinks sinks) throws IOException {
        List<Known> known = known();
        var whole = new Reading.Part(name, new Spot.Whole(bytes.size()), known.isEmpty() ? "whole-file/1" : "zip/1");
        Sink sink = sinks.of(whole);
        if (known.isEmpty()) {
            var ledger = membersNotRead(Set.of(), sink, new WholeFile().read(Input.alone(name, bytes::open), sink));
            return new Reading(ledger, List.of(new Reading.Done(whole, ledger)));
        }
        var read = new ArrayList<Reading.Done>();
        var sum = new LedgerSum();
        for (var member : known) {
            var part = part(member, sinks);
            read.add(part);
            sum.add(part.ledger());
        }
        var own = membersNotRead(numbers(known), sink, databases(empty(known), read));
        sum.add(own);
        read.addFirst(new Reading.Done(whole, own));
        return new Reading(sum.ledger(name, read.get(1).ledger().format()), read);
    }

    private Ledger empty(List<Known> known) {
        var ledger = Ledger.empty(name, "application/zip");
        long chats = known.stream()
                .filter(member -> member.parser() instanceof WhatsAppText)
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

    private static Set<Integer> numbers(List<Known> known) {
        return known.stream().map(each -> each.member().number()).collect(Collectors.toSet());
    }

    private List<Known> known() throws IOException {
        var known = new ArrayList<Known>();
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable file && mayBeRead(file)) {
                parser(file).ifPresent(parser -> known.add(new Known(file, parser)));
            }
        }
        return known;
    }

    private static boolean mayBeRead(Archive.Readable member) {
        return !member.isFolder() && !member.name().startsWith(MAC_LEFTOVERS);
    }

    /// The first parser that knows the member. Its first bytes are unpacked once, whatever the number of parsers, and
    /// no more than the media type needs where none of them asks for that type.
    private Optional<Parser> parser(Archive.Readable member) throws IOException {
        var asked = new ArrayList<Parser>();
        byte[] head;
        try (var in = content(member).open()) {
            head = in.readNBytes(MediaType.HEAD);
            String type = MediaType.of(new ByteArrayInputStream(head));
            parsers.stream().filter(parser -> parser.mayKnow(type)).forEach(asked::add);
            if (!asked.isEmpty() && head.length == MediaType.HEAD) {
                head = Arrays.copyOf(head, Parser.PROBED);
                int more = in.readNBytes(head, MediaType.HEAD, Parser.PROBED - MediaType.HEAD);
                head = Arrays.copyOf(head, MediaType.HEAD + more);
            }
        }
        byte[] probed = head;
        var input = new Input(member.name(), () -> new ByteArrayInputStream(probed), names.beside(member, looks));
        for (var parser : asked) {
            if (knows(parser, input, member.number())) {
                return Optional.of(parser);
            }
        }
        return Optional.empty();
    }

    private boolean knows(Parser parser, Input input, int member) throws IOException {
        try {
            return parser.knows(input);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            faulty.add(member);
            return false;
        }
    }

    /// A parser that breaks down over one member takes no other away.
    private Reading.Done part(Known known, Reading.Sinks sinks) throws IOException {
        var member = known.member();
        var part = new Reading.Part(
                member.fileName(),
                new Spot.Member(member.number()),
                known.parser().name());
        var sink = UpToFault.Begun.of(part, sinks);
        try {
            return new Reading.Done(part, known.parser().read(input(member), sink));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return sink.brokenDown(part.place());
        }
    }

    private Input input(Archive.Readable member) {
        return new Input(member.name(), content(member), names.beside(member, looks));
    }

    private Input.Content content(Archive.Readable member) {
        return new Input.Content() {
            @Override
            public InputStream open() throws IOException {
                return new UpToDamage(archive.open(member), member.number(), damaged);
            }

            @Override
            public boolean isWhole() {
                return !damaged.contains(member.number());
            }
        };
    }

    private Ledger membersNotRead(Set<Integer> known, Sink sink, Ledger before) throws IOException {
        Map<Unread.Reason, Long> reasons = new LinkedHashMap<>();
        for (var member : archive.members()) {
            for (var reason : reason(member, known)) {
                sink.unread(new Unread(new Spot.Member(member.number()), reason));
                reasons.merge(reason, 1L, Long::sum);
            }
        }
        Ledger ledger = before;
        for (var reason : reasons.entrySet()) {
            ledger = ledger.skipping(reason.getKey(), reason.getValue());
        }
        ledger = names.ambiguous() > 0
                ? ledger.warned(Said.of(
                        "{n} names of attachments stand for more than one file of the archive: none of them is chosen",
                        "n",
                        names.ambiguous()))
                : ledger;
        ledger = looks.named(ledger);
        ledger = archive.unlisted() > 0 ? ledger.skipping(Unread.Reason.UNLISTED, archive.unlisted()) : ledger;
        return archive.isComplete()
                ? ledger
                : ledger.warned(
                        Said.of("the archive is cut off or damaged: its directory is missing or does not fit what is"
                                + " there, members may be missing"));
    }

    /// The reason why a member is no part of what was read; none where it is.
    private List<Unread.Reason> reason(Archive.Member member, Set<Integer> known) {
        return switch (member) {
            case Archive.Refused refused -> List.of(reason(refused.why()));
            case Archive.Readable file when damaged.contains(file.number()) -> List.of(Unread.Reason.DAMAGED);
            case Archive.Readable file
            when faulty.contains(file.number()) && !known.contains(file.number()) ->
                List.of(Unread.Reason.READER_FAULT);
            case Archive.Readable file when known.contains(file.number()) || file.isFolder() -> List.of();
            case Archive.Readable file when names.isNamed(file) -> List.of();
            case Archive.Readable file when names.isAmbiguous(file) -> List.of(Unread.Reason.NOT_UNIQUE);
            case Archive.Readable file when file.endsWith(".zip") -> List.of(Unread.Reason.NESTED);
            case Archive.Readable _ -> known.isEmpty() ? List.of() : List.of(Unread.Reason.UNNAMED);
        };
    }

    private static Unread.Reason reason(Archive.Refusal why) {
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
}
