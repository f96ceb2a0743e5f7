package org.taniq.read.mail;

import java.util.Arrays;
import java.util.Optional;

/// What is made the same before it is signed, since mail is changed on its way (RFC 6376, 3.4).
public enum Canon {
    /// Nothing but empty lines at the end of the body.
    SIMPLE("simple"),
    /// White space, and capitals in names of fields, too.
    RELAXED("relaxed");

    private final String word;

    Canon(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<Canon> named(String word) {
        return Arrays.stream(values()).filter(canon -> canon.word.equals(word)).findFirst();
    }
}
