package org.taniq.read.mapped;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Verb;

/// Which values of a source are records, and where what stands in them.
///
/// @param at the way to each
/// @param where what must stand at places; without that it is no such record
/// @param begins the names of members with which one can begin: there reading goes on behind damage
/// @param counts our word for what is counted, and where it stands; in this order they are sealed
/// @param inside records that stand within one
record Rule(
        Steps at,
        Map<Standing, String> where,
        Set<String> begins,
        Map<Part, Source> parts,
        TimeForm time,
        Map<String, Source> counts,
        Verb verb,
        List<Rule> inside) {

    Rule {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        begins = Set.copyOf(begins);
        parts = Collections.unmodifiableMap(parts.isEmpty() ? new EnumMap<>(Part.class) : new EnumMap<>(parts));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        inside = List.copyOf(inside);
    }

    /// Whether this is such a record: it says what it must, and at least one thing that the mapping names.
    boolean fits(Standing.Within within) {
        return where.entrySet().stream()
                        .allMatch(one -> one.getKey()
                                .in(within)
                                .map(Standing::written)
                                .orElse("")
                                .equals(one.getValue()))
                && parts.values().stream()
                        .anyMatch(source -> source.first(within).isPresent());
    }

    Optional<Source> source(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    /// What a part says; empty where the mapping does not say where it stands.
    String text(Part part, Standing.Within within) {
        return source(part).map(source -> source.text(within)).orElse("");
    }

    /// Whether behind damage this may be such a record: it has words.
    boolean fitsAlone(Json.Obj object) {
        var within = Standing.Within.alone(object, List.of());
        return fits(within) && !text(Part.TEXT, within).isEmpty();
    }
}
