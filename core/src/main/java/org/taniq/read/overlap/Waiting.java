package org.taniq.read.overlap;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The unmatched earlier records by key, each key a queue in order.
final class Waiting {
    private final long[] keys;
    private final int[] head;
    private final int[] next;

    Waiting(long[] keys, int size, IntPredicate waits) {
        this.keys = keys;
        this.next = new int[size];
        this.head = new int[Integer.highestOneBit(Math.max(8, size)) * 4];
        Arrays.fill(head, -1);
        for (int i = size - 1; i >= 0; i--) {
            if (waits.test(i)) {
                int slot = slot(keys[i]);
                next[i] = head[slot];
                head[slot] = i;
            }
        }
    }

    int take(long key) {
        int slot = slot(key);
        int before = -1;
        for (int i = head[slot]; i >= 0; i = next[i]) {
            if (keys[i] == key) {
                unlink(slot, before, i);
                return i;
            }
            before = i;
        }
        return -1;
    }

    private void unlink(int slot, int before, int i) {
        if (before < 0) {
            head[slot] = next[i];
        } else {
            next[before] = next[i];
        }
    }

    private int slot(long key) {
        return (int) (key >>> 33) & head.length - 1;
    }
}
