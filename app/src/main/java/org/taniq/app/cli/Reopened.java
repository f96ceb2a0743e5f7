package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.taniq.app.AfterReading;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Surroundings;

/// What waited while a case could not be opened is done now: its search index is made anew, and what was
/// only sealed is read.
final class Reopened {
    private Reopened() {}

    static void readAndIndex(Surroundings around, CaseOptions options, Desk desk, Path folder) throws IOException {
        var failed = new AtomicInteger();
        try (var casebook = Casebook.open(desk, folder);
                var progress = options.progress(around, 0)) {
            casebook.watchedBy(progress);
            casebook.search().rebuild();
            int read = casebook.readLeft(after -> failed.addAndGet(after instanceof AfterReading.NotRead ? 1 : 0));
            progress.clear();
            if (read > 0) {
                around.tell(around.say("unlock.read", "n", read - failed.get()));
            }
        }
        if (failed.get() > 0) {
            around.warn(around.say("unlock.unread", "n", failed.get()));
        }
    }
}
