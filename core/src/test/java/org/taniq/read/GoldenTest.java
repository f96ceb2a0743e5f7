package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.base.Bytes;

/// Every folder below `read/` with an input is read and compared with what stands beside it.
/// `-Dgolden=write` writes the expectations anew; then look at every changed line.
class GoldenTest {

    static Stream<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/read"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("input.")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadAsItsFolderSays(Path input) throws IOException {
        var kept = new Kept();
        var reading = Reading.of(input.getFileName().toString(), Bytes.of(input), _ -> kept);
        String records = kept.records.stream()
                .map(record -> record.toJson().inOrder() + "\n")
                .collect(Collectors.joining());
        compare(input.resolveSibling("expected.jsonl"), records);
        compare(input.resolveSibling("ledger.json"), reading.ledger().toJson().inOrder() + "\n");
    }

    private static void compare(Path file, String found) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, found);
        }
        assertEquals(Files.readString(file), found, file.toString());
    }
}
