package org.taniq.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// Ends without an error only if size and digest are the stated ones.
final class Expected extends FilterInputStream {
    private final Blobs.Stored stored;
    private final MessageDigest digest = Digest.sha256();
    private long size;
    private boolean ended;

    Expected(InputStream in, Blobs.Stored stored) {
        super(in);
        this.stored = stored;
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        if (some > 0) {
            digest.update(into, from, some);
            size += some;
        } else if (some < 0 && !ended) {
            ended = true;
            compare();
        }
        return some;
    }

    /// Skipped bytes are measured too.
    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes(Math.clamp(bytes, 0, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void compare() throws Altered {
        if (size != stored.size() || !HexFormat.of().formatHex(digest.digest()).equals(stored.sha256())) {
            throw new Altered(Said.of("blob {blob} holds other bytes than were sealed", "blob", stored.name()));
        }
    }
}
