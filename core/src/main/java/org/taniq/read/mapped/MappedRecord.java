package org.taniq.read.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;

/// One record as a mapping understands it. What the mapping does not name is kept as the source says it.
record MappedRecord(Rule rule, Standing.Within within) {
    /// Objects and lists within one another whose values are told one by one.
    private static final int DEEPEST = 8;

    /// A record that stands within one.
    ///
    /// @param pointer from the one around it
    record Inner(MappedRecord record, String pointer) {}

    /// The first rule that fits a value.
    static Optional<MappedRecord> of(List<Rule> rules, Standing.Within within) {
        return rules.stream().filter(rule -> rule.fits(within)).findFirst().map(rule -> new MappedRecord(rule, within));
    }

    /// @param beside the files beside the one that is read
    Draft draft(Input.Beside beside) {
        var draft = new Draft()
                .verb(rule.verb())
                .by(author())
                .to(pair(Part.AUDIENCE, Part.AUDIENCE_ID))
                .at(rule.time().of(text(Part.TIME)))
                .called(text(Part.ID))
                .answers(text(Part.ANSWERS))
                .stoodAt(text(Part.ADDRESS))
                .words(text(Part.TITLE))
                .words(text(Part.TEXT));
        if (!text(Part.FILE).isEmpty()) {
            draft.file(text(Part.FILE), beside.of(text(Part.FILE)));
        }
        rule.counts().forEach((name, source) -> draft.count(name, source.text(within)));
        return draft;
    }

    Actor author() {
        return pair(Part.AUTHOR, Part.AUTHOR_ID);
    }

    private String text(Part part) {
        return rule.text(part, within);
    }

    /// A name goes with the id of the same number only: of two names and ids each could be of another person.
    private Actor pair(Part name, Part id) {
        int number = number(name, id);
        return Draft.named(
                rule.source(name).map(source -> source.text(number, within)).orElse(""),
                rule.source(id).map(source -> source.text(number, within)).orElse(""));
    }

    private int number(Part name, Part id) {
        int ofName = rule.source(name).flatMap(source -> source.first(within)).orElse(Integer.MAX_VALUE);
        int ofId = rule.source(id).flatMap(source -> source.first(within)).orElse(Integer.MAX_VALUE);
        return Math.min(ofName, ofId);
    }

    /// The number of the place from which a part was taken.
    private Optional<Integer> taken(Part part) {
        return switch (part) {
            case AUTHOR, AUTHOR_ID -> Optional.of(number(Part.AUTHOR, Part.AUTHOR_ID));
            case AUDIENCE, AUDIENCE_ID -> Optional.of(number(Part.AUDIENCE, Part.AUDIENCE_ID));
            case TITLE, TEXT, TIME, ADDRESS, ID, ANSWERS, FILE ->
                rule.source(part).flatMap(source -> source.first(within));
        };
    }

    /// Says what no part of the mapping took, each value whole.
    void left(BiConsumer<String, Json> said) {
        var ways = new ArrayList<Steps>();
        rule.parts()
                .forEach((part, source) -> taken(part)
                        .filter(number -> number < source.places().size() && isWhole(part, source.text(number, within)))
                        .ifPresent(number -> way(source.places().get(number), ways)));
        rule.counts()
                .values()
                .forEach(source -> source.first(within)
                        .ifPresent(number -> way(source.places().get(number), ways)));
        rule.inside().stream().filter(this::readsAll).map(Rule::at).forEach(ways::add);
        if (Steps.without(ways, within.record()).orElse(Json.NULL) instanceof Json.Obj(var members)) {
            members.forEach((name, value) -> say(name, value, 0, said));
        }
    }

    /// Whether all that stands there is in the record: only words may be longer than a detail.
    private static boolean isWhole(Part part, String text) {
        return switch (part) {
            case TITLE, TEXT -> true;
            case AUTHOR, AUTHOR_ID, AUDIENCE, AUDIENCE_ID, TIME, ADDRESS, ID, ANSWERS, FILE ->
                text.length() <= Detail.LONGEST;
        };
    }

    private static void way(Standing place, List<Steps> ways) {
        switch (place) {
            case Standing.Inside(Steps way, var _) -> ways.add(way);
            case Standing.Around _, Standing.Star _ -> {}
        }
    }

    /// What is longer than one detail is said in pieces: of an object or list each value by itself.
    private static void say(String name, Json value, int depth, BiConsumer<String, Json> said) {
        switch (value) {
            case Json.Str(String text) -> Detail.pieces(text).forEach(piece -> said.accept(name, Json.of(piece)));
            case Json.Obj(var members) when isLong(value, depth) -> within(name, members, depth, said);
            case Json.Arr(var items) when isLong(value, depth) -> within(name, numbered(items), depth, said);
            case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> said.accept(name, value);
        }
    }

    private static void within(String name, Map<String, Json> members, int depth, BiConsumer<String, Json> said) {
        members.forEach((member, one) -> say(name + "/" + member, one, depth + 1, said));
    }

    private static boolean isLong(Json value, int depth) {
        return depth < DEEPEST && value.canonical().length() > Detail.LONGEST;
    }

    private static SequencedMap<String, Json> numbered(List<Json> items) {
        var numbered = new LinkedHashMap<String, Json>();
        items.forEach(item -> numbered.put(Integer.toString(numbered.size()), item));
        return numbered;
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
        var here = new Standing.Within(object, found.stars(), within.record());
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
