package org.taniq.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.taniq.base.Trouble;

/// Hides how large sealed bytes are (Padmé, Nikitin et al., "Reducing Metadata Leakage from Encrypted
/// Files", 2019: at most 12 % more). The rule:
///
/// After the zstd frame of n bytes stands exactly one skippable frame (RFC 8878, 3.1.2) that brings the
/// total to Padmé(n + 8), the smallest Padmé size that leaves room for the frame's head: `50 2A 4D 18`,
/// uint32 little-endian Padmé(n + 8) − n − 8, that many zero bytes (there may be none). Padmé(L) is L
/// rounded up to a multiple of 2^(E − S), where E = ⌊log2 L⌋ and S = ⌊log2 E⌋ + 1. n is at most 2^37.
final class Padding {
    static final int HEAD = 8;
    static final int MAGIC = 0x184D2A50;

    private static final long MOST = 1L << 37;
    private static final byte[] ZEROS = new byte[1 << 16];

    private Padding() {}

    /// @param length at least 2
    static long padme(long length) {
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        int significant = 32 - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << (exponent - significant)) - 1;
        return (length + mask) & ~mask;
    }

    /// Writes the skippable frame that follows a frame of so many bytes.
    static void write(OutputStream out, long frame) throws IOException {
        if (frame > MOST) {
            throw new Trouble("cannot seal more than 128 GiB as one: split it and seal the parts");
        }
        long zeros = padme(frame + HEAD) - frame - HEAD;
        out.write(head((int) zeros));
        for (long left = zeros; left > 0; left -= ZEROS.length) {
            out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
    }

    private static byte[] head(int zeros) {
        return ByteBuffer.allocate(HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putInt(zeros)
                .array();
    }
}
