package org.taniq.read.metahtml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are no text.
final class Damage {
    /// So many of them are no accident of one letter: something stood there.
    private static final int LOST = 16;

    private static final String NO_LETTERS = "\uFFFD".repeat(LOST);

    private Damage() {}

    /// Whether something that stood there is lost.
    static boolean isLost(byte[] bytes) {
        int zeros = 0;
        for (byte each : bytes) {
            zeros = each == 0 ? zeros + 1 : 0;
            if (zeros == LOST) {
                return true;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8).contains(NO_LETTERS);
    }

    /// Whether a byte of it belongs to no letter.
    static boolean isAny(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0 || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }
}
