package org.taniq.read.record;

import java.io.IOException;
import org.taniq.base.json.Span;

/// Hands over what is read, and counts it for the ledger.
public final class Counted implements Sink {
    private final Sink sink;
    private final Tally tally;

    public Counted(Sink sink, Tally tally) {
        this.sink = sink;
        this.tally = tally;
    }

    @Override
    public void read(Activity activity) throws IOException {
        tally.count(activity);
        if (activity.marks().contains(Mark.LOOKALIKE)) {
            tally.lookalike();
        }
        sink.read(activity);
    }

    @Override
    public void unread(Unread unread) throws IOException {
        tally.skip(unread.why());
        sink.unread(unread);
    }

    /// What stands there was not read.
    public void unread(Span span, Unread.Reason why) throws IOException {
        unread(new Unread(Spot.Lines.of(span), why));
    }
}
