package org.taniq.base.age;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/// The public half of an [Identity]: whom bytes are encrypted to, as `age1…`. It may be known to anybody
/// who may write into the vault; it opens nothing.
///
/// @param text the age X25519 recipient
public record Recipient(String text) {
    private static final String PREFIX = "age";

    /// @throws IllegalArgumentException if the text is not an age X25519 recipient
    public Recipient {
        Bech32Key.decode(PREFIX, text);
    }

    static Recipient of(byte[] publicKey) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, publicKey).toString());
    }

    /// What is written to the returned stream is encrypted to this recipient alone. Closing ends the file
    /// and closes `to`.
    public OutputStream encrypt(OutputStream to) throws IOException {
        try {
            return Age.encrypt(to, X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot encrypt to a checked recipient", impossible);
        }
    }
}
