package org.taniq.base.sqlite;

/// Letters as SQLite compares them in a schema: capitals of ASCII alone are the same as small letters. By the rules of
/// Unicode a table could be made to stand for another one, since the sign of Kelvin is a k and a long ſ is an s there.
final class Ascii {
    private Ascii() {}

    static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }

    static String lower(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(letter -> lower.append(lower((char) letter)));
        return lower.toString();
    }

    static boolean isSame(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    static boolean isLetterOrDigit(char letter) {
        return lower(letter) >= 'a' && lower(letter) <= 'z' || letter >= '0' && letter <= '9';
    }
}
