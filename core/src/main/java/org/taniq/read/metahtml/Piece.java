package org.taniq.read.metahtml;

import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// A part of a page, and what it is.
///
/// @param start the first byte of it in its segment
/// @param stop the byte after its last one there
record Piece(Kind kind, Segments.Segment segment, int start, int stop) {

    /// What a part of a page is.
    enum Kind {
        /// A block, whose tags are in order.
        BLOCK,
        /// What stands between blocks, before the first or behind the last.
        BETWEEN,
        /// What stands between blocks and begins another conversation.
        THREAD,
        /// Damaged, or too large.
        WRONG
    }

    static Piece all(Kind kind, Segments.Segment segment) {
        return new Piece(kind, segment, 0, segment.text().length());
    }

    byte[] bytes() {
        return segment.bytes(start, stop);
    }

    String text() {
        return segment.text().substring(start, stop);
    }

    Spot spot() {
        return kind == Kind.WRONG ? segment.rest(start) : segment.spot(start, stop);
    }

    /// Why it is not read.
    Unread.Reason why() {
        return segment.isWhole()
                ? segment.isLast() ? Unread.Reason.BROKEN : Unread.Reason.HOLE
                : Unread.Reason.TOO_LARGE;
    }
}
