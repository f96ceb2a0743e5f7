package org.taniq.app;

import java.util.Locale;

/// An answer to a question that may be hard.
public enum Answer {
    NO,
    YES,
    UNSURE,
    UNASKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
