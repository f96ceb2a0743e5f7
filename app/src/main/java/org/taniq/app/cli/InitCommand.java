package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.taniq.acquire.Custody;
import org.taniq.app.Answer;
import org.taniq.app.Begun;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;
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
    private static final int TRIES = 3;

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
        char[] words = SixWords.generate(new SecureRandom());
        try {
            hand(words);
            desk.makeKeys(Passphrase.of(words, around.work()));
        } finally {
            Arrays.fill(words, '\0');
        }
    }

    /// Shows the words once; on a terminal they are typed back, so that they were written down.
    private void hand(char[] words) throws IOException {
        if (generate) {
            around.out().println(words);
            around.out().flush();
            return;
        }
        around.tell(around.say("init.words-before"));
        frame(words);
        around.tell(around.say("init.words-after"));
        around.out().flush();
        typedBack(words);
    }

    private void frame(char[] words) {
        String line = "─".repeat(words.length + 4);
        around.out().println("  ┌" + line + "┐");
        around.out().print("  │  ");
        around.out().print(words);
        around.out().println("  │");
        around.out().println("  └" + line + "┘");
    }

    private void typedBack(char[] words) throws IOException {
        try (var passphrases = options.passphrases();
                var _ = WhenStopped.atQuestion(around)) {
            for (int tries = 0; tries < TRIES; tries++) {
                if (passphrases.asks(around.say("init.type-back") + " ", words)) {
                    around.tell(around.say("init.typed-right"));
                    return;
                }
                around.tell(around.say("init.typed-wrong"));
                around.out().flush();
            }
        }
        throw new IOException(around.say("init.not-typed"));
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
