package org.taniq.read.metahtml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are no text.
final class Damage {
    /// So many of them are no accident of one letter: something stood there.
    private static final int LOST = 16;

    private static final String NONE = "\0";
    private static final String NO_LETTERS = NONE.repeat(LOST);

    private Damage() {}

    /// Whether something that stood there is lost. A person can type U+FFFD, so that no bytes count that are one.
    static boolean isLost(byte[] bytes) {
        var text = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(NONE)
                .decode(ByteBuffer.wrap(bytes), text, true);
        return text.flip().toString().contains(NO_LETTERS);
    }

    /// Whether a byte of it belongs to no letter.
    static boolean isAny(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0 || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }
}
