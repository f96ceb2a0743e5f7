package org.taniq.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Text;

/// What is around a command: where it prints, in which language, in which folder and with which clock.
///
/// @param environment as [System#getenv()] gives it
/// @param work the scrypt work factor of new passphrases, see
///     [org.taniq.base.age.Passphrase#of(char[], int)]
public record Surroundings(
        Messages messages, PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, int work) {
    private static final String HOME = "TANIQ_HOME";

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The person's configuration folder: `$TANIQ_HOME`, else `taniq` in `$XDG_CONFIG_HOME`, else
    /// `~/.config/taniq`.
    public Path configuration() {
        String own = environment.getOrDefault(HOME, "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        Path common = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path place = common.isAbsolute() ? common : Path.of(System.getProperty("user.home"), ".config");
        return place.resolve("taniq");
    }

    /// The folder in which the command was typed.
    public Path current() {
        return Path.of("").toAbsolutePath();
    }

    /// Whether a person sees what is printed, rather than a file or another program.
    public boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// How wide the terminal is now; 80 columns where it does not say.
    public int columns() {
        return Terminal.columns();
    }

    /// Forgets what was typed before it was asked for. What comes from a file or another program stays.
    public void forgetTyped() {
        if (onTerminal()) {
            Terminal.forgetTyped();
        }
    }

    /// The line that a person types now; nothing where nobody can be asked or the input ended.
    public Optional<String> typed() throws IOException {
        return onTerminal() ? Terminal.line() : Optional.empty();
    }

    /// Prints prose, with lines that fit on a terminal.
    public void tell(String prose) {
        out.println(Wrapped.of(prose));
    }

    /// Prints prose beside the result, which another program may be reading.
    public void warn(String prose) {
        out.flush();
        err.println(Wrapped.of(prose));
        err.flush();
    }

    /// Says why something could not be done, with everything that could hide in it made visible: one line for
    /// another program, lines that fit for a person.
    public void complain(String message) {
        String line = "taniq: " + Text.visible(message);
        out.flush();
        err.println(onTerminal() ? Wrapped.of(line) : line);
        err.flush();
    }

    /// Prints a question and stays on its line.
    public void ask(String question) {
        out.print(Wrapped.of(question));
        out.flush();
    }

    /// A sentence in the person's language; see [Messages#say(String, Map)].
    public String say(String key) {
        return messages.say(key);
    }

    public String say(String key, String place, Object value) {
        return messages.say(key, place, value);
    }

    public String say(String key, Map<String, ?> values) {
        return messages.say(key, values);
    }
}
