package org.taniq.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LedgerSum;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Reads an archive: the chats in it, with the names of the files beside them. Every member is a chat, is
/// named by a record, or is reported as unread.
final class ArchiveReading {
    private static final String MAC_LEFTOVERS = "__MACOSX/";

    private final String name;
    private final Bytes bytes;
    private final Archive archive;
    private final Parser chatParser = new WhatsAppText();
    private final ArchiveNames names;
    private final Set<Integer> damaged = new HashSet<>();

    /// `readable` knows which members can be read to their end.
    ArchiveReading(String name, Bytes bytes, Archive archive, Predicate<Archive.Readable> readable) {
        this.name = name;
        this.bytes = bytes;
        this.archive = archive;
        archive.members().stream()
                .filter(member -> member instanceof Archive.Readable file && !file.isFolder() && !readable.test(file))
                .forEach(file -> damaged.add(file.number()));
        this.names = new ArchiveNames(archive, damaged);
    }

    Reading read(Reading.Sinks sinks) throws IOException {
        List<Archive.Readable> chats = chats();
        var whole = new Reading.Part(name, new Spot.Whole(bytes.size()), chats.isEmpty() ? "whole-file/1" : "zip/1");
        Sink sink = sinks.of(whole);
        if (chats.isEmpty()) {
            var ledger = membersNotRead(Set.of(), sink, new WholeFile().read(Input.alone(name, bytes::open), sink));
            return new Reading(ledger, List.of(new Reading.Done(whole, ledger)));
        }
        var read = new ArrayList<Reading.Done>();
        var sum = new LedgerSum();
        for (var chat : chats) {
            var part = chat(chat, sinks);
            read.add(part);
            sum.add(part.ledger());
        }
        var own = membersNotRead(numbers(chats), sink, empty(chats.size()));
        sum.add(own);
        read.addFirst(new Reading.Done(whole, own));
        return new Reading(sum.ledger(name, read.get(1).ledger().format()), read);
    }

    private Ledger empty(int chats) {
        var ledger = Ledger.empty(name, "application/zip");
        return chats > 1 ? ledger.warned(Said.of("more than one chat in the archive")) : ledger;
    }

    private static Set<Integer> numbers(List<Archive.Readable> members) {
        return members.stream().map(Archive.Readable::number).collect(Collectors.toSet());
    }

    private List<Archive.Readable> chats() throws IOException {
        var chats = new ArrayList<Archive.Readable>();
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable text && mayBeChat(text) && chatParser.knows(input(text))) {
                chats.add(text);
            }
        }
        return chats;
    }

    private static boolean mayBeChat(Archive.Readable member) {
        return member.endsWith(".txt") && !member.name().startsWith(MAC_LEFTOVERS);
    }

    private Reading.Done chat(Archive.Readable chat, Reading.Sinks sinks) throws IOException {
        var part = new Reading.Part(chat.fileName(), new Spot.Member(chat.number()), chatParser.name());
        return new Reading.Done(part, chatParser.read(input(chat), sinks.of(part)));
    }

    private Input input(Archive.Readable member) {
        return new Input(
                member.fileName(),
                () -> new UpToDamage(archive.open(member), member.number(), damaged),
                names.beside(member));
    }

    private Ledger membersNotRead(Set<Integer> chats, Sink sink, Ledger before) throws IOException {
        Map<Unread.Reason, Long> reasons = new LinkedHashMap<>();
        for (var member : archive.members()) {
            for (var reason : reason(member, chats)) {
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
        ledger = archive.unlisted() > 0 ? ledger.skipping(Unread.Reason.UNLISTED, archive.unlisted()) : ledger;
        return archive.isComplete()
                ? ledger
                : ledger.warned(
                        Said.of("the archive is cut off or damaged: its directory is missing or does not fit what is"
                                + " there, members may be missing"));
    }

    /// The reason why a member is no part of what was read; none where it is.
    private List<Unread.Reason> reason(Archive.Member member, Set<Integer> chats) {
        return switch (member) {
            case Archive.Refused refused -> List.of(reason(refused.why()));
            case Archive.Readable file when damaged.contains(file.number()) -> List.of(Unread.Reason.DAMAGED);
            case Archive.Readable file when chats.contains(file.number()) || file.isFolder() -> List.of();
            case Archive.Readable file when names.isNamed(file) -> List.of();
            case Archive.Readable file when names.isAmbiguous(file) -> List.of(Unread.Reason.NOT_UNIQUE);
            case Archive.Readable file when file.endsWith(".zip") -> List.of(Unread.Reason.NESTED);
            case Archive.Readable _ -> chats.isEmpty() ? List.of() : List.of(Unread.Reason.UNNAMED);
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

    /// Ends where the member is damaged, and says so: what came before is read.
    private static final class UpToDamage extends FilterInputStream {
        private final int number;
        private final Set<Integer> damaged;

        UpToDamage(InputStream in, int number, Set<Integer> damaged) {
            super(in);
            this.number = number;
            this.damaged = damaged;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (Archive.Damaged cut) {
                damaged.add(number);
                return -1;
            }
        }
    }
}
