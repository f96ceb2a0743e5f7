package org.taniq.seal;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A file of a log is not here. Where the log is this machine's own, something took it away; where it is
/// another writer's, a copy may still be under way.
public final class NotHereYet extends Trouble {
    private static final long serialVersionUID = 1;

    NotHereYet(Said what) {
        super(what);
    }
}
