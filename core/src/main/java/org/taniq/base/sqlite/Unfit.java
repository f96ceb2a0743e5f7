package org.taniq.base.sqlite;

/// What is being read is damaged; whoever reads it makes a [Damage] of it, since only there it is known
/// where it is.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    private final Damage.Why why;

    Unfit(Damage.Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Damage.Why why() {
        return why;
    }
}
