package org.taniq.base.age;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What was opened is whole as far as can be seen, but not meant for this key.
public sealed class WrongKey extends Trouble permits WrongPassphrase {
    private static final long serialVersionUID = 1;

    public WrongKey(String message) {
        super(message);
    }

    public WrongKey(Said message) {
        super(message);
    }
}
