package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The salts of a pixel tree, slot 0 of each leaf: the first 16 bytes of
/// HMAC-SHA256(seed, "taniq/1/salt" ‖ 0x00 ‖ uint64 leaf ‖ uint16 0).
final class PixelSalts {
    static final int BYTES = 16;

    private static final byte[] LABEL = "taniq/1/salt\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SEED_BYTES = 32;

    private final Mac mac;

    PixelSalts(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
        }
    }

    byte[] of(long leaf) {
        mac.update(LABEL);
        mac.update(ByteBuffer.allocate(10).putLong(leaf).putShort((short) 0).array());
        return Arrays.copyOf(mac.doFinal(), BYTES);
    }
}
