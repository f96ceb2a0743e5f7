package org.taniq.read;

import java.io.IOException;
import java.util.List;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// What came of reading one file: the ledger of all of it, and what was read of each of its parts.
///
/// @param parts in the order in which their sinks were asked for
public record Reading(Ledger ledger, List<Done> parts) {
    public Reading {
        parts = List.copyOf(parts);
    }

    /// A file, or a member of an archive, that a parser has read.
    ///
    /// @param name the file name, or the member's last name
    /// @param place [Spot.Whole], or [Spot.Member] in an archive
    /// @param parser name and version of the parser
    public record Part(String name, Spot place, String parser) {}

    /// A part that was read, with its own ledger.
    ///
    /// @param isArchive whether it is an archive of which other parts were read
    public record Done(Part part, Ledger ledger, boolean isArchive) {
        Done(Part part, Ledger ledger) {
            this(part, ledger, false);
        }

        static Done ofArchive(Part part, Ledger ledger) {
            return new Done(part, ledger, true);
        }
    }

    /// One part, which is all of it.
    Reading(List<Done> parts) {
        this(parts.getFirst().ledger(), parts);
    }

    /// Knows which members of an archive, and of archives in it, can be read to their end.
    @FunctionalInterface
    public interface CanBeRead {
        /// Each that is there is tried.
        CanBeRead AS_LISTED = (_, member) -> member.whole();

        boolean toItsEnd(Spot.Member place, Archive.Readable member);
    }

    /// What is known besides a file.
    ///
    /// @param given by the person
    public record Known(Given given, CanBeRead readable) {
        /// This; each member of an archive is tried.
        public static Known of(Given given) {
            return new Known(given, CanBeRead.AS_LISTED);
        }
    }

    /// Gives the sink for a part before its first record is read. What is said about members that are not
    /// read goes to the sink of the part that is the archive itself.
    @FunctionalInterface
    public interface Sinks {
        Sink of(Part part) throws IOException;
    }

    /// Reads a file. Of an archive, and of those in it, each member that a parser knows is read with the files beside
    /// it; an archive of which none does, and any other file that no parser knows, becomes one record.
    public static Reading of(String name, Bytes bytes, Sinks sinks) throws IOException {
        return of(name, bytes, sinks, Known.of(Given.NOTHING));
    }

    /// The same, with what else is known.
    public static Reading of(String name, Bytes bytes, Sinks sinks, Known known) throws IOException {
        return of(name, bytes, sinks, new How(known.given().parsers(), known.readable()));
    }

    static Reading of(String name, Bytes bytes, Sinks sinks, List<Parser> parsers) throws IOException {
        return of(name, bytes, sinks, new How(parsers, CanBeRead.AS_LISTED));
    }

    /// Reads a file with this parser alone, whatever else it may be.
    public static Reading by(Parser parser, String name, Bytes bytes, Sinks sinks) throws IOException {
        var upToFault = new UpToFault(name, bytes, sinks);
        try {
            return parsed(parser, name, bytes, upToFault);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return upToFault.reading();
        }
    }

    /// @param parsers the last one takes anything
    private record How(List<Parser> parsers, CanBeRead readable) {
        /// A member that none of the others knows is no part of its own.
        private ArchiveLevel.How inArchive() {
            return new ArchiveLevel.How(parsers.subList(0, parsers.size() - 1), readable);
        }
    }

    /// The one place where parsers meet hostile bytes: a fault of theirs becomes a reason why something was
    /// not read, and the other files are read.
    private static Reading of(String name, Bytes bytes, Sinks sinks, How how) throws IOException {
        var upToFault = new UpToFault(name, bytes, sinks);
        try {
            return parsed(name, bytes, upToFault, how);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return upToFault.reading();
        }
    }

    private static Reading parsed(String name, Bytes bytes, Sinks sinks, How how) throws IOException {
        var opened = Opened.of(name, bytes);
        if (opened.isPresent()) {
            try (var archive = opened.get()) {
                return ArchiveReading.read(name, archive, how.inArchive(), sinks);
            }
        }
        var input = Input.alone(name, Input.Content.of(bytes));
        return parsed(Parsers.of(input, how.parsers()), name, bytes, sinks);
    }

    private static Reading parsed(Parser parser, String name, Bytes bytes, Sinks sinks) throws IOException {
        var part = new Part(name, new Spot.Whole(bytes.size()), parser.name());
        var ledger = parser.read(Input.alone(name, Input.Content.of(bytes)), sinks.of(part));
        return new Reading(ledger, List.of(new Done(part, ledger)));
    }
}
