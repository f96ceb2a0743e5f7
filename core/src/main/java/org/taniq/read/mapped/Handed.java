package org.taniq.read.mapped;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;

/// Makes records as the mapping says and hands those of JSON over, each with those that stand within it; knows what a
/// person should know of all of them.
final class Handed {
    private final Mapping mapping;
    private final Input.Beside beside;
    private final Set<Source> seen = new HashSet<>();
    private long records;
    private long unsigned;

    Handed(Mapping mapping, Input.Beside beside) {
        this.mapping = mapping;
        this.beside = beside;
    }

    /// Whether what was handed over is what the file says it is.
    enum Sure {
        YES,
        /// It stands behind damage: the names around it are not known.
        NO
    }

    /// @return whether it was one
    boolean item(JsonPass pass, JsonPass.Item item, List<Rule> rules, List<String> stars) throws IOException {
        return item(pass, item, rules, stars, Sure.YES);
    }

    boolean item(JsonPass pass, JsonPass.Item item, List<Rule> rules, List<String> stars, Sure sure)
            throws IOException {
        if (!(item.value().orElse(Json.NULL) instanceof Json.Obj object)) {
            return false;
        }
        var record = MappedRecord.of(rules, Standing.Within.alone(object, stars));
        if (record.isPresent()) {
            hand(pass, item, record.get(), sure);
        }
        return record.isPresent();
    }

    private void hand(JsonPass pass, JsonPass.Item item, MappedRecord record, Sure sure) throws IOException {
        var draft = draft(record);
        record.left(draft::member);
        if (sure == Sure.NO) {
            draft.mark(Mark.LOOKALIKE);
        }
        draft.hand(pass, item);
        for (var inner : record.inner()) {
            var here = Optional.<Json>of(inner.record().within().record());
            var within = new JsonPass.Item(here, item.span(), within(item.place(), inner), item.marks());
            hand(pass, within, inner.record(), sure);
        }
    }

    private static Place within(Place place, MappedRecord.Inner inner) {
        return place.json() instanceof Json.Obj(var members) && members.get("path") instanceof Json.Str(String path)
                ? Place.path(path + inner.pointer())
                : Place.UNSTATED;
    }

    /// What the mapping names of a record.
    Draft draft(MappedRecord record) {
        records++;
        unsigned += record.author().equals(Actor.UNSTATED) ? 1 : 0;
        record.rule().parts().values().stream()
                .filter(source -> source.first(record.within()).isPresent())
                .forEach(seen::add);
        return record.draft(beside);
    }

    long records() {
        return records;
    }

    void warn(Handing handing) {
        if (unsigned > 0 && mapping.ofItsOwner()) {
            handing.warn(Said.of(
                    "{n} records do not name who wrote them: this export holds what its own account wrote",
                    "n",
                    unsigned));
        } else if (unsigned > 0) {
            handing.warn(Said.of("{n} records do not name who wrote them", "n", unsigned));
        }
        if (mapping.isOurs()) {
            return;
        }
        var never = never();
        if (records > 0 && !never.isEmpty()) {
            handing.warn(Said.of(
                    "nothing stands in any record where the mapping looks for {places}",
                    "places",
                    String.join(", ", never)));
        }
        handing.warn(Said.of(
                "read as the mapping {name} says, whose file has the SHA-256 {digest}: whoever wrote it decided what"
                        + " is the text, the author and the time",
                Map.of("name", mapping.name(), "digest", mapping.digest())));
    }

    /// Where in no record anything stood.
    private Set<String> never() {
        var never = new TreeSet<String>();
        mapping.allRules()
                .flatMap(rule -> rule.parts().values().stream())
                .filter(source -> !seen.contains(source))
                .forEach(source -> source.places().forEach(place -> never.add(place.words())));
        return never;
    }
}
