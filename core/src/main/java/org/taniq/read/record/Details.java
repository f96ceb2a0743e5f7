package org.taniq.read.record;

import java.util.ArrayList;
import java.util.List;

/// The details of one record while it is put together: no more of them is in memory than the record will hold.
final class Details {
    private final List<Detail> kept = new ArrayList<>();
    private long left = Detail.MOST;
    private long leftOut;

    /// Kept as far as there is room; from the first on that does not fit, all are left out, and counted.
    void add(Detail detail) {
        var fitting = detail.fitting();
        left -= Detail.size(fitting.value());
        if (left < 0 || leftOut > 0) {
            leftOut++;
        } else {
            kept.add(fitting);
        }
    }

    /// Kept in any case: of these a record has few.
    void always(Detail detail) {
        kept.add(detail.fitting());
    }

    /// These, and, where some were left out, how many.
    List<Detail> all() {
        if (leftOut == 0) {
            return List.copyOf(kept);
        }
        var all = new ArrayList<>(kept);
        all.add(Detail.of("leftOut", leftOut));
        return List.copyOf(all);
    }
}
