package org.taniq.read.mapped;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Verb;

/// Which values of a source are records, and where what stands in them.
///
/// @param at the way to each
/// @param where what members must say; without that it is no such record
/// @param begins the names of members with which one can begin: there reading goes on behind damage
/// @param counts our word for what is counted, and where it stands
/// @param inside records that stand within one
record Rule(
        Steps at,
        Map<String, String> where,
        Set<String> begins,
        Map<Part, Source> parts,
        TimeForm time,
        Map<String, Source> counts,
        Verb verb,
        List<Rule> inside) {

    Rule {
        where = Map.copyOf(where);
        begins = Set.copyOf(begins);
        parts = Map.copyOf(parts);
        counts = Collections.unmodifiableSequencedMap(new TreeMap<>(counts)); // what is sealed goes by its order
        inside = List.copyOf(inside);
    }

    /// Whether this is such a record: it says what it must, and at least one thing that the mapping names.
    boolean fits(Source.Within within) {
        return where.entrySet().stream()
                        .allMatch(one -> Steps.of(one.getKey())
                                .in(within.record())
                                .map(Fields::text)
                                .orElse("")
                                .equals(one.getValue()))
                && parts.values().stream()
                        .anyMatch(source -> source.taken(within).isPresent());
    }

    /// What a part says; empty where the mapping does not say where it stands.
    String text(Part part, Source.Within within) {
        var source = parts.get(part);
        return source == null ? "" : source.text(within);
    }

    /// Whether behind damage this is surely such a record.
    boolean fitsAlone(Json.Obj object) {
        return fits(new Source.Within(object, List.of(), Json.object().build()))
                && !text(
                                Part.TEXT,
                                new Source.Within(
                                        object, List.of(), Json.object().build()))
                        .isEmpty();
    }
}
