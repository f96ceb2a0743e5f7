package org.taniq.read.chat;

import java.util.List;
import org.taniq.read.record.Utf8;

/// Words of the application, with `*` for what varies.
///
/// @param parts what stands between the stars
/// @param kind what is said with it
record Phrase(List<String> parts, ChatWords.Kind kind) {

    static Phrase of(String pattern, ChatWords.Kind kind) {
        return new Phrase(List.of(pattern.split("\\*", -1)), kind);
    }

    String first() {
        return parts.getFirst();
    }

    /// What stands behind the first star.
    String middle() {
        return parts.get(1);
    }

    /// Whether the text, plain as [#plain] makes it, is this phrase.
    boolean matches(String plain) {
        if (parts.size() == 1) {
            return plain.equals(first());
        }
        if (!plain.startsWith(first())) {
            return false;
        }
        int at = first().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = plain.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return plain.length() - at >= parts.getLast().length() && plain.endsWith(parts.getLast());
    }

    /// What stands in the place of the only star; empty where the text is not this phrase.
    String hole(String text) {
        boolean fits = text.length() > first().length() + parts.getLast().length()
                && text.startsWith(first())
                && text.endsWith(parts.getLast());
        return fits
                ? text.substring(
                        first().length(), text.length() - parts.getLast().length())
                : "";
    }

    /// Where the text begins after marks of direction.
    static int begin(String text) {
        int from = 0;
        while (from < text.length() && Utf8.isBidiMark(text.charAt(from))) {
            from++;
        }
        return from;
    }

    /// The text without marks of direction and last full stop, with plain spaces.
    static String plain(String text) {
        String plain = Utf8.withoutMarks(text)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
