package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Session;
import org.taniq.app.Status;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq status`: what is lost with this computer, who can open the case, and since when others know of it.
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    StatusCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var words = new StatusWords(around, Status.of(opened.casebook()));
            if (options.json()) {
                around.out().println(JsonLines.visible(words.json()));
            } else {
                boolean session = Session.current(around.environment()).isPresent();
                words.print(opened.casebook().folder(), session);
                if (!opened.casebook().isLocked()) {
                    new EraseWords(around, opened.casebook()).sayOthers();
                    new ConsentWords(around, opened.casebook()).sayUntil();
                }
            }
            around.out().flush();
        }
        return Exit.DONE;
    }
}
