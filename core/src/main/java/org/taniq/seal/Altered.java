package org.taniq.seal;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Something sealed is not as it was sealed. The message says what and where, never what it said.
public final class Altered extends Trouble {
    private static final long serialVersionUID = 1;

    public Altered(String what) {
        super(what);
    }

    public Altered(Said what) {
        super(what);
    }

    Altered(Said what, Throwable cause) {
        super(what, cause);
    }

    /// What is not as it was sealed, and where.
    public String what() {
        return String.valueOf(getMessage());
    }
}
