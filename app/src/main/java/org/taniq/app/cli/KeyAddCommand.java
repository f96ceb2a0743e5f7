package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.app.CaseKeys;
import org.taniq.app.Surroundings;
import org.taniq.base.age.PaperKey;
import org.taniq.base.age.Recipient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq key add`: one more way into the case.
@Command(name = "add")
final class KeyAddCommand implements Callable<Integer> {
    private final Surroundings around;

    @ArgGroup(multiplicity = "1")
    private Way way = new Way();

    @Option(names = "--whose", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.key.whose")
    private String whose = "";

    @Mixin
    private NewWords words = new NewWords();

    @Mixin
    private CaseOptions options = new CaseOptions();

    KeyAddCommand(Surroundings around) {
        this.around = around;
    }

    /// What is to open the case.
    static final class Way {
        @Parameters(paramLabel = "${bundle:taniq.arg-age-key}", descriptionKey = "taniq.key.age-key")
        private String ageKey = "";

        @Option(names = "--passphrase", required = true, descriptionKey = "taniq.key.passphrase")
        private boolean passphrase;

        @Option(names = "--paper", required = true, descriptionKey = "taniq.key.paper")
        private boolean paper;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var keys = opened.casebook().keys();
            if (way.paper) {
                paper(keys);
            } else if (way.passphrase) {
                passphrase(keys);
            } else {
                around.tell(around.say("key.added-age-key", "file", keys.add(recipient(), whose)));
            }
            around.out().flush();
        }
        return Exit.DONE;
    }

    private Recipient recipient() throws IOException {
        try {
            return new Recipient(way.ageKey.strip());
        } catch (IllegalArgumentException other) {
            throw new IOException(around.say("key.no-age-key"));
        }
    }

    private void passphrase(CaseKeys keys) throws IOException {
        keys.open();
        try (var chosen = words.passphrase(around, options, "key.words-before", "key.words-after")) {
            String file = keys.add(chosen, whose);
            if (!words.generates()) {
                around.tell(around.say("key.added-words", "file", file));
            }
        }
    }

    private void paper(CaseKeys keys) throws IOException {
        boolean script = words.generates();
        if (!script && !around.onTerminal()) {
            throw new IOException(around.say("key.paper-no-terminal"));
        }
        var lines = keys.paper();
        if (script) {
            print(lines);
            keys.paperMade(whose);
        } else {
            writtenDown(lines);
            keys.paperMade(whose);
            around.tell(around.say("key.paper-done"));
        }
    }

    private void writtenDown(List<String> lines) throws IOException {
        try (var _ = OncePage.open(around)) {
            around.tell(around.say("key.paper-before"));
            print(lines);
            around.tell(around.say("key.paper-after"));
            typedBack(lines);
        }
    }

    private void print(List<String> lines) {
        around.out().println("    AGE-SECRET-KEY-1");
        for (int number = 1; number <= lines.size(); number++) {
            around.out().println("    " + number + ":  " + lines.get(number - 1));
        }
        around.out().flush();
    }

    /// What was copied wrongly is noticed while the right one is still on the screen.
    private void typedBack(List<String> lines) throws IOException {
        if (!PaperKey.lines(OtherKey.typedLines(around)).equals(lines)) {
            throw new IOException(around.say("key.paper-another"));
        }
    }
}
