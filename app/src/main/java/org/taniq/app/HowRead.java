package org.taniq.app;

import java.io.IOException;
import org.taniq.read.Reading;
import org.taniq.read.mail.Keys;

/// How the bytes of an item that was sealed are read.
@FunctionalInterface
interface HowRead {
    /// By whichever parser knows them.
    ///
    /// @param keys of the domains that sign mail
    static HowRead any(Keys keys) {
        return (item, sinks) -> Reading.of(
                item.item().name(), item.item().bytes(), sinks, new Reading.Known(keys, item.sources()::has));
    }

    Reading read(SealedItem.New sealed, Reading.Sinks sinks) throws IOException;
}
