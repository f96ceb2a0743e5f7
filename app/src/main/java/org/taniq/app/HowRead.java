package org.taniq.app;

import java.io.IOException;
import org.taniq.read.Given;
import org.taniq.read.Reading;
import org.taniq.read.screen.Screenshot;

/// How the bytes of an item that was sealed are read.
@FunctionalInterface
interface HowRead {
    /// By whichever parser knows them.
    ///
    /// @param given by the person
    static HowRead any(Given given) {
        return (item, sinks) -> Reading.of(
                item.item().name(), item.item().bytes(), sinks, new Reading.Known(given, item.sources()::has));
    }

    Reading read(SealedItem.New sealed, Reading.Sinks sinks) throws IOException;

    /// Whether nothing of an item is left to read when it was read so.
    default boolean isAll() {
        return true;
    }

    /// The words that a picture shows; what else is written in it, or lies beside it, is left to read.
    record WordsShown(Screenshot screenshot) implements HowRead {
        @Override
        public Reading read(SealedItem.New item, Reading.Sinks sinks) throws IOException {
            return Reading.by(screenshot, item.item().name(), item.item().bytes(), sinks);
        }

        @Override
        public boolean isAll() {
            return false;
        }
    }
}
