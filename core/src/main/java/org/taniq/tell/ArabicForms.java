package org.taniq.tell;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Joins Arabic letters by replacing each with its presentation form, as far as Unicode has one. The forms
/// are read out of the JDK's own tables: the compatibility decomposition of a presentation form is its
/// letter, and the forms of a letter follow each other: isolated, final, initial, medial.
final class ArabicForms {

    private static final int LAM = 0x644;

    /// Letter → first of its forms; how many forms there are is in [#counts]. Lam with alef is keyed by
    /// `LAM << 16
    /// | alef`.
    private final Map<Integer, Integer> first = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    ArabicForms() {
        learn(0xFB50, 0xFBB1);
        learn(0xFBD3, 0xFBFF);
        learn(0xFE80, 0xFEFC);
    }

    private void learn(int from, int to) {
        for (int form = from; form <= to; form++) {
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letters.length() > 2 || letters.codePointAt(0) == form) {
                continue;
            }
            int key = letters.length() == 1 ? letters.charAt(0) : letters.charAt(0) << 16 | letters.charAt(1);
            first.putIfAbsent(key, form);
            counts.merge(key, 1, Integer::sum);
        }
    }

    static boolean isArabic(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x620 && c <= 0x6FF);
    }

    /// The text in presentation forms, in the same order. Characters that are not Arabic letters stay as
    /// they are.
    String join(String text) {
        int[] letters = text.codePoints().toArray();
        var joined = new StringBuilder(text.length());
        for (int i = 0; i < letters.length; i++) {
            int next = follower(letters, i);
            int pair = next < letters.length && letters[i] == LAM ? LAM << 16 | letters[next] : -1;
            boolean before = joinsBefore(letters, i);
            if (next == i + 1 && first.containsKey(pair)) {
                joined.appendCodePoint(first.get(pair) + (before ? 1 : 0));
                i = next;
                continue;
            }
            joined.appendCodePoint(form(letters[i], before, next < letters.length && takesBefore(letters[next])));
        }
        return joined.toString();
    }

    private int form(int letter, boolean before, boolean after) {
        int count = counts.getOrDefault(letter, 0);
        if (count == 0) {
            return letter;
        }
        int shift = before ? 1 : 0;
        if (after && count == 4) {
            shift += 2;
        }
        return first.getOrDefault(letter, letter) + Math.min(shift, count - 1);
    }

    /// Whether the letter before this one reaches over to it.
    private boolean joinsBefore(int[] letters, int at) {
        int i = at - 1;
        while (i >= 0 && isMark(letters[i])) {
            i--;
        }
        return i >= 0 && takesBefore(letters[at]) && counts.getOrDefault(letters[i], 0) == 4;
    }

    private boolean takesBefore(int letter) {
        return counts.getOrDefault(letter, 0) >= 2;
    }

    private static int follower(int[] letters, int at) {
        int i = at + 1;
        while (i < letters.length && isMark(letters[i])) {
            i++;
        }
        return i;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
