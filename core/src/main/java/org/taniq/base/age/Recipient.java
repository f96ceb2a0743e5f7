package org.taniq.base.age;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.io.IOException;
import java.io.OutputStream;

/// The public half of an [Identity]: whom bytes are encrypted to, as `age1…`. It may be known to anybody
/// who may write into the vault; it opens nothing. May be used by several threads.
public final class Recipient {
    private static final String PREFIX = "age";

    private final String text;
    private final X25519Writer wayIn;

    /// @param text the age X25519 recipient
    /// @throws IllegalArgumentException if the text is not an age X25519 recipient
    public Recipient(String text) {
        this.wayIn = new X25519Writer(Bech32Key.decode(PREFIX, text));
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
        return Age.encrypt(to, wayIn);
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
