package org.taniq.read.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Bytes as they lie in the file, with a way back of so many.
final class Raw {
    /// How far back it goes at least, and how far ahead is looked at most.
    static final int KEPT = 1 << 20;

    private static final int LARGEST = 3 * KEPT;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 14];
    private long base;
    private int at;
    private int end;

    Raw(InputStream in) {
        this.in = in;
    }

    long at() {
        return base + at;
    }

    byte[] buffer() {
        return buffer;
    }

    /// Where in the buffer the next byte is.
    int index() {
        return at;
    }

    /// How many bytes are there from here on: one at least, if there is one.
    int ahead() throws IOException {
        return ahead(1);
    }

    /// How many bytes are there from here on: as many as are wanted, if there are.
    int ahead(int wanted) throws IOException {
        if (at + wanted > buffer.length && buffer.length < LARGEST) {
            buffer = Arrays.copyOf(buffer, Math.min(LARGEST, Math.max(2 * buffer.length, at + wanted)));
        }
        if (at + wanted > buffer.length) {
            int from = Math.max(0, at - KEPT);
            System.arraycopy(buffer, from, buffer, 0, end - from);
            base += from;
            at -= from;
            end -= from;
        }
        while (end - at < wanted) {
            int got = in.read(buffer, end, buffer.length - end);
            if (got < 0) {
                break;
            }
            end += got;
        }
        return end - at;
    }

    void pass(int bytes) {
        at += bytes;
    }

    /// Passes over all that follows.
    void skip() throws IOException {
        for (int there = ahead(); there > 0; there = ahead()) {
            pass(there);
        }
    }

    /// Goes back to this place, or as near to it as is possible.
    void back(long to) {
        at = (int) Math.max(0, Math.min(to - base, at));
    }
}
