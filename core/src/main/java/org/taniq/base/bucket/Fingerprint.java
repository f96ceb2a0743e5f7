package org.taniq.base.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.taniq.base.Destination;
import org.taniq.base.Digest;

/// Digests of bytes that are to be sent: SHA-256, by which they are ours, and MD5 of each part, which is what
/// providers compare and state. MD5 proves nothing; here it only notices what happened on the way.
///
/// @param sum SHA-256, in hex
/// @param parts MD5 of each part, in hex; one where there is nothing
record Fingerprint(String sum, long size, List<String> parts) {
    private static final int BUFFER = 1 << 18;

    Fingerprint {
        parts = List.copyOf(parts);
    }

    /// @param part how many bytes a part has
    /// @throws Destination.Unreadable if the source cannot be read
    static Fingerprint of(Destination.Source source, long part) throws IOException {
        var sha = Digest.sha256();
        var md5 = md5();
        var parts = new ArrayList<String>();
        var buffer = new byte[BUFFER];
        long size = 0;
        long left = part;
        try (var in = source.open()) {
            for (int read; (read = read(in, buffer, left)) > 0; ) {
                sha.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                size += read;
                left -= read;
                if (left == 0) {
                    parts.add(HexFormat.of().formatHex(md5.digest()));
                    left = part;
                }
            }
        }
        if (left < part || parts.isEmpty()) {
            parts.add(HexFormat.of().formatHex(md5.digest()));
        }
        return new Fingerprint(HexFormat.of().formatHex(sha.digest()), size, parts);
    }

    private static int read(InputStream in, byte[] buffer, long most) throws IOException {
        try {
            return in.read(buffer, 0, (int) Math.min(buffer.length, most));
        } catch (org.taniq.base.OutOfReach lost) {
            throw lost;
        } catch (IOException failed) {
            throw new Destination.Unreadable(failed);
        }
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has it
        }
    }

    /// What a provider states of an object with these bytes that came in such parts.
    String tag() {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var md5 = md5();
        parts.forEach(part -> md5.update(HexFormat.of().parseHex(part)));
        return HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
    }

    /// As a request states it.
    String md5Of(int part) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(parts.get(part)));
    }
}
