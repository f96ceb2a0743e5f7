package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.PassphraseChange;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq passphrase`: other words for all cases of this person on this computer.
@Command(name = "passphrase")
final class PassphraseCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private NewWords words = new NewWords();

    @Mixin
    private CaseOptions options = new CaseOptions();

    PassphraseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var desk = options.desk(around)) {
            desk.prove();
            try (var chosen = words.passphrase(around, options, "init.words-before", "passphrase.words-after")) {
                var left = PassphraseChange.of(desk, chosen);
                if (!words.generates()) {
                    around.tell(around.say("passphrase.done"));
                    left.forEach(folder -> around.tell(around.say("passphrase.left", "folder", folder)));
                    around.tell(around.say("passphrase.older"));
                } else {
                    left.forEach(folder -> around.warn(around.say("passphrase.left", "folder", folder)));
                }
            }
            around.out().flush();
        }
        return Exit.DONE;
    }
}
