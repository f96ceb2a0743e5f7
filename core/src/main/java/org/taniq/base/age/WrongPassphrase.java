package org.taniq.base.age;

/// The passphrase does not open it.
public final class WrongPassphrase extends WrongKey {
    private static final long serialVersionUID = 1;

    WrongPassphrase() {
        super("this passphrase does not open it; check the words and their order");
    }
}
