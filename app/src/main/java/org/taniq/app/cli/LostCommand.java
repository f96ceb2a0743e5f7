package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq lost`: says that copies were lost or taken, so that they count no more.
@Command(name = "lost")
final class LostCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.lost.place")
    private String place = "";

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.lost.said-by")
    private String saidBy = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    LostCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            int copies = opened.casebook().copies().lost(place, saidBy);
            if (options.json()) {
                around.out().println(Json.object().put("lost", copies).build().inOrder());
            } else {
                around.tell(around.say("lost.done", "n", copies));
            }
            around.out().flush();
        }
        return Exit.DONE;
    }
}
