package org.taniq.read.signal;

import java.io.IOException;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LineReading;
import org.taniq.read.record.Sink;

/// One export, gone through twice: first for who is in it, then for what they wrote.
final class SignalReading {
    private final Input input;
    private final Handing handing;
    private final Findings findings;
    private final Directory directory = new Directory();

    SignalReading(Input input, Sink sink) {
        this.input = input;
        this.handing = new Handing(input, sink);
        this.findings = new Findings(handing);
    }

    Ledger run() throws IOException {
        try (var bytes = input.bytes().open()) {
            new LineReading(bytes, Handing.toNobody(input), new FirstLook(directory)).run();
        }
        var frames = new Frames(new Source(directory, new Files(input.beside()), findings), handing);
        try (var bytes = input.bytes().open()) {
            new LineReading(bytes, handing, frames).run();
        }
        findings.warn(directory);
        return handing.ledger("signal-export");
    }
}
