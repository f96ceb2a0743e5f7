package org.taniq.read.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Counted;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands over what is read of one PDF.
final class Handing {
    private final Tally tally;
    private final Counted sink;
    private final List<Said> warnings = new ArrayList<>();

    Handing(String name, Sink sink) {
        this.tally = new Tally(name);
        this.sink = new Counted(sink, tally);
    }

    void read(Activity activity) throws IOException {
        sink.read(activity);
    }

    /// What stands there was not read.
    void unread(Spot where, Unread.Reason reason, Said why) throws IOException {
        warn(why);
        sink.unread(new Unread(where, reason));
    }

    void warn(Said warning) {
        warnings.add(warning);
    }

    Ledger ledger() {
        return tally.ledger("pdf", "", warnings);
    }
}
