package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;

/// Real exports against counts that were made by hand before the parser existed.
class HandCountTest {
    private static final Path COUNTS = Path.of("src/test/resources/read/whatsapp-hand-counts.csv");

    @Test
    void everySharedExportHoldsWhatWasCountedByHand() throws IOException, NoSuchAlgorithmException {
        Map<String, List<String>> counts = counts();
        var seen = new TreeSet<String>();
        for (Path file : files(NotRun.unlessShared("formats/whatsapp-txt"))) {
            String id = id(file);
            assertTrue(counts.containsKey(id), "not counted by hand: " + file.getFileName());
            assertEquals(
                    counts.get(id).subList(2, 15), found(file), counts.get(id).get(1));
            seen.add(id);
        }
        assertEquals(counts.keySet(), seen);
    }

    private static List<String> found(Path file) throws IOException {
        var ledger = Reading.of(file.getFileName().toString(), Bytes.of(file), _ -> new Kept())
                .ledger();
        var c = ledger.counts();
        var numbers = Arrays.asList(
                ledger.records(),
                ledger.skipped(),
                c.system(),
                c.deleted(),
                c.edited(),
                c.mediaOmitted(),
                c.attachments(),
                c.attachmentsMissing(),
                c.locations(),
                c.lookalikes());
        var found = numbers.stream().map(String::valueOf).collect(Collectors.toList());
        found.add(ledger.dateOrder());
        found.add(ledger.first());
        found.add(ledger.last());

        return found;
    }

    @Test
    void everySharedExportHasTheSendersThatWereCountedByHand() throws IOException, NoSuchAlgorithmException {
        Map<String, List<String>> counts = counts();
        for (Path file : files(NotRun.unlessShared("formats/whatsapp-txt"))) {
            var ledger = Reading.of("x", Bytes.of(file), _ -> new Kept()).ledger();
            String found =
                    ledger.bySender().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
            var row = Objects.requireNonNull(counts.get(id(file)), "every file was counted");
            assertEquals(row.get(15), found, row.get(1));
        }
    }

    private static Map<String, List<String>> counts() throws IOException {
        return Files.readAllLines(COUNTS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toMap(List::getFirst, row -> row, (a, _) -> a, java.util.TreeMap::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String id(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
