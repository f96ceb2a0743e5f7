package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Answer;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Rekeying;
import org.taniq.app.Surroundings;
import org.taniq.seal.Copied;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq rekey`: says what a new key does and does not, asks, and makes the case again under it in a new folder.
@Command(name = "rekey")
final class RekeyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "taniq.rekey.folder")
    private Path to = Path.of("");

    @Option(names = "--partly", descriptionKey = "taniq.rekey.partly")
    private boolean partly;

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.rekey.said-by")
    private String saidBy = "";

    @Option(names = "--yes", descriptionKey = "taniq.rekey.yes")
    private boolean yes;

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RekeyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (options.json() && !yes) {
            throw new ParameterException(spec.commandLine(), around.say("rekey.say-yes"));
        }
        try (var desk = options.desk(around)) {
            var from = options.choose(desk, around);
            if (!isMeant(desk, from)) {
                around.tell(around.say("rekey.nothing"));
                return Exit.DONE;
            }
            var made = made(new Rekeying(desk, from, to));
            index(desk);
            return say(made, from);
        }
    }

    private boolean isMeant(Desk desk, Path from) throws IOException {
        try (var casebook = Casebook.open(desk, from)) {
            CaseOptions.keepLocked(casebook, around);
            var plan = new Rekeying(desk, from, to).plan(casebook);
            if (!options.json()) {
                new RekeyWords(around, from, to).plan(plan);
            }
            if (!partly && !plan.lacking().isEmpty()) {
                throw new IOException(around.say("rekey.say-partly"));
            }
        }
        if (yes) {
            return true;
        }
        around.out().flush();
        if (!around.onTerminal()) {
            throw new IOException(around.say("rekey.say-yes"));
        }
        return new Questions(around).answer(around.say("rekey.ask"), Answer.UNASKED) == Answer.YES;
    }

    private Copied made(Rekeying rekeying) throws IOException {
        var lacking = partly ? Rekeying.Lacking.LEFT : Rekeying.Lacking.REFUSED;
        try (var progress = options.progress(around, 0);
                var _ = WhenStopped.at(around, progress, () -> around.say("rekey.stopped"))) {
            return rekeying.rekey(lacking, saidBy, progress::copying);
        }
    }

    private void index(Desk desk) throws IOException {
        try (var casebook = Casebook.open(desk, to.toAbsolutePath());
                var progress = options.progress(around, 0)) {
            casebook.watchedBy(progress);
            casebook.search().rebuild();
        }
    }

    private int say(Copied made, Path from) {
        if (options.json()) {
            var words = new CopyWords(around, made, around.clock().instant());
            around.out().println(JsonLines.visible(words.json(to)));
        } else {
            new RekeyWords(around, from, to).done(made);
        }
        around.out().flush();
        return switch (made.bytes()) {
            case INTACT -> Exit.DONE;
            case ALTERED -> Exit.ALTERED;
            case UNCHECKED -> Exit.COULD_NOT;
        };
    }
}
