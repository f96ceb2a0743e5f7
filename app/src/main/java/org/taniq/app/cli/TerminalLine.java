package org.taniq.app.cli;

import java.util.function.Function;
import org.taniq.base.Text;

/// One line of a terminal that is painted over again and again, and never becomes two.
final class TerminalLine {
    static final String ERASE = "\r\u001B[K";
    /// A letter that is wider than was counted is cut by the terminal, not carried over.
    private static final String NO_WRAPPING = "\u001B[?7l";
    private static final String WRAPPING = "\u001B[?7h";
    private static final String CUT = "…";
    private static final int LEAST_OF_NAME = 3;

    private TerminalLine() {}

    /// A line with a name in it that may be made shorter.
    record Fitting(String name, Function<String, String> line) {

        /// The line, of fewer than so many columns. Of the name its end stays, which says what kind of file
        /// it is.
        String in(int columns) {
            String visible = Text.visible(name);
            int surplus = columns(line.apply(visible)) - columns + 1;
            int keep = Math.max(LEAST_OF_NAME, columns(visible) - surplus - 1);
            return cut(
                    line.apply(surplus > 0 && columns(visible) > keep ? shorter(visible, keep) : visible), columns - 1);
        }
    }

    /// What to print so that the line stands alone.
    static String of(int columns, Fitting line) {
        return ERASE + NO_WRAPPING + line.in(columns) + WRAPPING;
    }

    private static String shorter(String name, int keep) {
        int[] letters = name.codePoints().toArray();
        int from = letters.length;
        for (int wide = keep / 2; from > 0 && wide >= columns(letters[from - 1]); from--) {
            wide -= columns(letters[from - 1]);
        }
        return cutAt(letters, keep - keep / 2) + CUT + new String(letters, from, letters.length - from);
    }

    private static String cut(String line, int columns) {
        return columns(line) <= columns ? line : cutAt(line.codePoints().toArray(), Math.max(0, columns - 1)) + CUT;
    }

    private static String cutAt(int[] letters, int columns) {
        int to = 0;
        for (int wide = columns; to < letters.length && wide >= columns(letters[to]); to++) {
            wide -= columns(letters[to]);
        }
        return new String(letters, 0, to);
    }

    static int columns(String text) {
        return text.codePoints().map(TerminalLine::columns).sum();
    }

    private static int columns(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(letter) ? 2 : 1;
        };
    }

    private static boolean isWide(int letter) {
        return Character.isEmojiPresentation(letter)
                || switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }
}
