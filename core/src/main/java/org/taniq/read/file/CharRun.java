package org.taniq.read.file;

import java.util.regex.Pattern;

/// Letters, digits and the like without a space between them, also over the ends of long lines: how bytes are
/// packed into text, in base64 or in hexadecimal digits.
final class CharRun {
    /// By so many characters it is seen how something begins.
    private static final int BEGINNING = 16;
    /// So much of so many different characters is no word and no address.
    private static final int LONG = 8192;
    private static final int MANY = 48;
    /// Lines of packed bytes are at least so long.
    private static final int LINE = 40;

    /// How pictures, videos, sounds, documents and archives begin, in base64 and in hexadecimal digits.
    private static final Pattern BEGINS = Pattern.compile(
            "[/_]9j[/_]|iVBORw0KGg|R0lGOD[dl]|UklGR|AAAA[A-Za-z0-9+/]GZ0eX"
                    + "|SUkqA|TU0AK|GkXfo|T2dnUw|SUQz[AB]|JVBERi|UEsDB|H4sI|UmFyIR|N3q8r|PHN2Zy|(?i:ffd8ff|89504e47|47494638|52494646)");

    private final StringBuilder start = new StringBuilder();
    private long different;
    private int length;
    private int line;
    private boolean suspicious;

    /// Goes on with more of the text.
    ///
    /// @return whether bytes are packed into it
    boolean packs(char[] chars, int count) {
        for (int i = 0; i < count; i++) {
            if (packs(chars[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean packs(char c) {
        int digit = digit(c);
        if (digit >= 0) {
            add(c, digit);
            return length == LONG && isFile() || length >= LONG && Long.bitCount(different) >= MANY;
        }
        if (c == '\n') {
            return lineEnds();
        }
        return !isWrapping(c) && ends();
    }

    private void add(char c, int digit) {
        length++;
        line++;
        different |= 1L << digit;
        if (length <= BEGINNING || suspicious && length <= LONG) {
            start.append(c);
            suspicious |= length == BEGINNING && BEGINS.matcher(start).lookingAt();
        }
    }

    private boolean isFile() {
        return suspicious && PackedFile.is(start, LONG);
    }

    /// Short lines are words, one below the other.
    private boolean lineEnds() {
        boolean packed = line < LINE && ends();
        line = 0;
        return packed;
    }

    /// What stands at line ends, before folded and quoted lines, and before slashes in a script.
    private boolean isWrapping(char c) {
        return c == '\r' || c == '\\' || line == 0 && (c == ' ' || c == '\t' || c == '>');
    }

    /// The run is at its end, or the text is.
    ///
    /// @return whether bytes are packed into it
    boolean ends() {
        boolean packed = isFile();
        start.setLength(0);
        different = 0;
        length = 0;
        line = 0;
        suspicious = false;
        return packed;
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 26 + c - 'A';
        }
        if (c >= '0' && c <= '9') {
            return 52 + c - '0';
        }
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }
}
