package org.taniq.assess;

import java.util.Arrays;
import org.taniq.base.Text;

/// The words, numbers and emoji of a loosened text, with the atoms each satisfies, the sentence ends
/// between them, and which stand in quotation marks. An apostrophe inside a word is no boundary (`won't`,
/// `20'de`).
final class Tokens {
    /// The first part of what has the shape of a telephone number.
    static final int PHONE = 0;

    private static final int[] PHONE_ONLY = {PHONE};
    private static final int PHONE_DIGITS = 7;
    private static final int PHONE_LENGTH = 24;

    private final String text;
    private final Words words;
    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private int[][] atoms = new int[32][];
    private boolean[] breaks = new boolean[32];
    private boolean[] quoted = new boolean[32];
    private int count;
    private boolean breakAhead = true;
    private int quoteAt = -1;
    private char quoteMark;

    Tokens(String text, Words words) {
        this.text = text;
        this.words = words;
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
    }

    int count() {
        return count;
    }

    int from(int token) {
        return froms[token];
    }

    int to(int token) {
        return tos[token];
    }

    int[] atoms(int token) {
        return atoms[token];
    }

    boolean has(int token, int atom) {
        for (int candidate : atoms[token]) {
            if (candidate == atom) {
                return true;
            }
        }
        return false;
    }

    /// Whether a sentence ends between this token and the one before it.
    boolean opensSentence(int token) {
        return breaks[token];
    }

    boolean isQuoted(int token) {
        return quoted[token];
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (isWordy(c)) {
            return word(at);
        }
        if (isPicture(c)) {
            int end = at + Character.charCount(text.codePointAt(at));
            add(at, end, words.atoms(text, at, end));
            return end;
        }
        mark(c, at);
        return at + 1;
    }

    private int word(int from) {
        int to = from + 1;
        while (to < text.length() && (isWordy(text.charAt(to)) || isInnerApostrophe(to))) {
            to++;
        }
        boolean number = isDigit(text.charAt(from));
        add(from, to, number ? number(from, to) : words.atoms(text, from, to));
        return to;
    }

    private int[] number(int from, int to) {
        int[] known = both(words.atoms(text, from, to), words.ofNumbers());
        return isPhone(from) ? both(known, PHONE_ONLY) : known;
    }

    private static int[] both(int[] some, int[] others) {
        if (some.length == 0) {
            return others;
        }
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }

    /// Seven digits or more, with nothing between them but what people put into telephone numbers.
    private boolean isPhone(int from) {
        int digits = 0;
        int end = Math.min(text.length(), from + PHONE_LENGTH);
        for (int i = from; i < end && digits < PHONE_DIGITS; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (" -()".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= PHONE_DIGITS;
    }

    private void add(int from, int to, int[] found) {
        if (count == froms.length) {
            grow();
        }
        froms[count] = from;
        tos[count] = to;
        atoms[count] = found;
        breaks[count] = breakAhead;
        breakAhead = false;
        count++;
    }

    private void grow() {
        int size = count * 2;
        froms = Arrays.copyOf(froms, size);
        tos = Arrays.copyOf(tos, size);
        atoms = Arrays.copyOf(atoms, size);
        breaks = Arrays.copyOf(breaks, size);
        quoted = Arrays.copyOf(quoted, size);
    }

    private void mark(char c, int at) {
        if (c == '\n' || ".!?".indexOf(c) >= 0 && !isWordyAt(at + 1)) {
            breakAhead = true;
        }
        if (c == '"' || c == '\'') {
            quote(c, at);
        }
    }

    private void quote(char mark, int at) {
        if (quoteAt >= 0 && mark == quoteMark) {
            Arrays.fill(quoted, quoteAt, count, true);
            quoteAt = -1;
        } else if (quoteAt < 0 && (mark == '"' || isWordyAt(at + 1))) {
            quoteAt = count;
            quoteMark = mark;
        }
    }

    private boolean isInnerApostrophe(int at) {
        return text.charAt(at) == '\'' && isWordyAt(at + 1);
    }

    private boolean isWordyAt(int at) {
        return at < text.length() && isWordy(text.charAt(at));
    }

    private static boolean isWordy(char c) {
        return c >= 'a' && c <= 'z' || c == Text.MASK || Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPicture(char c) {
        return Character.isHighSurrogate(c) || c >= 0x2190 && c < 0x2C00 || c == '$';
    }
}
