package org.taniq.read.eml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;

/// A mail of a mailbox without the `>` that programs put before lines of its body that begin with `From `. Lines of its
/// header are never quoted so: there it would make one field of another.
final class Unquoting {
    private static final String FROM = "From ";

    private final byte[] held;
    private final int body;
    private final int to;

    /// @param body where the body begins in the bytes
    /// @param to where it ends
    Unquoting(byte[] held, int body, int to) {
        this.held = held;
        this.body = body;
        this.to = to;
    }

    /// How many lines have a `>` too many.
    long lines() {
        long lines = 0;
        for (int i = body; i < to; i++) {
            lines += isQuoted(i) ? 1 : 0;
        }
        return lines;
    }

    /// @param from where its header begins in the bytes
    InputStream mail(int from) {
        return new SequenceInputStream(new ByteArrayInputStream(held, from, body - from), new Body());
    }

    /// Whether a line begins here with one or more `>` and then `From `.
    private boolean isQuoted(int at) {
        if (held[at] != '>' || at > body && held[at - 1] != '\n') {
            return false;
        }
        int i = at;
        while (i < to && held[i] == '>') {
            i++;
        }
        return i + FROM.length() <= to && MailHead.begins(held, i, FROM);
    }

    /// The body, of which no copy is made.
    private final class Body extends InputStream {
        private int at = body;

        @Override
        public int read() {
            at += at < to && isQuoted(at) ? 1 : 0;
            return at < to ? held[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int some = 0;
            for (int b = length == 0 ? -1 : read(); b >= 0; b = some < length ? read() : -1) {
                into[from + some++] = (byte) b;
            }
            return some == 0 && length > 0 ? -1 : some;
        }
    }
}
