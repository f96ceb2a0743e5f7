package org.taniq.read.msgstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Rows of which a message can have several, by the number of their message: contact cards, answers of a poll,
/// reactions. They stand in the order in which they were made, so they are held until their message comes; as many as
/// fit.
final class Loose {
    /// Of one message: its record holds no more.
    private static final long MOST_OF_ONE = 8L << 20;

    private final TreeMap<Long, List<Fields>> rows = new TreeMap<>();
    private final Map<Long, Long> weights = new HashMap<>();
    private final Budget budget;

    Loose(Budget budget) {
        this.budget = budget;
    }

    /// Holds a row of this message; not where it would be too many.
    boolean hold(long message, Fields row) {
        long weight = row.weight();
        long before = weights.getOrDefault(message, 0L);
        if (before + weight > MOST_OF_ONE || !budget.take(weight)) {
            return false;
        }
        weights.put(message, before + weight);
        rows.computeIfAbsent(message, _ -> new ArrayList<>()).add(row);
        return true;
    }

    boolean has(long message) {
        return rows.containsKey(message);
    }

    /// The rows of this message, which are held no longer.
    List<Fields> take(long message) {
        budget.giveBack(Optional.ofNullable(weights.remove(message)).orElse(0L));
        return Optional.ofNullable(rows.remove(message)).orElse(List.of());
    }

    /// The lowest number for which rows are held.
    Optional<Long> first() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.firstKey());
    }
}
