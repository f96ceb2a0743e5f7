package org.taniq.base.age;

import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// The shape of an age X25519 stanza. Without this look a stanza that nobody can have written honestly
/// would count as "for another key" instead of damaged.
final class X25519Stanza {
    static final String TYPE = "X25519";
    private static final int WRAPPED_KEY = 32;

    private X25519Stanza() {}

    static void check(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        for (RecipientStanza stanza : stanzas) {
            if (stanza.getType().equals(TYPE)) {
                check(stanza);
            }
        }
    }

    private static void check(RecipientStanza stanza) throws GeneralSecurityException {
        if (stanza.getArguments().size() != 1 || stanza.getBody().length != WRAPPED_KEY) {
            throw new InvalidKeyException("an X25519 stanza of another shape");
        }
        byte[] share = share(stanza.getArguments().getFirst());
        var agreed = new byte[X25519.POINT_SIZE];
        var anyScalar = new byte[X25519.SCALAR_SIZE];
        if (share.length != X25519.POINT_SIZE || !X25519.calculateAgreement(anyScalar, 0, share, 0, agreed, 0)) {
            throw new InvalidKeyException("an X25519 share that agrees on no secret");
        }
    }

    private static byte[] share(String argument) throws GeneralSecurityException {
        try {
            return CanonicalBase64.getDecoder().decode(argument.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notCanonical) {
            throw new InvalidKeyException("an X25519 share is no canonical base64", notCanonical);
        }
    }
}
