package org.taniq.seal;

import java.io.IOException;

/// Sealed bytes are not what was written: altered, cut or never right.
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String what) {
        super(what);
    }

    Damaged(String what, Throwable cause) {
        super(what, cause);
    }
}
