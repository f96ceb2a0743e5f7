package org.taniq.seal.stamp;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// An answer of a time-stamping authority that proves nothing, and why.
public final class StampRefused extends Trouble {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /// What is wrong with it; the first thing that was found.
    public enum Reason {
        TOO_LARGE,
        UNREADABLE,
        REJECTED,
        SIGNERS,
        IMPRINT,
        NONCE,
        NO_CERTIFICATE,
        SIGNING_CERTIFICATE,
        PURPOSE,
        ALGORITHM,
        OUTSIDE_ITS_TIME,
        SIGNATURE,
        CHAIN,
        UNSIGNED
    }

    StampRefused(Reason reason, Said said) {
        super(said);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
