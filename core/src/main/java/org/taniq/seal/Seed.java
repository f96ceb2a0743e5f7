package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.taniq.base.Digest;

/// The secret from which the salts of one tree come (docs/format.md, section 4). It is never disclosed.
public final class Seed {
    private static final int LENGTH = 32;
    private static final int BLOCK = 64;
    private static final int SALT_LENGTH = 16;
    private static final byte[] SALT = "taniq/1/salt\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHILD = "taniq/1/seed\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    /// Both passes of the HMAC up to where the message begins (RFC 2104, section 4).
    private final MessageDigest inner;

    private final MessageDigest outer;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
        this.inner = begun(bytes, 0x36);
        this.outer = begun(bytes, 0x5C);
    }

    private static MessageDigest begun(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        var sha = Digest.sha256();
        sha.update(block);
        return sha;
    }

    public static Seed random(SecureRandom random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Seed(bytes);
    }

    static Seed ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new Seed(bytes.clone());
    }

    static Seed ofHex(String hex) {
        return ofBytes(HexFormat.of().parseHex(hex));
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The 16 bytes of salt for a slot of a leaf.
    byte[] salt(long index, int slot) {
        return Arrays.copyOf(derive(SALT, index, slot), SALT_LENGTH);
    }

    /// The seed of the tree that stands in a slot of a leaf.
    Seed child(long index, int slot) {
        return new Seed(derive(CHILD, index, slot));
    }

    /// HMAC-SHA256. A tree has so many salts that the JDK's own, which begins each time with the key, took a
    /// fifth of the time of sealing a chat.
    private byte[] derive(byte[] what, long index, int slot) {
        var first = Digest.clone(inner);
        first.update(what);
        first.update(
                ByteBuffer.allocate(10).putLong(index).putShort((short) slot).array());
        return Digest.clone(outer).digest(first.digest());
    }
}
