package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A set of indexes of statements, most of which follow each other. Not for several threads.
final class Indexes {
    /// First and last of each run; no two touch.
    private final TreeMap<Long, Long> runs = new TreeMap<>();

    boolean holds(long index) {
        var run = runs.floorEntry(index);
        return run != null && index <= run.getValue();
    }

    /// @return false if it is there already
    boolean add(long index) {
        if (holds(index)) {
            return false;
        }
        put(index, index);
        return true;
    }

    private void put(long first, long last) {
        var below = runs.floorEntry(first);
        long from = below != null && below.getValue() >= first - 1 ? below.getKey() : first;
        var above = runs.get(last + 1);
        runs.remove(last + 1);
        runs.put(from, above == null ? last : above);
    }

    /// First and last of each run, one after the other.
    List<Long> ends() {
        var ends = new ArrayList<Long>();
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            ends.add(run.getKey());
            ends.add(run.getValue());
        }
        return ends;
    }

    /// @throws IllegalArgumentException if it is not what [#ends] gives
    void restore(List<Long> ends) {
        long before = -2; // so that none below 0 is taken
        if (ends.size() % 2 != 0) {
            throw new IllegalArgumentException("a run without an end");
        }
        for (int i = 0; i < ends.size(); i += 2) {
            if (ends.get(i) < before + 2 || ends.get(i + 1) < ends.get(i)) {
                throw new IllegalArgumentException("runs that touch");
            }
            runs.put(ends.get(i), ends.get(i + 1));
            before = ends.get(i + 1);
        }
    }
}
