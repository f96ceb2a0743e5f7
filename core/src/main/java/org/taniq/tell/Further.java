package org.taniq.tell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taniq.base.Json;
import org.taniq.read.Records;

/// What of a record's id, place and details is shown. They may quote what is withheld elsewhere in it (an answer
/// repeats what it answers, an id or a path holds a name), so where anything else of the record is withheld, none
/// of them is shown but a place that is mere numbers; and by themselves they are withheld where a name is in them.
///
/// @param fields of the record, of these three
/// @param withheld details that are not shown, counted from 0
record Further(Set<String> fields, Set<Integer> withheld) {
    /// Members of a place of which nothing can be told about the words that stand there; how wide a name is on a screen
    /// can be tried against names.
    private static final Set<String> MERE_NUMBERS = Set.of("page", "row", "record");

    /// @param whole whether nothing else of the record is withheld
    static Further of(List<Json> row, Withholding withholding, boolean whole) {
        var fields = new HashSet<String>();
        for (var field : List.of("id", "place")) {
            var value = Records.value(row, field);
            if ((whole || isNumbers(field, value)) && withholding.isFree(List.of(value))) {
                fields.add(field);
            }
        }
        var details = Records.value(row, "details") instanceof Json.Arr(List<Json> items) ? items : List.<Json>of();
        var withheld = new HashSet<Integer>();
        for (int i = 0; i < details.size(); i++) {
            if (!withholding.isFree(name(details.get(i))) || !withholding.isFree(value(details.get(i)))) {
                withheld.add(i);
            }
        }
        boolean together = withholding.isFree(shown(details, withheld));
        if (whole && together && (details.isEmpty() || withheld.size() < details.size())) {
            fields.add("details"); // of details that are all withheld, not even their number is shown
        }
        return new Further(fields, withheld);
    }

    /// The same as a note for the reader; nothing where the source says nothing of this.
    DossierPages.Passage passage(List<Json> row, DossierWords words, DetailWords named) {
        var runs = new ArrayList<DossierPages.Run>();
        if (fields.contains("id") && !(Records.value(row, "id") instanceof Json.Null)) {
            say(runs, words.say(Word.FURTHER_ID, written(Records.value(row, "id"))));
        }
        if (fields.contains("place") && Records.value(row, "place") instanceof Json.Obj place) {
            var parts = place.members().entrySet().stream()
                    .map(part -> part.getKey() + " " + written(part.getValue()))
                    .collect(Collectors.joining(", "));
            say(runs, words.say(Word.FURTHER_PLACE, parts));
        }
        if (fields.contains("details") && Records.value(row, "details") instanceof Json.Arr(List<Json> details)) {
            for (int i = 0; i < details.size(); i++) {
                detail(runs, i, details.get(i), named);
            }
        }
        return runs.isEmpty() ? DossierPages.Passage.NONE : new DossierPages.Passage(runs);
    }

    private void detail(List<DossierPages.Run> runs, int number, Json detail, DetailWords named) {
        if (withheld.contains(number)) {
            say(runs, "");
            runs.add(new DossierPages.Run.Withheld());
        } else if (detail instanceof Json.Arr(List<Json> values) && values.size() == 2) {
            say(runs, named.say(written(values.getFirst()), values.getLast()));
        }
    }

    private static void say(List<DossierPages.Run> runs, String text) {
        runs.add(new DossierPages.Run.Shown((runs.isEmpty() ? "" : "; ") + text));
    }

    private static String written(Json value) {
        return value instanceof Json.Str(String text) ? text : value.canonical();
    }

    /// The values of those that are shown, which are read together.
    private static List<Json> shown(List<Json> details, Set<Integer> withheld) {
        return IntStream.range(0, details.size())
                .filter(i -> !withheld.contains(i))
                .mapToObj(details::get)
                .flatMap(detail -> value(detail).stream())
                .toList();
    }

    private static List<Json> name(Json detail) {
        return detail instanceof Json.Arr(List<Json> both) ? both.subList(0, Math.min(1, both.size())) : List.of();
    }

    /// What is behind the name; all of what is no detail.
    private static List<Json> value(Json detail) {
        return detail instanceof Json.Arr(List<Json> both) && !both.isEmpty()
                ? both.subList(1, both.size())
                : List.of(detail);
    }

    private static boolean isNumbers(String field, Json value) {
        return field.equals("place")
                && value.objects().stream()
                        .allMatch(place ->
                                MERE_NUMBERS.containsAll(place.members().keySet()));
    }
}
