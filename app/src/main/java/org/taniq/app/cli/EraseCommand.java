package org.taniq.app.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.app.Answer;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.seal.Erasure;
import org.taniq.seal.ToErase;
import org.taniq.seal.Unlocked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq erase`: shows what would go and what it does not reach, asks, and erases it.
@Command(name = "erase")
final class EraseCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(arity = "0..*", paramLabel = "${bundle:taniq.arg-reference}", descriptionKey = "taniq.erase.items")
    private List<String> items = List.of();

    @Option(names = "--why", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.erase.why")
    private String why = "";

    @Option(
            names = "--on-request-of",
            paramLabel = "${bundle:taniq.arg-name}",
            descriptionKey = "taniq.erase.on-request-of")
    private String onRequestOf = "";

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.erase.said-by")
    private String saidBy = "";

    @Option(names = "--also-here", descriptionKey = "taniq.erase.also-here")
    private boolean alsoHere;

    @Option(names = "--yes", descriptionKey = "taniq.erase.yes")
    private boolean yes;

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    EraseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (items.isEmpty() != alsoHere) {
            throw mistyped("erase.what");
        }
        if (options.json() && !yes) {
            throw mistyped("erase.say-yes");
        }
        try (var opened = options.open(around)) {
            return in(opened.casebook());
        }
    }

    private ParameterException mistyped(String key) {
        return new ParameterException(spec.commandLine(), around.say(key));
    }

    private int in(Casebook casebook) throws IOException {
        var plan = alsoHere
                ? casebook.erasing().planOfOthers()
                : casebook.erasing().plan(named(casebook));
        var words = new EraseWords(around, casebook);
        if (plan.isNothing()) {
            around.tell(around.say("erase.nothing-here"));
            return Exit.DONE;
        }
        if (!options.json()) {
            words.plan(plan, casebook.erasing().beyond(plan));
        }
        if (!isMeant()) {
            around.tell(around.say("erase.nothing"));
            return Exit.DONE;
        }
        erase(plan, words, casebook);
        return Exit.DONE;
    }

    private List<Unlocked.Sealed> named(Casebook casebook) throws IOException {
        var named = new ArrayList<Unlocked.Sealed>();
        for (var typed : items) {
            var reference = Reference.of(typed)
                    .filter(Reference.Whole.class::isInstance)
                    .orElseThrow(() -> new IOException(around.say("erase.no-item", "typed", typed)));
            named.add(reference.in(casebook.unlocked(), casebook.log()));
        }
        return named;
    }

    /// Where nobody can be asked, it must have been said.
    private boolean isMeant() throws IOException {
        if (yes) {
            return true;
        }
        around.out().flush();
        if (!around.onTerminal()) {
            throw new IOException(around.say("erase.say-yes"));
        }
        return new Questions(around).answer(around.say("erase.ask"), Answer.UNASKED) == Answer.YES;
    }

    private void erase(ToErase plan, EraseWords words, Casebook casebook) throws IOException {
        String now = around.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var receipt = casebook.erasing().erase(plan, new Erasure.Stated(why, onRequestOf, now, saidBy));
        if (options.json()) {
            around.out().println(JsonLines.visible(words.json(plan, receipt)));
        } else {
            words.done(plan, receipt);
        }
        around.out().flush();
    }
}
