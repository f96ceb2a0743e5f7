package org.taniq.base.sqlite;

/// The type of a column as SQLite takes it out of a schema: as it is written, comments included, and without the
/// quotes around it.
///
/// @param text empty where there is none
/// @param isOneWord whether it is one word or one text in quotes: only then a whole number can be the number of the
///     row
record TypeText(String text, boolean isOneWord) {
    private static final String QUOTES = "\"'`[";

    static TypeText of(String written) {
        if (written.length() < 2 || !isQuote(written.charAt(0))) {
            return new TypeText(written, true);
        }
        var inside = written.substring(1, written.length() - 1);
        return inside.chars().noneMatch(TypeText::isQuote)
                ? new TypeText(inside, true)
                : new TypeText(first(written), false);
    }

    private static boolean isQuote(int letter) {
        return QUOTES.indexOf(letter) >= 0;
    }

    /// The first text in quotes: what stands behind it does not count.
    private static String first(String written) {
        char quote = written.charAt(0) == '[' ? ']' : written.charAt(0);
        var text = new StringBuilder();
        for (int at = 1; at < written.length(); at++) {
            if (written.charAt(at) == quote && (++at >= written.length() || written.charAt(at) != quote)) {
                break;
            }
            text.append(written.charAt(at));
        }
        return text.toString();
    }
}
