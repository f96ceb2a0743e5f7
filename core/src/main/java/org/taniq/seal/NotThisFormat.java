package org.taniq.seal;

import java.io.IOException;

/// A folder is no vault, or one that this version does not know.
public final class NotThisFormat extends IOException {
    private static final long serialVersionUID = 1;

    NotThisFormat(String what) {
        super(what);
    }
}
