package org.taniq.base;

/// Digits and signs that stand for letters inside a word. Where one digit is used for two letters, its
/// neighbours decide: between consonants a vowel is missing.
final class Leet {
    private static final String VOWELS = "aeiouyаеиоуыэюяі";

    private Leet() {}

    /// Spells the word at `[from, to)`, which has at least two letters. A digit counts as a letter when
    /// letters stand on both sides of it, or three after it at the start of the word (two after 4, which in
    /// chats starts many words); so `8pm`, `mp3`, `covid19` and `14b` stay.
    static void spell(Glyphs text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            if (Character.isLetter(c)) {
                continue;
            }
            boolean inside = i > from && isSpelling(text.near(i - 1)) && i + 1 < to && isSpelling(text.at(i + 1));
            boolean first = i == from && lettersAfter(text, i, to) >= (c == '4' ? 2 : 3) && c != Text.MASK;
            if (inside || first) {
                text.set(i, letter(c, text.near(i - 1), text.near(i + 1)));
            }
        }
    }

    private static boolean isSpelling(char c) {
        return Character.isLetter(c) || Loosen.isMask(c);
    }

    private static int lettersAfter(Glyphs text, int at, int to) {
        int end = at + 1;
        while (end < to && Character.isLetter(text.at(end))) {
            end++;
        }
        return end - at - 1;
    }

    private static char letter(char c, char before, char after) {
        if (Loosen.isMask(c)) {
            return Character.isLetter(before) ? Text.MASK : c;
        }
        boolean cyrillic = Lookalike.isCyrillic(after) || Lookalike.isCyrillic(before);
        boolean vowelMissing = isConsonant(before) && isConsonant(after);
        return cyrillic ? cyrillic(c, vowelMissing) : latin(c, vowelMissing);
    }

    private static char latin(char c, boolean vowelMissing) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> vowelMissing ? 'i' : 'l';
            case '3' -> 'e';
            case '4' -> vowelMissing ? 'a' : 'c';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }

    private static char cyrillic(char c, boolean vowelMissing) {
        return switch (c) {
            case '0' -> 'о';
            case '1' -> 'и';
            case '3' -> vowelMissing ? 'е' : 'з';
            case '4' -> 'ч';
            case '5', '$' -> 'с';
            case '6' -> 'б';
            default -> c;
        };
    }

    private static boolean isConsonant(char c) {
        return Character.isLetter(c) && VOWELS.indexOf(c) < 0;
    }
}
