package org.taniq.base;

/// The loose level of [Text]: undoes, word by word, what hides a word. It knows alphabets, no language.
final class Loosen {
    private static final String MASKS = "*#@•●×";
    private static final String APART = " .-_*+~|/,";
    private static final int LETTERS_APART = 3;

    private Loosen() {}

    static Glyphs all(Glyphs text) {
        joinLetters(text);
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end > at) {
                repair(text, at, end);
            }
            at = Math.max(end, at + 1);
        }
        shortenStretches(text);
        return text;
    }

    private static int wordEnd(Glyphs text, int from) {
        int end = from;
        while (end < text.length() && isWordy(text.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordy(char c) {
        return c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c) || c == '$' || MASKS.indexOf(c) >= 0;
    }

    /// `k i l l` and `k.i.l.l` become `kill`: three or more single letters with the same mark between them.
    private static void joinLetters(Glyphs text) {
        int to = 0;
        int from = 0;
        while (from < text.length()) {
            int letters = lettersApart(text, from);
            int step = letters >= LETTERS_APART ? 2 : 1;
            int end = letters >= LETTERS_APART ? from + 2 * letters - 1 : from + 1;
            for (; from < end; from += step) {
                text.move(from, to++);
            }
            from = end;
        }
        text.cut(to);
    }

    private static int lettersApart(Glyphs text, int from) {
        char mark = text.near(from + 1);
        if (APART.indexOf(mark) < 0 || !isSingle(text, from)) {
            return 0;
        }
        int letters = 1;
        while (text.near(from + 2 * letters - 1) == mark && isSingle(text, from + 2 * letters)) {
            letters++;
        }
        return letters;
    }

    private static boolean isSingle(Glyphs text, int at) {
        return Character.isLetter(text.near(at))
                && !Character.isLetterOrDigit(text.near(at - 1))
                && !Character.isLetterOrDigit(text.near(at + 1));
    }

    private static void repair(Glyphs text, int from, int to) {
        int latin = 0;
        int cyrillic = 0;
        int letters = 0;
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            latin += Lookalike.isLatin(c) ? 1 : 0;
            cyrillic += Lookalike.isCyrillic(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        if (letters == to - from && (latin == letters || cyrillic == letters)) {
            return;
        }
        if (latin > 0 && letters > latin || cyrillic > 0 && letters > cyrillic) {
            Lookalike.oneAlphabet(text, from, to);
        }
        if (letters >= 2 && letters < to - from) {
            Leet.spell(text, from, to);
        }
    }

    /// Three or more of a letter become one; a doubled letter may be how the word is written and stays.
    private static void shortenStretches(Glyphs text) {
        int to = 0;
        for (int from = 0; from < text.length(); ) {
            int end = from + 1;
            while (end < text.length() && text.at(end) == text.at(from)) {
                end++;
            }
            int keep = end - from > 2 && Character.isLetter(text.at(from)) ? 1 : end - from;
            for (int i = 0; i < keep; i++) {
                text.move(from + i, to++);
            }
            text.merge(end - 1, to - 1);
            from = end;
        }
        text.cut(to);
    }

    static boolean isMask(char c) {
        return MASKS.indexOf(c) >= 0;
    }
}
