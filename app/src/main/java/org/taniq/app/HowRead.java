package org.taniq.app;

import java.io.IOException;
import org.taniq.read.Given;
import org.taniq.read.Reading;
import org.taniq.read.record.Parser;

/// How the bytes of an item that was sealed are read.
@FunctionalInterface
interface HowRead {
    /// By whichever parser knows them.
    ///
    /// @param given by the person
    static HowRead any(Given given) {
        return (item, sinks) -> Reading.of(
                item.item().name(),
                item.item().bytes(),
                sinks,
                new Reading.Known(given, item.sources().readable()));
    }

    Reading read(SealedItem.New sealed, Reading.Sinks sinks) throws IOException;

    /// Whether nothing of an item is left to read when it was read so.
    default boolean isAll() {
        return true;
    }

    /// By a parser that a person asked for: the words that a picture shows, what a recording says of itself. What else
    /// there is of the item, or lies beside it, is left to read.
    record AskedFor(Parser parser) implements HowRead {
        @Override
        public Reading read(SealedItem.New item, Reading.Sinks sinks) throws IOException {
            return Reading.by(parser, item.item().name(), item.item().bytes(), sinks);
        }

        @Override
        public boolean isAll() {
            return false;
        }
    }
}
