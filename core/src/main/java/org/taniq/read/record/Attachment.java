package org.taniq.read.record;

/// A file that a record names.
///
/// @param name the file name as the source wrote it; empty where it was left out of the export without a
///     name
/// @param state whether its bytes were there
public record Attachment(String name, State state) {

    /// Whether the bytes of an attachment were there.
    public sealed interface State {
        /// The source says that it was left out of the export.
        State OMITTED = new Omitted();

        /// Named, but not among what was read, or not readable, or not the only file of that name.
        State MISSING = new Missing();

        /// Its bytes stand in the record itself, as those of a file in a mail do.
        State INSIDE = new Present(Spot.Member.UNKNOWN);

        /// The word that is sealed.
        String word();

        /// The state of that word; one that is not known says nothing of bytes.
        static State of(String word) {
            return switch (word) {
                case "present" -> new Present(Spot.Member.UNKNOWN);
                case "omitted" -> OMITTED;
                default -> MISSING;
            };
        }
    }

    /// In the same archive.
    ///
    /// @param member which one; unknown where the record comes from a vault, which names the item instead
    public record Present(Spot.Member member) implements State {
        /// A member of an archive that lies in no other.
        public Present(int number) {
            this(new Spot.Member(number));
        }

        @Override
        public String word() {
            return "present";
        }
    }

    private record Omitted() implements State {
        @Override
        public String word() {
            return "omitted";
        }
    }

    private record Missing() implements State {
        @Override
        public String word() {
            return "missing";
        }
    }
}
