package org.taniq.base.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What stands between parts, one kind for each part around.
final class Delimiters {
    /// Bytes of one that may be damaged in a page, where it has so many.
    private static final int MOST_DAMAGED = 2;

    private static final int SHORTEST = 16;
    /// Two dashes, and a byte of the end of its line.
    private static final int LONGEST_END = 3;

    private static final int NONE = -1;

    private final LineStream lines;
    private final boolean mayBeDamaged;
    private final List<byte[]> boundaries = new ArrayList<>();
    private final byte[] collapsed = new byte[LineStream.LONGEST + 1];
    private int met = NONE;
    private boolean isClosing;
    private int damaged;

    Delimiters(LineStream lines, PartWalk.Kind kind) {
        this.lines = lines;
        this.mayBeDamaged = kind == PartWalk.Kind.PAGE;
    }

    /// @return which it is
    int add(byte[] boundary) {
        boundaries.add(boundary);
        return boundaries.size() - 1;
    }

    void removeLast() {
        boundaries.removeLast();
    }

    /// Which was met last.
    int met() {
        return met;
    }

    /// Whether the one that was met last is the last of its kind.
    boolean isClosing() {
        return isClosing;
    }

    /// Nothing more comes.
    void end() {
        met = NONE;
    }

    boolean isAtEnd() {
        return met == NONE;
    }

    /// How many were damaged, and taken for what they were.
    int damaged() {
        return damaged;
    }

    /// Whether the line is one.
    boolean isHere() {
        byte[] line = lines.bytes();
        boolean mayBe = lines.length() > 1 && (mayBeDamaged || line[0] == '-' && line[1] == '-');
        if (!lines.beginsLine() || !mayBe) {
            return false;
        }
        int length = collapse();
        for (int i = boundaries.size() - 1; i >= 0; i--) {
            byte[] boundary = boundaries.get(i);
            boolean begins = length >= boundary.length
                    && Arrays.equals(collapsed, 0, boundary.length, boundary, 0, boundary.length);
            boolean closes = begins
                    && length == boundary.length + 2
                    && collapsed[length - 1] == '-'
                    && collapsed[length - 2] == '-';
            if (closes || begins && length == boundary.length) {
                met = i;
                isClosing = closes;
                return true;
            }
        }
        return mayBeDamaged && isNearly(length);
    }

    /// Whether the line is one but for a byte or two, one of which may be its end: then more stands behind it.
    private boolean isNearly(int length) {
        for (int i = boundaries.size() - 1; i >= 0; i--) {
            if (isNearly(boundaries.get(i), length)) {
                int more = length - boundaries.get(i).length;
                meet(i, more > 1 && more <= LONGEST_END);
                return true;
            }
        }
        return false;
    }

    private boolean isNearly(byte[] boundary, int length) {
        int more = length - boundary.length;
        if (more < 0 || boundary.length < SHORTEST) {
            return false;
        }
        int damage = damage(collapsed, boundary);
        return damage == 0 || more <= LONGEST_END && damage <= MOST_DAMAGED;
    }

    private void meet(int which, boolean closes) {
        met = which;
        isClosing = closes;
        damaged++;
    }

    /// How many bytes of the line stand before one at its end, because the end of the line between is damaged; 0 where
    /// none does.
    int before() {
        int end = lines.length();
        while (mayBeDamaged && end > 0 && (lines.bytes()[end - 1] == '\n' || lines.bytes()[end - 1] == '\r')) {
            end--;
        }
        for (int i = boundaries.size() - 1; mayBeDamaged && i >= 0; i--) {
            byte[] boundary = boundaries.get(i);
            if (boundary.length >= SHORTEST && endsWith(boundary, end)) {
                meet(i, false);
                return end - boundary.length;
            }
            boolean closes = end > 2 && lines.bytes()[end - 1] == '-' && lines.bytes()[end - 2] == '-';
            if (boundary.length >= SHORTEST && closes && endsWith(boundary, end - 2)) {
                meet(i, true);
                return end - 2 - boundary.length;
            }
        }
        return 0;
    }

    private boolean endsWith(byte[] boundary, int end) {
        int from = end - boundary.length;
        return from > 0 && Arrays.equals(lines.bytes(), from, end, boundary, 0, boundary.length);
    }

    /// Whether a page ends in one.
    boolean isTornHere() {
        int length = lines.length();
        boolean mayBe = mayBeDamaged && lines.beginsLine() && length > 1 && lines.bytes()[length - 1] != '\n';
        return mayBe
                && boundaries.stream()
                        .anyMatch(each ->
                                length < each.length && Arrays.equals(lines.bytes(), 0, length, each, 0, length));
    }

    private static int damage(byte[] line, byte[] boundary) {
        int damage = 0;
        for (int i = 0; i < boundary.length; i++) {
            damage += line[i] == boundary[i] ? 0 : 1;
        }
        return damage;
    }

    /// The line with one space for all white space, and none at its end.
    ///
    /// @return how many bytes of [#collapsed] it takes
    private int collapse() {
        int length = 0;
        boolean white = false;
        for (int i = 0; i < lines.length(); i++) {
            byte b = lines.bytes()[i];
            if (isWhite(b) || b == '\r' || b == '\n') {
                white = true;
            } else {
                if (white) {
                    collapsed[length++] = ' ';
                }
                white = false;
                collapsed[length++] = b;
            }
        }
        return length;
    }

    static boolean isWhite(byte b) {
        return b == ' ' || b == '\t';
    }
}
