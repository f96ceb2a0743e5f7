package org.taniq.read.record;

import java.io.IOException;

/// Reads one format. A parser is pure: it knows no clock, network, disk or default locale, keeps nothing
/// between two readings, and may be used from many threads at once. On hostile bytes it reports, it does
/// not throw; the one exception is IOException from the input or the sink. Where it does break down,
/// `Reading` keeps what came before.
public interface Parser {

    /// Name and version as they are sealed, for example `whatsapp-text/1`. A change in what comes out makes
    /// a new version.
    String name();

    /// Whether the input is of this format, judged by content; at most its first megabyte is looked at.
    boolean knows(Input input) throws IOException;

    /// Hands every record and every unread place to the sink and returns the ledger.
    Ledger read(Input input, Sink sink) throws IOException;
}
