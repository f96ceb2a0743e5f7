package org.taniq.base.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// The public half of an [Identity]: whom bytes are encrypted to, as `age1…`. It may be known to anybody
/// who may write into the vault; it opens nothing. May be used by several threads.
public final class Recipient {
    private static final String PREFIX = "age";

    private final String text;
    private Optional<RecipientStanzaWriter> wayIn = Optional.empty();

    /// @param text the age X25519 recipient
    /// @throws IllegalArgumentException if the text is not an age X25519 recipient
    public Recipient(String text) {
        Bech32Key.decode(PREFIX, text);
        this.text = text;
    }

    static Recipient of(byte[] publicKey) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, publicKey).toString());
    }

    public String text() {
        return text;
    }

    /// What is written to the returned stream is encrypted to this recipient alone. Closing ends the file
    /// and closes `to`.
    public OutputStream encrypt(OutputStream to) throws IOException {
        return Age.encrypt(to, wayIn());
    }

    /// Kept, because making it costs half as much as sealing a file's key does. It holds nothing of a file:
    /// for each it draws a key that is used once.
    private synchronized RecipientStanzaWriter wayIn() {
        if (wayIn.isEmpty()) {
            wayIn = Optional.of(newWayIn());
        }
        return wayIn.get();
    }

    private RecipientStanzaWriter newWayIn() {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot encrypt to a checked recipient", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
