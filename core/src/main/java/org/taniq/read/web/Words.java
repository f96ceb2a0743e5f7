package org.taniq.read.web;

import java.util.List;

/// The words of one body.
///
/// @param shown what a reader sees, runs one after the other
/// @param places of each run in `shown` its first character, and its first byte and the one behind its last in the body
/// @param title of a page
/// @param hidden what the page has and does not show
/// @param beside what stands in place of pictures, in fields and in descriptions
/// @param extent how much of it was read
record Words(String shown, List<Place> places, String title, String hidden, String beside, Extent extent) {
    Words {
        places = List.copyOf(places);
    }

    /// Where a run stands.
    record Place(int at, int from, int to) {}

    /// How much was read.
    ///
    /// @param charset the encoding; empty where there are no words
    /// @param isUnpacked whether places count in what was unpacked (`Content-Encoding`)
    /// @param isWhole whether all of it was read
    /// @param hindrance why nothing was read; none where nothing hindered
    /// @param chunks how the chunks of the body were, in a word; empty where none are stated
    record Extent(String charset, boolean isUnpacked, boolean isWhole, Hindrance hindrance, String chunks) {
        static final Extent NOTHING = new Extent("", false, true, Hindrance.NONE, "");
    }

    /// Why no words were read.
    enum Hindrance {
        NONE(""),
        /// They are packed in a way that is not known here.
        PACKED("content-encoding"),
        /// The reader broke down over them.
        FAULT("reader-fault"),
        /// The bytes are no text: a document, a packed file.
        NO_TEXT("not-text"),
        /// Instructions for a browser.
        PROGRAM("program"),
        /// Too much of the archive was unpacked before.
        TOO_MUCH("too-much"),
        /// It is longer than what is read.
        TOO_LONG("too-long"),
        /// It is damaged, or stands behind damage.
        DAMAGED("damaged"),
        /// The file does not hold it.
        NOT_KEPT("not-kept");

        private final String word;

        Hindrance(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static final Words NONE = new Words("", List.of(), "", "", "", Extent.NOTHING);

    static Words hindered(Hindrance why) {
        return NONE.within(new Extent("", false, false, why, ""));
    }

    boolean isHindered() {
        return extent.hindrance() != Hindrance.NONE;
    }

    private Words within(Extent other) {
        return new Words(shown, places, title, hidden, beside, other);
    }

    Words with(String chunks) {
        return within(new Extent(extent.charset(), extent.isUnpacked(), extent.isWhole(), extent.hindrance(), chunks));
    }
}
