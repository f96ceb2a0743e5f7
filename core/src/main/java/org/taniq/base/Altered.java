package org.taniq.base;

import java.io.IOException;

/// Something sealed is not as it was sealed. The message says what and where, never what it said.
public final class Altered extends IOException {
    private static final long serialVersionUID = 1;

    public Altered(String what) {
        super(what);
    }

    public Altered(String what, Throwable cause) {
        super(what, cause);
    }

    /// What is not as it was sealed, and where.
    public String what() {
        return String.valueOf(getMessage());
    }
}
