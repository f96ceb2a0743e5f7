package org.taniq.base.mime;

/// Quoted-printable (RFC 2045, 6.7). What is not as it should be stays as it stands.
final class QuotedDecoding implements Decoding {
    /// White space behind this many is left out: in a signed body nobody knows how much there was.
    private static final int MOST_SPACES = 1000;

    private final Into into;
    private final byte[] waiting = new byte[MOST_SPACES + 8];
    private int waits;
    private boolean damaged;

    QuotedDecoding(Into into) {
        this.into = into;
    }

    @Override
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            take(bytes[i]);
        }
    }

    /// Waits from a `=` or white space on until it is known what it means.
    private void take(byte b) {
        boolean isEscape = waits > 0 && waiting[0] == '=';
        if (isEscape) {
            escaped(b);
        } else if (b == '\n') {
            boolean cr = waits > 0 && waiting[waits - 1] == '\r';
            waits = 0;
            if (cr) {
                into.put('\r');
            }
            into.put(b);
        } else if (b == ' ' || b == '\t' || b == '\r') {
            hold(b);
        } else {
            flush();
            if (b == '=') {
                hold(b);
            } else {
                into.put(b);
            }
        }
    }

    private void escaped(byte b) {
        if (b == '\n') {
            waits = 0;
        } else if (waits == 2 && EncodedWords.hex(waiting[1], b) >= 0) {
            into.put(EncodedWords.hex(waiting[1], b));
            waits = 0;
        } else if (waits == 1 && EncodedWords.hex(b, '0') >= 0 || isWhite(b) && isWhite(waiting[waits - 1])) {
            hold(b);
        } else {
            damaged = true;
            flush();
            take(b);
        }
    }

    /// Behind a `=` white space may stand up to the end of the line.
    private static boolean isWhite(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '=';
    }

    private void hold(byte b) {
        if (waits < MOST_SPACES) {
            waiting[waits++] = b;
        }
    }

    private void flush() {
        for (int i = 0; i < waits; i++) {
            into.put(waiting[i]);
        }
        waits = 0;
    }

    @Override
    public void end() {
        boolean isSoftBreak = waits == 1 && waiting[0] == '=';
        damaged |= waits > 0 && waiting[0] == '=' && !isSoftBreak;
        if (!isSoftBreak) {
            flush();
        }
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }
}
