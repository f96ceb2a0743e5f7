package org.taniq.read.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What scanning UTF-8 without decoding it needs.
public final class Utf8 {
    private Utf8() {}

    /// How many bytes the character at `i` takes; 1 for a byte that begins none.
    public static int width(byte[] bytes, int i, int to) {
        int lead = bytes[i];
        int width =
                lead >= 0 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 1;
        return i + width <= to ? width : 1;
    }

    /// The character of that width, not checked for being well-formed.
    public static int codePoint(byte[] bytes, int i, int width) {
        int point = width == 1 ? bytes[i] & 0xFF : bytes[i] & 0xFF >> width + 1;
        for (int k = 1; k < width; k++) {
            point = point << 6 | bytes[i + k] & 0x3F;
        }
        return point;
    }

    /// Marks, embeddings, overrides and isolates that change the direction of text and are not seen.
    public static boolean isBidiMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /// The text without these marks.
    public static String withoutMarks(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBidiMark(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.length() == text.length() ? text : out.toString();
    }

    /// Whether bytes that became U+FFFD in `text` were not UTF-8.
    public static boolean broken(String text, byte[] bytes, int from, int to) {
        if (text.indexOf('\uFFFD') < 0) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return false;
        } catch (CharacterCodingException notUtf8) {
            return true;
        }
    }
}
