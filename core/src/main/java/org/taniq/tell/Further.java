package org.taniq.tell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.Records;

/// What of a record's id, place, address and details, and of where and in answer to what it was said, is shown. They
/// may quote what is withheld elsewhere in it (an answer repeats what it answers, an id or a path holds a name), so
/// where anything else of the record is withheld, none of them is shown but a place that is mere numbers; and by
/// themselves they are withheld where a name is in them, and where they are of those that nobody asked for
/// ([UnlessAsked]).
///
/// @param fields of the record, of these
/// @param withheld details that are not shown, counted from 0
record Further(Set<String> fields, Set<Integer> withheld) {
    /// Members of a place of which nothing can be told about the words that stand there; how wide a name is on a screen
    /// can be tried against names.
    private static final Set<String> MERE_NUMBERS = Set.of("page", "row", "record");

    private static final List<String> SINGLE =
            List.of("id", "place", "address", "audienceName", "audienceId", "inReplyTo", "counts");

    /// What can lead to a person on the web, or is the account of whom somebody writes to: shown where nobody's name is
    /// withheld, because whose it is cannot be seen in it.
    private static final Set<String> LEADING = Set.of("address", "audienceName", "audienceId", "inReplyTo", "counts");

    /// Numbers of places that nobody reads on paper.
    private static final Set<String> UNPRINTED = Set.of("textAt", "wordBoxes");

    /// @param whole whether nothing else of the record is withheld
    static Further of(Dossier.Choice exhibit, List<Json> row, Withholding withholding, boolean whole) {
        var fields = new HashSet<String>();
        for (var field : SINGLE) {
            var value = Records.value(row, field);
            boolean mayLead = LEADING.contains(field) && withholding.withholdsNames();
            if (!mayLead && (whole || isNumbers(field, value)) && withholding.isFree(List.of(value))) {
                fields.add(field);
            }
        }
        var details = Records.value(row, "details") instanceof Json.Arr(List<Json> items) ? items : List.<Json>of();
        var withheld = new HashSet<Integer>();
        for (int i = 0; i < details.size(); i++) {
            if (isUnasked(exhibit, details.get(i), withholding)
                    || !withholding.isFree(name(details.get(i)))
                    || !withholding.isFree(value(details.get(i)))) {
                withheld.add(i);
            }
        }
        boolean together = withholding.isFree(shown(details, withheld));
        if (whole && together && (details.isEmpty() || withheld.size() < details.size())) {
            fields.add("details"); // of details that are all withheld, not even their number is shown
        }
        return new Further(fields, withheld);
    }

    /// The same as a note for the reader, but for the place; nothing where the source says nothing of this.
    DossierPages.Passage passage(List<Json> row, DossierWords words, DetailWords named) {
        var runs = new ArrayList<DossierPages.Run>();
        field(row, "address").ifPresent(address -> say(runs, words.say(Word.FURTHER_ADDRESS, address)));
        audience(row).ifPresent(audience -> say(runs, words.say(Word.FURTHER_AUDIENCE, audience)));
        field(row, "inReplyTo").ifPresent(id -> say(runs, words.say(Word.FURTHER_ANSWERS, id)));
        if (fields.contains("counts")
                && Records.value(row, "counts") instanceof Json.Obj(var counts)
                && !counts.isEmpty()) {
            say(runs, named.say("counts", Records.value(row, "counts")));
        }
        field(row, "id").ifPresent(id -> say(runs, words.say(Word.FURTHER_ID, id)));
        details(row, words, named, runs);
        return runs.isEmpty() ? DossierPages.Passage.NONE : new DossierPages.Passage(runs);
    }

    private Optional<String> field(List<Json> row, String name) {
        var value = Records.value(row, name);
        return fields.contains(name) && !(value instanceof Json.Null) ? Optional.of(written(value)) : Optional.empty();
    }

    /// A chat, a channel or a page: its name, and its id where that is another.
    private Optional<String> audience(List<Json> row) {
        var said = Stream.of("audienceName", "audienceId")
                .flatMap(name -> field(row, name).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private void details(List<Json> row, DossierWords words, DetailWords named, List<DossierPages.Run> runs) {
        if (!fields.contains("details") || !(Records.value(row, "details") instanceof Json.Arr(List<Json> details))) {
            return;
        }
        var unprinted = new TreeSet<String>();
        for (int i = 0; i < details.size(); i++) {
            if (withheld.contains(i)) {
                say(runs, "");
                runs.add(new DossierPages.Run.Withheld());
            } else if (details.get(i) instanceof Json.Arr(List<Json> both) && both.size() == 2) {
                detail(runs, both, named, unprinted);
            }
        }
        if (!unprinted.isEmpty()) {
            say(runs, words.say(Word.FURTHER_UNPRINTED, String.join(", ", unprinted)));
        }
    }

    private static void detail(List<DossierPages.Run> runs, List<Json> both, DetailWords named, Set<String> unprinted) {
        String name = written(both.getFirst());
        if (UNPRINTED.contains(name)) {
            unprinted.add(named.name(name));
        } else {
            say(runs, named.say(name, both.getLast()));
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

    private static boolean isUnasked(Dossier.Choice exhibit, Json detail, Withholding withholding) {
        return name(detail).stream()
                .anyMatch(name -> withholding.withholdsDetail(exhibit, Records.text(name), value(detail)));
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
