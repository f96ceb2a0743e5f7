package org.taniq.base.age;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.taniq.base.Altered;

/// What a person knows by heart, and how much work each guess at it costs. Locks small secrets into age
/// files that Debian's `age -d` opens with the same words. Closing wipes the copy held here; what Java or
/// the terminal copied before is out of reach.
public final class Passphrase implements AutoCloseable {
    /// 2^18: about 1.5 s and 256 MiB a guess.
    public static final int USUAL_WORK = 18;

    private final byte[] utf8;
    private final int logWork;

    private Passphrase(byte[] utf8, int logWork) {
        if (logWork < 1 || logWork > Scrypt.MOST_WORK) {
            throw new IllegalArgumentException("work factor is not 1 to " + Scrypt.MOST_WORK);
        }
        this.utf8 = utf8;
        this.logWork = logWork;
    }

    /// As typed by a person: read leniently as [SixWords] are. `typed` stays the caller's, who wipes it.
    public static Passphrase of(char[] typed) {
        return of(typed, USUAL_WORK);
    }

    /// @param logWork 2^logWork is the scrypt work factor of what is locked; 1 to 20
    public static Passphrase of(char[] typed, int logWork) {
        char[] words = SixWords.plain(typed);
        try {
            return exactly(words, logWork);
        } finally {
            Arrays.fill(words, '\0');
        }
    }

    static Passphrase exactly(char[] words, int logWork) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(words));
        var utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        encoded.clear().put(new byte[encoded.capacity()]);
        return new Passphrase(utf8, logWork);
    }

    /// An age file with one scrypt stanza.
    public byte[] lock(byte[] secret) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = Age.encrypt(file, new Scrypt(utf8, logWork))) {
            out.write(secret);
        }
        return file.toByteArray();
    }

    /// The secret of an age file with one scrypt stanza.
    ///
    /// @throws WrongPassphrase if it was locked with another passphrase, or not with a passphrase
    /// @throws Altered if it is no age file, was altered, asks for more work than 2^20 or is too large
    public byte[] unlock(byte[] file, int most) throws IOException {
        try (InputStream in = Age.decrypt(new ByteArrayInputStream(file), new Scrypt(utf8, logWork))) {
            byte[] secret = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new Altered("a file of keys is larger than it may be");
            }
            return secret;
        } catch (WrongKey wrong) {
            throw new WrongPassphrase();
        }
    }

    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
