package org.taniq.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.taniq.app.cli.Exit;
import org.taniq.app.cli.Taniq;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where the program starts, and the one place where whatever went wrong below becomes one calm line.
public final class Main {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, args);
        out.flush();
        System.exit(exit);
    }

    /// Runs one command line and returns its exit code, one of [Exit].
    static int run(PrintWriter out, PrintWriter err, String... args) {
        var refusal = Jdk.running().refusal();
        if (refusal.isPresent()) {
            err.println(line(refusal.get()));
            return Exit.COULD_NOT;
        }
        try {
            return commandLine(out, err).execute(args);
        } catch (Throwable failed) {
            err.println(line(said(failed)));
            return Exit.COULD_NOT;
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Taniq())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, _) -> usage(wrong))
                .setExecutionExceptionHandler((failed, _, _) -> {
                    err.println(line(said(failed)));
                    return Exit.COULD_NOT;
                });
    }

    private static int usage(ParameterException wrong) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(line(misunderstood(wrong)));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows what can be asked.");
        return Exit.USAGE;
    }

    private static String misunderstood(ParameterException wrong) {
        boolean root = wrong.getCommandLine().getParent() == null;
        if (root && wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "there is no command `" + unmatched.getUnmatched().getFirst() + "`";
        }
        return String.valueOf(wrong.getMessage());
    }

    /// What the person reads. A failure from outside says itself what it is; a fault of ours gives its class only,
    /// because its message might quote evidence.
    static String said(Throwable failed) {
        return switch (failed) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> said(wrapped.getCause());
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case AccessDeniedException closed -> "may not read or write " + closed.getFile();
            case FileSystemException files when files.getReason() != null -> files.getFile() + ": " + files.getReason();
            case IOException outside when outside.getMessage() != null -> outside.getMessage();
            case OutOfMemoryError _ -> "not enough memory; close other programs and run again";
            default ->
                "a fault in the program stopped it (" + failed.getClass().getSimpleName()
                        + "); what was reported as sealed is kept";
        };
    }

    /// One line, with everything that could hide in it made visible.
    static String line(String message) {
        return "taniq: "
                + HIDDEN.matcher(message)
                        .replaceAll(found -> "‹U+%04X›".formatted(found.group().codePointAt(0)));
    }
}
