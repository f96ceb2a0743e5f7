package org.taniq.read.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;

/// Reads a text of which each line is one JSON text; one that is damaged takes no other along.
public final class LineReading {
    private static final int LONGEST = 16 << 20;

    /// As many zeros are what a disk has lost.
    private static final int LOST = 16;

    private final Rewind bytes;
    private final Handing handing;
    private final Format format;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /// What the lines of a text are.
    public interface Format {
        /// Goes through a line once, for what stands behind that of which it is said.
        void look(JsonWalk walk) throws IOException;

        /// Goes through all of a line; hands over what it holds.
        void read(JsonPass pass) throws IOException;
    }

    public LineReading(InputStream bytes, Handing handing, Format format) {
        this.bytes = new Rewind(bytes);
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
        long from = bytes.at();
        bytes.forget(from);
        long number = bytes.line();
        line.reset();
        int next = bytes.read();
        boolean isAny = next >= 0;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() < LONGEST) {
                line.write(next);
            } else {
                bytes.forget(bytes.at());
            }
        }
        if (isAny) {
            line(new Span(from, bytes.at(), number, number));
        }
        return isAny;
    }

    private void line(Span span) throws IOException {
        byte[] text = line.toByteArray();
        if (text.length == LONGEST) {
            handing.unread(span, Unread.Reason.TOO_LARGE);
        } else if (new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
            handing.unread(span, Unread.Reason.BLANK);
        } else if (bytes.zeroes(span.from(), span.to()) >= LOST || !isJson(text)) {
            handing.hole(span, span.last() + 1);
        } else {
            var start = new JsonWalk.Start(span.from(), span.first());
            format.read(new JsonPass(stretch(text, start), JsonPass.Places.IN_PART, start, handing));
        }
    }

    private static Stretch stretch(byte[] text, JsonWalk.Start start) throws IOException {
        return Stretch.from(new Rewind(new ByteArrayInputStream(text)), start, "");
    }

    /// A line is looked through before anything of it is handed over: what is damaged is so as a whole.
    private boolean isJson(byte[] text) throws IOException {
        try {
            var walk = stretch(text, new JsonWalk.Start(0, 1)).walk();
            var start = walk.start();
            format.look(walk);
            return isBlankFrom(text, (int) walk.since(start).to());
        } catch (BrokenJson broken) {
            return false;
        }
    }

    private static boolean isBlankFrom(byte[] text, int from) {
        for (int at = from; at < text.length; at++) {
            if (text[at] != ' ' && text[at] != '\r' && text[at] != '\t') {
                return false;
            }
        }
        return true;
    }
}
