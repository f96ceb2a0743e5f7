package org.taniq.read.web;

import java.nio.charset.Charset;
import org.taniq.base.Text;

/// Goes through JSON from text to text: all strings but the names of members, and those that are blank.
final class JsonTexts {
    private static final int LONGEST_NAME = 100;

    private final byte[] bytes;
    private final Charset charset;
    private final SecretPlaces secrets = new SecretPlaces();
    private String text = "";
    private int from;
    private int to;
    private int at;

    JsonTexts(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    /// Goes to the next text.
    ///
    /// @return whether there is one
    boolean next() {
        while (at < bytes.length) {
            int here = at++;
            switch (bytes[here]) {
                case '{', '[' -> secrets.open(here);
                case '}', ']' -> secrets.close();
                case '"' -> {
                    if (isText(here + 1)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /// As it is meant.
    String text() {
        return text;
    }

    /// Its first byte, behind the quote.
    int from() {
        return from;
    }

    /// Where it ends, before the quote.
    int to() {
        return to;
    }

    /// Whether it is not to be shown.
    boolean isSecret() {
        return secrets.hides(from - 1, text);
    }

    private int end(int first) {
        int end = first;
        while (end < bytes.length && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return Math.min(end, bytes.length);
    }

    private boolean isText(int first) {
        int end = end(first);
        at = end + 1;
        int behind = behindBlanks(at);
        if (behind < bytes.length && bytes[behind] == ':') {
            secrets.name(end - first > LONGEST_NAME ? "" : unescaped(first, end), behindBlanks(behind + 1));
            return false;
        }
        from = first;
        to = end;
        text = unescaped(first, end);
        return !text.isBlank();
    }

    private int behindBlanks(int first) {
        int behind = first;
        while (behind < bytes.length
                && (bytes[behind] == ' ' || bytes[behind] == '\t' || bytes[behind] == '\n' || bytes[behind] == '\r')) {
            behind++;
        }
        return behind;
    }

    private String unescaped(int first, int end) {
        var raw = new String(bytes, first, end - first, charset);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var meant = new StringBuilder(raw.length());
        int next = 0;
        while (next < raw.length()) {
            next = raw.charAt(next) == '\\' && next + 1 < raw.length()
                    ? escape(raw, next + 1, meant)
                    : plain(raw, next, meant);
        }
        return Text.whole(meant.toString());
    }

    private static int plain(String raw, int next, StringBuilder meant) {
        meant.append(raw.charAt(next));
        return next + 1;
    }

    private static int escape(String raw, int next, StringBuilder meant) {
        char c = raw.charAt(next);
        if (c == 'u' && next + 5 <= raw.length() && isHex(raw, next + 1)) {
            meant.append((char) Integer.parseInt(raw, next + 1, next + 5, 16));
            return next + 5;
        }
        meant.append(
                switch (c) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r', 'b', 'f' -> ' ';
                    default -> c;
                });
        return next + 1;
    }

    private static boolean isHex(String raw, int first) {
        return raw.substring(first, first + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
