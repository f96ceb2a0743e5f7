package org.taniq.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;

/// Ends where the member of an archive is damaged, and says so: what came before is read.
final class UpToDamage extends FilterInputStream {
    private final int number;
    private final Set<Integer> damaged;

    /// @param damaged gets the number of a member that is damaged
    UpToDamage(InputStream in, int number, Set<Integer> damaged) {
        super(in);
        this.number = number;
        this.damaged = damaged;
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    @Override
    public long skip(long n) throws IOException {
        return Bytes.skipped(this, n);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (Archive.Damaged cut) {
            damaged.add(number);
            return -1;
        }
    }
}
