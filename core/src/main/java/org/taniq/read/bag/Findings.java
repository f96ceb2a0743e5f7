package org.taniq.read.bag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found in a bag: each with its name up to a bound, and how many there are.
final class Findings {
    private static final int MOST = 1000;

    private final List<Finding> all = new ArrayList<>();
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private long faults;
    private long leftOut;

    void add(Finding.Kind kind, String file, String list) {
        counts.merge(kind, 1L, Long::sum);
        faults += kind.isFault() ? 1 : 0;
        if (all.size() < MOST) {
            all.add(new Finding(kind, file, list));
        } else {
            leftOut++;
        }
    }

    void add(Finding.Kind kind) {
        add(kind, "", "");
    }

    List<Finding> all() {
        return all;
    }

    /// Those of which only the number is kept.
    long leftOut() {
        return leftOut;
    }

    long faults() {
        return faults;
    }

    long count(Finding.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
