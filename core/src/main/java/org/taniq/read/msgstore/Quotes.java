package org.taniq.read.msgstore;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Quoted messages of the old tables, each for the one answer that names it. One that several answers name is given to
/// none of them: which of them is right is not known.
final class Quotes {
    private final Loose held;
    private final Set<Long> claimed = new HashSet<>();
    private final Set<Long> disputed = new HashSet<>();

    Quotes(Budget budget) {
        this.held = new Loose(budget);
    }

    /// Holds one; not where it would be too many.
    boolean hold(Fields row) {
        return held.hold(row.number("_id", row.row()), row);
    }

    /// Notes that an answer names one.
    void claim(Fields answer) {
        long number = answer.number("quoted_row_id", 0);
        if (!answer.isApart() && held.has(number) && !claimed.add(number)) {
            disputed.add(number);
        }
    }

    /// What an answer quotes.
    List<Fields> of(Fields answer) {
        long number = answer.number("quoted_row_id", 0);
        return number <= 0 || disputed.contains(number) ? List.of() : held.take(number);
    }

    /// The lowest number of those that are left.
    Optional<Long> first() {
        return held.first();
    }

    List<Fields> take(long number) {
        return held.take(number);
    }

    boolean isDisputed(long number) {
        return disputed.contains(number);
    }
}
