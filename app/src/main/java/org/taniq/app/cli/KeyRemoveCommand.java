package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq key remove`: takes a way in out of this copy, and says what that does not do.
@Command(name = "remove")
final class KeyRemoveCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.key.remove.file")
    private Path file = Path.of("");

    @Mixin
    private CaseOptions options = new CaseOptions();

    KeyRemoveCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            String removed = opened.casebook().keys().remove(file);
            around.tell(around.say("key.removed", "file", removed));
            around.out().flush();
        }
        return Exit.DONE;
    }
}
