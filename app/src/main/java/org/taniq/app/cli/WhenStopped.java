package org.taniq.app.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.taniq.app.Failure;
import org.taniq.app.Surroundings;
import org.taniq.base.Durable;

/// What the person reads if she stops the program by Ctrl-C, or the system ends it, while this is open.
/// Nothing is saved here: what was said to be sealed is on the disk already.
final class WhenStopped implements Closeable {
    private final Thread last;

    /// @param before puts the terminal in order
    private WhenStopped(Surroundings around, Runnable before, Supplier<String> said) {
        last = new Thread(() -> {
            before.run();
            around.complain(said.get());
        });
        Runtime.getRuntime().addShutdownHook(last);
    }

    /// While something is worked on.
    static WhenStopped at(Surroundings around, Progress progress, Supplier<String> said) {
        return new WhenStopped(around, progress::close, said);
    }

    /// While a question waits for its answer.
    static WhenStopped atQuestion(Surroundings around) {
        Runnable inOrder = () -> {
            OncePage.leave(around);
            around.err().println();
        };
        return new WhenStopped(around, around.onTerminal() ? inOrder : () -> {}, () -> around.say("question.stopped"));
    }

    /// While a file is written that must not stay as a part under a name that nobody looks for.
    static WhenStopped discarding(Surroundings around, Durable.Pending pending) {
        Runnable discard = () -> {
            try {
                pending.close();
            } catch (IOException left) {
                around.complain(Failure.said(left, around.messages()));
            }
        };
        return new WhenStopped(around, discard, () -> around.say("get.stopped"));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(last);
        } catch (IllegalStateException stoppingAlready) {
            return;
        }
    }
}
