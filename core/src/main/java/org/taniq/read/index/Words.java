package org.taniq.read.index;

import java.io.IOException;
import java.text.Normalizer;
import org.taniq.base.Text;

/// The words of a text one after the other, folded for search ([Text#fold], all digits as 0-9), each with
/// its place in the original. A word is a run of letters and digits; an ideograph or a picture such as an
/// emoji is a word of its own.
final class Words {
    /// A longer run is cut into several words, so that no text makes a term that the index refuses.
    static final int LONGEST = 255;

    private final String original;
    private final Text text;
    private final String folded;
    private int from;
    private int to;

    Words(String original) {
        this.original = original;
        this.text = Text.fold(original);
        this.folded = withPlainDigits(text.folded());
    }

    private static String withPlainDigits(String folded) {
        if (folded.chars().noneMatch(Words::isForeignDigit)) {
            return folded;
        }
        char[] plain = folded.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            if (isForeignDigit(plain[i])) {
                plain[i] = (char) ('0' + Character.digit(plain[i], 10));
            }
        }
        return new String(plain);
    }

    private static boolean isForeignDigit(int c) {
        return c > '9' && Character.isDigit(c);
    }

    /// Goes to the next word; false where there is none.
    boolean next() {
        from = to;
        while (from < folded.length() && kindAt(from) == Kind.BETWEEN) {
            from += Character.charCount(folded.codePointAt(from));
        }
        if (from == folded.length()) {
            to = from;
            return false;
        }
        to = kindAt(from) == Kind.ALONE ? from + Character.charCount(folded.codePointAt(from)) : endOfRun();
        return true;
    }

    private int endOfRun() {
        int end = from;
        while (end < folded.length() && end - from < LONGEST - 1 && kindAt(end) == Kind.IN_WORD) {
            end += Character.charCount(folded.codePointAt(end));
        }
        return end;
    }

    private Kind kindAt(int place) {
        char c = folded.charAt(place);
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? Kind.IN_WORD : Kind.BETWEEN;
        }
        return Kind.of(folded.codePointAt(place));
    }

    private enum Kind {
        BETWEEN,
        IN_WORD,
        ALONE;

        static Kind of(int cp) {
            if (Character.isIdeographic(cp) || Character.getType(cp) == Character.OTHER_SYMBOL) {
                return ALONE;
            }
            boolean mark = Character.getType(cp) == Character.NON_SPACING_MARK
                    || Character.getType(cp) == Character.COMBINING_SPACING_MARK;
            return mark || Character.isLetterOrDigit(cp) ? IN_WORD : BETWEEN;
        }
    }

    String folded() {
        return folded.substring(from, to);
    }

    void folded(Appendable out) throws IOException {
        out.append(folded, from, to);
    }

    /// The word as it was written, but for case and the dot of i: what a word must be to match better than
    /// folded. A word stretched by many invisible characters is not worth that.
    String exact() {
        int length = end() - start();
        if (length > 2 * LONGEST) {
            return folded();
        }
        char[] written = new char[length];
        boolean composed = true;
        for (int i = 0; i < length; i++) {
            char c = original.charAt(start() + i);
            composed &= isComposed(c);
            written[i] = withoutCase(c);
        }
        String exact = new String(written);
        return composed ? exact : Normalizer.normalize(exact, Normalizer.Form.NFC);
    }

    private static char withoutCase(char c) {
        return c == 'ı' ? 'i' : Character.toLowerCase(c);
    }

    /// Below the combining marks, and Cyrillic: nothing of it can be written shorter.
    private static boolean isComposed(char c) {
        return c < 0x300 || c >= 0x400 && c < 0x483;
    }

    /// Where the word begins in the original.
    int start() {
        return text.start(from);
    }

    /// Where it ends in the original.
    int end() {
        return text.end(to - 1);
    }
}
