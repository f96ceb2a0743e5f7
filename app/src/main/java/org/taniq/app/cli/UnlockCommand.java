package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Surroundings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq unlock`: opens a locked case on this computer again.
@Command(name = "unlock")
final class UnlockCommand implements Callable<Integer> {
    private final Surroundings around;

    @ArgGroup(multiplicity = "1")
    private OtherKey key = new OtherKey();

    @Mixin
    private CaseOptions options = new CaseOptions();

    UnlockCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var desk = options.desk(around)) {
            var folder = options.choose(desk, around);
            try (var casebook = Casebook.open(desk, folder)) {
                CaseOptions.keepLocked(casebook, around);
                casebook.keys().locking().unlock(key.wayBack(around, desk));
            }
            around.tell(around.say("unlock.done", "folder", folder));
            around.out().flush();
            Reopened.readAndIndex(around, options, desk, folder);
        }
        return Exit.DONE;
    }
}
