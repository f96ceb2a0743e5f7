package org.taniq.base;

import java.io.IOException;

/// Bytes are not as they were written: something sealed, or an age file. The message says what and where, never what
/// they said.
public final class Altered extends IOException {
    private static final long serialVersionUID = 1;

    public Altered(String what) {
        super(what);
    }

    public Altered(String what, Throwable cause) {
        super(what, cause);
    }

    /// What is not as it was written, and where.
    public String what() {
        return String.valueOf(getMessage());
    }
}
