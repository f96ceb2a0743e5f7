package org.taniq.seal;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// Checks that what a record says of its place, and how it calls what else the source says, have the form of
/// docs/format.md, section 6: a reader prints them in our words.
public final class PlaceCheck {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z]{0,31}");
    /// A JSON Pointer (RFC 6901).
    private static final Pattern PATH = Pattern.compile("(?:/(?:[^~/]|~[01])*+)*+", Pattern.DOTALL);
    /// Beyond what is written as a number.
    private static final Pattern LARGE = Pattern.compile("-?[1-9][0-9]{15,18}");

    private static final Map<String, Predicate<Json>> MEMBERS = Map.of(
            "box",
            value -> value instanceof Json.Arr(List<Json> sides)
                    && sides.size() == 4
                    && sides.stream().allMatch(side -> isFrom(0, side)),
            "from",
            value -> isFrom(0, value),
            "page",
            value -> isFrom(1, value),
            "path",
            value ->
                    value instanceof Json.Str(String path) && PATH.matcher(path).matches(),
            "record",
            value -> isFrom(0, value),
            "row",
            value -> isFrom(-Json.MAX_INTEGER, value) || value instanceof Json.Str(String row) && isLarge(row),
            "table",
            Json.Str.class::isInstance,
            "to",
            value -> isFrom(0, value));

    private PlaceCheck() {}

    /// Whether it is the number of a row that cannot be written as a number.
    private static boolean isLarge(String row) {
        if (!LARGE.matcher(row).matches()) {
            return false;
        }
        var number = new BigInteger(row);
        return number.bitLength() < Long.SIZE
                && (number.longValue() > Json.MAX_INTEGER || number.longValue() < -Json.MAX_INTEGER);
    }

    private static boolean isFrom(long least, @Nullable Json value) {
        return value instanceof Json.Num(long number) && number >= least;
    }

    /// Whether this is a place, or says that there is none.
    public static boolean isPlace(Json place) {
        return switch (place) {
            case Json.Null _ -> true;
            case Json.Obj(SequencedMap<String, Json> members) ->
                !members.isEmpty()
                        && members.entrySet().stream()
                                .allMatch(member -> MEMBERS.getOrDefault(member.getKey(), _ -> false)
                                        .test(member.getValue()))
                        && isStretch(members)
                        && isRow(members);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Arr _ -> false;
        };
    }

    /// Of a stretch both ends are there.
    private static boolean isStretch(SequencedMap<String, Json> place) {
        if (!place.containsKey("from") && !place.containsKey("to")) {
            return true;
        }
        return place.get("from") instanceof Json.Num(long from)
                && place.get("to") instanceof Json.Num(long to)
                && from <= to;
    }

    /// Only a database numbers its rows as it likes.
    private static boolean isRow(SequencedMap<String, Json> place) {
        return !place.containsKey("row") || place.containsKey("table") || isFrom(1, place.get("row"));
    }

    /// Whether a detail, or a member of its value, may be called so.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static void check(Proof record) throws Altered {
        if (!isPlace(record.value("place").orElse(Json.NULL))) {
            throw new Altered("its record has a place of another form");
        }
        for (var detail : record.rows().getOrDefault("details", List.of())) {
            if (!(detail.value("name").orElse(Json.NULL) instanceof Json.Str(String name)) || !isName(name)) {
                throw new Altered("its record has a detail that is not called as one may be");
            }
        }
    }
}
