package org.taniq.read.web;

import java.util.Arrays;

/// Hands bytes on but for the last four: the empty lines behind a record look as if they were its own where it ended
/// before its length.
final class LineEnds {
    private static final byte[] BEHIND = {'\r', '\n', '\r', '\n'};

    private final Chunks.Taker taker;
    private byte[] held = new byte[0];

    LineEnds(Chunks.Taker taker) {
        this.taker = taker;
    }

    void take(byte[] bytes, int from, int length) {
        int keep = Math.min(length, BEHIND.length);
        int out = Math.max(0, held.length + keep - BEHIND.length);
        hand(held, 0, out);
        hand(bytes, from, length - keep);
        byte[] now = Arrays.copyOfRange(held, out, held.length + keep);
        System.arraycopy(bytes, from + length - keep, now, held.length - out, keep);
        held = now;
    }

    /// Hands the last ones on.
    void end() {
        hand(held, 0, held.length);
        held = new byte[0];
    }

    private void hand(byte[] bytes, int from, int length) {
        if (length > 0) {
            taker.take(bytes, from, length);
        }
    }

    /// Hands the last ones on unless they are empty lines.
    void leave() {
        if (!Arrays.equals(held, BEHIND)) {
            end();
        }
    }
}
