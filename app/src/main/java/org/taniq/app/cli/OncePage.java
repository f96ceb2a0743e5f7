package org.taniq.app.cli;

import java.io.Closeable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.taniq.app.Surroundings;

/// What is shown once and then nowhere: on a terminal it stands on the second screen (xterm's private mode 1049), of
/// which
/// nothing can be scrolled back to. Where nobody sees a terminal, it is printed like everything else.
final class OncePage implements Closeable {
    private static final String TO_THE_START_AND_EMPTY = "\u001B[H\u001B[2J";
    private static final String ENTER = "\u001B[?1049h" + TO_THE_START_AND_EMPTY;
    /// Emptied before it is left: a terminal without a second screen shows all on its only one.
    private static final String LEAVE = TO_THE_START_AND_EMPTY + "\u001B[?1049l";

    private static final AtomicBoolean SHOWN = new AtomicBoolean();

    private final Surroundings around;

    private OncePage(Surroundings around) {
        this.around = around;
    }

    static OncePage open(Surroundings around) {
        if (around.onTerminal()) {
            SHOWN.set(true);
            around.out().print(ENTER);
            around.out().flush();
        }
        return new OncePage(around);
    }

    /// Takes the page from the screen, if there is one: also by whoever puts the terminal in order when the
    /// program is stopped.
    static void leave(Surroundings around) {
        if (SHOWN.getAndSet(false)) {
            around.out().print(LEAVE);
            around.out().flush();
        }
    }

    @Override
    public void close() {
        leave(around);
    }
}
