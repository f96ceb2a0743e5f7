package org.taniq.app.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taniq.act.Step;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq step new`: seals that something is planned, or was sent.
@Command(name = "new")
final class StepNewCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-what}", descriptionKey = "taniq.step.what")
    private String what = "";

    @Option(names = "--to", paramLabel = "${bundle:taniq.arg-whom}", required = true, descriptionKey = "taniq.step.to")
    private String toWhom = "";

    @Option(names = "--basis", paramLabel = "${bundle:taniq.arg-ground}", descriptionKey = "taniq.step.basis")
    private List<String> basis = List.of();

    @Option(names = "--state", paramLabel = "${bundle:taniq.arg-state}", descriptionKey = "taniq.step.state")
    private Stated state = Stated.planned;

    @Mixin
    private StepOptions more = new StepOptions();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// States in which a step can begin.
    enum Stated {
        planned,
        sent,
        delivered
    }

    StepNewCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            return in(opened.casebook());
        }
    }

    int in(Casebook casebook) throws IOException {
        var reached = Step.State.valueOf(state.name().toUpperCase(Locale.ROOT));
        return new StepSealing(around, more, options).begin(casebook, planned(), reached);
    }

    private Step planned() {
        if (what.isBlank()) {
            throw new ParameterException(spec.commandLine(), around.say("step.say-what"));
        }
        return new Step(id(), what, toWhom, basis, Step.State.PLANNED, "", List.of(), List.of());
    }

    private static String id() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
