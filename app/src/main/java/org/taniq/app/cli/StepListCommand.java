package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq step list`: every step, one on a line.
@Command(name = "list")
final class StepListCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    StepListCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return StepCommand.list(around, options);
    }
}
