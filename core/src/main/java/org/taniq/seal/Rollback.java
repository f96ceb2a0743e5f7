package org.taniq.seal;

import java.io.IOException;

/// The vault's folder is older than what this machine remembers, or speaks of another past. Nothing was changed.
public final class Rollback extends IOException {
    private static final long serialVersionUID = 1;

    Rollback(String what) {
        super(what + "; nothing was changed. If you put back an older copy on purpose, keep both and ask for help");
    }
}
