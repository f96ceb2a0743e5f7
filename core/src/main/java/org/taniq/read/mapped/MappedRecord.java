package org.taniq.read.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Draft;

/// One record as a mapping understands it. What the mapping does not name is kept as the source says it.
record MappedRecord(Rule rule, Source.Within within) {
    /// A record that stands within one.
    ///
    /// @param pointer from the one around it
    record Inner(MappedRecord record, String pointer) {}

    /// The first rule that fits a value.
    static Optional<MappedRecord> of(List<Rule> rules, Source.Within within) {
        return rules.stream().filter(rule -> rule.fits(within)).findFirst().map(rule -> new MappedRecord(rule, within));
    }

    Draft draft() {
        var draft = new Draft()
                .verb(rule.verb())
                .by(Draft.named(text(Part.AUTHOR), text(Part.AUTHOR_ID)))
                .to(Draft.named(text(Part.AUDIENCE), text(Part.AUDIENCE_ID)))
                .at(rule.time().of(text(Part.TIME)))
                .called(text(Part.ID))
                .answers(text(Part.ANSWERS))
                .stoodAt(text(Part.ADDRESS))
                .words(text(Part.TITLE))
                .words(text(Part.TEXT));
        if (!text(Part.FILE).isEmpty()) {
            draft.file(text(Part.FILE), Attachment.State.MISSING);
        }
        rule.counts().forEach((name, source) -> draft.count(name, source.text(within)));
        left().forEach(draft::member);
        return draft;
    }

    private String text(Part part) {
        return rule.text(part, within);
    }

    /// What no part of the mapping took.
    private LinkedHashMap<String, Json> left() {
        Optional<Json> left = Optional.of(within.record());
        var taken = new ArrayList<Steps>();
        rule.parts().forEach((part, source) -> {
            if (part == Part.TITLE || part == Part.TEXT || Source.isWhole(source.text(within))) {
                source.taken(within).ifPresent(taken::add);
            }
        });
        rule.counts().values().forEach(source -> source.taken(within).ifPresent(taken::add));
        rule.inside().stream().filter(this::readsAll).map(Rule::at).forEach(taken::add);
        for (var steps : taken) {
            left = left.flatMap(steps::without);
        }
        return left.orElse(Json.NULL) instanceof Json.Obj(var members)
                ? new LinkedHashMap<>(members)
                : new LinkedHashMap<>();
    }

    /// Whether all to which an inner rule leads are records: then none of it is kept a second time.
    private boolean readsAll(Rule inside) {
        return inside.at()
                .all(within.record())
                .allMatch(found -> here(inside, found).isPresent());
    }

    private Optional<Inner> here(Rule inside, Steps.Found found) {
        if (!(found.value() instanceof Json.Obj object)) {
            return Optional.empty();
        }
        var here = new Source.Within(object, found.stars(), within.record());
        return inside.fits(here)
                ? Optional.of(new Inner(new MappedRecord(inside, here), found.pointer()))
                : Optional.empty();
    }

    /// The records that stand within it.
    List<Inner> inner() {
        return rule.inside().stream()
                .flatMap(inside -> inside.at().all(within.record()).flatMap(found -> here(inside, found).stream()))
                .toList();
    }
}
