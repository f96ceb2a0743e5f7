package org.taniq.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.taniq.app.cli.Exit;
import org.taniq.app.cli.Taniq;
import org.taniq.base.age.Passphrase;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where the program starts, and the one place where whatever went wrong below becomes one calm line.
public final class Main {
    /// Kept here, so that they stay off: the libraries have words for whoever starts the JVM, and none for our
    /// users; those on PDFs quote evidence as it is.
    private static final List<Logger> TALKATIVE = Stream.of(
                    "org.apache.lucene", "org.apache.pdfbox", "org.apache.fontbox")
            .map(Logger::getLogger)
            .toList();

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Passphrase.USUAL_WORK, args));
    }

    /// Runs one command line on this process's streams and returns its exit code, one of [Exit].
    ///
    /// @param work the scrypt work factor of new passphrases
    static int run(int work, String... args) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        var result = new Result(new FileOutputStream(FileDescriptor.out));
        var out = new PrintWriter(result, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var messages = Messages.chosen(List.of(args), Locale.getDefault());
        var around = new Surroundings(messages, out, err, System.getenv(), Clock.systemUTC(), work);
        int exit = run(around, args);
        out.flush();
        return arrived(result, exit, why -> around.complain(around.say("failure.result", "why", why)));
    }

    /// How the command ends where its result did not arrive whole.
    private static int arrived(Result result, int exit, Consumer<String> said) {
        var lost = result.lost();
        if (lost.isEmpty()) {
            return exit;
        }
        if (!Result.isUnwanted(lost.get())) {
            said.accept(String.valueOf(lost.get().getMessage()));
        }
        return exit == Exit.DONE ? Exit.COULD_NOT : exit;
    }

    static int run(Surroundings around, String... args) {
        var refusal = Jdk.running().refusal();
        if (refusal.isPresent()) {
            around.complain(around.messages().say(refusal.get()));
            return Exit.COULD_NOT;
        }
        try {
            return commandLine(around, args).execute(args);
        } catch (Throwable failed) {
            return couldNot(around, failed);
        }
    }

    private static CommandLine commandLine(Surroundings around, String... typed) {
        return Taniq.commandLine(around, typed)
                .setParameterExceptionHandler((wrong, _) -> usage(around, wrong))
                .setExecutionExceptionHandler((failed, _, _) -> couldNot(around, failed));
    }

    private static int couldNot(Surroundings around, Throwable failed) {
        around.complain(Failure.said(failed, around.messages()));
        return Exit.COULD_NOT;
    }

    private static int usage(Surroundings around, ParameterException wrong) {
        var command = wrong.getCommandLine();
        var misunderstood = new Misunderstood(around.messages());
        around.complain(misunderstood.said(wrong));
        misunderstood.suggestion(wrong).ifPresent(around.err()::println);
        around.err()
                .println(around.say(
                        "taniq.see-help", "command", command.getCommandSpec().qualifiedName()));
        return Exit.USAGE;
    }
}
