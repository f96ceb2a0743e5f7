package org.taniq.read.msgstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.taniq.base.Digest;

/// Ids of messages, to know whether one is among them. Two ids can be taken for one another, and where there are more
/// than are held any may be there: that hides a hint and nothing else.
final class Ids {
    /// So many take 32 MiB, and half of that besides while more room is made.
    static final int MOST = 1 << 21;

    /// Bytes that each of them takes at most.
    static final int EACH = 24;

    /// How far is looked: somebody who makes ids that get into one another's way makes nobody wait.
    private static final int FARTHEST = 256;

    private long[] slots = new long[1 << 12];
    private final int most;
    private int held;
    private boolean isFull;

    /// @param most how many are held
    Ids(int most) {
        this.most = most;
    }

    void add(String id) {
        if (id.isEmpty()) {
            return;
        }
        if (held >= most) {
            isFull = true;
            return;
        }
        if (2 * held >= slots.length) {
            grow();
        }
        put(hash(id));
    }

    private void put(long hash) {
        int at = slot(hash);
        isFull |= at < 0;
        if (at >= 0 && slots[at] == 0) {
            slots[at] = hash;
            held++;
        }
    }

    /// Also where more were added than are held: then it is not known.
    boolean mayHave(String id) {
        int at = slot(hash(id));
        return isFull || at < 0 || slots[at] != 0;
    }

    /// Not where that is not known.
    boolean has(String id) {
        int at = slot(hash(id));
        return at >= 0 && slots[at] != 0;
    }

    /// Where it is or would be; -1 where too many others are in its way.
    private int slot(long hash) {
        int at = (int) (hash >>> 32) & slots.length - 1;
        for (int i = 0; i < FARTHEST; i++) {
            if (slots[at] == 0 || slots[at] == hash) {
                return at;
            }
            at = at + 1 & slots.length - 1;
        }
        return -1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        held = 0;
        Arrays.stream(old).filter(hash -> hash != 0).forEach(this::put);
    }

    private static long hash(String id) {
        var digest = Digest.sha256();
        digest.update(id.getBytes(StandardCharsets.UTF_8));
        long hash = ByteBuffer.wrap(digest.digest()).getLong();
        return hash == 0 ? 1 : hash;
    }
}
