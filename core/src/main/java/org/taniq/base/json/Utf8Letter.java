package org.taniq.base.json;

/// What is a letter in UTF-8 (RFC 3629) of more than one byte.
final class Utf8Letter {
    private Utf8Letter() {}

    /// How many of these bytes are one letter, beginning with the first; 0 where none begins there.
    static int width(int first, int second, int third, int fourth) {
        if (first >= 0xC2 && first <= 0xDF) {
            return isNext(second) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return isSecondOfThree(first, second) && isNext(third) ? 3 : 0;
        }
        boolean isLarge = first >= 0xF0 && first <= 0xF4;
        return isLarge && isSecondOfFour(first, second) && isNext(third) && isNext(fourth) ? 4 : 0;
    }

    private static boolean isNext(int one) {
        return one >= 0x80 && one <= 0xBF;
    }

    /// Neither longer than it need be nor half of a surrogate pair.
    private static boolean isSecondOfThree(int first, int second) {
        return isNext(second) && (first != 0xE0 || second >= 0xA0) && (first != 0xED || second <= 0x9F);
    }

    /// Neither longer than it need be nor beyond U+10FFFF.
    private static boolean isSecondOfFour(int first, int second) {
        return isNext(second) && (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F);
    }
}
