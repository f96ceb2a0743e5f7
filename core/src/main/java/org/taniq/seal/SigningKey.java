package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The secret key of a log: made on this machine, never copied. Ed25519 (RFC 8032).
public final class SigningKey {
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(String id, byte[] seed) {
        this.seed = seed.clone();
        var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(this.seed, 0, key, 0);
        this.verifier = new VerifierKey("taniq/" + id, key);
    }

    /// A new key for a new log with a random id.
    static SigningKey random(SecureRandom random) {
        var id = new byte[16];
        var seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(id);
        random.nextBytes(seed);
        return new SigningKey(HexFormat.of().formatHex(id), seed);
    }

    /// @param id 32 hex digits, the log's
    /// @param seed 32 bytes
    static SigningKey of(String id, byte[] seed) {
        if (!id.matches("[0-9a-f]{32}") || seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("a signing key has an id of 32 hex digits and a seed of 32 bytes");
        }
        return new SigningKey(id, seed);
    }

    byte[] seed() {
        return seed.clone();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            var encoded = new ByteArrayOutputStream();
            encoded.writeBytes(PKCS8_PREFIX);
            encoded.writeBytes(seed);
            ed25519.initSign(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded.toByteArray())));
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has Ed25519", missing);
        }
    }
}
