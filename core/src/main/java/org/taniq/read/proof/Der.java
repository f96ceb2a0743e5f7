package org.taniq.read.proof;

import java.util.Arrays;
import java.util.Optional;

/// One value in DER or BER, looked at and not yet believed: what kind it is, and where its content lies.
final class Der {
    static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int FIRST_TAGGED = 0xa0;

    private static final int MANY_BYTES = 0x1f;
    private static final int LONG = 0x80;
    private static final int LONGEST = 4;

    private final byte[] bytes;
    private final int tag;
    private final int from;
    private final int to;
    private final boolean isWhole;

    private Der(byte[] bytes, int tag, int from, int to, boolean isWhole) {
        this.bytes = bytes;
        this.tag = tag;
        this.from = from;
        this.to = to;
        this.isWhole = isWhole;
    }

    /// The first value of all bytes.
    static Optional<Der> of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    private static Optional<Der> at(byte[] bytes, int at, int end) {
        if (end - at < 2 || (bytes[at] & MANY_BYTES) == MANY_BYTES) {
            return Optional.empty();
        }
        int tag = bytes[at] & 0xff;
        int length = bytes[at + 1] & 0xff;
        if (length == LONG) {
            return Optional.of(new Der(bytes, tag, at + 2, end, true));
        }
        int more = length > LONG ? length - LONG : 0;
        int from = at + 2 + more;
        if (more > LONGEST || from > end) {
            return Optional.empty();
        }
        long to = from + (more == 0 ? length : number(bytes, at + 2, from));
        return Optional.of(new Der(bytes, tag, from, (int) Math.min(to, end), to <= end));
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    /// The value of this number inside, from 0, where it is of this kind.
    Optional<Der> child(int number, int wanted) {
        int at = from;
        for (int i = 0; i < number; i++) {
            var before = at(bytes, at, to);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            at = before.get().to();
        }
        return at(bytes, at, to).filter(child -> child.tag() == wanted);
    }

    /// Its first byte.
    int tag() {
        return tag;
    }

    /// The byte behind its content, at most that behind all there is.
    int to() {
        return to;
    }

    /// Whether all of it is there, as far as it says how long it is.
    boolean isWhole() {
        return isWhole;
    }

    /// Whether it is whole, and nothing stands behind it.
    boolean isAll() {
        return isWhole && to == bytes.length;
    }

    int length() {
        return to - from;
    }

    /// Whether these bytes are its content.
    boolean is(byte[] content) {
        return isWhole && Arrays.equals(bytes, from, to, content, 0, content.length);
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
