package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.app.cli.Exit;
import org.taniq.base.Lang;

/// Each command says in one screen what it is for.
final class HelpTest {
    private static final int SCREEN = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "add",
                "list",
                "show",
                "get",
                "find",
                "assess",
                "read",
                "ocr",
                "probe",
                "rebuild",
                "open-session",
                "key",
                "lock",
                "unlock",
                "passphrase",
                "copy",
                "lost",
                "erase",
                "rekey",
                "consent",
                "stamp"
            })
    void aCommandSaysInOneScreenWhatItIsFor(String command) {
        for (var lang : Lang.values()) {
            var out = new StringWriter();
            var printed = new PrintWriter(out);
            var around = new Surroundings(Messages.in(lang), printed, printed, Map.of(), Clock.systemUTC(), 1);
            assertEquals(Exit.DONE, Main.run(around, command, "--help"), command);
            printed.flush();
            long lines = out.toString().lines().count();
            assertTrue(lines > 3 && lines <= SCREEN, command + " in " + lang + " has so many lines: " + lines);
        }
    }
}
