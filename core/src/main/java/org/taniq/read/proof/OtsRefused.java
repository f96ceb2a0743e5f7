package org.taniq.read.proof;

import java.io.IOException;

/// A proof that is not in the form that it must have: it is read no further.
final class OtsRefused extends IOException {
    private static final long serialVersionUID = 1;

    private final Why why;

    enum Why {
        CUT_OFF("damaged"),
        VERSION("unknownVersion"),
        ALGORITHM("unknownStep"),
        TOO_LONG("tooLong"),
        TOO_MUCH("tooMuch"),
        FORM("form");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /// Whether it says what is not known here or larger than what is read, and not what is wrong.
        boolean isOfOurs() {
            return switch (this) {
                case VERSION, ALGORITHM, TOO_MUCH -> true;
                case CUT_OFF, TOO_LONG, FORM -> false;
            };
        }

        String word() {
            return word;
        }
    }

    OtsRefused(Why why) {
        super(why.word());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
