package org.taniq.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;

/// `taniq open-session`: starts the user's shell, or another command, as a child inside a session, and ends
/// the session with it. After a while without a question the keys are forgotten, and the shell goes on
/// without them.
public final class OpenSession {
    /// How long the keys are kept when nobody asks for them.
    public static final Duration USUAL_IDLE = Duration.ofMinutes(30);

    private static final String LOCALE = "LC_ALL";
    private static final String OWN_LOCALE = "TANIQ_LC_ALL";

    private final Map<String, String> environment;
    private final Duration idle;

    /// @param environment as [System#getenv()] gives it
    public OpenSession(Map<String, String> environment, Duration idle) {
        this.environment = Map.copyOf(environment);
        this.idle = idle;
    }

    /// Runs the command with this terminal and returns its exit code.
    ///
    /// @param vaults the keys of vaults that are open from the beginning; others join when they are
    ///     unlocked inside
    /// @param command empty for the user's shell
    public int run(Identity identity, List<Identity> vaults, List<String> command)
            throws IOException, InterruptedException {
        try (var host = SessionHost.open(place(), identity)) {
            vaults.forEach(host::keep);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(host))); // the terminal may be closed
            Thread.ofPlatform().daemon().start(() -> serve(host));
            return start(host, command).waitFor();
        }
    }

    private Process start(SessionHost host, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command.isEmpty() ? List.of(shell()) : command).inheritIO();
        builder.environment().put(Session.VARIABLE, host.socket().toString());
        restoreLanguage(builder.environment());
        return builder.start();
    }

    /// The launcher sets a locale for this process, and keeps the person's own for whoever is started in turn.
    private static void restoreLanguage(Map<String, String> environment) {
        if (environment.containsKey(OWN_LOCALE)) {
            String own = environment.getOrDefault(OWN_LOCALE, "");
            environment.keySet().removeAll(Set.of(LOCALE, OWN_LOCALE));
            if (!own.isEmpty()) {
                environment.put(LOCALE, own);
            }
        }
    }

    private String shell() {
        return environment.getOrDefault("SHELL", "/bin/sh");
    }

    private Path place() {
        Path runtime = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""));
        return runtime.isAbsolute() && Files.isDirectory(runtime)
                ? runtime
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private void serve(SessionHost host) {
        try {
            host.serve(idle, InstantSource.system());
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    new Trouble(Said.of("the session cannot be asked any more; leave it and open another"), broken));
        }
    }

    private static void close(SessionHost host) {
        try {
            host.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    new Trouble(Said.of("the socket of the session could not be removed"), broken));
        }
    }
}
