package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;

/// The tables of 2023, which developers of another reader have put down as SQL. `-Dgolden=write` writes the expectation
/// anew; then look at every changed line.
final class SampleTest {
    private static final Path EXPECTED = Path.of("src/test/resources/read/msgstore/sample-2023.jsonl");

    @TempDir
    Path folder;

    @Test
    void theSampleIsReadAsItsTablesSay() throws IOException, InterruptedException {
        var shared = NotRun.unlessShared("formats/whatsapp-msgstore");
        var made = Made.of(folder, Files.readString(shared.resolve("msgstore.sql")));
        String found = made.records().stream()
                        .map(record -> record.toJson().inOrder() + "\n")
                        .collect(Collectors.joining())
                + made.ledger().toJson().inOrder() + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, found);
        }
        assertEquals(Files.readString(EXPECTED), found);
    }
}
