package org.taniq.read.metahtml;

/// What a page is and how it is built.
///
/// @param layout how its blocks are built
/// @param kind whether its headings are names of who wrote
record Shape(Layout layout, Kind kind) {

    /// What blocks of a page are.
    enum Kind {
        /// Messages: above each stands who wrote it.
        THREAD("meta-html-thread"),
        /// Posts or comments: what stands above them says what was done, in words of the platform, or is the words
        /// themselves.
        LISTS("meta-html-lists");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        /// The word in ledgers.
        String format() {
            return format;
        }
    }

    boolean isThread() {
        return kind == Kind.THREAD;
    }
}
