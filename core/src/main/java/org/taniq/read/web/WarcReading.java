package org.taniq.read.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;
import org.taniq.read.web.Capture.Flaw;

/// One archive, from its beginning to its end, record by record. Behind damage it goes on with the next line with which
/// a record can begin; what comes then may be text inside of another record, up to what nobody can have typed.
final class WarcReading {
    /// Bytes that end a record.
    private static final int LINE_ENDS = 4;

    /// A record for so many bytes of the file, besides a million: they take more to keep than an empty one to pack.
    static final long RECORD = 100;

    private final Sink sink;
    private final Tally tally;
    private final Findings findings = new Findings();
    private final Boundary boundary;
    private final Window window;
    private final Ahead ahead;
    private final MemberSums sums;
    private final boolean isPacked;
    private final Allowance words = new Allowance(256L << 20, 16);
    private final Allowance records;
    private Form form = Form.UNKNOWN;
    private String format = "";
    /// What a record says that may be text inside of another.
    private String guessed = "";
    /// Whether what comes can be text in a record: up to the next member.
    private boolean isTyped;

    /// Whether members that come can lie inside of a damaged one.
    private boolean isInside;

    private long number;

    private WarcReading(Input input, Sink sink, Layer layer, Allowance records) {
        this.sink = sink;
        this.records = records;
        this.tally = new Tally(input.name());
        this.window = new Window(layer);
        this.isPacked = layer instanceof GzipLayer;
        this.ahead = new Ahead(input, isPacked);
        this.boundary = new Boundary(window, ahead);
        this.sums = new MemberSums(ahead);
    }

    static Ledger read(Input input, Sink sink, InputStream bytes) throws IOException {
        return read(input, sink, bytes, new Allowance(RECORD << 20, 1));
    }

    /// @param records how many may come of it, each of [#RECORD]
    static Ledger read(Input input, Sink sink, InputStream bytes, Allowance records) throws IOException {
        var raw = new Raw(bytes);
        if (GzipLayer.isHere(raw)) {
            try (var layer = new GzipLayer(raw)) {
                return new WarcReading(input, sink, layer, records).run();
            }
        }
        return new WarcReading(input, sink, new PlainLayer(raw), records).run();
    }

    private Ledger run() throws IOException {
        while ((blanks() || goesOn()) && isAllowed()) {
            var head = head();
            if (head.isPresent()) {
                record(head.get());
            } else {
                search(window.packedFrom());
            }
        }
        return tally.ledger(format.isEmpty() ? guessed : format, "", findings.warnings());
    }

    /// Whether another record may come; if not, the rest is passed over.
    private boolean isAllowed() throws IOException {
        if (records.upTo(window.packedTo()).take(RECORD)) {
            return true;
        }
        long from = window.packedFrom();
        window.layer().skip();
        hole(from, window.layer().packed(), Unread.Reason.TOO_LARGE);
        return false;
    }

    /// Passes over the empty lines between records.
    ///
    /// @return whether something follows
    private boolean blanks() throws IOException {
        while (window.ahead() > 0) {
            byte next = window.buffer()[window.index()];
            if (next != '\n' && next != '\r') {
                return true;
            }
            window.pass(1);
        }
        return false;
    }

    /// Goes on behind damage of what is packed.
    private boolean goesOn() throws IOException {
        var layer = window.layer();
        long from = window.packedEnd();
        if (layer.isTooLarge()) {
            layer.skip();
            hole(from, layer.packed(), Unread.Reason.TOO_LARGE);
            return false;
        }
        if (!layer.isDamaged()) {
            return false;
        }
        boolean more = layer.resume();
        long to = layer.packed();
        hole(Math.min(from, to), to, more ? Unread.Reason.HOLE : Unread.Reason.BROKEN);
        isInside = more && !ahead.isInStep(to);
        return more;
    }

    private void hole(long from, long to, Unread.Reason why) throws IOException {
        findings.hole(why);
        tally.skip(why);
        sink.unread(new Unread(new Spot.Range(from, Math.max(from, to)), why));
    }

    private Optional<RecordHead> head() throws IOException {
        int there = Math.min(window.ahead(Window.VIEW), Window.VIEW);
        int from = window.index();
        int member = window.beforeMember();
        boolean isCut = member < there && RecordHead.begins(window.buffer(), from + member, from + there);
        int to = from + (isCut ? member : there);
        return form.head(window.buffer(), from, to)
                .filter(this::isBelieved)
                .or(() -> Form.UNKNOWN.head(window.buffer(), from, to).filter(RecordHead::isFirstOfArc));
    }

    /// A line of ARC alone can stand in any page.
    private boolean isBelieved(RecordHead head) {
        return form != Form.UNKNOWN || !head.isArc() || head.isFirstOfArc() || window.isAtMember();
    }

    /// Looks for the next line with which a record begins; what is passed over was not read.
    private void search(long from) throws IOException {
        if (!isRightHere()) {
            do {
                passLine();
            } while (window.ahead(Window.VIEW) > 0 && !isRecord());
        }
        boolean more = window.ahead() > 0 || window.layer().isDamaged();
        hole(from, window.packedTo(), more ? Unread.Reason.HOLE : Unread.Reason.BROKEN);
        isTyped = true;
    }

    /// Whether a record begins a few bytes from here: the line end before it may be what is damaged.
    private boolean isRightHere() throws IOException {
        for (int i = 0; i < LINE_ENDS && window.ahead(Window.VIEW) > 0; i++) {
            window.pass(1);
            if (window.ahead(Window.VIEW) > 0 && isRecord()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRecord() throws IOException {
        byte next = window.buffer()[window.index()];
        return (next == 'W' || next >= 'a' && next <= 'z') && head().isPresent();
    }

    private void passLine() throws IOException {
        while (window.ahead() > 0) {
            int there = Math.min(window.ahead(), window.beforeMember());
            var end = RecordHead.lineEnd(window.buffer(), window.index(), window.index() + there);
            window.pass(end.isPresent() ? (int) end.getAsLong() - window.index() : there);
            if (end.isPresent() || window.isAtMember()) {
                return;
            }
        }
    }

    private void record(RecordHead head) throws IOException {
        var flaws = EnumSet.noneOf(Flaw.class);
        long packedFrom = window.packedFrom();
        if (isFound(head)) {
            flaws.add(Flaw.FOUND);
        }
        if (!head.fields().first("warc-truncated").isEmpty()) {
            flaws.add(Flaw.TRUNCATED);
        }
        window.forget();
        long from = window.at();
        window.pass(head.size());
        var content = new Content(head);
        boolean isEarly = boundary.endsEarly(head, content, flaws);
        content.end(isEarly);
        isTyped |= isEarly && !content.isProven();
        long to = window.at();
        long packedTo = window.packedTo();
        if (blanks() && !isEarly && window.at() == to && !content.isProven() && head().isEmpty()) {
            flaws.add(Flaw.WRONG_LENGTH);
        }
        sums.judge(window, flaws);
        var spot = new Spot.Range(packedFrom, Math.max(packedFrom, packedTo));
        hand(new Capture(head, content, new Capture.Where(number++, spot, from, to, isPacked, flaws)), flaws);
    }

    /// Whether it may be text inside of another record. Nobody can type what begins a member.
    private boolean isFound(RecordHead head) {
        isTyped &= !window.isAtMember();
        boolean isFound = isTyped || isInside;
        if (!isFound && (form == Form.UNKNOWN || head.isFirstOfArc())) {
            form = head.form();
        }
        var stated = head.version().toLowerCase(Locale.ROOT);
        guessed = guessed.isEmpty() ? stated : guessed;
        format = format.isEmpty() && !isFound ? stated : format;
        return isFound;
    }

    private void hand(Capture capture, Set<Flaw> flaws) throws IOException {
        var read = capture.read(words.upTo(window.packedTo()));
        findings.read(read, flaws);
        tally.count(read.activity());
        if (flaws.contains(Flaw.FOUND)) {
            tally.lookalike();
        }
        sink.read(read.activity());
    }
}
