package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq step show`: one step with its days and proofs.
@Command(name = "show")
final class StepShowCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "ID", descriptionKey = "taniq.step.id")
    private String id = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    StepShowCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var words = new StepWords(around, opened.casebook());
            var step = words.one(id);
            if (options.json()) {
                around.out().println(JsonLines.visible(words.json(step)));
            } else {
                words.whole(step);
            }
            around.out().flush();
        }
        return Exit.DONE;
    }
}
