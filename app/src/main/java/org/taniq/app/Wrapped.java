package org.taniq.app;

/// Prose that fits on a terminal of 80 columns: words stay whole, and a line that goes on begins below the
/// first word of its beginning.
final class Wrapped {
    private static final int WIDTH = 80;

    private Wrapped() {}

    static String of(String text) {
        var out = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n").append(line(line));
        }
        return out.toString();
    }

    private static String line(String line) {
        if (columns(line) <= WIDTH) {
            return line;
        }
        String text = line.stripTrailing();
        return folded(text) + line.substring(text.length());
    }

    /// What is typed after a question stands one blank behind it, so blanks at the end are not for this.
    private static String folded(String line) {
        String margin = " ".repeat(margin(line));
        var out = new StringBuilder(line.substring(0, Math.min(line.length(), margin.length())));
        int column = margin.length();
        for (var word : line.substring(margin.length()).split(" ")) {
            int wide = columns(word);
            if (column > margin.length() && column + 1 + wide > WIDTH) {
                out.append('\n').append(margin);
                column = margin.length();
            }
            out.append(column > margin.length() ? " " : "").append(word);
            column += wide + (column > margin.length() ? 1 : 0);
        }
        return out.toString();
    }

    /// Where the text of a line begins: after blanks, and after `- ` or `1. `.
    private static int margin(String line) {
        var begins = java.util.regex.Pattern.compile("^ *(?:- |\\d\\. |→ )?").matcher(line);
        return begins.find() ? begins.end() : 0;
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }
}
