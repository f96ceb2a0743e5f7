package org.taniq.base.html;

/// Words that stand together in a page.
///
/// @param text entities resolved, white space as a browser shows it
/// @param from the first byte in the source, from 0
/// @param to the byte after the last one
/// @param kind whether a browser shows them
/// @param gap what separates them from the words before
public record TextRun(String text, int from, int to, Kind kind, Gap gap) {

    /// How words stand in a page.
    public enum Kind {
        /// In the page, and hidden by nothing that its HTML says; style sheets and programs may hide or move them.
        SHOWN,
        /// In the page, and hidden by what its HTML says of an element: `hidden`, `display:none`, a template.
        HIDDEN,
        /// The title.
        TITLE,
        /// What an element has instead of a picture, in a field, as a hint or for other programs: `alt`, `value`,
        /// `title`, a description in the head.
        BESIDE
    }

    /// What lies between words.
    public enum Gap {
        NONE,
        SPACE,
        LINE;

        Gap and(Gap other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
