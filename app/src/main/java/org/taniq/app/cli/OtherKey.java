package org.taniq.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taniq.app.Desk;
import org.taniq.app.Passphrases;
import org.taniq.app.Surroundings;
import org.taniq.app.WayBack;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.IdentityFile;
import org.taniq.base.age.PaperKey;
import picocli.CommandLine.Option;

/// What a person holds besides her own passphrase, as she names it.
final class OtherKey {
    private static final Path NONE = Path.of("");
    private static final int NO_DESCRIPTOR = -1;
    private static final int TRIES = 5;

    @SuppressWarnings("UnusedVariable") // what is left where no other is named
    @Option(names = "--paper", required = true, descriptionKey = "common.by-paper")
    private boolean paper;

    @Option(
            names = "--identity",
            required = true,
            paramLabel = "${bundle:taniq.arg-file}",
            descriptionKey = "common.by-identity")
    private Path identity = NONE;

    @Option(
            names = "--copy",
            required = true,
            paramLabel = "${bundle:taniq.arg-folder}",
            descriptionKey = "common.by-copy")
    private Path copy = NONE;

    @Option(names = "--words", required = true, descriptionKey = "common.by-words")
    private boolean words;

    @Option(names = "--words-fd", required = true, paramLabel = "N", descriptionKey = "common.by-words-fd")
    private int descriptor = NO_DESCRIPTOR;

    /// The key that was named.
    WayBack wayBack(Surroundings around, Desk desk) throws IOException {
        if (!identity.equals(NONE)) {
            return WayBack.keys(IdentityFile.read(identity));
        }
        if (!copy.equals(NONE)) {
            return WayBack.copy(copy, desk);
        }
        if (words || descriptor != NO_DESCRIPTOR) {
            return words(around);
        }
        return WayBack.keys(List.of(paper(around)));
    }

    /// The paper key, as it is typed or piped.
    static Identity paper(Surroundings around) throws IOException {
        return around.onTerminal() ? typed(around) : PaperKey.read(piped());
    }

    private WayBack words(Surroundings around) throws IOException {
        try (var passphrases = descriptor == NO_DESCRIPTOR
                        ? Passphrases.onTerminal()
                        : Passphrases.fromDescriptor(descriptor);
                var _ = WhenStopped.atQuestion(around)) {
            return WayBack.passphrase(passphrases.ask(around.say("key.other-words") + " "));
        }
    }

    private static List<String> piped() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return in.lines().limit(100).toList();
        }
    }

    /// Line by line: a mistake is said at once.
    private static Identity typed(Surroundings around) throws IOException {
        around.tell(around.say("key.paper-type"));
        return typedLines(around);
    }

    static Identity typedLines(Surroundings around) throws IOException {
        var lines = new ArrayList<String>();
        for (int number = 1; number <= PaperKey.LINES; number++) {
            lines.add(line(number, around));
        }
        return PaperKey.read(lines);
    }

    private static String line(int number, Surroundings around) throws IOException {
        for (int tries = 1; ; tries++) {
            String typed = new Questions(around).text(around.say("key.paper-line", "line", number), "");
            try {
                PaperKey.line(number, typed);
                return typed;
            } catch (Trouble mistyped) {
                if (tries == TRIES) {
                    throw mistyped;
                }
                around.tell(around.messages().say(mistyped.said()));
            }
        }
    }
}
