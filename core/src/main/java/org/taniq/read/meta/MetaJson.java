package org.taniq.read.meta;

import java.io.IOException;
import java.util.Optional;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// One JSON file of what Facebook, Messenger or Instagram lets a person download: a conversation, or a list of posts,
/// comments, pictures. Names of members that the account's language changes, and sentences that the platform writes,
/// decide nothing.
public final class MetaJson implements Parser {
    @Override
    public String name() {
        return "meta-json/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        return shape(input).isPresent();
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        return new MetaReading(input, sink, shape(input).orElse(Shape.LISTS)).run();
    }

    private static Optional<Shape> shape(Input input) throws IOException {
        return Telling.of(input.head(), input.path());
    }
}
