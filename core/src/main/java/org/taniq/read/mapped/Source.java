package org.taniq.read.mapped;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// Where one thing stands: the first of several places at which there is something.
///
/// @param places each a way through the record; `$1` for what stood for the first `*` on the way to it; `^` before a
/// way
///     through the record around it
/// @param before what is left out where a text begins with it
/// @param behind what is left out where a text ends with it
/// @param except what means that there is nothing
record Source(List<String> places, String before, String behind, Set<String> except) {
    private static final Pattern STAR = Pattern.compile("\\$[1-9]");
    private static final String AROUND = "^";

    Source {
        places = List.copyOf(places);
        except = Set.copyOf(except);
    }

    /// One record with what is around it.
    ///
    /// @param stars what stood for each `*` on the way to it
    /// @param around the record in which it stands; an empty object where there is none
    record Within(Json.Obj record, List<String> stars, Json.Obj around) {}

    /// A text, or a number or a word as it is written; empty where there is nothing.
    String text(Within within) {
        return places.stream()
                .map(place -> text(place, within))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(this::stripped)
                .orElse("");
    }

    private String text(String place, Within within) {
        String text = value(place, within).map(Source::written).orElse("");
        return except.contains(text) ? "" : text;
    }

    private static Optional<Json> value(String place, Within within) {
        if (STAR.matcher(place).matches()) {
            int number = Integer.parseInt(place.substring(1));
            return within.stars().size() < number
                    ? Optional.empty()
                    : Optional.of(Json.of(within.stars().get(number - 1)));
        }
        return place.startsWith(AROUND)
                ? Steps.of(place.substring(1)).in(within.around())
                : Steps.of(place).in(within.record());
    }

    private static String written(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Num(long number) -> Long.toString(number);
            case Json.Bool(boolean is) -> Boolean.toString(is);
            case Json.Arr _, Json.Obj _, Json.Null _ -> "";
        };
    }

    private String stripped(String text) {
        String begun = text.startsWith(before) ? text.substring(before.length()) : text;
        return begun.endsWith(behind) ? begun.substring(0, begun.length() - behind.length()) : begun;
    }

    /// The way to what was taken; nothing where that is not in the record itself.
    Optional<Steps> taken(Within within) {
        return places.stream()
                .filter(place -> !text(place, within).isEmpty())
                .findFirst()
                .filter(place -> !STAR.matcher(place).matches() && !place.startsWith(AROUND))
                .map(Steps::of);
    }

    /// Whether it takes all that stands there: what is longer than a detail, and no text of the record, stays beside
    /// it.
    static boolean isWhole(String text) {
        return Detail.cut(text).equals(text);
    }
}
