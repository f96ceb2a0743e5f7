package org.taniq.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Unlocked;

/// Copies that were made of a case to one place, as it is sealed.
///
/// @param place as the person said it; empty where she said nothing
/// @param keys whether ways in were to be copied
/// @param times how often
/// @param last the day of the last time, in UTC
public record CopyMade(String place, boolean keys, long times, String last) {

    /// One for each place, with and without keys.
    static List<CopyMade> of(Unlocked sealed) {
        var all = new LinkedHashMap<CopyMade, List<String>>();
        for (var statement : sealed.statements("custody/1")) {
            if (statement.value("what").equals(Json.of(CopySaid.COPIED))
                    && statement.value("detail") instanceof Json.Obj detail) {
                String place = Records.text(detail.members().getOrDefault("place", Json.NULL));
                boolean keys = Json.of(true).equals(detail.members().get("keys"));
                all.computeIfAbsent(new CopyMade(place, keys, 0, ""), _ -> new ArrayList<>())
                        .add(Records.text(statement.value("when")));
            }
        }
        return all.entrySet().stream()
                .map(made -> new CopyMade(
                        made.getKey().place(),
                        made.getKey().keys(),
                        made.getValue().size(),
                        day(made.getValue().getLast())))
                .toList();
    }

    private static String day(String when) {
        return when.replaceFirst("T.*", "");
    }
}
