package org.taniq.read.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;

/// Reads a JSON text; where it is damaged, reading goes on with the next object that begins with a member of a known
/// name. Nobody can type such a beginning: within a string each quote has a backslash before it.
public final class JsonReading {
    /// Lists within one another that are gone into.
    public static final int DEEPEST = 8;

    /// Each costs a parser of its own, and a page of bytes that is read again.
    private static final int MOST_HOLES = 10_000;

    /// Bytes that are read again for the sake of damage, besides what any parser has read ahead when it comes to it.
    private static final long MOST_AGAIN = 64L << 20;

    private static final int AHEAD = 1 << 16;

    /// Blanks between the signs of a beginning.
    private static final int MOST_BLANKS = 256;

    private static final int LONGEST_NAME = 64;

    private final Rewind bytes;
    private final Format format;
    private final Handing handing;
    private long again;

    /// What the objects of a text are.
    public interface Format {
        /// With what an object can begin with which reading goes on behind damage.
        Set<String> openers();

        /// What was around such an object, so that its ends fit.
        String around(String opener);

        /// Goes through all of it.
        void read(JsonPass pass) throws IOException;
    }

    /// An object with which reading goes on.
    private record Opening(String name, JsonWalk.Start start) {}

    public JsonReading(Rewind bytes, Format format, Handing handing) {
        this.bytes = bytes;
        this.format = format;
        this.handing = handing;
    }

    /// From where the bytes are on.
    public void run() throws IOException {
        var next = pass(new Opening("", new JsonWalk.Start(bytes.at(), bytes.line())), "");
        for (int holes = 1; next.isPresent() && holes < MOST_HOLES && again < MOST_AGAIN; holes++) {
            next = pass(next.get(), format.around(next.get().name()));
        }
        if (next.isPresent()) {
            broken(next.get().start(), Unread.Reason.HOLE);
        }
    }

    /// @return where to go on behind damage
    private Optional<Opening> pass(Opening from, String around) throws IOException {
        var start = from.start();
        var places = around.isEmpty() ? JsonPass.Places.IN_FILE : JsonPass.Places.IN_PART;
        Optional<JsonPass> pass = Optional.empty();
        try {
            pass = Optional.of(new JsonPass(Stretch.from(bytes, start, around), places, start, handing));
            format.read(pass.get());
            var end = pass.get().end();
            bytes.back(end.at());
            return atEnd() ? Optional.empty() : damage(end, Unread.Reason.HOLE);
        } catch (BrokenJson broken) {
            var why = broken.isTooLarge() ? Unread.Reason.TOO_LARGE : Unread.Reason.HOLE;
            return damage(pass.map(JsonPass::damage).orElse(start), why);
        }
    }

    /// Whether nothing but blanks and what may end a statement of JavaScript is left.
    private boolean atEnd() throws IOException {
        int next = bytes.read();
        while (isBlank(next) || next == ';') {
            next = bytes.read();
        }
        return next < 0;
    }

    private Optional<Opening> damage(JsonWalk.Start from, Unread.Reason why) throws IOException {
        again += Math.max(0, bytes.at() - from.at() - AHEAD);
        bytes.back(from.at());
        var next = opening();
        if (next.isEmpty()) {
            broken(from, why);
            return next;
        }
        var there = next.get().start();
        var passed = new Span(from.at(), there.at(), from.line(), Math.max(from.line(), there.line()));
        if (why == Unread.Reason.TOO_LARGE) {
            handing.tooLarge(passed, there.line());
        } else {
            handing.hole(passed, there.line());
        }
        return next;
    }

    /// @param why nothing that stands behind is read
    private void broken(JsonWalk.Start from, Unread.Reason why) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        long end = bytes.at();
        var rest = new Span(end, end, from.line(), from.line());
        if (end > from.at()) {
            bytes.back(end - 1);
            rest = new Span(from.at(), end, from.line(), Math.max(from.line(), bytes.line()));
        }
        if (why == Unread.Reason.TOO_LARGE) {
            handing.tooLarge(rest);
        } else {
            handing.broken(rest);
        }
    }

    /// The next beginning behind the byte that is next.
    private Optional<Opening> opening() throws IOException {
        bytes.read();
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next != '{') {
                continue;
            }
            long at = bytes.at() - 1;
            bytes.forget(at);
            String name = name();
            bytes.back(at + 1);
            if (format.openers().contains(name)) {
                bytes.back(at);
                return Optional.of(new Opening(name, new JsonWalk.Start(at, bytes.line())));
            }
        }
        return Optional.empty();
    }

    /// The name of the member that begins here; empty where none does.
    private String name() throws IOException {
        if (notBlank() != '"') {
            return "";
        }
        var name = new StringBuilder();
        int next = bytes.read();
        while (next >= 0 && next != '"' && name.length() < LONGEST_NAME) {
            name.append((char) next);
            next = bytes.read();
        }
        return next == '"' && notBlank() == ':' ? name.toString() : "";
    }

    private int notBlank() throws IOException {
        int next = bytes.read();
        for (int blanks = 0; isBlank(next) && blanks < MOST_BLANKS; blanks++) {
            next = bytes.read();
        }
        return next;
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
