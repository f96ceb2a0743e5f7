package org.taniq.read.record;

import java.util.List;
import java.util.stream.Stream;
import org.taniq.base.json.Span;

/// Where something stands in the bytes that were read.
public sealed interface Spot {

    /// The first byte, from 0.
    long from();

    /// The byte after the last one.
    long to();

    /// All of it.
    record Whole(long to) implements Spot {
        @Override
        public long from() {
            return 0;
        }
    }

    /// Some lines.
    ///
    /// @param from first byte, from 0
    /// @param to the byte after the last one, line ends included
    /// @param first number of the first line, from 1
    /// @param last number of the last line, inclusive
    record Lines(long from, long to, long first, long last) implements Spot {
        public Lines {
            if (from < 0 || to < from || first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "not a place: bytes " + from + "-" + to + ", lines " + first + "-" + last);
            }
        }

        /// Where that stands.
        public static Lines of(Span span) {
            return new Lines(span.from(), span.to(), span.first(), span.last());
        }
    }

    /// Some bytes of a file that has no lines.
    ///
    /// @param from first byte, from 0
    /// @param to the byte after the last one
    record Range(long from, long to) implements Spot {
        public Range {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("not a place: bytes " + from + "-" + to);
            }
        }
    }

    /// Some bytes of one of two files that are read together, such as a database and its log. The reading has both as
    /// its items, so a record has no bytes (docs/format.md); what the parser says of them is a detail.
    record Beside(long from, long to) implements Spot {}

    /// A member of an archive, by its number in the archive from 0, and where that is itself a member of one, by the
    /// way
    /// to it.
    ///
    /// @param path the numbers on the way, that in the outermost archive first; none where it is not known
    record Member(List<Integer> path) implements Spot {
        /// Somewhere in an archive.
        public static final Member UNKNOWN = new Member(List.of());

        public Member {
            path = List.copyOf(path);
        }

        /// A member of an archive that lies in no other.
        public Member(int number) {
            this(List.of(number));
        }

        /// The member of this number in the archive that this is.
        public Member member(int number) {
            return new Member(Stream.concat(path.stream(), Stream.of(number)).toList());
        }

        @Override
        public long from() {
            return 0;
        }

        @Override
        public long to() {
            return 0;
        }
    }
}
