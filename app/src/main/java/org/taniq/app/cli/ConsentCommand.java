package org.taniq.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.taniq.act.Consent;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.seal.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq consent`: seals what somebody allowed, refused or took back, and until when it may be kept. By itself it
/// lists what stands.
@Command(name = "consent")
final class ConsentCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(arity = "0..*", paramLabel = "${bundle:taniq.arg-reference}", descriptionKey = "taniq.consent.items")
    private List<String> items = List.of();

    @Option(names = "--whose", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.consent.whose")
    private String whose = "";

    @Option(names = "--purpose", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.consent.purpose")
    private String purpose = "";

    @Option(names = "--how", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.consent.how")
    private String how = "";

    @Option(names = "--state", paramLabel = "given|refused|withdrawn", descriptionKey = "taniq.consent.state")
    private Optional<State> state = Optional.empty();

    @Option(names = "--whole-case", descriptionKey = "taniq.consent.whole")
    private boolean wholeCase;

    @Option(names = "--keep-until", paramLabel = "${bundle:taniq.arg-date}", descriptionKey = "taniq.consent.until")
    private LocalDate keepUntil = Consent.NO_DAY;

    @Option(names = "--intimate", descriptionKey = "taniq.consent.intimate")
    private boolean intimate;

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.consent.said-by")
    private String saidBy = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// As typed.
    enum State {
        given,
        refused,
        withdrawn;

        private Consent.State meant() {
            return Consent.State.valueOf(name().toUpperCase(java.util.Locale.ROOT));
        }
    }

    ConsentCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        boolean lists = saysNothing();
        if (!lists) {
            refuseHalf();
        }
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            if (!lists) {
                casebook.consent(consent(casebook), saidBy);
            }
            var words = new ConsentWords(around, casebook);
            if (options.json()) {
                around.out().println(JsonLines.visible(words.json()));
            } else {
                words.list();
            }
            around.out().flush();
        }
        return Exit.DONE;
    }

    private boolean saysNothing() {
        return items.isEmpty()
                && !wholeCase
                && !intimate
                && state.isEmpty()
                && keepUntil.equals(Consent.NO_DAY)
                && (whose + purpose + how + saidBy).isEmpty();
    }

    /// What is sealed here may allow that something leaves: each part of it is said, and none is guessed.
    private void refuseHalf() {
        refuse(whose.isEmpty(), "consent.say-whose");
        refuse(state.isEmpty(), "consent.say-state");
        refuse(items.isEmpty() != wholeCase, "consent.say-what");
        boolean given = state.equals(Optional.of(State.given));
        refuse(intimate && given && keepUntil.equals(Consent.NO_DAY), "consent.say-until");
    }

    private void refuse(boolean isHalf, String why) {
        if (isHalf) {
            throw new ParameterException(spec.commandLine(), around.say(why));
        }
    }

    private Consent consent(Casebook casebook) throws IOException {
        var pointers = new ArrayList<Pointer>();
        for (var typed : items) {
            pointers.add(item(typed, casebook));
        }
        return new Consent(pointers, whose, purpose, how, state.orElseThrow().meant(), keepUntil);
    }

    private Pointer item(String typed, Casebook casebook) throws IOException {
        var reference = Reference.of(typed)
                .filter(Reference.Whole.class::isInstance)
                .orElseThrow(() -> new IOException(around.say("erase.no-item", "typed", typed)));
        var item = reference.in(casebook.unlocked(), casebook.log());
        if (!item.opened().schema().name().equals("item/1")) {
            throw new IOException(around.say("erase.no-item", "typed", typed));
        }
        return item.pointer();
    }
}
