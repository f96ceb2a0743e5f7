package org.taniq.seal;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The vault's folder is older than what this machine remembers, or speaks of another past. Nothing was
/// changed.
public final class Rollback extends Trouble {
    private static final long serialVersionUID = 1;

    Rollback(String what) {
        this(Said.of(what));
    }

    Rollback(Said what) {
        super(Said.of(
                "{what}; nothing was changed. If you put back an older copy on purpose, keep both and ask for help",
                "what",
                what));
    }
}
