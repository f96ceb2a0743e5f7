package org.taniq.read.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.Span;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One file, from its beginning to its end: every message of every chat is handed over as it comes, and every
/// other list is said to be unread. Where the JSON is damaged, it is read on behind the damage.
final class TelegramReading {
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
        while (next.isPresent()) {
            next = from(next.get(), bytes);
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
            return read(Stretch.from(bytes, place, position.goOn(place, handing.findings())), bytes);
        } catch (BrokenJson broken) {
            return damage(bytes, position.damage(), broken.said());
        }
    }

    private Optional<Resume> read(Stretch stretch, Rewind bytes) throws IOException {
        long end =
                new ExportWalk(stretch, bytes, position, handing).read(beside).to();
        bytes.back(end);
        int next = bytes.read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = bytes.read();
        }
        return next < 0
                ? Optional.empty()
                : damage(bytes, end, Said.of("the JSON ends in line {line}", "line", bytes.line()));
    }

    private Optional<Resume> damage(Rewind bytes, long from, Said why) throws IOException {
        bytes.back(from);
        long line = bytes.line();
        var found = Resume.in(bytes, position.around());
        if (found.isPresent()) {
            var place = found.get();
            handing.findings()
                    .damage(Said.of("{why}: read on from line {next}", Map.of("why", why, "next", place.line())));
            handing.unread(new Span(from, place.at(), line, Math.max(line, place.line() - 1)), Unread.Reason.HOLE);
            return found;
        }
        long end = bytes.at();
        bytes.back(end - 1);
        handing.findings().damage(Said.of("{why}: what stands behind it was not read", "why", why));
        handing.unread(new Span(from, end, line, Math.max(line, bytes.line())), Unread.Reason.BROKEN);
        return Optional.empty();
    }
}
