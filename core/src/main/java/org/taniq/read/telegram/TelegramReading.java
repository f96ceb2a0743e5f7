package org.taniq.read.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One file, from its beginning to its end: every message of every chat is handed over as it comes, and every
/// other list is said to be unread. Where the JSON is damaged, it is read on behind the damage.
final class TelegramReading {
    /// Each costs a parser of its own, and a page of bytes that is read again.
    private static final int MOST_HOLES = 10_000;

    private final Input.Beside beside;
    private final Handing handing;
    private final Position position = new Position();

    TelegramReading(Input input, Sink sink) {
        this.beside = input.beside();
        this.handing = new Handing(sink, new Tally(input.name()));
    }

    Ledger run(InputStream in) throws IOException {
        var bytes = new Rewind(in);
        var next = whole(bytes);
        for (int holes = 1; next.isPresent() && holes < MOST_HOLES; holes++) {
            next = from(next.get(), bytes);
        }
        if (next.isPresent()) {
            rest(bytes, next.get());
        }
        position.end(handing.findings());
        return handing.ledger();
    }

    /// @return where to go on behind damage
    private Optional<Resume> whole(Rewind bytes) throws IOException {
        try {
            return read(Stretch.whole(bytes), bytes);
        } catch (BrokenJson broken) {
            return damage(bytes, position.damage(), broken.said());
        }
    }

    private Optional<Resume> from(Resume place, Rewind bytes) throws IOException {
        try {
            return read(
                    Stretch.from(
                            bytes,
                            new JsonWalk.Start(place.at(), place.line()),
                            position.goOn(place, handing.findings())),
                    bytes);
        } catch (BrokenJson broken) {
            return damage(bytes, position.damage(), broken.said());
        }
    }

    private Optional<Resume> read(Stretch stretch, Rewind bytes) throws IOException {
        var all = new ExportWalk(stretch, bytes, position, handing).read(beside);
        bytes.back(all.to());
        int next = bytes.read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = bytes.read();
        }
        return next < 0
                ? Optional.empty()
                : damage(bytes, Position.end(all), Said.of("the JSON ends in line {line}", "line", bytes.line()));
    }

    private Optional<Resume> damage(Rewind bytes, Position.At from, Said why) throws IOException {
        bytes.back(from.at());
        var found = Resume.in(bytes, position.around());
        if (found.isEmpty()) {
            broken(bytes, from, why);
            return found;
        }
        var place = found.get();
        handing.findings().damage(Said.of("{why}: read on from line {next}", Map.of("why", why, "next", place.line())));
        long last = Math.max(from.line(), place.line() - 1);
        handing.unread(new Span(from.at(), place.at(), from.line(), last), Unread.Reason.HOLE);
        return found;
    }

    /// Damage in so many places is not read around for ever.
    private void rest(Rewind bytes, Resume next) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        broken(bytes, new Position.At(next.at(), next.line()), Said.of("the export is damaged in too many places"));
    }

    /// All bytes were read.
    private void broken(Rewind bytes, Position.At from, Said why) throws IOException {
        long end = bytes.at();
        bytes.back(end - 1);
        handing.findings().broken(Said.of("{why}: what stands behind it was not read", "why", why));
        handing.unread(
                new Span(from.at(), end, from.line(), Math.max(from.line(), bytes.line())), Unread.Reason.BROKEN);
    }
}
