package org.taniq.app.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.taniq.app.Surroundings;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;

/// Six new words on their way to the person: shown once.
final class HandedWords {
    private static final int TRIES = 3;

    private final Surroundings around;
    private final CaseOptions options;

    HandedWords(Surroundings around, CaseOptions options) {
        this.around = around;
        this.options = options;
    }

    /// Prints them, for a script.
    Passphrase print() throws IOException {
        return hand(words -> {
            around.out().println(words);
            around.out().flush();
        });
    }

    /// Shows them on the terminal; they are typed back, so that they were written down.
    Passphrase show(String before, String after) throws IOException {
        return hand(words -> {
            try (var _ = OncePage.open(around)) {
                around.tell(around.say(before));
                frame(words);
                around.tell(around.say(after));
                around.out().flush();
                typedBack(words);
            }
            around.tell(around.say("init.typed-right"));
        });
    }

    @FunctionalInterface
    private interface Handing {
        void hand(char[] words) throws IOException;
    }

    private Passphrase hand(Handing handing) throws IOException {
        char[] words = SixWords.generate(new SecureRandom());
        try {
            handing.hand(words);
            return Passphrase.of(words, around.work());
        } finally {
            Arrays.fill(words, '\0');
        }
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
                    return;
                }
                around.tell(around.say("init.typed-wrong"));
                around.out().flush();
            }
        }
        throw new IOException(around.say("init.not-typed"));
    }
}
