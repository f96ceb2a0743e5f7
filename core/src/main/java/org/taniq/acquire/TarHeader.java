package org.taniq.acquire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// A header of a tar archive: 512 bytes of POSIX ustar or GNU tar, with a checksum over them.
///
/// @param name as stored, with its prefix
/// @param size of what follows, in bytes
/// @param type its type flag
record TarHeader(StoredName name, long size, char type) {
    static final int LENGTH = 512;

    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int NUMBER = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    /// Nothing where the bytes do not begin as a header whose checksum fits, or where its size is none.
    static Optional<TarHeader> of(byte[] block) {
        if (block.length < LENGTH || !hasMagic(block) || !hasChecksum(block)) {
            return Optional.empty();
        }
        var size = number(block, SIZE_AT, NUMBER);
        return size.isEmpty() || size.getAsLong() < 0
                ? Optional.empty()
                : Optional.of(
                        new TarHeader(StoredName.of(name(block)), size.getAsLong(), (char) (block[TYPE_AT] & 0xFF)));
    }

    private static boolean isPosix(byte[] block) {
        return block[MAGIC_AT + 5] == 0;
    }

    private static boolean hasMagic(byte[] block) {
        String magic = new String(block, MAGIC_AT, 8, StandardCharsets.ISO_8859_1);
        return magic.startsWith("ustar\0") || magic.equals("ustar  \0");
    }

    /// Some old programs took the bytes as numbers with a sign.
    private static boolean hasChecksum(byte[] block) {
        var stated = number(block, CHECKSUM_AT, CHECKSUM);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < LENGTH; i++) {
            byte b = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM ? (byte) ' ' : block[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        return stated.isPresent() && (stated.getAsLong() == unsigned || stated.getAsLong() == signed);
    }

    /// Octal digits, or with the first bit set a number of bytes as GNU tar writes large ones.
    private static OptionalLong number(byte[] block, int at, int length) {
        if ((block[at] & 0x80) != 0) {
            return binary(block, at, length);
        }
        String text = new String(block, at, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        if (text.isEmpty()) {
            return OptionalLong.of(0);
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '7')
                ? OptionalLong.of(Long.parseLong(text, 8))
                : OptionalLong.empty();
    }

    /// One that does not fit into 63 bits is none.
    private static OptionalLong binary(byte[] block, int at, int length) {
        boolean isNegative = (block[at] & 0x40) != 0;
        long value = block[at] & 0x3F;
        for (int i = at + 1; i < at + length; i++) {
            if (value >>> 54 != 0) {
                return OptionalLong.empty();
            }
            value = value << 8 | block[i] & 0xFF;
        }
        return isNegative ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static byte[] name(byte[] block) {
        byte[] last = text(block, 0, NAME);
        byte[] prefix = isPosix(block) ? text(block, PREFIX_AT, PREFIX) : new byte[0];
        if (prefix.length == 0) {
            return last;
        }
        byte[] whole = Arrays.copyOf(prefix, prefix.length + 1 + last.length);
        whole[prefix.length] = '/';
        System.arraycopy(last, 0, whole, prefix.length + 1, last.length);
        return whole;
    }

    private static byte[] text(byte[] block, int at, int most) {
        int to = at;
        while (to < at + most && block[to] != 0) {
            to++;
        }
        return Arrays.copyOfRange(block, at, to);
    }
}
