package org.taniq.app;

import java.io.IOException;
import org.taniq.seal.Pointer;

/// A sealed item that is to be read. Its bytes are taken only when its turn comes.
record ToRead(Pointer item, Loading loading) {

    @FunctionalInterface
    interface Loading {
        SealedItem.New load() throws IOException;
    }

    static ToRead of(SealedItem.New sealed) {
        return new ToRead(sealed.sources().item(), () -> sealed);
    }
}
