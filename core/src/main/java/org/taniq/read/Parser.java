package org.taniq.read;

import java.io.IOException;
import java.util.List;

/// Reads one format. A parser is pure: it knows no clock, network, disk or default locale, keeps nothing
/// between two readings, and may be used from many threads at once. On hostile bytes it reports, it does
/// not throw; the one exception is IOException from the input or the sink. Where it does break down,
/// [Reading] keeps what came before.
public interface Parser {

    /// Every parser, the particular ones first; the last one takes anything.
    static List<Parser> all() {
        return List.of(new WhatsAppText(), new WholeFile());
    }

    /// The first parser that knows the input.
    static Parser of(Input input, List<Parser> parsers) throws IOException {
        for (Parser parser : parsers) {
            if (parser.knows(input)) {
                return parser;
            }
        }
        throw new IllegalStateException("the last parser takes anything");
    }

    /// Name and version as they are sealed, for example `whatsapp-text/1`. A change in what comes out makes
    /// a new version.
    String name();

    /// Whether the input is of this format, judged by content; at most its first megabyte is looked at.
    boolean knows(Input input) throws IOException;

    /// Hands every record and every unread place to the sink and returns the ledger.
    Ledger read(Input input, Sink sink) throws IOException;
}
