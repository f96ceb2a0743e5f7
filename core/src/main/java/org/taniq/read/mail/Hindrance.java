package org.taniq.read.mail;

/// Why a signature could not be checked: it is neither right nor wrong.
public enum Hindrance {
    /// Nobody gave the key, and nobody was asked for it.
    NO_KEY("no-key"),
    /// Somebody was asked for the key and did not answer.
    KEY_NOT_HAD("key-not-had"),
    /// Who was asked says that there is no such key: it may have been taken away since.
    KEY_GONE("key-gone"),
    /// The domain took the key back.
    KEY_REVOKED("key-revoked"),
    KEY_BROKEN("key-broken"),
    /// The key is of another kind than the signature says.
    KEY_OF_OTHER_KIND("key-of-other-kind"),
    /// The domain says that the key is not for mail, not for this kind of digest, or for its own name only.
    KEY_FOR_OTHER_USE("key-for-other-use"),
    /// Below 512 bits, which Java does not take.
    KEY_TOO_SHORT("key-too-short"),
    /// Above [DomainKey#MOST_BITS].
    KEY_TOO_LONG("key-too-long"),
    /// None of the keys that were tried fits, and there were more of that name; see [Keys.Found#leftOut].
    TOO_MANY_KEYS("too-many-keys"),
    /// What stands in the field is no signature.
    SIGNATURE_BROKEN("signature-broken"),
    /// Longer than [SignatureField#LONGEST].
    SIGNATURE_TOO_LONG("signature-too-long"),
    UNKNOWN_VERSION("unknown-version"),
    UNKNOWN_ALGORITHM("unknown-algorithm"),
    UNKNOWN_CANON("unknown-canonicalisation"),
    /// The key lies elsewhere than in the name service.
    UNKNOWN_QUERY("unknown-query"),
    /// More signatures than [MailProof#MOST_SIGNATURES] stand before it.
    TOO_MANY_SIGNATURES("too-many-signatures"),
    /// The header was not read to its end.
    HEADER_TOO_LONG("header-too-long"),
    /// Of the mail not all is here: what is missing may have been signed.
    MAIL_NOT_WHOLE("mail-not-whole");

    private final String word;

    Hindrance(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
