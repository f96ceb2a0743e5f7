package org.taniq.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The hashes of RFC 6962, section 2.1.
final class Rfc6962 {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Rfc6962() {}

    static byte[] leaf(byte[] leaf) {
        return sha256(LEAF, leaf);
    }

    /// The root over leaf hashes, of which there is one at least. Pairing level by level and carrying an odd last one
    /// up is the split at the largest power of two.
    static byte[] root(List<byte[]> leaves) {
        var level = leaves;
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>(level.size() / 2 + 1);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(sha256(NODE, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
