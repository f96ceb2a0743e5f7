package org.taniq.read.chat;

import org.taniq.read.record.Utf8;

/// A plain copy of the beginning of a line: ASCII digits, one kind of space, no marks of direction,
/// [#LETTER] for letters of other scripts; it knows where each character came from.
final class PlainHead {
    static final int LONGEST = 72;
    static final byte LETTER = 1;

    private final byte[] plain = new byte[LONGEST];
    private final int[] origin = new int[LONGEST + 1];
    private boolean strangeDigits;

    byte[] bytes() {
        return plain;
    }

    /// Where the i-th character, or the end, stands in the line.
    int origin(int i) {
        return origin[i];
    }

    /// Whether digits of another script than ASCII were seen.
    boolean hasStrangeDigits() {
        return strangeDigits;
    }

    void clear() {
        strangeDigits = false;
    }

    /// Copies and says how many characters there are.
    int fill(byte[] line, int from, int to) {
        int n = 0;
        int i = from;
        while (i < to && n < LONGEST) {
            int width = Utf8.width(line, i, to);
            byte simple = width == 1 ? line[i] : simple(Utf8.codePoint(line, i, width));
            if (simple != 0) {
                plain[n] = simple;
                origin[n++] = i;
            }
            i += width;
        }
        origin[n] = i;
        return n;
    }

    /// Whether a stamp can go on with the character at `i`, which is not ASCII. Most bytes of what is no text
    /// are turned down here, before a copy is made.
    boolean mayGoOn(byte[] line, int i, int to) {
        int width = Utf8.width(line, i, to);
        return width > 1 && simple(Utf8.codePoint(line, i, width)) != '?';
    }

    private byte simple(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            strangeDigits = true;
            return (byte) ('0' + digit);
        }
        if (Utf8.isBidiMark(c)) {
            return 0;
        }
        return switch (c) {
            case 0x060C, 0xFF0C, 0x3001 -> ',';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> '-';
            case 0xFF1A -> ':';
            case 0x5E74, 0x6708 -> '/';
            case 0x65E5 -> ' ';
            default ->
                Character.isSpaceChar(c)
                        ? (byte) ' '
                        : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                                ? LETTER
                                : (byte) '?';
        };
    }

    /// Where a line begins behind byte order marks and marks of direction.
    static int behindMarks(byte[] line, int from, int to) {
        int i = from;
        while (i + 2 < to && (isDirection(line, i) || isByteOrderMark(line, i, i + 3))) {
            i += 3;
        }
        return i;
    }

    private static boolean isDirection(byte[] line, int i) {
        return line[i] == (byte) 0xE2
                && line[i + 1] == (byte) 0x80
                && (line[i + 2] == (byte) 0x8E || line[i + 2] == (byte) 0x8F);
    }

    /// Whether these bytes are one byte order mark and nothing else.
    static boolean isByteOrderMark(byte[] line, int from, int to) {
        return to - from == 3
                && line[from] == (byte) 0xEF
                && line[from + 1] == (byte) 0xBB
                && line[from + 2] == (byte) 0xBF;
    }

    /// Whether a stamp can begin with this byte of the line itself.
    static boolean mayBegin(byte b) {
        return b == '[' || b >= '0' && b <= '9' || b < 0 || b >= 'A' && b <= 'Z';
    }

    /// Whether a byte of a plain head, or of a line that is plain already, is a letter.
    static boolean isLetter(byte c) {
        return c == LETTER || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
