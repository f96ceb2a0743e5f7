package org.taniq.base;

import java.util.Arrays;

/// Characters with the places they came from: a growing string that can be rewritten from the left.
final class Glyphs {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    Glyphs(int capacity) {
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    int length() {
        return length;
    }

    char at(int i) {
        return chars[i];
    }

    /// The character, or a space beyond either end.
    char near(int i) {
        return i < 0 || i >= length ? ' ' : chars[i];
    }

    void set(int i, char c) {
        chars[i] = c;
    }

    void add(char c, int start, int end) {
        if (length == chars.length) {
            grow();
        }
        chars[length] = c;
        starts[length] = start;
        ends[length++] = end;
    }

    /// The last character was made of everything up to `end`.
    void stretch(int end) {
        if (length > 0) {
            ends[length - 1] = end;
        }
    }

    /// Copies the character at `from` down to `to`.
    void move(int from, int to) {
        chars[to] = chars[from];
        starts[to] = starts[from];
        ends[to] = ends[from];
    }

    /// The character at `to` also stands for the one at `from`.
    void merge(int from, int to) {
        ends[to] = ends[from];
    }

    void cut(int newLength) {
        length = newLength;
    }

    private void grow() {
        int capacity = chars.length * 2 + 16;
        chars = Arrays.copyOf(chars, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }

    String string() {
        return new String(chars, 0, length);
    }

    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
    }
}
