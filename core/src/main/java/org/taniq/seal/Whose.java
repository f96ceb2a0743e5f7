package org.taniq.seal;

import java.util.List;
import org.taniq.base.Json;

/// Whose a log is, as its person says in it: for words to people, and proof of nothing.
final class Whose {
    /// Where a person names herself, surest first: what she answered when she began, then what she says of single
    /// things, which may be somebody else's words that she writes down.
    private static final List<Place> SUREST_FIRST = List.of(
            new Place("custody/1", "detail"),
            new Place("custody/1", "byWhom"),
            new Place("item/1", "capturer"),
            new Place("step/1", "saidBy"));

    private record Place(String schema, String field) {}

    private Whose() {}

    /// @param openings as far as they are here
    /// @return empty where nobody says so
    static String of(Openings openings) {
        return SUREST_FIRST.stream()
                .map(place -> last(openings, place))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String last(Openings openings, Place place) {
        return openings.lines().values().stream()
                .map(OpeningLine::opened)
                .filter(opened -> opened.schema().name().equals(place.schema()))
                .map(opened -> name(opened.value(place.field())))
                .filter(name -> !name.isEmpty())
                .reduce("", (_, later) -> later);
    }

    private static String name(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Obj object -> name(object.members().getOrDefault("capturer", Json.NULL));
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> "";
        };
    }
}
