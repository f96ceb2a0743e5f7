package org.taniq.read.meta;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.Unread;

/// Goes through a file from its beginning to its end, and on behind each damaged place.
final class Going {
    /// Damaged places: a file that somebody filled with them would take hours.
    private static final int MOST = 10_000;

    private final Rewind bytes;
    private final Shape shape;
    private final Position position;
    private final Pass pass;
    private int places;

    /// What is done on the way.
    interface Pass {
        /// Reads what can be read.
        ///
        /// @return all of it
        /// @throws BrokenJson at a damaged place
        Span read(Stretch stretch, Position position) throws IOException;

        /// Something is damaged.
        void damage(Span where, Unread.Reason why, Said said) throws IOException;
    }

    private Going(Rewind bytes, Shape shape, Pass pass) throws IOException {
        this.bytes = bytes;
        this.shape = shape;
        this.pass = pass;
        this.position = new Position(Indents.of(bytes));
    }

    static void through(Rewind bytes, Shape shape, Pass pass) throws IOException {
        var going = new Going(bytes, shape, pass);
        var next = going.whole();
        while (next.isPresent()) {
            next = going.from(next.get());
        }
    }

    private Optional<Resume> whole() throws IOException {
        try {
            return read(Stretch.whole(bytes));
        } catch (BrokenJson broken) {
            return damage(position.damage(), broken.said());
        }
    }

    private Optional<Resume> from(Resume place) throws IOException {
        try {
            return read(Stretch.from(bytes, new JsonWalk.Start(place.at(), place.line()), position.goOn(place)));
        } catch (BrokenJson broken) {
            return damage(position.damage(), broken.said());
        }
    }

    /// Behind the end there may be more, where nobody would look for it.
    private Optional<Resume> read(Stretch stretch) throws IOException {
        long end = pass.read(stretch, position).to();
        bytes.back(end);
        int next = bytes.read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = bytes.read();
        }
        return next < 0 ? Optional.empty() : damage(end, Said.of("the JSON ends in line {line}", "line", bytes.line()));
    }

    private Optional<Resume> damage(long from, Said why) throws IOException {
        bytes.back(from);
        long line = bytes.line();
        var found = places++ < MOST ? Resume.in(bytes, position, shape) : Optional.<Resume>empty();
        if (found.isPresent()) {
            var place = found.get();
            pass.damage(
                    new Span(from, place.at(), line, Math.max(line, place.line() - 1)),
                    Unread.Reason.HOLE,
                    Said.of("{why}: read on from line {next}", Map.of("why", why, "next", place.line())));
            return found;
        }
        bytes.transferTo(OutputStream.nullOutputStream());
        long end = bytes.at();
        bytes.back(end - 1);
        pass.damage(
                new Span(from, Math.max(from, end), line, Math.max(line, bytes.line())),
                Unread.Reason.BROKEN,
                Said.of("{why}: what stands behind it was not read", "why", why));
        return Optional.empty();
    }
}
