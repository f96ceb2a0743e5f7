package org.taniq.read.meta;

import org.taniq.read.record.Place;

/// Where a value stands in the JSON, as a pointer (RFC 6901).
///
/// @param text empty where it is not stated, too
record Pointer(String text, State state) {
    static final Pointer ROOT = new Pointer("", State.STATED);
    /// What stands before it was not all read, so that it cannot be counted.
    static final Pointer BEHIND_DAMAGE = new Pointer("", State.BEHIND_DAMAGE);

    /// Characters: it is written into every record.
    private static final int LONGEST = 512;

    private static final Pointer TOO_LONG = new Pointer("", State.TOO_LONG);

    /// Whether it is known.
    enum State {
        STATED,
        BEHIND_DAMAGE,
        TOO_LONG
    }

    /// Of a value in it.
    ///
    /// @param step the name of a member, or the number of a value in a list
    Pointer in(String step) {
        if (state != State.STATED) {
            return this;
        }
        String longer = step.length() > LONGEST
                ? step
                : text + "/" + step.replace("~", "~0").replace("/", "~1");
        return longer.length() > LONGEST ? TOO_LONG : new Pointer(longer, State.STATED);
    }

    boolean isTooLong() {
        return state == State.TOO_LONG;
    }

    Place place() {
        return state == State.STATED ? Place.path(text) : Place.UNSTATED;
    }
}
