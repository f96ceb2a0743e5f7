package org.taniq.app.cli;

import java.util.Map;
import org.taniq.app.Surroundings;

/// How far long work has come: one line on a terminal, and only for work longer than a second.
final class Progress implements AutoCloseable {
    private static final long SOON_NANOS = 1_000_000_000;
    private static final String ERASE = "\r\u001B[K";

    private final Surroundings around;
    private final int all;
    private final long begun = System.nanoTime();
    private int done;
    private boolean shown;

    Progress(Surroundings around, int all) {
        this.around = around;
        this.all = all;
    }

    /// The next of them begins.
    void next(String name) {
        done++;
        if (around.onTerminal() && all > 1 && System.nanoTime() - begun > SOON_NANOS) {
            around.err().print(ERASE + around.say("common.progress", Map.of("done", done, "all", all, "name", name)));
            around.err().flush();
            shown = true;
        }
    }

    /// Makes room for something that is printed.
    void clear() {
        if (shown) {
            around.err().print(ERASE);
            around.err().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
