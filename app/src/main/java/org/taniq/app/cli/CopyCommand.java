package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.CopySaid;
import org.taniq.app.Surroundings;
import org.taniq.seal.Copied;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq copy`: copies a case to another disk, checks the copy, and prints a receipt for whoever keeps it.
@Command(name = "copy")
final class CopyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "taniq.copy.to")
    private Path to = Path.of("");

    @Option(names = "--without-keys", descriptionKey = "taniq.copy.without-keys")
    private boolean withoutKeys;

    @Option(names = "--place", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.copy.place")
    private String place = "";

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.copy.said-by")
    private String saidBy = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    CopyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var keys = withoutKeys ? VaultCopy.Keys.WITHOUT : VaultCopy.Keys.WITH;
        try (var opened = options.open(around)) {
            var copied = copied(opened.casebook(), keys);
            say(copied, keys, opened.casebook());
            if (copied.bytes() != Verdict.Bytes.ALTERED) { // nobody is to rely on one that is not whole
                opened.casebook().copied(copied, new CopySaid(saidBy, place, keys));
            }
            return switch (copied.bytes()) {
                case INTACT -> Exit.DONE;
                case ALTERED -> Exit.ALTERED;
                case UNCHECKED -> Exit.COULD_NOT;
            };
        }
    }

    private Copied copied(Casebook casebook, VaultCopy.Keys keys) throws IOException {
        try (var progress = options.progress(around, 0);
                var _ = WhenStopped.at(around, progress, () -> around.say("copy.stopped"))) {
            return casebook.copy(to, keys, progress::copying);
        }
    }

    private void say(Copied copied, VaultCopy.Keys keys, Casebook casebook) throws IOException {
        var words = new CopyWords(around, copied, around.clock().instant());
        if (options.json()) {
            around.out().println(JsonLines.visible(words.json(to)));
        } else {
            words.print(to, keys, casebook);
        }
        around.out().flush();
    }
}
