package org.taniq.base;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.bouncycastle.jcajce.provider.digest.RIPEMD160;

/// Ways of computing a digest that others use. What this program seals, it seals with SHA-256 ([Digest]).
public enum Hash {
    MD5("MD5", 16),
    SHA_1("SHA-1", 20),
    SHA_224("SHA-224", 28),
    SHA_256("SHA-256", 32),
    SHA_384("SHA-384", 48),
    SHA_512("SHA-512", 64),
    RIPEMD_160("RIPEMD-160", 20),
    KECCAK_256("Keccak-256", 32);

    private static final int PIECE = 1 << 16;

    private final String word;
    private final int length;

    Hash(String word, int length) {
        this.word = word;
        this.length = length;
    }

    /// Its name as standards write it, and as it is sealed.
    public String word() {
        return word;
    }

    /// Bytes of a digest.
    public int length() {
        return length;
    }

    /// Whether two files with the same digest can be made.
    public boolean isForgeable() {
        return this == MD5 || this == SHA_1;
    }

    /// The one that is called so, with or without hyphens, in small or capital letters: `sha256`.
    public static Optional<Hash> named(String name) {
        var plain = plain(name);
        return Stream.of(values())
                .filter(hash -> plain(hash.word).equals(plain))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// A fresh one, for streams.
    public MessageDigest fresh() {
        return switch (this) {
            case KECCAK_256 -> new Keccak.Digest256();
            case RIPEMD_160 -> new RIPEMD160.Digest();
            case MD5, SHA_1, SHA_224, SHA_256, SHA_384, SHA_512 -> ofJava();
        };
    }

    private MessageDigest ofJava() {
        try {
            return MessageDigest.getInstance(word);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + word, missing);
        }
    }

    public byte[] of(byte[] bytes) {
        return fresh().digest(bytes);
    }

    /// The digest of all that is left of a stream, in lower-case hex.
    public String hexOf(InputStream in) throws IOException {
        var digest = fresh();
        var piece = new byte[PIECE];
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            digest.update(piece, 0, got);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
