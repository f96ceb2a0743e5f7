package org.taniq.read.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.taniq.read.record.Spot;

/// Notes where zeros stand in what is read through it, as of blocks of a disk that were lost: what stands around them
/// may be of two.
final class LostBlocks extends FilterInputStream {
    /// Zeros that no text has.
    private static final int LEAST = 16;

    /// Of more it is only known where the first of these is.
    private static final int MOST = 10_000;

    private final NavigableMap<Long, Long> blocks = new TreeMap<>();
    private long at;
    private long zeros;
    private long further = Long.MAX_VALUE;

    LostBlocks(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            take((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        for (int i = from; i < from + got; i++) {
            take(into[i]);
        }
        return got;
    }

    private void take(byte each) {
        at++;
        zeros = each == 0 ? zeros + 1 : 0;
        if (zeros == LEAST && blocks.size() == MOST) {
            further = Math.min(further, at);
        }
        if (zeros >= LEAST && further == Long.MAX_VALUE) {
            blocks.put(at - zeros, at);
        }
    }

    /// Whether there is one there.
    boolean isIn(Spot.Range spot) {
        var last = blocks.lowerEntry(spot.to());
        return spot.to() > further || last != null && last.getValue() > spot.from();
    }
}
