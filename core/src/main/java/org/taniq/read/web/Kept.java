package org.taniq.read.web;

import java.util.Arrays;

/// Bytes that are kept up to a bound, and counted beyond it.
final class Kept {
    private final int most;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private long seen;

    Kept(int most) {
        this.most = most;
    }

    /// These, which are the first of so many.
    static Kept of(byte[] bytes, long seen) {
        var kept = new Kept(bytes.length);
        kept.bytes = bytes;
        kept.size = bytes.length;
        kept.seen = seen;
        return kept;
    }

    void take(byte[] from, int at, int length) {
        seen += length;
        int fits = Math.min(length, most - size);
        if (fits > 0) {
            if (size + fits > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(2 * bytes.length, size + fits)));
            }
            System.arraycopy(from, at, bytes, size, fits);
            size += fits;
        }
    }

    /// The same bytes, and as little whole as the others.
    Kept cutAs(Kept other) {
        seen += other.seen - other.size;
        return this;
    }

    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    long seen() {
        return seen;
    }

    boolean isWhole() {
        return seen == size;
    }
}
