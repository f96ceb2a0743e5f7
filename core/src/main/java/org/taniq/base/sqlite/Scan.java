package org.taniq.base.sqlite;

/// Reads numbers one after the other between two places of an array, and nothing outside of them.
final class Scan {
    private final byte[] bytes;
    private final int to;
    private int at;

    /// @param to the place after the last byte that is there
    Scan(byte[] bytes, int at, int to) {
        this.bytes = bytes;
        this.at = at;
        this.to = to;
    }

    /// The next byte that will be read.
    int at() {
        return at;
    }

    /// A number of 1 to 9 bytes (file format, 1.6).
    long varint() throws Unfit {
        long number = 0;
        for (int i = 0; i < 8; i++) {
            int next = u8();
            number = number << 7 | next & 0x7F;
            if (next < 0x80) {
                return number;
            }
        }
        return number << 8 | u8();
    }

    long u32() throws Unfit {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | u8();
        }
        return number;
    }

    private int u8() throws Unfit {
        if (at >= to) {
            throw new Unfit(Damage.Why.OUTSIDE);
        }
        return bytes[at++] & 0xFF;
    }
}
