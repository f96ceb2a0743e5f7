package org.taniq.base;

/// Another computer, on which bytes lie, could not be asked for them or did not give them. Nothing is known of
/// the bytes, and nothing is wrong with them; asking again later may help.
public final class OutOfReach extends Trouble {
    private static final long serialVersionUID = 1;

    /// Without what the library or the other computer said itself, which may repeat keys.
    public OutOfReach(Said said) {
        super(said);
    }
}
