package org.taniq.read.index;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The 32 secret bytes of one index, from which every file of it gets a key of its own: HMAC-SHA256(index
/// key, head of the file ‖ its name). A file that stands under another name, or in another index, therefore
/// does not open.
final class IndexKey {
    static final int SIZE = 32;

    private final SecretKeySpec key;
    private final SecureRandom random;

    IndexKey(byte[] key, SecureRandom random) {
        if (key.length != SIZE) {
            throw new IllegalArgumentException("an index key has " + SIZE + " bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.random = random;
    }

    /// Random bytes for the head of a new file: two files never share a key, whatever their names.
    void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }

    PageCipher cipher(byte[] head, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(head);
            return new PageCipher(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
