package org.taniq.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taniq.base.Said;

/// Judges the time-stamps of the logs of a vault, which needs no key, and says since when their statements
/// are sealed.
final class StampsCheck {
    private final Map<String, List<StampFolder.Judged>> byLog = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Remembered remembered;

    StampsCheck(Remembered remembered) {
        this.remembered = remembered;
    }

    /// The name of these checks.
    static final String NAME = "time";

    /// Judges all stamps of a log; what was found of it before is forgotten.
    void check(LogFolder log, Checked checked) throws IOException {
        String id = log.key().id();
        var judged = new ArrayList<StampFolder.Judged>();
        for (var stamp : StampFolder.of(log.folder())) {
            if (stamp.missing().isEmpty()) {
                judged.addAll(judged(stamp, log, checked));
            }
            for (var file : stamp.missing()) {
                checked.fine(
                        Verdict.MISSING,
                        Said.of("{file} of a time-stamp is not here", "file", stamp.name() + "/" + file));
            }
        }
        byLog.put(id, judged);
        sizes.put(id, log.checkpoint().size());
    }

    /// The stamp, if it holds.
    private List<StampFolder.Judged> judged(StampFolder stamp, LogFolder log, Checked checked) throws IOException {
        var judged = new ArrayList<StampFolder.Judged>();
        checked.step(NAME, stamp.name(), () -> judged.add(judge(stamp, log)));
        return judged.isEmpty() || new RevocationCheck(judged.getFirst(), remembered).holds(checked)
                ? judged
                : List.of();
    }

    private StampFolder.Judged judge(StampFolder stamp, LogFolder log) throws IOException {
        if (!remembered.isOwn(log.key().id()) && stamp.isOnItsWay(log)) {
            throw new NotHereYet(Said.of("it is here in part, or before what it is for"));
        }
        return stamp.judge(log);
    }

    /// Whether an answer holds, by its digest, and is on the checkpoint of this size of a log.
    boolean has(String log, String response, long size) {
        return byLog.getOrDefault(log, List.of()).stream()
                .anyMatch(judged ->
                        size(judged) == size && judged.response().hex().equals(response));
    }

    /// What is known of the time of sealing.
    Verdict.Time time() {
        var prefixes = byLog.entrySet().stream()
                .flatMap(log -> prefixes(log.getKey(), log.getValue()))
                .toList();
        return prefixes.isEmpty() ? new Verdict.Unproven("") : new Verdict.Stamped(prefixes);
    }

    /// Of each authority the stamp of the most statements, and of several the earliest.
    private Stream<Verdict.Prefix> prefixes(String log, List<StampFolder.Judged> stamps) {
        var best = new LinkedHashMap<String, StampFolder.Judged>();
        stamps.stream()
                .sorted(Comparator.comparingLong(StampsCheck::size).reversed().thenComparing(StampsCheck::time))
                .forEach(judged -> best.putIfAbsent(judged.stamp().authority(), judged));
        return best.values().stream().map(judged -> prefix(log, judged));
    }

    private static long size(StampFolder.Judged judged) {
        return judged.checkpoint().size();
    }

    private static Instant time(StampFolder.Judged judged) {
        return judged.stamp().notLater();
    }

    private Verdict.Prefix prefix(String log, StampFolder.Judged judged) {
        long of = sizes.getOrDefault(log, judged.checkpoint().size());
        return new Verdict.Prefix(
                log,
                judged.checkpoint().size(),
                of,
                judged.stamp().notLater(),
                judged.stamp().authority());
    }
}
