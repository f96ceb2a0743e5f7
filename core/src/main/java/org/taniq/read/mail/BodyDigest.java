package org.taniq.read.mail;

import java.security.MessageDigest;
import java.util.Base64;

/// The digest of the first bytes of a canonical body.
final class BodyDigest {
    private final MessageDigest digest;
    private final long most;
    private long seen;

    /// @param most how many bytes it takes
    BodyDigest(MessageDigest digest, long most) {
        this.digest = digest;
        this.most = most;
    }

    void take(byte[] bytes, int length) {
        digest.update(bytes, 0, (int) Math.min(length, Math.max(0, most - seen)));
        seen += length;
    }

    /// What it came to; to be called once.
    BodyHash hash() {
        return new BodyHash(Base64.getEncoder().encodeToString(digest.digest()), Math.min(most, seen), seen);
    }
}
