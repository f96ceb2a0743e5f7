package org.taniq.read.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// What was typed into the fields of a page and sent in parts (RFC 7578), without its secrets: read once, line by line,
/// as it stands. The name of a field stands in the lines above the empty one before its value.
final class PartText {
    /// Lines of one head that are kept; of a longer one the last.
    private static final int MOST_LINES = 20;

    private static final Pattern NAME = Pattern.compile("(?i)\\bname=(?:\"([^\"]{1,100}+)\"|([^\"\\s;,]{1,100}+))");

    private final Deque<String> names = new ArrayDeque<>();
    private final StringBuilder shown = new StringBuilder();
    private boolean isBeforeValue;

    private PartText() {}

    static String of(String text) {
        var parts = new PartText();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            parts.line(text.substring(from, to));
            from = to;
        }
        return parts.shown.toString();
    }

    private void line(String line) {
        var words = line.stripTrailing();
        if (words.isEmpty()) {
            isBeforeValue = !names.isEmpty();
            shown.append(line);
        } else if (isBeforeValue) {
            shown.append(value(words)).append(line, words.length(), line.length());
            isBeforeValue = false;
            names.clear();
        } else {
            name(words);
            shown.append(line);
        }
    }

    private String value(String value) {
        return names.stream().anyMatch(name -> Secrets.hides(name, value))
                ? Secrets.HIDDEN
                : JsonWords.withoutSecrets(value);
    }

    private void name(String line) {
        var found = NAME.matcher(line);
        if (found.find()) {
            names.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        if (names.size() > MOST_LINES) {
            names.remove();
        }
    }
}
