package org.taniq.app;

import java.io.IOException;

/// The open session forgot its keys: it was left, killed, or nobody asked for a while.
public final class SessionEnded extends IOException {
    private static final long serialVersionUID = 1;

    SessionEnded(Throwable cause) {
        super("the open session has ended: type the passphrase, or open another session", cause);
    }
}
