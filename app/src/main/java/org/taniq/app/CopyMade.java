package org.taniq.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.ErasedStatement;
import org.taniq.seal.Unlocked;

/// A copy of the case, as it is sealed that it was made; whether it is still there and whole is not known.
///
/// @param place where it is kept, as stated; empty where nobody said
/// @param hasKeys whether it can be opened by the ways into the case
/// @param disk whether it lay where the case lies; another where that is not sealed
/// @param times how often one was made there
/// @param sizes how many statements of each log are in it, by origin
/// @param cleared how many there were when it was last made so that nothing was left in it that they said was erased
public record CopyMade(
        Instant when,
        String place,
        boolean hasKeys,
        Place.Disk disk,
        long times,
        Map<String, Long> sizes,
        Map<String, Long> cleared) {
    public CopyMade {
        sizes = Map.copyOf(sizes);
        cleared = Map.copyOf(cleared);
    }

    /// Copies that are one to a person, of which the last counts.
    private record Kind(String place, boolean hasKeys, Place.Disk disk) {}

    private Kind kind() {
        return new Kind(place, hasKeys, disk);
    }

    /// Whether the computer and the copy are not lost together.
    boolean isElsewhere() {
        return disk == Place.Disk.ANOTHER;
    }

    /// Whether that was erased since, or was left in it.
    boolean mayHold(ErasedStatement erased) {
        return cleared.getOrDefault(Checkpoint.origin(erased.by().log()), 0L)
                <= erased.by().index();
    }

    /// Of all that are sealed the last for each place, the last of all at the end.
    static List<CopyMade> of(Unlocked unlocked) {
        return of(unlocked, _ -> true);
    }

    /// As [#of(Unlocked)], of those that are sealed in certain logs.
    static List<CopyMade> of(Unlocked unlocked, Predicate<String> logs) {
        var last = new LinkedHashMap<Kind, CopyMade>();
        for (var statement : unlocked.statements("custody/1")) {
            of(statement)
                    .filter(_ -> logs.test(statement.pointer().log()))
                    .ifPresent(copy -> last.merge(copy.kind(), copy, CopyMade::later));
        }
        return last.values().stream()
                .sorted(Comparator.comparing(CopyMade::when))
                .toList();
    }

    private static CopyMade later(CopyMade one, CopyMade other) {
        var last = other.when.isBefore(one.when) ? one : other;
        var earlier = last == one ? other : one;
        var cleared = last.cleared.isEmpty() ? earlier.cleared : last.cleared;
        return new CopyMade(
                last.when, last.place, last.hasKeys, last.disk, one.times + other.times, last.sizes, cleared);
    }

    /// Nothing where it is about something else, or says it in a way that this program does not.
    private static Optional<CopyMade> of(Unlocked.Sealed statement) {
        if (!statement.value("what").equals(Json.of(CopySaid.COPIED))
                || !(statement.value("detail") instanceof Json.Obj(Map<String, Json> detail))) {
            return Optional.empty();
        }
        var sizes = sizes(detail.getOrDefault("logs", Json.NULL));
        boolean left = Json.of(true).equals(detail.get(CopySaid.MAY_HOLD_ERASED));
        try {
            return Optional.of(new CopyMade(
                    Instant.parse(Records.text(statement.value("when"))),
                    Records.text(detail.getOrDefault("place", Json.NULL)),
                    Json.of(true).equals(detail.get("keys")),
                    Json.of(true).equals(detail.get("sameDisk")) ? Place.Disk.SAME : Place.Disk.ANOTHER,
                    1,
                    sizes,
                    left ? Map.of() : sizes));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Map<String, Long> sizes(Json logs) {
        var sizes = new HashMap<String, Long>();
        if (logs instanceof Json.Arr(List<Json> all)) {
            for (var log : all) {
                if (log instanceof Json.Obj(Map<String, Json> head)
                        && head.get("origin") instanceof Json.Str(String origin)
                        && head.get("size") instanceof Json.Num(long size)) {
                    sizes.put(origin, size);
                }
            }
        }
        return sizes;
    }
}
