package org.taniq.read.mail;

/// What is wrong with a chain of ARC.
public enum ArcFault {
    /// More than [ArcSets#MOST_SETS].
    TOO_MANY("too-many"),
    /// A set lacks a field or has one twice, a number is missing, or a field has none.
    INCOMPLETE("incomplete"),
    /// A field is not as it must be.
    FORM("form"),
    /// The first says that somebody was before it, or a later one does not say that those before were right.
    CHAIN("chain"),
    /// The last who passed the mail on says that the chain was broken already.
    SAID_BROKEN("said-broken"),
    /// The mail is not the one that the last who passed it on signed, or its sender was not signed (RFC 8617, 4.1.2).
    MESSAGE("message"),
    /// A seal is wrong.
    SEAL("seal");

    private final String word;

    ArcFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
