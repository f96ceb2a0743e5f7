package org.taniq.app;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;

/// The terminal that the person looks at. Java does not say how wide it is; `stty` does. Neither forgets what was
/// typed; `tcflush` of the system does (POSIX, termios.h).
final class Terminal {
    static final int USUAL_COLUMNS = 80;

    private static final File DEVICE = new File("/dev/tty");
    private static final Pattern SIZE = Pattern.compile("\\d{1,5} (\\d{1,5})\\s*");
    private static final int NARROWEST = 10;
    private static final int STANDARD_INPUT = 0;
    private static final int LONGEST_LINE = 1 << 16;

    private Terminal() {}

    /// How wide it is now.
    static int columns() {
        try {
            var asked = new ProcessBuilder("stty", "size")
                    .redirectInput(DEVICE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = asked.getInputStream()) {
                var size = SIZE.matcher(new String(out.readNBytes(100), StandardCharsets.US_ASCII));
                asked.waitFor(1, TimeUnit.SECONDS);
                return size.matches() ? orUsual(Integer.parseInt(size.group(1))) : USUAL_COLUMNS;
            }
        } catch (IOException noTerminal) {
            return USUAL_COLUMNS;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return USUAL_COLUMNS;
        }
    }

    /// The line that is typed now; nothing where the input ended. Read by itself: Java's console takes every line that
    /// waits, and hands it out when it is asked the next question.
    static Optional<String> line() throws IOException {
        var typed = new ByteArrayOutputStream();
        var in = new FileInputStream(FileDescriptor.in); // stays open: it is the process's own
        int one = in.read();
        while (one >= 0 && one != '\n' && typed.size() < LONGEST_LINE) {
            typed.write(one);
            one = in.read();
        }
        return one < 0 && typed.size() == 0 ? Optional.empty() : Optional.of(typed.toString(StandardCharsets.UTF_8));
    }

    /// Forgets what was typed and not read yet, also a line that was not ended. Nothing where there is no terminal.
    @SuppressWarnings("restricted") // the launcher allows native calls
    static void forgetTyped() {
        var linker = Linker.nativeLinker();
        var ints = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        linker.defaultLookup()
                .find("tcflush")
                .map(address -> linker.downcallHandle(address, ints))
                .map(call -> MethodHandleProxies.asInterfaceInstance(IntBinaryOperator.class, call))
                .ifPresent(tcflush -> {
                    int _ = tcflush.applyAsInt(STANDARD_INPUT, whatWasTyped());
                });
    }

    /// TCIFLUSH, which is no standard's number.
    private static int whatWasTyped() {
        return System.getProperty("os.name").equals("Linux") ? 0 : 1;
    }

    private static int orUsual(int columns) {
        return columns < NARROWEST ? USUAL_COLUMNS : columns;
    }
}
