package org.taniq.read.web;

import java.io.IOException;

/// The head of a member of gzip (RFC 1952, section 2.3).
final class GzipHead {
    static final byte FIRST = 0x1F;
    static final int FIXED = 10;
    /// Of the name of the packed file, and of a comment: what programs write is far shorter.
    static final int LARGEST_NAME = 1 << 10;

    private static final byte SECOND = (byte) 0x8B;
    private static final int DEFLATE = 8;
    private static final int LARGEST = 1 << 17;
    private static final int RESERVED = 0xE0;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int SUM = 2;

    private GzipHead() {}

    /// Whether one seems to begin here.
    static boolean mayBegin(Raw raw) throws IOException {
        int there = raw.ahead(FIXED);
        byte[] bytes = raw.buffer();
        int from = raw.index();
        return there >= FIXED
                && bytes[from] == FIRST
                && bytes[from + 1] == SECOND
                && bytes[from + 2] == DEFLATE
                && (bytes[from + 3] & RESERVED) == 0;
    }

    /// How long it is; -1 where none is.
    static int length(Raw raw) throws IOException {
        if (!mayBegin(raw)) {
            return -1;
        }
        int there = Math.min(raw.ahead(LARGEST), LARGEST);
        byte[] bytes = raw.buffer();
        int from = raw.index();
        int flags = bytes[from + 3];
        int at = FIXED;
        if ((flags & EXTRA) != 0) {
            at += 2 + (at + 2 <= there ? bytes[from + at] & 0xFF | (bytes[from + at + 1] & 0xFF) << 8 : LARGEST);
        }
        at = (flags & NAME) != 0 ? behindText(bytes, from, at, there) : at;
        at = (flags & COMMENT) != 0 ? behindText(bytes, from, at, there) : at;
        at += (flags & SUM) != 0 ? 2 : 0;
        return at <= there ? at : -1;
    }

    private static int behindText(byte[] bytes, int from, int at, int there) {
        for (int i = at; i < Math.min(there, at + LARGEST_NAME); i++) {
            if (bytes[from + i] == 0) {
                return i + 1;
            }
        }
        return LARGEST + 1;
    }
}
