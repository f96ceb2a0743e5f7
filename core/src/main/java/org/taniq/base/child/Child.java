package org.taniq.base.child;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.taniq.base.Said;

/// One run of a program of somebody else: it is handed bytes on standard input, and what it prints is taken up to a
/// bound. It inherits no file, and nothing of the environment but where programs and their data lie.
public final class Child {
    private static final Set<String> INHERITED = Set.of("PATH", "TESSDATA_PREFIX");
    private static final int MOST_ERRORS = 1 << 14;
    private static final int KIB = 1024;
    private static final int INTERRUPTED = 130;
    /// From here on the shell says that it was not run, or was stopped.
    private static final int NOT_RUN = 126;

    /// The shell bounds memory and time, and then is the program. Where it cannot bound them, the clock of this one
    /// does.
    private static final String BOUNDED =
            "ulimit -v \"$1\" 2>/dev/null; ulimit -t \"$2\" 2>/dev/null; ulimit -c 0 2>/dev/null; shift 2; exec \"$@\"";

    private Child() {}

    /// How much a run may take.
    ///
    /// @param time by the clock, and of the processor
    /// @param memory bytes of addresses
    /// @param output bytes that it prints
    public record Limits(Duration time, long memory, int output) {}

    /// How a run ended.
    public sealed interface Ended {}

    /// It ended by itself and said that all went well.
    ///
    /// @param output what it printed, as UTF-8
    /// @param errors what it complained of nonetheless
    public record Done(String output, String errors) implements Ended {}

    /// It ended by itself and said that something went wrong.
    ///
    /// @param code from 1 to 125
    public record Refused(int code) implements Ended {
        /// The same, where why does not matter.
        public Failed failed() {
            return new Failed(Said.of("it ended with code {code}", "code", code));
        }
    }

    /// It could not be started, or was stopped.
    public record Failed(Said why) implements Ended {}

    /// Writes what a program is handed.
    @FunctionalInterface
    public interface Handed {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Runs the program to its end.
    ///
    /// @param command the program and its words; none comes from evidence
    public static Ended run(List<String> command, Handed handed, Limits limits) {
        Process process;
        try {
            process = started(command, limits);
        } catch (IOException missing) {
            return new Failed(Said.of("{program} cannot be started", "program", command.getFirst()));
        }
        try {
            return ended(process, handed, limits);
        } catch (ExecutionException broken) {
            return new Failed(Said.of("it could not be listened to"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Failed(Said.of("it ended with code {code}", "code", INTERRUPTED));
        } finally {
            stop(process);
        }
    }

    private static Process started(List<String> command, Limits limits) throws IOException {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDED, "sh"));
        words.add(Long.toString(limits.memory() / KIB));
        words.add(Long.toString(limits.time().toSeconds()));
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.directory(new File("/")); // no file of evidence lies where the program looks for its own
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "OMP_THREAD_LIMIT", "1"));
        return builder.start();
    }

    private static Ended ended(Process process, Handed handed, Limits limits)
            throws InterruptedException, ExecutionException {
        var late = new Late(System.nanoTime() + limits.time().toNanos());
        var errors = taken(process.getErrorStream(), MOST_ERRORS);
        var printed = taken(process.getInputStream(), limits.output() + 1);
        started(() -> hand(process, handed));
        try {
            byte[] output = printed.get(late.left(), TimeUnit.NANOSECONDS);
            if (output.length > limits.output()) {
                return new Failed(Said.of("it printed more than {most} bytes", "most", limits.output()));
            }
            if (!process.waitFor(late.left(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                var refused = new Refused(process.exitValue());
                return refused.code() < NOT_RUN ? refused : refused.failed();
            }
            byte[] complaints = errors.get(late.left(), TimeUnit.NANOSECONDS);
            return new Done(new String(output, StandardCharsets.UTF_8), new String(complaints, StandardCharsets.UTF_8));
        } catch (TimeoutException tooLate) {
            return new Failed(Said.of(
                    "it took longer than {seconds} seconds",
                    "seconds",
                    limits.time().toSeconds()));
        }
    }

    /// The end of the time that it has.
    private record Late(long end) {
        long left() {
            return Math.max(0, end - System.nanoTime());
        }
    }

    /// Also what it started itself: that would go on, and hold what it prints into open.
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// On a thread of the system: what waits for another program must not keep others from their turn.
    private static void started(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    /// The first bytes of what it prints; the others are dropped once there are more.
    private static CompletableFuture<byte[]> taken(InputStream in, int most) {
        var taken = new CompletableFuture<byte[]>();
        started(() -> take(in, most, taken));
        return taken;
    }

    /// A program that has read enough closes its input; what it says counts.
    private static void hand(Process process, Handed handed) {
        try (var in = process.getOutputStream()) {
            handed.writeTo(in);
        } catch (IOException closed) {
            return;
        }
    }

    /// What is more is read and dropped, so that the program can go on.
    private static void take(InputStream in, int most, CompletableFuture<byte[]> taken) {
        try (in) {
            byte[] first = in.readNBytes(most);
            if (first.length == most) {
                taken.complete(first);
            }
            in.transferTo(OutputStream.nullOutputStream());
            taken.complete(first);
        } catch (IOException ended) {
            taken.complete(new byte[0]);
        }
    }
}
