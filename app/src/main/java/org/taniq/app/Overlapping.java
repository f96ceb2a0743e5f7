package org.taniq.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.taniq.read.Overlap;
import org.taniq.seal.Pointer;

/// Two readings of the same chat, exported at different times, whichever was added first. What was in the
/// earlier one and is gone or changed in the later one is evidence.
///
/// @param later how many records of the later export came about how
/// @param lost the numbers of earlier records that the later export no longer has as they were,
///     those first that were deleted or are gone
public record Overlapping(
        Pointer earlierReading, Pointer laterReading, Map<Overlap.Fate, Integer> later, List<Lost> lost) {
    /// What says most comes first.
    private static final List<Overlap.Fate> LOST =
            List.of(Overlap.Fate.DELETED_SINCE, Overlap.Fate.GONE, Overlap.Fate.EDITED_SINCE, Overlap.Fate.CHANGED);

    public Overlapping {
        later = Map.copyOf(later);
        lost = List.copyOf(lost);
    }

    /// A record of the earlier reading, and what became of it.
    public record Lost(long record, Overlap.Fate fate) {}

    /// How many of the later records have this fate.
    public int count(Overlap.Fate fate) {
        return later.getOrDefault(fate, 0);
    }

    static Overlapping of(Pointer earlier, Pointer later, Overlap.Comparison comparison) {
        return new Overlapping(earlier, later, comparison.later(), lost(comparison));
    }

    /// How many records are in both, under whatever name.
    public int known() {
        return count(Overlap.Fate.SAME) + count(Overlap.Fate.RENAMED);
    }

    private static List<Lost> lost(Overlap.Comparison comparison) {
        int size = comparison.earlier().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        var lost = new ArrayList<Lost>();
        for (int i = 0; i < size; i++) {
            if (LOST.contains(comparison.earlier(i))) {
                lost.add(new Lost(i, comparison.earlier(i)));
            }
        }
        lost.sort(Comparator.comparingInt(one -> LOST.indexOf(one.fate())));
        return lost;
    }
}
