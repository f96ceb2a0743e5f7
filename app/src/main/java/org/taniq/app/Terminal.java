package org.taniq.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The terminal that the person looks at. Java does not say how wide it is; `stty` does.
final class Terminal {
    static final int USUAL_COLUMNS = 80;

    private static final File DEVICE = new File("/dev/tty");
    private static final Pattern SIZE = Pattern.compile("\\d{1,5} (\\d{1,5})\\s*");
    private static final int NARROWEST = 10;

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

    private static int orUsual(int columns) {
        return columns < NARROWEST ? USUAL_COLUMNS : columns;
    }
}
