package org.taniq.read.mail;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Optional;

/// How a mail is signed.
public enum Algorithm {
    RSA_SHA256("rsa-sha256", Kind.RSA, Hash.SHA256, "SHA256withRSA"),
    /// Must no longer be used (RFC 8301), as SHA-1 can be made to collide; old mail has it.
    RSA_SHA1("rsa-sha1", Kind.RSA, Hash.SHA1, "SHA1withRSA"),
    /// Signs the digest of the header (RFC 8463).
    ED25519_SHA256("ed25519-sha256", Kind.ED25519, Hash.SHA256, "Ed25519");

    /// What a key is for.
    public enum Kind {
        RSA("rsa", "RSA"),
        ED25519("ed25519", "Ed25519");

        private final String word;
        private final String name;

        Kind(String word, String name) {
            this.word = word;
            this.name = name;
        }

        public String word() {
            return word;
        }

        PublicKey key(KeySpec spec) throws InvalidKeySpecException {
            try {
                return KeyFactory.getInstance(name).generatePublic(spec);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java has " + name, missing);
            }
        }

        static Optional<Kind> named(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /// What is hashed with.
    enum Hash {
        SHA256("sha256", "SHA-256"),
        SHA1("sha1", "SHA-1");

        private final String word;
        private final String name;

        Hash(String word, String name) {
            this.word = word;
            this.name = name;
        }

        String word() {
            return word;
        }

        MessageDigest digest() {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java has " + name, missing);
            }
        }
    }

    private final String word;
    private final Kind kind;
    private final Hash hash;
    private final String name;

    Algorithm(String word, Kind kind, Hash hash, String name) {
        this.word = word;
        this.kind = kind;
        this.hash = hash;
        this.name = name;
    }

    public String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    Hash hash() {
        return hash;
    }

    static Optional<Algorithm> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /// Whether a signature can be checked with the key at all: half of all texts of the right length are no point
    /// of the curve, which Java sees only here.
    static boolean takes(Kind kind, PublicKey key) {
        return Arrays.stream(values()).filter(one -> one.kind == kind).allMatch(one -> one.takes(key));
    }

    private boolean takes(PublicKey key) {
        try {
            Signature.getInstance(name).initVerify(key);
            return true;
        } catch (InvalidKeyException none) {
            return false;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + name, missing);
        }
    }

    /// Whether the key signed these bytes. A signature that is none, such as one of another length, is not
    /// right.
    boolean isRight(PublicKey key, byte[] signed, byte[] signature) {
        try {
            var verifying = Signature.getInstance(name);
            verifying.initVerify(key);
            verifying.update(kind == Kind.ED25519 ? hash.digest().digest(signed) : signed);
            return verifying.verify(signature);
        } catch (SignatureException notOne) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + name + ", and the key fits", impossible);
        }
    }
}
