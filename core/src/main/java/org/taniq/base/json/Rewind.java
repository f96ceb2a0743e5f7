package org.taniq.base.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Bytes of which the last ones can be read again, from a place that is kept on, and where their lines begin.
public final class Rewind extends InputStream {
    /// What can be read again at most.
    private static final int MOST = 32 << 20;

    private static final int CHUNK = 1 << 14;

    private final InputStream source;
    private final boolean isHeld;
    private byte[] bytes;
    private int low;
    private int next;
    private int high;
    private long lowAt;
    private long lowLine = 1;

    public Rewind(InputStream source) {
        this(source, new byte[4 * CHUNK], false);
    }

    private Rewind(InputStream source, byte[] bytes, boolean isHeld) {
        this.source = source;
        this.bytes = bytes;
        this.isHeld = isHeld;
    }

    /// Bytes that are in memory, a line of a text: all of them can be read again, and none is copied.
    ///
    /// @param place where the first of them stands
    static Rewind held(byte[] bytes, int length, JsonWalk.Start place) {
        var held = new Rewind(nullInputStream(), bytes, true);
        held.high = length;
        held.lowAt = place.at();
        held.lowLine = place.line();
        return held;
    }

    /// Where the next byte stands.
    public long at() {
        return lowAt + next - low;
    }

    /// The line in which the next byte stands, from 1.
    public long line() {
        return lowLine + lines(next);
    }

    /// What stands before this place is not read again.
    public void forget(long before) {
        int to = Math.clamp(low + before - lowAt, low, next);
        lowLine += lines(to);
        lowAt += to - low;
        low = to;
    }

    private long lines(int to) {
        long lines = 0;
        for (int each = low; each < to; each++) {
            if (bytes[each] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    /// Goes back to this place, or as near to it as can be.
    public void back(long to) {
        next = Math.clamp(low + to - lowAt, low, next);
    }

    /// How many bytes between these places are zero, as far as they can be read again: what a disk has lost.
    public long zeroes(long from, long to) {
        long zeroes = 0;
        int end = Math.clamp(low + to - lowAt, low, high);
        for (int each = Math.clamp(low + from - lowAt, low, high); each < end; each++) {
            zeroes += bytes[each] == 0 ? 1 : 0;
        }
        return zeroes;
    }

    @Override
    public int read() throws IOException {
        return next < high || fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == high && !fill()) {
            return -1;
        }
        int count = Math.min(length, high - next);
        System.arraycopy(bytes, next, into, from, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (isHeld) {
            return false;
        }
        makeRoom();
        int count = source.read(bytes, high, bytes.length - high);
        high += Math.max(count, 0);
        return count > 0;
    }

    private void makeRoom() {
        if (bytes.length - high >= CHUNK) {
            return;
        }
        if (low < bytes.length / 2 && bytes.length < MOST) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            return;
        }
        forget(lowAt + Math.max(0, bytes.length / 2 - low));
        System.arraycopy(bytes, low, bytes, 0, high - low);
        high -= low;
        next -= low;
        low = 0;
    }

    /// Whoever opened the source closes it: a parser that comes to its end does so with what it reads from, and then
    /// the bytes are read again.
    @Override
    public void close() {}
}
