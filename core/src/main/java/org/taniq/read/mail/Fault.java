package org.taniq.read.mail;

/// What is wrong with a signature.
public enum Fault {
    /// The body is not the one that was signed. It needs no key to see this.
    BODY_HASH("body-hash"),
    /// The body is shorter than what was signed.
    BODY_TOO_SHORT("body-too-short"),
    /// The signed fields, or the signature itself, are not as they were signed.
    SIGNATURE("signature"),
    /// It does not cover the sender, which it must.
    FROM_NOT_SIGNED("from-not-signed"),
    /// It speaks for an address outside its domain.
    OTHER_DOMAIN("other-domain");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
