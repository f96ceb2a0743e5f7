package org.taniq.seal;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A folder is no vault, or one that this version does not know.
public final class NotThisFormat extends Trouble {
    private static final long serialVersionUID = 1;

    NotThisFormat(String what) {
        super(what);
    }

    NotThisFormat(Said what) {
        super(what);
    }
}
