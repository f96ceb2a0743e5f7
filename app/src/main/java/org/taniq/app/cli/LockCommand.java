package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taniq lock`: this computer seals and cannot open.
@Command(name = "lock")
final class LockCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--other-copy", descriptionKey = "taniq.lock.other-copy")
    private boolean otherCopy;

    @Mixin
    private CaseOptions options = new CaseOptions();

    LockCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            if (casebook.isLocked()) {
                around.tell(around.say("lock.already"));
                return Exit.DONE;
            }
            var locking = casebook.keys().locking();
            var back = locking.waysBack();
            if (back.isEmpty() && !otherCopy) {
                throw new IOException(around.say("lock.no-way-back"));
            }
            var copies = locking.copies();
            var left = locking.lock();
            new LockWords(around, back, copies, left).print(casebook.folder(), otherCopy);
        }
        return Exit.DONE;
    }
}
