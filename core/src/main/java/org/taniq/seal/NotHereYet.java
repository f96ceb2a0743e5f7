package org.taniq.seal;

import java.io.IOException;

/// A file of a log is not here. Where the log is this machine's own, something took it away; where it is another
/// writer's, a copy may still be under way.
public final class NotHereYet extends IOException {
    private static final long serialVersionUID = 1;

    private final String what;

    NotHereYet(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
