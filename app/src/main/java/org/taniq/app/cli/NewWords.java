package org.taniq.app.cli;

import java.io.IOException;
import org.taniq.app.Passphrases;
import org.taniq.app.Surroundings;
import org.taniq.base.age.Passphrase;
import picocli.CommandLine.Option;

/// A new passphrase: six words that are made and shown once, or words of the person's own, typed twice.
final class NewWords {
    private static final int NONE = -1;

    @Option(names = "--own-words", descriptionKey = "common.own-words")
    private boolean own;

    @Option(names = "--generate", descriptionKey = "common.generate")
    private boolean generate;

    @Option(names = "--new-words-fd", paramLabel = "N", descriptionKey = "common.new-words-fd")
    private int descriptor = NONE;

    /// Whether what is made may be printed where no terminal is.
    boolean generates() {
        return generate;
    }

    /// @param before what is said above the words
    /// @param after what is said below them
    Passphrase passphrase(Surroundings around, CaseOptions options, String before, String after) throws IOException {
        if (descriptor != NONE) {
            try (var passphrases = Passphrases.fromDescriptor(descriptor)) {
                return passphrases.ask("", around.work());
            }
        }
        if (own) {
            return typedTwice(around);
        }
        if (!generate && !around.onTerminal()) {
            throw new IOException(around.say("key.no-terminal"));
        }
        // typed back on the terminal, also where a script hands in the old words
        var handed = new HandedWords(around, new CaseOptions());
        return generate ? handed.print() : handed.show(before, after);
    }

    private static Passphrase typedTwice(Surroundings around) throws IOException {
        around.tell(around.say("key.own-words"));
        try (var passphrases = Passphrases.onTerminal();
                var _ = WhenStopped.atQuestion(around)) {
            return passphrases
                    .askTwice(around.say("key.new-words") + " ", around.say("key.new-words-again") + " ", around.work())
                    .orElseThrow(() -> new IOException(around.say("key.not-the-same")));
        }
    }
}
