package org.taniq.read.telegram;

import java.io.IOException;
import org.taniq.base.json.Span;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Counted;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands over what is read, and counts it.
final class Handing {
    private final Counted counted;
    private final Tally tally;
    private final Findings findings = new Findings();

    Handing(Sink sink, Tally tally) {
        this.counted = new Counted(sink, tally);
        this.tally = tally;
    }

    void read(Activity activity) throws IOException {
        findings.read(activity);
        counted.read(activity);
    }

    void unread(Span span, Unread.Reason why) throws IOException {
        counted.unread(span, why);
    }

    Findings findings() {
        return findings;
    }

    Ledger ledger() {
        return tally.ledger("telegram-json", "", findings.warnings(tally));
    }
}
