package org.taniq.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.Lang;
import picocli.CommandLine;

class ReadCommandTest {
    private static final List<String> KEYS = List.of(
            "file",
            "format",
            "records",
            "skipped",
            "skippedReasons",
            "bySender",
            "first",
            "last",
            "system",
            "deleted",
            "edited",
            "mediaOmitted",
            "attachments",
            "attachmentsMissing",
            "locations",
            "lookalikes",
            "dateOrder",
            "warnings");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theLedgerIsOneObjectALineWithTheAgreedKeys() throws IOException {
        assertEquals(0, run("--ledger", chat("a.txt"), chat("b.txt")));
        var lines = out.toString().lines().toList();
        assertEquals(2, lines.size());
        var ledger = (Json.Obj) Json.parse(lines.getFirst());
        assertEquals(KEYS, List.copyOf(ledger.members().sequencedKeySet()));
        assertEquals(Json.of(2), ledger.members().get("records"));
    }

    @Test
    void theRecordsAreOneObjectALine() throws IOException {
        assertEquals(0, run("--records", chat("a.txt")));
        var second = (Json.Obj) Json.parse(out.toString().lines().toList().getLast());
        assertEquals(Json.of("Bob Example"), second.members().get("actorName"));
    }

    @Test
    void whatTurnsTextAroundIsNeverPrintedRaw() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "13/01/2024, 10:00 - Ann: \u202Eevil\n");
        assertEquals(0, run("--records", file.toString()));
        assertFalse(out.toString().contains("\u202E"));
        assertTrue(out.toString().contains("\\u202eevil"));
    }

    @Test
    void aMissingFileIsSaidAndTheOthersAreRead() throws IOException {
        assertEquals(3, run("--ledger", folder.resolve("none.txt").toString(), chat("a.txt")));
        assertTrue(err.toString().contains("none.txt"));
        assertEquals(1, out.toString().lines().count());
    }

    @Test
    void noFileIsWrongUsage() {
        assertEquals(2, run("--ledger"));
    }

    private String chat(String name) throws IOException {
        var text = "13/01/2024, 10:00 - Ann Example: hello\n13/01/2024, 10:01 - Bob Example: hi\n";
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        var around = new Surroundings(
                Messages.in(Lang.EN),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                Clock.systemUTC(),
                1);
        return new CommandLine(new ReadCommand(around)).execute(arguments);
    }
}
