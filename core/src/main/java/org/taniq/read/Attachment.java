package org.taniq.read;

import java.util.Arrays;

/// A file that a record names.
///
/// @param name the file name as the source wrote it; empty where it was left out of the export without a
///     name
/// @param state whether its bytes were there
public record Attachment(String name, State state) {

    /// Whether the bytes of an attachment were there.
    public enum State {
        /// In the same archive.
        PRESENT("present"),
        /// The source says that it was left out of the export.
        OMITTED("omitted"),
        /// Named, but not among what was read.
        MISSING("missing");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// The word that is sealed.
        public String word() {
            return word;
        }

        /// The state of that word; one that is not known says nothing of bytes.
        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst()
                    .orElse(MISSING);
        }
    }
}
