package org.taniq.base.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Bytes on their way to a parser, and in which line each of the last ones stands: a parser does not count the ends
/// of lines that stand in a string as they are.
final class Lines extends InputStream {
    /// How far back lines are known, a power of two: far more than a parser reads ahead.
    private static final int KEPT = 1 << 16;
    private static final int FIRST = 1 << 9;

    private final InputStream source;
    /// Grows up to [#KEPT] with what was read, so that a short text takes little memory; only then is it gone round.
    private byte[] kept = new byte[FIRST];
    private long read;
    private long at;
    private long ends;

    Lines(InputStream source) {
        this.source = source;
    }

    /// How many lines end before this place.
    long endsBefore(long place) {
        go(Math.clamp(place, Math.max(0, read - KEPT), read));
        return ends;
    }

    private void go(long to) {
        for (; at < to; at++) {
            ends += isEnd(at) ? 1 : 0;
        }
        for (; at > to; at--) {
            ends -= isEnd(at - 1) ? 1 : 0;
        }
    }

    private boolean isEnd(long place) {
        return kept[(int) place & kept.length - 1] == '\n';
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = source.read(into, from, Math.min(length, KEPT));
        if (count > 0) {
            keep(into, from, count);
        }
        return count;
    }

    private void keep(byte[] bytes, int from, int count) {
        go(Math.max(at, read + count - KEPT));
        makeRoom(count);
        int first = (int) read & kept.length - 1;
        int fits = Math.min(count, kept.length - first);
        System.arraycopy(bytes, from, kept, first, fits);
        System.arraycopy(bytes, from + fits, kept, 0, count - fits);
        read += count;
    }

    private void makeRoom(int count) {
        if (kept.length < KEPT && read + count > kept.length) {
            int wanted = (int) Math.min(KEPT, read + count);
            kept = Arrays.copyOf(kept, 2 * Integer.highestOneBit(wanted - 1));
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
