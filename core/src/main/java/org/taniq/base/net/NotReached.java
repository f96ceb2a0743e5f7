package org.taniq.base.net;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Another computer was not reached, or did not answer in time or as it should. Nothing is lost by asking
/// again later.
public final class NotReached extends Trouble {
    private static final long serialVersionUID = 1;

    NotReached(Said said) {
        super(said);
    }

    NotReached(Said said, Throwable cause) {
        super(said, cause);
    }
}
