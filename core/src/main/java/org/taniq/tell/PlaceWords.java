package org.taniq.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.base.Json;

/// Where a record stands in its source, as people read it.
record PlaceWords(DossierWords words) {
    /// @param lines `[first,last]`, counted from 1, or null
    /// @param place as in `record/2`, null where it is withheld
    /// @return such as `line 3, value /messages/7`; empty where neither is known
    String say(Json lines, Json place) {
        var parts = new ArrayList<String>();
        lines(lines).ifPresent(parts::add);
        if (place instanceof Json.Obj(var members)) {
            parts.addAll(parts(members));
        }
        return String.join(", ", parts);
    }

    private Optional<String> lines(Json lines) {
        return lines instanceof Json.Arr(List<Json> ends)
                        && ends.size() == 2
                        && ends.getFirst() instanceof Json.Num(long first)
                        && ends.getLast() instanceof Json.Num(long last)
                ? Optional.of(
                        first == last ? words.say(Word.PLACE_LINE, first) : words.say(Word.PLACE_LINES, first, last))
                : Optional.empty();
    }

    private List<String> parts(SequencedMap<String, Json> members) {
        var parts = new ArrayList<String>();
        one(members, "page", Word.PLACE_PAGE).ifPresent(parts::add);
        one(members, "record", Word.PLACE_RECORD).ifPresent(parts::add);
        row(members).ifPresent(parts::add);
        one(members, "path", Word.PLACE_VALUE).filter(_ -> !isAll(members)).ifPresent(parts::add);
        box(members).ifPresent(parts::add);
        if (members.get("from") instanceof Json.Num(long from) && members.get("to") instanceof Json.Num(long to)) {
            parts.add(words.say(Word.PLACE_TIME, from, to));
        }
        return parts;
    }

    /// A pointer to all of a value says nothing.
    private static boolean isAll(SequencedMap<String, Json> members) {
        return members.get("path") instanceof Json.Str(String path) && path.isEmpty();
    }

    private Optional<String> row(SequencedMap<String, Json> members) {
        return members.get("table") instanceof Json.Str(String table)
                ? Optional.ofNullable(members.get("row")).map(row -> words.say(Word.PLACE_ROW_OF, written(row), table))
                : one(members, "row", Word.PLACE_ROW);
    }

    private Optional<String> box(SequencedMap<String, Json> members) {
        return members.get("box") instanceof Json.Arr(List<Json> box) && box.size() == 4
                ? Optional.of(words.say(
                        Word.PLACE_BOX, box.stream().map(PlaceWords::written).toArray()))
                : Optional.empty();
    }

    private Optional<String> one(SequencedMap<String, Json> members, String name, Word word) {
        return Optional.ofNullable(members.get(name)).map(value -> words.say(word, written(value)));
    }

    private static String written(Json value) {
        return value instanceof Json.Str(String text) ? text : value.canonical();
    }
}
