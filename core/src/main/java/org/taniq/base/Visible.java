package org.taniq.base;

import java.util.Locale;
/// Spells invisible characters out.

final class Visible {
    private static final int JOINER = 0x200D;

    private Visible() {}

    static String of(String text) {
        return isPlainAscii(text) ? text : spelledOut(text);
    }

    private static boolean isPlainAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String spelledOut(String text) {
        var out = new StringBuilder(text.length());
        int before = -1;
        for (int at = 0; at < text.length(); ) {
            int cp = text.codePointAt(at);
            int next = at + Character.charCount(cp);
            boolean plain = !hides(cp) || (cp == JOINER && joinsEmoji(before, text, next));
            append(plain, cp, out);
            before = isEmojiMark(cp) ? before : cp;
            at = next;
        }
        return out.toString();
    }

    private static void append(boolean plain, int cp, StringBuilder out) {
        if (plain) {
            out.appendCodePoint(cp);
            return;
        }
        out.append("‹U+").append(String.format(Locale.ROOT, "%04X", cp)).append('›');
    }

    private static boolean hides(int cp) {
        return switch (Character.getType(cp)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> cp == 0x034F || cp == 0x115F || cp == 0x1160 || cp == 0x3164 || cp == 0xFFA0 || cp == 0x2800;
        };
    }

    private static boolean joinsEmoji(int before, String text, int next) {
        return before >= 0
                && Character.isExtendedPictographic(before)
                && next < text.length()
                && Character.isExtendedPictographic(text.codePointAt(next));
    }

    /// Skin tone and presentation stand between an emoji and its joiner.
    private static boolean isEmojiMark(int cp) {
        return cp == 0xFE0F || Character.isEmojiModifier(cp);
    }
}
