package org.taniq.read.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Fields as they are signed (RFC 6376, 3.4.1 and 3.4.2). A bare LF counts as the CRLF that it was on the
/// way.
final class CanonicalField {
    private CanonicalField() {}

    /// The field with the end of its line.
    static byte[] whole(HeaderField field, Canon canon) {
        var made = made(withoutEnd(field.raw()), field.colon(), canon);
        made.write('\r');
        made.write('\n');
        return made.toByteArray();
    }

    /// A field that holds a signature, as that signature sees it: without the value of its tag `b` and
    /// without the end of its line (RFC 6376, 3.7).
    static byte[] unsigned(HeaderField field, Canon canon) {
        return made(withoutB(withoutEnd(field.raw()), field.colon() + 1), field.colon(), canon)
                .toByteArray();
    }

    private static byte[] withoutEnd(byte[] raw) {
        int end = raw.length;
        if (end > 0 && raw[end - 1] == '\n') {
            end--;
        }
        if (end < raw.length && end > 0 && raw[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(raw, end);
    }

    private static byte[] withoutB(byte[] raw, int from) {
        var kept = new ByteArrayOutputStream(raw.length);
        kept.write(raw, 0, from);
        for (int at = from; at < raw.length; ) {
            int end = end(raw, at);
            int equals = equalsOfB(raw, at, end);
            kept.write(raw, at, (equals < 0 ? end : equals + 1) - at);
            if (end < raw.length) {
                kept.write(';');
            }
            at = end + 1;
        }
        return kept.toByteArray();
    }

    private static int end(byte[] raw, int from) {
        int end = from;
        while (end < raw.length && raw[end] != ';') {
            end++;
        }
        return end;
    }

    /// Where the equals sign of a tag stands whose name is `b`, or -1.
    private static int equalsOfB(byte[] raw, int from, int to) {
        int at = skipWhite(raw, from, to);
        if (at == to || raw[at] != 'b') {
            return -1;
        }
        at = skipWhite(raw, at + 1, to);
        return at < to && raw[at] == '=' ? at : -1;
    }

    private static int skipWhite(byte[] raw, int from, int to) {
        int at = from;
        while (at < to && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\r' || raw[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static ByteArrayOutputStream made(byte[] raw, int colon, Canon canon) {
        return switch (canon) {
            case SIMPLE -> simple(raw);
            case RELAXED -> relaxed(raw, colon);
        };
    }

    private static ByteArrayOutputStream simple(byte[] raw) {
        var made = new ByteArrayOutputStream(raw.length + 2);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n' && (i == 0 || raw[i - 1] != '\r')) {
                made.write('\r');
            }
            made.write(raw[i]);
        }
        return made;
    }

    private static ByteArrayOutputStream relaxed(byte[] raw, int colon) {
        var made = new ByteArrayOutputStream(raw.length + 2);
        for (int i = 0; i < colon && raw[i] != ' ' && raw[i] != '\t'; i++) {
            made.write(raw[i] >= 'A' && raw[i] <= 'Z' ? raw[i] + ('a' - 'A') : raw[i]);
        }
        made.write(':');
        int begin = made.size();
        boolean white = false;
        for (int i = colon + 1; i < raw.length; i++) {
            if (raw[i] == ' ' || raw[i] == '\t') {
                white = true;
            } else if (!isEndOfLine(raw, i)) {
                if (white && made.size() > begin) {
                    made.write(' ');
                }
                white = false;
                made.write(raw[i]);
            }
        }
        return made;
    }

    /// A line of a field ends in LF, or in CR and LF; a CR alone is a byte as any other.
    private static boolean isEndOfLine(byte[] raw, int at) {
        return raw[at] == '\n' || raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n';
    }
}
