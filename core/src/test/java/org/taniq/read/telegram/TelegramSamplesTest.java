package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;

/// Exports of others, in every form since 2020, against counts that were made by hand.
final class TelegramSamplesTest {
    private final Kept kept = new Kept();

    private Ledger read(String folder) throws IOException {
        Path file = NotRun.unlessShared("formats/telegram-json").resolve(folder);
        return read(file);
    }

    private Ledger read(Path file) throws IOException {
        var input = Input.alone("result.json", Bytes.of(file)::open);
        kept.records.clear();
        kept.unread.clear();
        return new TelegramJson().read(input, kept);
    }

    @Test
    void theAccountOf2020HasFiftyMessagesInFourChats() throws IOException {
        var ledger = read("telegram_2020-01/result.json");
        assertEquals(50, ledger.records());
        assertEquals(
                List.of(2L, 5L, 12L, 31L),
                kept.records.stream()
                        .collect(Collectors.groupingBy(
                                record -> record.audience().id(), Collectors.counting()))
                        .values()
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(Map.of("section-not-read", 4L), ledger.skippedReasons());
        assertEquals(2, ledger.counts().edited());
        assertTrue(ledger.first().startsWith("2016-11-09T00:26:24"));
        assertTrue(ledger.warningsInEnglish().stream().noneMatch(said -> said.contains("missing")));
    }

    @Test
    void exportsSinceThenHaveTheirMessages() throws IOException {
        var counts = Map.of(
                "telegram_2021-05/result.json", 3L,
                "telegram_2023-01/result.json", 6L,
                "telegram_2023-08/result.json", 2L,
                "telegram_2024-01/result.json", 2L);
        for (var count : counts.entrySet()) {
            var ledger = read(count.getKey());
            assertEquals(count.getValue(), ledger.records(), count.getKey());
            assertEquals(
                    0,
                    kept.records.stream()
                            .filter(record -> record.marks().contains(Mark.LOOKALIKE))
                            .count());
            assertTrue(ledger.warningsInEnglish().stream().noneMatch(said -> said.contains("missing")), count.getKey());
        }
    }

    @Test
    void everyExportIsKnownAndEveryMessageStandsWhereItIsSaidToStand() throws IOException {
        var seen = new TreeSet<String>();
        try (var files = Files.walk(NotRun.unlessShared("formats/telegram-json"))) {
            for (Path file : files.filter(each -> each.endsWith("result.json")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertTrue(new TelegramJson().knows(Input.alone("x", Bytes.of(file)::open)), file.toString());
                read(file);
                for (var record : kept.records) {
                    int from = (int) record.spot().from();
                    assertEquals('{', bytes[from]);
                    assertEquals('}', bytes[(int) record.spot().to() - 1]);
                }
                seen.add(Objects.requireNonNull(file.getParent()).getFileName().toString());
            }
        }
        assertEquals(5, seen.size());
    }
}
