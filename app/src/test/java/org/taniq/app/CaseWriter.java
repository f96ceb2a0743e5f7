package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.read.index.Search;
import org.taniq.seal.Gap;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Verdict;

/// One of several people who work on a case: does by chance what a person does, and remembers what she was
/// told is sealed.
record CaseWriter(Person person, String name, RandomGenerator chance, List<Pointer> sealed, List<String> words) {

    static CaseWriter of(Person person, String name, RandomGenerator chance) {
        return new CaseWriter(person, name, chance, new ArrayList<>(), new ArrayList<>());
    }

    Path vault() {
        return person.vault();
    }

    void works() throws IOException {
        switch (chance.nextInt(9)) {
            case 0, 1, 2 -> adds();
            case 3 -> begins();
            case 4, 5 -> continues();
            case 6 -> person.does(casebook -> casebook.stamps().due());
            case 7 -> tells();
            default -> person.does(casebook -> casebook.search().rebuild());
        }
    }

    private void adds() throws IOException {
        String word = name + "word" + words.size();
        for (var item : person.adds(word + ".txt", "20.11.2026, 10:00 - Tofiq: " + word + "\n")) {
            if (item instanceof SealedItem.New(var _, var _, var _, var sources)) {
                sealed.add(sources.item());
            }
        }
        words.add(word);
    }

    private void begins() throws IOException {
        var step = new Step(
                String.format(Locale.ROOT, "%032x", chance.nextLong(1, Long.MAX_VALUE)),
                "complaint " + name,
                "Police",
                List.of(),
                Step.State.PLANNED,
                "",
                List.of(),
                List.of());
        sealed.add(person.does(casebook -> casebook.act(step, name)).pointer());
    }

    private void continues() throws IOException {
        var steps = person.does(casebook -> Steps.of(casebook.unlocked()).all());
        if (!steps.isEmpty()) {
            var last = steps.get(chance.nextInt(steps.size()));
            var next = Step.State.values()[chance.nextInt(Step.State.values().length)];
            var day = LocalDate.of(2026, 11, 20);
            var log = person.does(Casebook::log);
            var step = last.joined(log, day).reached(new Step.Date(next, day), List.of(), name + sealed.size());
            sealed.add(person.does(casebook -> casebook.act(last, step, name)).pointer());
        }
    }

    private void tells() throws IOException {
        sealed.add(person.does(casebook -> {
            var group = casebook.writing().group(LogKind.CASE);
            group.add(Statement.of("told/1")
                    .with("digest", String.format(Locale.ROOT, "%064x", chance.nextLong(Long.MAX_VALUE))));
            return casebook.writing().commit(group).getFirst().pointer();
        }));
    }

    /// What she was told is sealed is there and is found; what the other sealed is whole or not here yet.
    void looks() throws IOException {
        var verdict = person.does(casebook -> casebook.check().verify());
        assertNotEquals(Verdict.Bytes.ALTERED, verdict.bytes(), () -> name + " sees " + verdict.failed());
        person.does(casebook -> {
            var unlocked = casebook.unlocked();
            for (var gap : unlocked.gaps()) {
                assertEquals(Gap.NotHere.class, gap.getClass(), gap::toString);
            }
            for (var pointer : sealed) {
                unlocked.statement(pointer);
            }
            return true;
        });
        person.does(casebook -> {
            if (!words.isEmpty()) {
                String word = words.get(chance.nextInt(words.size()));
                assertEquals(
                        1,
                        casebook.search().find(Search.of(word)).total().count(),
                        () -> name + " does not find " + word);
            }
            return true;
        });
    }

    /// How the case stands, as she sees it.
    List<Object> state() throws IOException {
        return person.does(casebook -> {
            var unlocked = casebook.unlocked();
            return List.of(
                    pointers(unlocked.statements("item/1")),
                    pointers(unlocked.readings()),
                    pointers(unlocked.statements("told/1")),
                    pointers(unlocked.statements("step/1")),
                    Steps.of(unlocked).all(),
                    unlocked.gaps());
        });
    }

    private static Set<String> pointers(List<Unlocked.Sealed> statements) {
        var names = new TreeSet<String>();
        statements.forEach(statement -> names.add(statement.pointer().name()));
        return names;
    }
}
