package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.Overlap;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Two readings of the same chat, exported at different times. What was in the earlier one and is gone or
/// changed in the later one is evidence.
///
/// @param later how many records of the later export came about how
/// @param lost the numbers of earlier records that the later export no longer has as they were
public record Overlapping(
        Pointer earlierReading, Pointer laterReading, Map<Overlap.Fate, Integer> later, List<Lost> lost) {
    private static final List<Overlap.Fate> LOST =
            List.of(Overlap.Fate.DELETED_SINCE, Overlap.Fate.EDITED_SINCE, Overlap.Fate.CHANGED, Overlap.Fate.GONE);

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

    /// For each reading the latest earlier one that it overlaps.
    static List<Overlapping> of(Unlocked vault, ReadItem read) throws IOException {
        var readings = vault.statements("reading/1");
        var found = new ArrayList<Overlapping>();
        for (var now : readings) {
            if (read.readings().contains(now.pointer()) && isChat(now)) {
                latest(vault, readings, now).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Overlapping> latest(Unlocked vault, List<Unlocked.Sealed> readings, Unlocked.Sealed now)
            throws IOException {
        for (var before : readings.reversed()) {
            if (isBefore(before, now) && isChat(before)) {
                var comparison = compare(vault, before, now);
                if (comparison.overlaps()) {
                    return Optional.of(
                            new Overlapping(before.pointer(), now.pointer(), comparison.later(), lost(comparison)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(Unlocked.Sealed before, Unlocked.Sealed now) {
        return before.pointer().log().equals(now.pointer().log())
                && before.pointer().index() < now.pointer().index();
    }

    private static boolean isChat(Unlocked.Sealed reading) {
        return reading.value("parser").equals(Json.of("whatsapp-text/1"));
    }

    private static Overlap.Comparison compare(Unlocked vault, Unlocked.Sealed before, Unlocked.Sealed now)
            throws IOException {
        var overlap = new Overlap();
        vault.rows(before, "records", (_, row) -> overlap.earlier(Records.activity(row)));
        vault.rows(now, "records", (_, row) -> overlap.later(Records.activity(row)));
        return overlap.compare();
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
        return lost;
    }
}
