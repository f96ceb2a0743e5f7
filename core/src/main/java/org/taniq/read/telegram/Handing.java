package org.taniq.read.telegram;

import java.io.IOException;
import org.taniq.base.json.Span;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands over what is read, and counts it.
final class Handing {
    private final Sink sink;
    private final Tally tally;
    private final Findings findings = new Findings();

    Handing(Sink sink, Tally tally) {
        this.sink = sink;
        this.tally = tally;
    }

    void read(Activity activity) throws IOException {
        tally.count(activity);
        if (activity.marks().contains(Mark.LOOKALIKE)) {
            tally.lookalike();
        }
        findings.read(activity);
        sink.read(activity);
    }

    void unread(Span span, Unread.Reason why) throws IOException {
        tally.skip(why);
        sink.unread(new Unread(spot(span), why));
    }

    static Spot spot(Span span) {
        return new Spot.Lines(span.from(), span.to(), span.first(), span.last());
    }

    Findings findings() {
        return findings;
    }

    Ledger ledger() {
        return tally.ledger("telegram-json", "", findings.warnings(tally));
    }
}
