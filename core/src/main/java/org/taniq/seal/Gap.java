package org.taniq.seal;

import java.io.IOException;
import org.taniq.base.Said;

/// A part of a vault that cannot be read now. What else is in the vault can.
public sealed interface Gap {
    /// The id of the log that it is in.
    String log();

    Said why();

    /// A log by another writer of which files may still be on the way, or which is not of this case.
    record NotHere(String log, Said why) implements Gap {}

    /// What is here is not as it was sealed, or something is gone that was.
    record Damaged(String log, Said why) implements Gap {}

    /// What the disk does not give: nobody knows whether it is as it was sealed.
    record Unreadable(String log, Said why) implements Gap {}

    static Gap unreadable(String log, IOException failed) {
        return new Unreadable(log, Said.of("it cannot be read: {why}", "why", String.valueOf(failed.getMessage())));
    }
}
