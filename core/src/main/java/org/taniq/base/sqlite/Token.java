package org.taniq.base.sqlite;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL.
///
/// @param text without its quotes
/// @param raw as it is written
/// @param from where it begins
record Token(Kind kind, String text, String raw, int from) {

    enum Kind {
        WORD,
        /// A name in `"`, `[` or backquotes.
        NAME,
        /// A text in `'`.
        TEXT,
        /// Digits in `x'…'`.
        BLOB,
        NUMBER,
        SIGN
    }

    /// The place behind it.
    int to() {
        return from + raw.length();
    }

    boolean is(String word) {
        return kind == Kind.WORD && Ascii.isSame(text, word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /// Whether a table or column may be called so: SQLite takes a text for a name where no text can
    /// stand.
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.TEXT;
    }

    /// The first pieces, at most so many, without comments. What is not closed goes to the end.
    static List<Token> first(String sql, int most) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < sql.length() && tokens.size() < most) {
            int to = end(sql, at);
            if (!isWhite(sql.charAt(at)) && !isComment(sql, at)) {
                tokens.add(token(sql.substring(at, to), at));
            }
            at = to;
        }
        return tokens;
    }

    /// What SQLite leaves out between two pieces, among it the mark that UTF-8 may begin with.
    private static boolean isWhite(char letter) {
        return letter == ' '
                || letter == '\t'
                || letter == '\n'
                || letter == '\f'
                || letter == '\r'
                || letter == '\uFEFF';
    }

    private static boolean isComment(String sql, int at) {
        return sql.startsWith("--", at) || sql.startsWith("/*", at);
    }

    private static int end(String sql, int at) {
        char first = sql.charAt(at);
        if (isComment(sql, at)) {
            var closing = first == '-' ? "\n" : "*/";
            return after(sql, closing, at + 2);
        }
        if (isBlob(sql, at)) {
            return after(sql, "'", at + 2);
        }
        if (isWhite(first)) {
            return white(sql, at);
        }
        return switch (first) {
            case '\'', '"', '`' -> quoted(sql, at);
            case '[' -> after(sql, "]", at + 1);
            default -> isPart(first) || isPoint(sql, at) ? word(sql, at) : at + 1;
        };
    }

    /// A vertical tab is white space only behind other white space.
    private static int white(String sql, int at) {
        int next = at + 1;
        while (sql.charAt(at) != '\uFEFF' && next < sql.length() && sql.charAt(next) == '\u000B') {
            next++;
        }
        return next;
    }

    private static boolean isBlob(String sql, int at) {
        return sql.startsWith("x'", at) || sql.startsWith("X'", at);
    }

    private static int after(String sql, String closing, int from) {
        int found = sql.indexOf(closing, from);
        return found < 0 ? sql.length() : found + closing.length();
    }

    /// A quote inside is written twice.
    private static int quoted(String sql, int at) {
        char quote = sql.charAt(at);
        int next = at + 1;
        while (next < sql.length()) {
            if (sql.charAt(next) != quote) {
                next++;
            } else if (next + 1 < sql.length() && sql.charAt(next + 1) == quote) {
                next += 2;
            } else {
                return next + 1;
            }
        }
        return next;
    }

    private static boolean isPart(char letter) {
        return letter == '_' || letter == '$' || letter >= 0x80 || Ascii.isLetterOrDigit(letter);
    }

    private static boolean isDigit(String sql, int at) {
        return at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9';
    }

    /// A number may begin with its point.
    private static boolean isPoint(String sql, int at) {
        return sql.charAt(at) == '.' && isDigit(sql, at + 1);
    }

    /// A word, or a number with its point, exponent and the exponent's sign.
    private static int word(String sql, int at) {
        boolean isNumber = isDigit(sql, at) || isPoint(sql, at);
        int next = at;
        while (next < sql.length()
                && (isPart(sql.charAt(next)) || isNumber && (sql.charAt(next) == '.' || isExponent(sql, next)))) {
            next++;
        }
        return next;
    }

    private static boolean isExponent(String sql, int at) {
        char sign = sql.charAt(at);
        return (sign == '+' || sign == '-') && (sql.charAt(at - 1) | 0x20) == 'e' && isDigit(sql, at + 1);
    }

    private static Token token(String raw, int from) {
        char first = raw.charAt(0);
        if (isBlob(raw, 0)) {
            return new Token(Kind.BLOB, raw.substring(2, Math.max(2, raw.length() - 1)), raw, from);
        }
        return switch (first) {
            case '\'' -> new Token(Kind.TEXT, unquoted(raw, first), raw, from);
            case '"', '`' -> new Token(Kind.NAME, unquoted(raw, first), raw, from);
            case '[' -> new Token(Kind.NAME, raw.substring(1, Math.max(1, raw.length() - 1)), raw, from);
            default -> new Token(kind(raw), raw, raw, from);
        };
    }

    private static Kind kind(String raw) {
        if (isDigit(raw, 0) || isPoint(raw, 0)) {
            return Kind.NUMBER;
        }
        return isPart(raw.charAt(0)) ? Kind.WORD : Kind.SIGN;
    }

    private static String unquoted(String raw, char quote) {
        var inside = raw.substring(1, Math.max(1, raw.length() - 1));
        return inside.replace("" + quote + quote, "" + quote);
    }
}
