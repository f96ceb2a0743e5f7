package org.taniq.seal;

/// One way into a vault, as its file in `keys/` shows without being opened.
///
/// @param name 16 hex digits, the file without `.age`
public record Way(String name, Kind kind) {

    /// What opens it.
    public enum Kind {
        PASSPHRASE("passphrase"),
        AGE_KEY("age-key"),
        /// No file of a kind that this program makes.
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As it is sealed when a key is added.
        public String word() {
            return word;
        }
    }
}
