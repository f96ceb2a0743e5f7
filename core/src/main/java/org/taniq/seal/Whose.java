package org.taniq.seal;

import java.util.List;
import java.util.Map;
import org.taniq.base.Json;

/// Whose a log is, as its person says in it: for words to people, and proof of nothing.
final class Whose {
    /// Where a schema names who speaks, best first.
    private static final Map<String, List<String>> FIELDS = Map.of(
            "custody/1",
            List.of("detail", "byWhom"),
            "item/1",
            List.of("capturer", "saidBy"),
            "step/1",
            List.of("saidBy"));

    private Whose() {}

    /// @param openings as far as they are here
    /// @return empty where nobody says so
    static String of(Openings openings) {
        String whose = "";
        for (var line : openings.lines().values()) {
            var opened = line.opened();
            for (var field :
                    FIELDS.getOrDefault(opened.schema().name(), List.of()).reversed()) {
                String said = name(opened.value(field));
                whose = said.isEmpty() ? whose : said;
            }
        }
        return whose;
    }

    private static String name(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Obj object -> name(object.members().getOrDefault("capturer", Json.NULL));
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> "";
        };
    }
}
