package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;
import org.taniq.base.When;

/// In which order day, month and year stand: what cannot be known is said of each record and of the file.
final class DateOrderTest {

    /// A chat with one message on each of these dates.
    private record Chat(Ledger ledger, Kept kept) {
        static Chat of(String dates) throws IOException {
            var lines = Arrays.stream(dates.split(" "))
                    .map(date -> date + ", 10:00 - Ann Example: x\n")
                    .collect(Collectors.joining());
            var kept = new Kept();
            var bytes = Bytes.of(lines.getBytes(StandardCharsets.UTF_8));
            return new Chat(Reading.of("chat.txt", bytes, _ -> kept).ledger(), kept);
        }

        List<String> days() {
            return kept.records.stream()
                    .map(record -> record.published() instanceof When.Local local
                            ? local.dateTime().toLocalDate().toString()
                            : "unknown")
                    .toList();
        }

        long doubted() {
            return kept.records.stream()
                    .filter(record -> record.marks().contains(Mark.AMBIGUOUS_DATE))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5/8/23 5/8/24 5/8/25",
                "1/5/24 1/7/25",
                "31/12/23 31/12/24",
                "31.12.23 31.12.24",
                "31-12-21 31-12-22 31-12-23 31-12-24 31-12-25",
                "18-03-22",
                "24/05/01 24/05/02 24/05/03 24/06/14"
            })
    void anOrderThatCouldBeAnotherIsNotSaidWithCertainty(String dates) throws IOException {
        var chat = Chat.of(dates);
        assertEquals("ambiguous", chat.ledger().dateOrder());
        assertEquals(chat.kept().records.size(), chat.doubted());
        assertEquals(2, chat.ledger().warnings().size(), chat.ledger().warnings()::toString);
    }

    @Test
    void aNumberOfOneDigitIsNoYear() throws IOException {
        assertEquals(
                List.of("2023-08-05", "2024-08-05", "2025-08-05"),
                Chat.of("5/8/23 5/8/24 5/8/25").days());
    }

    @Test
    void twoDaysAYearApartAreTheLastDaysOfTheirYears() throws IOException {
        assertEquals(
                List.of("2023-12-31", "2024-12-31"),
                Chat.of("31/12/23 31/12/24").days());
    }

    @Test
    void aYearBeforeThereWasWhatsAppIsNoYear() throws IOException {
        var chat = Chat.of("05.08.23 05.08.24 05.08.25");
        assertEquals(List.of("2023-08-05", "2024-08-05", "2025-08-05"), chat.days());
        assertEquals("D/M/Y", chat.ledger().dateOrder());
        assertEquals(0, chat.doubted());
    }

    @Test
    void aYearThatLeadsThroughManyDaysIsCertain() throws IOException {
        var chat = Chat.of("24-05-01 24-05-02 24-05-03 24-06-14 25-01-02");
        assertEquals(List.of("2024-05-01", "2024-05-02", "2024-05-03", "2024-06-14", "2025-01-02"), chat.days());
        assertEquals("Y/M/D", chat.ledger().dateOrder());
        assertEquals(0, chat.doubted());
    }

    @Test
    void ordinaryDaysAreCertain() throws IOException {
        var chat = Chat.of("30/04/24 01/05/24 23/05/24 24/05/24");
        assertEquals(List.of("2024-04-30", "2024-05-01", "2024-05-23", "2024-05-24"), chat.days());
        assertEquals("D/M/Y", chat.ledger().dateOrder());
        assertEquals(0, chat.doubted());
    }
}
