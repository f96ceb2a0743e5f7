package org.taniq.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.taniq.base.Digest;

/// Passes bytes on and measures them. A flush or close stops here: the stream behind belongs to somebody
/// else.
final class Measure extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = Digest.sha256();
    private long size;

    Measure(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    long size() {
        return size;
    }

    /// The digest of everything written, in hex. To be asked once, at the end.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
