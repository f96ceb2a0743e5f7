package org.taniq.app;

import org.taniq.seal.Way;

/// One way into a case, as it is told.
///
/// @param name its file in `keys/`, without `.age`; empty for a paper key, which has none
/// @param kind `passphrase`, `age-key`, `paper` or `other`
/// @param whose whose it is, as stated; empty where nobody said
public record WayIn(String name, String kind, String whose, Standing standing) {
    /// The kind of a paper key, which has no file.
    static final String PAPER = "paper";

    /// What this case knows of it.
    public enum Standing {
        /// The person's own passphrase opens it.
        OWN,
        /// Its adding is sealed, and it is here.
        ADDED,
        /// Its adding is sealed, and its file is not in this copy.
        GONE,
        /// A passphrase from before the first one that is sealed: with which the case was begun.
        FIRST,
        /// Whose it is was not looked for.
        UNTRIED,
        /// No statement knows it.
        STRANGE
    }

    static WayIn of(Way way, Standing standing) {
        return new WayIn(way.name(), way.kind().word(), "", standing);
    }
}
