package org.taniq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opentest4j.TestAbortedException;

/// A check that cannot run where it is says so, is counted by `./check`, and passes for nothing: never for
/// a pass.
public final class NotRun {

    private NotRun() {}

    /// Goes on where `possible`; else prints `NOT RUN what: reason`, notes it for `./check` and ends the
    /// test.
    public static void unless(boolean possible, String what, String reason) {
        if (possible) {
            return;
        }
        var line = "NOT RUN " + what + ": " + reason;
        IO.println(line);
        note(line);
        throw new TestAbortedException(line);
    }

    /// A file or folder of the shared data: `$TANIQ_SHARED`, or `../shared` beside the project. Ends the
    /// test as not run where it is missing.
    public static Path unlessShared(String name) {
        var wanted = shared().resolve(name);
        unless(Files.exists(wanted), name, "no shared data there; set TANIQ_SHARED");
        return wanted;
    }

    /// The root of the project, wherever the tests were started.
    public static Path root() {
        return Path.of(System.getProperty("taniq.root", "..")).toAbsolutePath().normalize();
    }

    private static Path shared() {
        var named = System.getenv("TANIQ_SHARED");
        return named == null ? root().resolve("../shared").normalize() : Path.of(named);
    }

    private static void note(String line) {
        try {
            var notes = Files.createDirectories(root().resolve("target")).resolve("not-run.txt");
            Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot note a check that did not run", failed);
        }
    }
}
