package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Readmission;
import org.taniq.app.Surroundings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq key restore`: opens a case whose words are forgotten, or that comes from another computer, and sets
/// new words.
@Command(name = "restore")
final class KeyRestoreCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "taniq.key.restore.folder")
    private Path folder = Path.of("");

    @ArgGroup(multiplicity = "1")
    private OtherKey key = new OtherKey();

    @Option(names = "--forgotten", descriptionKey = "taniq.key.forgotten")
    private boolean forgotten;

    @Mixin
    private NewWords words = new NewWords();

    @Mixin
    private CaseOptions options = new CaseOptions();

    KeyRestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var desk = options.desk(around)) {
            var restoring = Readmission.of(desk, folder.toAbsolutePath(), key.wayBack(around, desk));
            boolean others = desk.hasKeys();
            if (forgotten || !others) {
                restoring.newWords(words.passphrase(around, options, "init.words-before", "key.restore-words-after"));
            }
            restoring.restore();
            around.tell(around.say("key.restored", "folder", folder.toAbsolutePath()));
            if (forgotten && others) {
                around.tell(around.say("key.restored-others"));
            }
            around.out().flush();
            Reopened.readAndIndex(around, options, desk, folder.toAbsolutePath());
        }
        return Exit.DONE;
    }
}
