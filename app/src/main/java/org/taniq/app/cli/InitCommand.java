package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.acquire.Custody;
import org.taniq.app.Answer;
import org.taniq.app.Begun;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq init`: begins a case; the first time also makes the person's keys under six new words.
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "taniq.init.dir")
    private Path folder = Path.of("");

    @Option(names = "--generate", descriptionKey = "taniq.init.generate")
    private boolean generate;

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Mixin
    private Told told = new Told();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InitCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (!around.onTerminal() && !told.answersBoth()) {
            throw new ParameterException(spec.commandLine(), around.say("init.say-both"));
        }
        if (generate && options.isScripted()) {
            throw new ParameterException(spec.commandLine(), around.say("init.one-source"));
        }
        var danger = told.danger(around, Answer.UNASKED);
        var minors = told.minors(around, Answer.UNASKED);
        var custody = told.custody(around, Custody.UNSTATED);
        try (var desk = options.desk(around)) {
            makeKeys(desk);
            try (var casebook = Casebook.begin(desk, folder.toAbsolutePath(), new Begun(custody, danger, minors))) {
                done(casebook);
            }
        }
        return Exit.DONE;
    }

    private void makeKeys(Desk desk) throws IOException {
        if (desk.hasKeys()) {
            if (generate) {
                throw new IOException(around.say("init.keys-there"));
            }
            return;
        }
        if (options.isScripted()) {
            try (var passphrases = options.passphrases()) {
                desk.makeKeys(passphrases.ask("", around.work()));
            }
            return;
        }
        if (!generate && !around.onTerminal()) {
            throw new ParameterException(spec.commandLine(), around.say("init.no-words"));
        }
        var handed = new HandedWords(around, options);
        desk.makeKeys(generate ? handed.print() : handed.show("init.words-before", "init.words-after"));
    }

    private void done(Casebook casebook) {
        if (options.json()) {
            around.out()
                    .println(Json.object()
                            .put("case", casebook.folder().toString())
                            .put(
                                    "takes",
                                    casebook.takes()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'))
                            .build()
                            .inOrder());
            return;
        }
        around.tell(around.say("init.done", "folder", casebook.folder()));
        around.tell(around.say("init.next"));
    }
}
