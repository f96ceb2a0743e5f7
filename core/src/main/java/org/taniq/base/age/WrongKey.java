package org.taniq.base.age;

import java.io.IOException;

/// What was opened is whole as far as can be seen, but not meant for this key.
public sealed class WrongKey extends IOException permits WrongPassphrase {
    private static final long serialVersionUID = 1;

    public WrongKey(String message) {
        super(message);
    }
}
