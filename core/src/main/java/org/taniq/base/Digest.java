package org.taniq.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 digest: 32 bytes, written as 64 lower-case hex digits (FIPS 180-4).
public final class Digest {
    public static final int LENGTH = 32;
    /// To be cloned: a million small digests would take longer to look up than to compute.
    private static final MessageDigest SHA_256 = lookedUp();

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The digest of the parts, one after the other.
    public static Digest of(byte[]... parts) {
        var sha = sha256();
        for (var part : parts) {
            sha.update(part);
        }
        return new Digest(sha.digest());
    }

    /// A digest that somebody computed, as 32 bytes.
    public static Digest ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /// A digest written as 64 lower-case hex digits.
    ///
    /// @throws IllegalArgumentException if it is written otherwise
    public static Digest ofHex(String hex) {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("not 64 lower-case hex digits");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    public static boolean isHex(String text) {
        if (text.length() != 2 * LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /// A fresh SHA-256, for streams.
    public static MessageDigest sha256() {
        return clone(SHA_256);
    }

    /// Another one that goes on from the same bytes.
    public static MessageDigest clone(MessageDigest sha) {
        try {
            return (MessageDigest) sha.clone();
        } catch (CloneNotSupportedException missing) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", missing);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && MessageDigest.isEqual(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
