package org.taniq.read.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Counted;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands over what is read of one proof.
final class ProofHanding {
    private final Tally tally;
    private final Counted sink;
    private final List<Said> warnings = new ArrayList<>();

    ProofHanding(String name, Sink sink) {
        this.tally = new Tally(name);
        this.sink = new Counted(sink, tally);
    }

    void read(Activity activity) throws IOException {
        sink.read(activity);
    }

    /// From there on it was not read.
    void broken(long from, long to) throws IOException {
        sink.unread(new Unread(new Spot.Range(from, to), Unread.Reason.BROKEN));
    }

    /// From there on it is more than is read.
    void tooLarge(long from, long to) throws IOException {
        sink.unread(new Unread(new Spot.Range(from, to), Unread.Reason.TOO_LARGE));
    }

    void warn(Said warning) {
        warnings.add(warning);
    }

    Ledger ledger(String format) {
        return tally.ledger(format, "", warnings);
    }

    /// How many bytes there are, of a file that is larger than what is read.
    static long sizeOf(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
