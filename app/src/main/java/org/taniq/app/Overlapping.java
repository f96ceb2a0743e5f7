package org.taniq.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taniq.read.overlap.Export;
import org.taniq.read.overlap.Overlap;
import org.taniq.seal.Pointer;

/// Two readings of the same chat or chats, exported at different times, whichever was added first. What was in the
/// earlier one and is gone or changed in the later one is evidence.
///
/// @param order whether it is known which was made earlier
/// @param chats how many
/// @param later how many records of the later export came about how
/// @param lost the numbers of earlier records that the later export no longer has as they were,
///     those first that were deleted or are gone
public record Overlapping(
        Pointer earlierReading,
        Pointer laterReading,
        Order order,
        int chats,
        Map<Overlap.Fate, Integer> later,
        List<Lost> lost) {
    /// What says most comes first.
    private static final List<Overlap.Fate> LOST =
            List.of(Overlap.Fate.DELETED_SINCE, Overlap.Fate.GONE, Overlap.Fate.EDITED_SINCE, Overlap.Fate.CHANGED);

    private static final List<Overlap.Fate> DIFFERENT =
            Stream.concat(LOST.stream(), Stream.of(Overlap.Fate.AFTER)).toList();

    public Overlapping {
        later = Map.copyOf(later);
        lost = List.copyOf(lost);
    }

    /// Which of two exports was made earlier.
    public enum Order {
        KNOWN,
        /// They end at the same time, and nothing in them tells: `earlier` and `later` are the one and the other.
        UNKNOWN
    }

    /// A record of the earlier reading, and what became of it.
    public record Lost(long record, Overlap.Fate fate) {}

    /// How many of the later records have this fate.
    public int count(Overlap.Fate fate) {
        return later.getOrDefault(fate, 0);
    }

    /// Two readings that hold one chat.
    ///
    /// @param export of the earlier one
    record Two(Pointer earlier, Pointer later, Export export) {}

    static Overlapping of(Two readings, Overlap.Comparison comparison) {
        return of(readings, Order.KNOWN, comparison, LOST);
    }

    /// Two that end at the same time: what is at their end is told too.
    static Overlapping ofEqualEnds(Two readings, Overlap.Comparison comparison) {
        return of(readings, Order.UNKNOWN, comparison, DIFFERENT);
    }

    private static Overlapping of(
            Two readings, Order order, Overlap.Comparison comparison, List<Overlap.Fate> different) {
        var lost = lost(comparison, readings.export(), different);
        return new Overlapping(readings.earlier(), readings.later(), order, 1, comparison.later(), lost);
    }

    /// What two readings share in several chats as one.
    static List<Overlapping> together(List<Overlapping> chats) {
        var together = new LinkedHashMap<List<?>, Overlapping>();
        for (var chat : chats) {
            together.merge(List.of(chat.earlierReading, chat.laterReading, chat.order), chat, Overlapping::with);
        }
        return List.copyOf(together.values());
    }

    private Overlapping with(Overlapping other) {
        var both = new EnumMap<Overlap.Fate, Integer>(Overlap.Fate.class);
        both.putAll(later);
        other.later.forEach((fate, n) -> both.merge(fate, n, Integer::sum));
        var all = Stream.concat(lost.stream(), other.lost.stream())
                .sorted(Comparator.comparingInt(one -> DIFFERENT.indexOf(one.fate())))
                .toList();
        return new Overlapping(earlierReading, laterReading, order, chats + other.chats, both, all);
    }

    /// How many records are in both, under whatever name.
    public int known() {
        return count(Overlap.Fate.SAME) + count(Overlap.Fate.RENAMED);
    }

    private static List<Lost> lost(Overlap.Comparison comparison, Export earlier, List<Overlap.Fate> fates) {
        int size = comparison.earlier().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        var lost = new ArrayList<Lost>();
        for (int i = 0; i < size; i++) {
            if (fates.contains(comparison.earlier(i))) {
                lost.add(new Lost(earlier.number(i), comparison.earlier(i)));
            }
        }
        lost.sort(Comparator.comparingInt(one -> fates.indexOf(one.fate())));
        return lost;
    }
}
