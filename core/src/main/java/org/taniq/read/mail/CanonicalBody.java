package org.taniq.read.mail;

import java.util.List;

/// A body as it is signed (RFC 6376, 3.4.3 and 3.4.4), streamed into digests. A bare LF counts as the CRLF
/// that it was on the way.
final class CanonicalBody {
    private static final int BUFFER = 1 << 14;

    private final Canon canon;
    private final List<BodyDigest> digests;
    private final byte[] out = new byte[BUFFER];
    private int filled;

    /// Ends of lines that count only if something follows.
    private long waitingLines;

    private boolean waitingSpace;
    private boolean waitingReturn;
    private boolean empty = true;

    CanonicalBody(Canon canon, List<BodyDigest> digests) {
        this.canon = canon;
        this.digests = List.copyOf(digests);
    }

    boolean isWanted() {
        return !digests.isEmpty();
    }

    /// Takes the next bytes as they are stored.
    void take(byte[] in, int length) {
        for (int i = 0; i < length; i++) {
            take(in[i]);
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            waitingReturn = false;
            waitingSpace = false;
            waitingLines++;
            return;
        }
        if (waitingReturn) {
            write((byte) '\r');
        }
        waitingReturn = next == '\r';
        if (canon == Canon.RELAXED && (next == ' ' || next == '\t')) {
            waitingSpace = true;
        } else if (!waitingReturn) {
            write(next);
        }
    }

    private void write(byte next) {
        empty = false;
        for (; waitingLines > 0; waitingLines--) {
            endLine();
        }
        if (waitingSpace) {
            waitingSpace = false;
            put((byte) ' ');
        }
        put(next);
    }

    private void endLine() {
        put((byte) '\r');
        put((byte) '\n');
    }

    private void put(byte next) {
        if (filled == BUFFER) {
            flush();
        }
        out[filled++] = next;
    }

    private void flush() {
        digests.forEach(digest -> digest.take(out, filled));
        filled = 0;
    }

    /// The body ends here: in one end of line, unless it is empty and relaxed.
    void end() {
        if (waitingReturn) {
            write((byte) '\r');
        }
        if (!empty || canon == Canon.SIMPLE) {
            endLine();
        }
        flush();
    }
}
