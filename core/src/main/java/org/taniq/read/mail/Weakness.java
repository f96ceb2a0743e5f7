package org.taniq.read.mail;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Why a signature that is right proves less than others.
public enum Weakness {
    /// SHA-1 can be made to collide.
    SHA1("sha1"),
    /// An RSA key below 1,024 bits can be found by others.
    SHORT_KEY("short-key"),
    /// The domain says that it only tries out signing with this key.
    TESTING("testing"),
    /// The body goes on behind what is signed; anybody can have written the rest.
    BODY_GOES_ON("body-goes-on"),
    /// Not every important field of the mail is signed; see [Coverage].
    FIELDS_NOT_SIGNED("fields-not-signed"),
    /// The header has lines that are no field: a program may show the mail as if the body began there. The
    /// line of a mailbox at its begin is not meant.
    STRAY_LINES("stray-lines"),
    /// The header has a CR without its LF: a program may begin a line there, and show other fields than those that
    /// are signed.
    BARE_CR("bare-cr"),
    /// It ends at a time, and it is not known whether the mail arrived before.
    END_NOT_JUDGED("end-not-judged"),
    /// It says that it was made after the mail arrived.
    MADE_AFTER_ARRIVAL("made-after-arrival"),
    /// Of a chain of ARC: one of its signatures had ended when the mail arrived.
    ENDED("ended");

    private final String word;

    Weakness(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Set<Weakness> ordered(Set<Weakness> all) {
        return all.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(all));
    }
}
