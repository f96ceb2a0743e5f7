package org.taniq.read.signal;

import java.io.IOException;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// The plaintext export of Signal, `main.jsonl`: each line is a part of a backup as JSON, as
/// `rust/message-backup/src/json/exporter.rs` of libsignal writes it for Android and Desktop since the end of 2025.
public final class SignalExport implements Parser {
    @Override
    public String name() {
        return "signal-export/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        return FirstLine.isOfExport(input.head());
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        return new SignalReading(input, sink).run();
    }
}
