package org.taniq.app.cli;

import java.io.IOException;
import java.io.Reader;

/// Lines of any length in bounded memory. Lines end with LF or CR LF; what follows the last line end is a
/// line unless it is empty.
final class Lines {
    /// What is longer is cut here.
    static final int LONGEST = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private final StringBuilder line = new StringBuilder();
    private boolean truncated;

    Lines(Reader in) {
        this.in = in;
    }

    /// Whether there was another line.
    boolean next() throws IOException {
        line.setLength(0);
        truncated = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            if (takeUntilEnd()) {
                break;
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r' && !truncated) {
            line.setLength(line.length() - 1);
        }
        return any;
    }

    String text() {
        return line.toString();
    }

    /// Whether [#text] is the line, or the beginning of one longer than [#LONGEST].
    enum Extent {
        WHOLE,
        CUT
    }

    Extent extent() {
        return truncated ? Extent.CUT : Extent.WHOLE;
    }

    /// Whether input is at hand without waiting for it.
    boolean moreWaits() {
        return at < filled;
    }

    private boolean takeUntilEnd() {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        int room = LONGEST - line.length();
        line.append(buffer, at, Math.min(room, end - at));
        truncated |= end - at > room;
        boolean ended = end < filled;
        at = ended ? end + 1 : end;
        return ended;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
