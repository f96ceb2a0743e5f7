package org.taniq.read.proof;

import java.util.Arrays;

/// The bytes of a proof of OpenTimestamps, taken one after the other, with the numbers that are written in them.
final class OtsBytes {
    private static final int LONGEST_NUMBER = 8;
    private static final int BITS = 7;

    private final byte[] bytes;
    private final int end;
    private int at;

    OtsBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private OtsBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    int one() throws OtsRefused {
        return take(1)[0] & 0xff;
    }

    byte[] take(int length) throws OtsRefused {
        if (length > end - at) {
            throw new OtsRefused(OtsRefused.Why.CUT_OFF);
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /// Seven bits in each byte, the lowest first.
    long number() throws OtsRefused {
        long number = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            int next = one();
            number |= (long) (next & 0x7f) << BITS * i;
            if (next < 0x80) {
                return number;
            }
        }
        throw new OtsRefused(OtsRefused.Why.FORM);
    }

    /// As many as the number before them says, and no more than may be.
    byte[] counted(int most) throws OtsRefused {
        long length = number();
        if (length > most) {
            throw new OtsRefused(OtsRefused.Why.TOO_LONG);
        }
        return take((int) length);
    }
}
