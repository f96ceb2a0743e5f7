package org.taniq.base.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.taniq.base.Altered;

/// A secret that opens what was encrypted to its [Recipient]: an age X25519 identity, `AGE-SECRET-KEY-1…`.
/// It prints as its recipient, so that it cannot slip into a message. May be used by several threads.
public final class Identity {
    private static final String PREFIX = "AGE-SECRET-KEY-";

    private final String secret;
    private final Recipient recipient;
    private Optional<RecipientStanzaReader> wayIn = Optional.empty();

    private Identity(byte[] key) {
        var point = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(key, 0, point, 0);
        recipient = Recipient.of(point);
        secret = Bech32.getEncoder().encode(PREFIX, key).toString().toUpperCase(Locale.ROOT);
        Arrays.fill(key, (byte) 0);
    }

    public static Identity generate(SecureRandom random) {
        var key = new byte[X25519.SCALAR_SIZE];
        random.nextBytes(key);
        return new Identity(key);
    }

    /// Reads the written form, in letters of either size as a person may type it from paper.
    ///
    /// @throws IllegalArgumentException if the text is not an age X25519 identity; the message does not
    ///     repeat it
    public static Identity parse(String text) {
        return new Identity(Bech32Key.decode(PREFIX, text.strip().toUpperCase(Locale.ROOT)));
    }

    /// The written form, `AGE-SECRET-KEY-1…`: what the paper key says.
    public String secret() {
        return secret;
    }

    public Recipient recipient() {
        return recipient;
    }

    /// The plain bytes of an age file. Each chunk of 64 KiB is authenticated before it is given out; only
    /// when the end of the stream is reached without an error is the file whole. Closing closes `age`.
    ///
    /// @throws WrongKey if the file is not encrypted to this identity
    /// @throws Altered if it is no age file or was altered; also while reading
    public InputStream decrypt(InputStream age) throws IOException {
        return Age.decrypt(age, this::fileKey);
    }

    private FileKey fileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        Scrypt.refuseCompany(stanzas);
        X25519Stanza.check(stanzas);
        return wayIn().getFileKey(stanzas);
    }

    /// Kept, because making it costs as much as opening a file with it. It holds nothing of a file.
    private synchronized RecipientStanzaReader wayIn() throws GeneralSecurityException {
        if (wayIn.isEmpty()) {
            wayIn = Optional.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret));
        }
        return wayIn.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && recipient.equals(that.recipient);
    }

    @Override
    public int hashCode() {
        return recipient.hashCode();
    }

    @Override
    public String toString() {
        return "identity of " + recipient.text();
    }
}
