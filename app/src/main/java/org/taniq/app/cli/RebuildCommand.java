package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq rebuild`: makes the search index anew from what is sealed.
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    RebuildCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            long records = rebuild(opened.casebook());
            around.out()
                    .println(
                            options.json()
                                    ? Json.object()
                                            .put("records", records)
                                            .build()
                                            .inOrder()
                                    : around.say("rebuild.done", "n", records));
        }
        return Exit.DONE;
    }

    private long rebuild(Casebook casebook) throws IOException {
        casebook.identity();
        try (var progress = options.progress(around, 0)) {
            casebook.watchedBy(progress);
            return casebook.search().rebuild();
        }
    }
}
