package org.taniq.base.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// Wraps the key of each file to one public key (C2SP age, "The X25519 recipient type"). Our own, because the curve of
/// the JDK takes two and a half times as long as Bouncy Castle's, and for small files that is most of the work. It
/// holds nothing of a file: for each it draws a key that is used once.
final class X25519Writer implements RecipientStanzaWriter {
    private static final byte[] LABEL = "age-encryption.org/v1/X25519".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] recipient;

    /// @param recipient the public key, 32 bytes
    /// @throws IllegalArgumentException if it agrees on a secret with nobody (RFC 7748, 6.1)
    X25519Writer(byte[] recipient) {
        this.recipient = recipient.clone();
        var anyScalar = new byte[X25519.SCALAR_SIZE];
        if (!X25519.calculateAgreement(anyScalar, 0, recipient, 0, new byte[X25519.POINT_SIZE], 0)) {
            throw new IllegalArgumentException("not an age X25519 key: nobody can have made it");
        }
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        var secret = new byte[X25519.SCALAR_SIZE];
        random.nextBytes(secret);
        var share = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(secret, 0, share, 0);
        byte[] body = cipher(wrapKey(secret, share)).doFinal(fileKey.getEncoded());
        Arrays.fill(secret, (byte) 0);
        return List.of(new Stanza(
                X25519Stanza.TYPE, List.of(CanonicalBase64.getEncoder().encodeToString(share)), body));
    }

    private SecretKey wrapKey(byte[] secret, byte[] share) throws GeneralSecurityException {
        var agreed = new byte[X25519.POINT_SIZE];
        X25519.scalarMult(secret, 0, recipient, 0, agreed, 0);
        byte[] salt = Arrays.copyOf(share, share.length + recipient.length);
        System.arraycopy(recipient, 0, salt, share.length, recipient.length);
        var expand = HKDFParameterSpec.ofExtract().addIKM(agreed).addSalt(salt).thenExpand(LABEL, KEY);
        Arrays.fill(agreed, (byte) 0);
        return KDF.getInstance("HKDF-SHA256").deriveKey("ChaCha20", expand);
    }

    /// The wrap key is used for one file key only, so the nonce is zero.
    private static Cipher cipher(SecretKey wrapKey) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.ENCRYPT_MODE, wrapKey, new IvParameterSpec(new byte[12]));
        return cipher;
    }
}
