package org.taniq.app.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taniq.act.Step;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq step set`: seals how far a step has come.
@Command(name = "set")
final class StepSetCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "taniq.step.id")
    private String id = "";

    @Parameters(index = "1", paramLabel = "${bundle:taniq.arg-state}", descriptionKey = "taniq.step.reached")
    private Stated state = Stated.sent;

    @Mixin
    private StepOptions more = new StepOptions();

    @Mixin
    private CaseOptions options = new CaseOptions();

    /// States to which a step can come.
    enum Stated {
        sent,
        delivered,
        answered,
        refused,
        silent
    }

    StepSetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            return in(opened.casebook());
        }
    }

    int in(Casebook casebook) throws IOException {
        var step = new StepWords(around, casebook).one(id);
        var reached = Step.State.valueOf(state.name().toUpperCase(Locale.ROOT));
        return new StepSealing(around, more, options).goOn(casebook, step, reached);
    }
}
