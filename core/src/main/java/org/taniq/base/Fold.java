package org.taniq.base;

import java.text.Normalizer;

/// The light level of [Text]: one code point at a time, so that offsets stay exact.
final class Fold {
    /// Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian are looked up; the rest is worked out.
    private static final int TABLE = 0x1100;

    private static final String[] FOLDED = new String[TABLE];

    /// A ligature that is a sentence (U+FDFA) stays one character, so that a text cannot grow much.
    private static final int LONGEST = 4;

    /// What NFKD does not take apart, and punctuation of many shapes: a character, then what it becomes.
    private static final String PAIRS = "əe" + "ǝe" + "ıi" + "әе" + "øo" + "łl" + "đd" + "ɑa" + "ɡg" + "ςσ" + "ґг"
            + "’'" + "‘'" + "ʼ'" + "`'" + "´'" + "‚'" + "‛'" + "“\"" + "”\"" + "„\"" + "«\"" + "»\"" + "‟\""
            + "‐-" + "‑-" + "‒-" + "–-" + "—-" + "―-" + "−-" + "\u2800 ";

    static {
        for (int cp = 0; cp < TABLE; cp++) {
            FOLDED[cp] = workOut(cp);
        }
    }

    private Fold() {}

    static Glyphs light(String original) {
        var out = new Glyphs(original.length() + 8);
        int at = 0;
        while (at < original.length()) {
            int cp = original.codePointAt(at);
            int next = at + Character.charCount(cp);
            if (isSettled(cp)) {
                keep(original, at, next, out);
            } else {
                append(cp < TABLE ? FOLDED[cp] : workOut(cp), at, next, out);
            }
            at = next;
        }
        return out;
    }

    /// Ideographs, Hangul and most emoji are as they should be; there are many, so they are not worked out
    /// each time.
    private static boolean isSettled(int cp) {
        return within(cp, 0x4E00, 0x9FFF) || within(cp, 0xAC00, 0xD7A3) || within(cp, 0x1F300, 0x1FAFF);
    }

    private static void keep(String original, int start, int end, Glyphs out) {
        for (int i = start; i < end; i++) {
            out.add(original.charAt(i), start, end);
        }
    }

    private static void append(String folded, int start, int end, Glyphs out) {
        if (folded.isEmpty()) {
            out.stretch(end);
        }
        for (int i = 0; i < folded.length(); i++) {
            out.add(folded.charAt(i), start, end);
        }
    }

    /// What one code point becomes; empty where it is dropped.
    private static String workOut(int cp) {
        if (isDropped(cp)) {
            return "";
        }
        if (Character.isWhitespace(cp) || Character.isSpaceChar(cp) || Character.isISOControl(cp)) {
            return isLineEnd(cp) ? "\n" : " ";
        }
        int mapped = mapped(cp);
        if (mapped != cp) {
            return Character.toString(mapped);
        }
        if (cp >= Character.MIN_SURROGATE && cp <= Character.MAX_SURROGATE) {
            return "\uFFFD";
        }
        return takenApart(cp);
    }

    private static String takenApart(int cp) {
        String whole = Character.toString(cp);
        String apart = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        if (apart.length() > LONGEST) {
            return whole;
        }
        var out = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(part -> !isDropped(part))
                .map(part -> Character.isSpaceChar(part) ? ' ' : part)
                .map(part -> mapped(Character.toLowerCase(mapped(part))))
                .forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static int mapped(int cp) {
        int lower = Character.toLowerCase(cp);
        for (int i = 0; i < PAIRS.length(); i += 2) {
            if (PAIRS.charAt(i) == lower) {
                return PAIRS.charAt(i + 1);
            }
        }
        return cp;
    }

    private static boolean isLineEnd(int cp) {
        return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
    }

    /// Invisible characters, and marks that are put on letters of alphabets in which they can be left away.
    private static boolean isDropped(int cp) {
        return Character.getType(cp) == Character.FORMAT
                || within(cp, 0x0300, 0x036F) // combining marks
                || within(cp, 0x0483, 0x0489) // Cyrillic marks
                || within(cp, 0x0591, 0x05BD) // Hebrew points
                || within(cp, 0x064B, 0x065F) // Arabic vowels
                || cp == 0x0640 // Arabic stretch
                || cp == 0x0670
                || within(cp, 0x1AB0, 0x1AFF)
                || within(cp, 0x1DC0, 0x1DFF)
                || within(cp, 0x20D0, 0x20FF)
                || within(cp, 0xFE00, 0xFE0F) // variation selectors
                || within(cp, 0xFE20, 0xFE2F)
                || within(cp, 0xE0100, 0xE01EF)
                || cp == 0x115F // Hangul fillers
                || cp == 0x1160
                || cp == 0x3164
                || cp == 0xFFA0;
    }

    private static boolean within(int cp, int first, int last) {
        return cp >= first && cp <= last;
    }
}
