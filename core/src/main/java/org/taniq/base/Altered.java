package org.taniq.base;

/// Bytes are not as they were written: something sealed, or an age file. The message says what and where,
/// never what they said.
public final class Altered extends Trouble {
    private static final long serialVersionUID = 1;

    public Altered(String what) {
        super(what);
    }

    public Altered(Said what) {
        super(what);
    }

    public Altered(Said what, Throwable cause) {
        super(what, cause);
    }
}
