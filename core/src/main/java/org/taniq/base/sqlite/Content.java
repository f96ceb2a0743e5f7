package org.taniq.base.sqlite;

/// The bytes of a row in one piece, as many as are there.
final class Content {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final long length;

    /// @param from the first byte of the row in the array
    /// @param to the byte after the last one that is there
    /// @param length how many it has
    Content(byte[] bytes, int from, int to, long length) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    long length() {
        return length;
    }
}
