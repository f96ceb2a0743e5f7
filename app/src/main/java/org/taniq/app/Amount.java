package org.taniq.app;

import java.util.Map;
import org.taniq.base.Json;
import org.taniq.seal.Unlocked;

/// How much of what a person did is sealed. What the program makes out of it again, such as readings, does
/// not count.
///
/// @param files as they were added; members of archives do not count
/// @param steps statements on steps
public record Amount(int files, int steps, int dossiers) {

    /// Behind the first statements of each log.
    ///
    /// @param sizes how many of each log do not count, by origin
    static Amount behind(Map<String, Long> sizes, Unlocked unlocked) {
        var amount = new Amount(0, 0, 0);
        for (var log : unlocked.logs()) {
            long from = sizes.getOrDefault(log.key().origin(), 0L);
            amount = amount.plus(of(log.key().id(), from, unlocked));
        }
        return amount;
    }

    private static Amount of(String log, long from, Unlocked unlocked) {
        return new Amount(
                count("item/1", log, from, unlocked),
                count("step/1", log, from, unlocked),
                count("told/1", log, from, unlocked));
    }

    private static int count(String schema, String log, long from, Unlocked unlocked) {
        return (int) unlocked.statements(schema).stream()
                .filter(statement -> statement.pointer().log().equals(log))
                .filter(statement -> statement.pointer().index() >= from)
                .filter(statement -> !schema.equals("item/1")
                        || statement.value("derivedFrom").equals(Json.NULL))
                .count();
    }

    private Amount plus(Amount other) {
        return new Amount(files + other.files, steps + other.steps, dossiers + other.dossiers);
    }

    public boolean isNothing() {
        return files == 0 && steps == 0 && dossiers == 0;
    }
}
