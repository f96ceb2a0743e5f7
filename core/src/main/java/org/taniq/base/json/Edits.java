package org.taniq.base.json;

import java.util.Arrays;

/// Where a text was changed: the last places only, so that they take no memory to speak of. Far more are kept than
/// a parser reads ahead.
final class Edits {
    private static final int MOST = 1 << 16;

    /// Behind each change: the place in what came out, in what went in, and how many bytes were replaced until then.
    private long[] outs = new long[64];
    private long[] ins = new long[64];
    private long[] replaced = new long[64];
    private int count = 1;
    private final long from;

    /// @param from where the first byte stands
    Edits(long from) {
        ins[0] = from;
        this.from = from;
    }

    /// @param in bytes that went in until now
    void add(long out, long in, int more) {
        if (count == outs.length) {
            makeRoom();
        }
        outs[count] = out;
        ins[count] = from + in;
        replaced[count] = replaced[count - 1] + more;
        count++;
    }

    private void makeRoom() {
        if (count < MOST) {
            outs = Arrays.copyOf(outs, 2 * count);
            ins = Arrays.copyOf(ins, 2 * count);
            replaced = Arrays.copyOf(replaced, 2 * count);
            return;
        }
        int kept = count / 2;
        for (long[] each : new long[][] {outs, ins, replaced}) {
            System.arraycopy(each, count - kept, each, 0, kept);
        }
        count = kept;
    }

    long origin(long out) {
        int last = last(outs, out);
        return ins[last] + (out - outs[last]);
    }

    /// How many bytes before this one of those that went in were replaced.
    long replacedBefore(long origin) {
        return replaced[last(ins, origin)];
    }

    /// The last of those, in order, that is at most the wanted one, else the first.
    private int last(long[] places, long wanted) {
        int low = 0;
        int high = count;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
