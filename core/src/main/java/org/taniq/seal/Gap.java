package org.taniq.seal;

import java.io.IOException;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A part of a vault that cannot be read now. What else is in the vault can.
public sealed interface Gap {
    /// The id of the log that it is in.
    String log();

    Said why();

    /// A log by another writer of which files may still be on the way, or which is not of this case.
    ///
    /// @param whose the person who writes it, as she says in it; empty where that is not known
    record NotHere(String log, Said why, String whose) implements Gap {
        NotHere(String log, Said why) {
            this(log, why, "");
        }

        /// The same, of somebody who is known.
        public NotHere of(String name) {
            return new NotHere(log, why, name);
        }
    }

    /// What is here is not as it was sealed, or something is gone that was.
    record Damaged(String log, Said why) implements Gap {}

    /// What the disk does not give: nobody knows whether it is as it was sealed.
    record Unreadable(String log, Said why) implements Gap {}

    /// Something that is sealed in a log and could not be read.
    static Gap of(String log, Trouble why) {
        return why instanceof NotHereYet ? new NotHere(log, why.said()) : new Damaged(log, why.said());
    }

    static Gap unreadable(String log, IOException failed) {
        return new Unreadable(log, Said.of("it cannot be read: {why}", "why", String.valueOf(failed.getMessage())));
    }
}
