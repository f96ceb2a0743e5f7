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

    /// How many first bytes are looked at to tell what an input is.
    int PROBED = 1 << 20;

    /// Whether an input of this media type is worth asking about. In an archive every member is looked at, and most
    /// are pictures, sounds and films: a parser that reads them says so.
    default boolean mayKnow(String mediaType) {
        return !mediaType.startsWith("image/") && !mediaType.startsWith("audio/") && !mediaType.startsWith("video/");
    }

    /// Whether the input is of this format, judged by content and where it must be by path; at most its first
    /// [#PROBED] bytes are looked at, and of an input in an archive no more can be.
    boolean knows(Input input) throws IOException;

    /// Hands every record and every unread place to the sink and returns the ledger.
    Ledger read(Input input, Sink sink) throws IOException;
}
