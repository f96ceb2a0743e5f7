package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret from which the salts of one tree come (docs/format.md, section 4). It is never disclosed. Not
/// safe for use by several threads at once.
public final class Seed {
    private static final int LENGTH = 32;
    private static final int SALT_LENGTH = 16;
    private static final byte[] SALT = "taniq/1/salt\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHILD = "taniq/1/seed\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final Mac mac;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
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

    private byte[] derive(byte[] what, long index, int slot) {
        mac.update(what);
        return mac.doFinal(
                ByteBuffer.allocate(10).putLong(index).putShort((short) slot).array());
    }
}
