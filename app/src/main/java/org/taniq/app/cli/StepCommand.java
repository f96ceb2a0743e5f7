package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.act.Steps;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq step`: what was done about what happened, and the proofs that it was done. By itself it lists the
/// steps.
@Command(name = "step")
final class StepCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    private StepCommand(Surroundings around) {
        this.around = around;
    }

    /// With its subcommands.
    static CommandLine line(Surroundings around) {
        return new CommandLine(new StepCommand(around))
                .addSubcommand(new StepNewCommand(around))
                .addSubcommand(new StepSetCommand(around))
                .addSubcommand(new StepListCommand(around))
                .addSubcommand(new StepShowCommand(around));
    }

    @Override
    public Integer call() throws IOException {
        return list(around, options);
    }

    static int list(Surroundings around, CaseOptions options) throws IOException {
        try (var opened = options.open(around)) {
            var steps = Steps.of(opened.casebook().unlocked());
            steps.notUnderstood()
                    .forEach(pointer -> around.warn(around.say("step.not-understood", "statement", pointer.name())));
            var all = steps.all();
            var words = new StepWords(around, opened.casebook());
            if (options.json()) {
                around.out()
                        .println(JsonLines.visible(
                                Json.of(all.stream().map(words::json).toList())));
            } else if (all.isEmpty()) {
                around.out().println(around.say("step.none"));
            } else {
                all.forEach(words::line);
            }
            around.out().flush();
        }
        return Exit.DONE;
    }
}
