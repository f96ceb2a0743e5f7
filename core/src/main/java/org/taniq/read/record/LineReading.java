package org.taniq.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;

/// Reads a text of which each line is one JSON text; one that is damaged takes no other along. Takes the memory of its
/// longest line.
public final class LineReading {
    private static final int LONGEST = 16 << 20;
    private static final int CHUNK = 1 << 16;

    /// As many zeros are what a disk has lost.
    private static final int LOST = 16;

    private final InputStream source;
    private final Handing handing;
    private final Format format;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int end;
    private long at;
    private long number = 1;
    private byte[] line = new byte[1 << 10];
    private int length;

    /// What the lines of a text are.
    public interface Format {
        /// Goes through a line once, for what stands behind that of which it is said.
        void look(JsonWalk walk) throws IOException;

        /// Goes through all of a line; hands over what it holds.
        void read(JsonPass pass) throws IOException;
    }

    public LineReading(InputStream bytes, Handing handing, Format format) {
        this.source = bytes;
        this.handing = handing;
        this.format = format;
    }

    public void run() throws IOException {
        boolean isAny = next();
        while (isAny) {
            isAny = next();
        }
    }

    /// @return whether there was a line
    private boolean next() throws IOException {
        long from = at;
        length = 0;
        boolean isEnded = false;
        while (!isEnded && (next < end || fill())) {
            int stop = stop();
            keep(stop);
            isEnded = stop < end;
            int behind = isEnded ? stop + 1 : stop;
            at += behind - next;
            next = behind;
        }
        boolean isAny = at > from;
        if (isAny) {
            line(new Span(from, at, number, number));
            number++;
        }
        return isAny;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, source.read(chunk));
        return end > 0;
    }

    /// Where the line ends in what was read ahead.
    private int stop() {
        int stop = next;
        while (stop < end && chunk[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private void keep(int stop) {
        int count = Math.min(stop - next, LONGEST - length);
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + count, 2 * line.length)));
        }
        System.arraycopy(chunk, next, line, length, count);
        length += count;
    }

    private void line(Span span) throws IOException {
        if (length == LONGEST) {
            handing.unread(span, Unread.Reason.TOO_LARGE);
        } else if (isBlank()) {
            handing.unread(span, Unread.Reason.BLANK);
        } else if (zeroes() >= LOST || !isJson()) {
            handing.hole(span, span.last() + 1);
        } else {
            read(new JsonWalk.Start(span.from(), span.first()));
        }
    }

    private void read(JsonWalk.Start start) throws IOException {
        var stretch = Stretch.line(line, length, start);
        try (var _ = stretch.walk()) {
            format.read(new JsonPass(stretch, JsonPass.Places.IN_PART, start, handing));
        }
    }

    /// A line is looked through before anything of it is handed over: what is damaged is so as a whole.
    private boolean isJson() throws IOException {
        try (var walk = Stretch.line(line, length, new JsonWalk.Start(0, 1)).walk()) {
            var start = walk.start();
            format.look(walk);
            return isBlankFrom((int) walk.since(start).to());
        } catch (BrokenJson broken) {
            return false;
        }
    }

    private boolean isBlank() {
        int from = 0;
        while (from < length && Character.isWhitespace((char) (line[from] & 0xFF))) {
            from++;
        }
        return from == length;
    }

    private int zeroes() {
        int zeroes = 0;
        for (int each = 0; each < length; each++) {
            zeroes += line[each] == 0 ? 1 : 0;
        }
        return zeroes;
    }

    private boolean isBlankFrom(int from) {
        for (int each = from; each < length; each++) {
            if (line[each] != ' ' && line[each] != '\r' && line[each] != '\t') {
                return false;
            }
        }
        return true;
    }
}
