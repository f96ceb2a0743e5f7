package org.taniq.read;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
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
    public record Done(Part part, Ledger ledger) {}

    /// What is known besides a file.
    ///
    /// @param given by the person
    /// @param readable knows which members of an archive can be read to their end
    public record Known(Given given, Predicate<Archive.Readable> readable) {
        /// This; each member of an archive is tried.
        public static Known of(Given given) {
            return new Known(given, Archive.Readable::whole);
        }
    }

    /// Gives the sink for a part before its first record is read. What is said about members that are not
    /// read goes to the sink of the part that is the archive itself.
    @FunctionalInterface
    public interface Sinks {
        Sink of(Part part) throws IOException;
    }

    /// Reads a file. Of a ZIP archive each member that a parser knows is read with the files beside it;
    /// an archive of which none does, and any other file that no parser knows, becomes one record.
    public static Reading of(String name, Bytes bytes, Sinks sinks) throws IOException {
        return of(name, bytes, sinks, Known.of(Given.NOTHING));
    }

    /// The same, with what else is known.
    public static Reading of(String name, Bytes bytes, Sinks sinks, Known known) throws IOException {
        return of(name, bytes, sinks, new How(known.given().parsers(), known.readable()));
    }

    static Reading of(String name, Bytes bytes, Sinks sinks, List<Parser> parsers) throws IOException {
        return of(name, bytes, sinks, new How(parsers, Archive.Readable::whole));
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
    /// @param readable knows which members of an archive can be read to their end
    private record How(List<Parser> parsers, Predicate<Archive.Readable> readable) {
        /// A member that none of the others knows is no part of its own.
        private ArchiveReading.How inArchive() {
            return new ArchiveReading.How(parsers.subList(0, parsers.size() - 1), readable);
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
        if (Archive.isArchive(bytes)) {
            try (Archive archive = Archive.open(bytes, Archive.Limits.USUAL)) {
                return new ArchiveReading(name, bytes, archive, how.inArchive()).read(sinks);
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
