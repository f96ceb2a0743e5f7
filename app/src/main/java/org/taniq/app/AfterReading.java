package org.taniq.app;

import java.io.IOException;
import org.taniq.seal.Pointer;

/// What became of a sealed item that was to be read.
public sealed interface AfterReading {

    /// The item as it is sealed.
    Pointer item();

    /// It is read, and what was read survives a power cut.
    record Read(SealedItem.New sealed, ReadItem read) implements AfterReading {
        @Override
        public Pointer item() {
            return sealed.sources().item();
        }
    }

    /// It could not be read. Its bytes are sealed and stay so; `taniq read` tries again.
    record NotRead(Pointer item, IOException why) implements AfterReading {}
}
