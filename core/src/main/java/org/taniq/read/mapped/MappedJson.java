package org.taniq.read.mapped;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;

/// Goes through JSON on the ways that lead to records.
final class MappedJson implements JsonReading.Format {
    private final Mapping mapping;
    private final Handed handed;

    /// A rule, and what is left of the way to its records.
    private record Way(Rule rule, Steps rest, List<String> stars) {
        List<Way> into(String name) {
            if (!rest.beginWith(name)) {
                return List.of();
            }
            var more = new ArrayList<>(stars);
            if (rest.names().getFirst().equals(Steps.ANY)) {
                more.add(name);
            }
            return List.of(new Way(rule, rest.rest(), more));
        }
    }

    MappedJson(Mapping mapping, Handed handed) {
        this.mapping = mapping;
        this.handed = handed;
    }

    @Override
    public Set<String> openers() {
        return mapping.begins();
    }

    @Override
    public String around(String opener) {
        return "[";
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        if (pass.isWhole()) {
            value(
                    pass,
                    mapping.rules().stream()
                            .map(rule -> new Way(rule, rule.at(), List.of()))
                            .toList());
        } else {
            behindDamage(pass);
        }
    }

    private void value(JsonPass pass, List<Way> ways) throws IOException {
        var walk = pass.walk();
        var ends = ways.stream().filter(way -> way.rest().isEmpty()).toList();
        if (!ends.isEmpty()) {
            record(pass, ends);
        } else if (ways.isEmpty() || !walk.isArray() && !walk.isObject()) {
            pass.section();
        } else {
            boolean isArray = walk.isArray();
            pass.enter();
            for (long number = 0; walk.hasNext(); number++) {
                String name = isArray ? Long.toString(number) : walk.name();
                value(
                        pass,
                        ways.stream().flatMap(way -> way.into(name).stream()).toList());
            }
        }
    }

    private void record(JsonPass pass, List<Way> ends) throws IOException {
        var item = pass.item();
        for (var end : ends) {
            if (handed.item(pass, item, List.of(end.rule()), end.stars())) {
                return;
            }
        }
        pass.none(item);
    }

    /// The names on the way to it are not known there: it must look like one, and is marked.
    private void behindDamage(JsonPass pass) throws IOException {
        pass.enter();
        while (pass.walk().hasNext()) {
            var item = pass.item();
            var alike = item.value().orElse(Json.NULL) instanceof Json.Obj object
                    ? mapping.allRules().filter(rule -> rule.fitsAlone(object)).toList()
                    : List.<Rule>of();
            if (!handed.item(pass, item, alike, List.of(), Handed.Sure.NO)) {
                pass.none(item);
            }
        }
    }
}
