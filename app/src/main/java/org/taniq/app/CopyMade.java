package org.taniq.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
/// @param cleared how many there were when this person last made it so that nothing was left in it that she had erased
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

    /// What makes copies one to a person, of which the last counts.
    record Kind(String place, boolean hasKeys, Place.Disk disk) {}

    Kind kind() {
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

    /// The later one, where both are one to a person. What was taken out of a place is out of it, whoever says so
    /// last; where nobody said the place, one may be another copy, of which nothing was taken out.
    CopyMade and(CopyMade other) {
        var last = other.when.isBefore(when) ? this : other;
        return new CopyMade(
                last.when,
                place,
                hasKeys,
                disk,
                times + other.times,
                last.sizes,
                place.isEmpty() ? least(cleared, other.cleared) : most(cleared, other.cleared));
    }

    private static Map<String, Long> most(Map<String, Long> one, Map<String, Long> other) {
        var most = new HashMap<>(one);
        other.forEach((log, size) -> most.merge(log, size, Math::max));
        return most;
    }

    private static Map<String, Long> least(Map<String, Long> one, Map<String, Long> other) {
        var least = new HashMap<>(one);
        least.keySet().retainAll(other.keySet());
        least.replaceAll((log, size) -> Math.min(size, other.getOrDefault(log, 0L)));
        return least;
    }

    /// As somebody else says it, whose command takes out nothing that this person erased.
    CopyMade byAnother() {
        return new CopyMade(when, place, hasKeys, disk, times, sizes, Map.of());
    }

    /// As a statement says it; nothing where that is about something else, or says it in a way that this program does
    /// not.
    static Optional<CopyMade> of(Unlocked.Sealed statement) {
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
