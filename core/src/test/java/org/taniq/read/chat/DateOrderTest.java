package org.taniq.read.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;

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

        List<Integer> lookalikes() {
            return IntStream.range(0, kept.records.size())
                    .filter(i -> kept.records.get(i).marks().contains(Mark.LOOKALIKE))
                    .boxed()
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

    /// Anybody can type lines that look like headers: they must not turn the dates of everybody else.
    @Test
    void aTypedLineDoesNotTurnTheDatesOfAChatWithDots() throws IOException {
        var chat = Chat.of("03.11.2026 04.11.2026 05.11.2026 06.11.2026 07.11.2026 11.25.2026 08.11.2026");
        assertEquals("2026-11-05", chat.days().get(2));
        assertEquals("D/M/Y", chat.ledger().dateOrder());
        assertEquals(List.of(5), chat.lookalikes());
    }

    @Test
    void manyTypedLinesDoNotTurnTheDatesOfAChatWithDots() throws IOException {
        var chat = Chat.of("03.11.2026 04.11.2026 05.11.2026 11.25.2026 11.26.2026 11.27.2026 06.11.2026");
        assertEquals("2026-11-05", chat.days().get(2));
        assertEquals(List.of(3, 4, 5), chat.lookalikes());
    }

    @Test
    void aTypedLineTurnsNoChatWithSlashes() throws IOException {
        var dayFirst = Chat.of("03/11/2026 04/11/2026 05/11/2026 06/11/2026 11/25/2026 08/11/2026");
        assertEquals("2026-11-05", dayFirst.days().get(2));
        assertEquals("ambiguous", dayFirst.ledger().dateOrder());
        assertEquals(5, dayFirst.doubted());
        assertEquals(List.of(4), dayFirst.lookalikes());
        var monthFirst = Chat.of("11/3/26 11/4/26 11/5/26 25/11/26 11/8/26");
        assertEquals("2026-11-05", monthFirst.days().get(2));
        assertEquals(List.of(3), monthFirst.lookalikes());
    }

    @Test
    void aTypedLineAtTheEndOfOneDayIsNotBelieved() throws IOException {
        var chat = Chat.of("05/11/2026 ".repeat(9) + "12/25/2026");
        assertEquals("ambiguous", chat.ledger().dateOrder());
        assertEquals(9, chat.doubted());
    }

    @Test
    void aFewTypedLinesDoNotMakeALongChatMixed() throws IOException {
        var chat = Chat.of(LONG + "1/13/24 2/13/24 3/13/24 " + LONG.replace("/24", "/25"));
        assertEquals("D/M/Y", chat.ledger().dateOrder());
        assertEquals(0, chat.doubted());
        assertEquals(3, chat.lookalikes().size());
    }

    @Test
    void typedDaysDoNotMakeTheYearLead() throws IOException {
        var chat = Chat.of(
                "10.11.26 11.11.26 12.11.26 13.11.26 14.11.26 14.11.01 14.11.02 14.11.03 14.11.04 14.11.05 14.11.26");
        assertEquals("2026-11-12", chat.days().get(2));
        assertEquals("ambiguous", chat.ledger().dateOrder());
        assertEquals(11, chat.doubted());
    }

    @Test
    void typedDaysDoNotMakeTheYearLeadInAChatOfOneDay() throws IOException {
        var chat = Chat.of("14.11.26 ".repeat(50) + "14.11.01 14.11.02 14.11.03 14.11.04 14.11.05");
        assertEquals("2026-11-14", chat.days().get(2));
        assertEquals("ambiguous", chat.ledger().dateOrder());
    }

    @Test
    void aTypedLineDoesNotMakeALeadingYearEnd() throws IOException {
        var chat = Chat.of("24-05-01 24-05-02 24-05-03 24-05-04 24-05-05 24-05-06 24-05-07 24-06-14 25-01-02 11-25-26");
        assertEquals("2024-05-03", chat.days().get(2));
        assertEquals(List.of(9), chat.lookalikes());
    }

    /// A day in each of two months, and more days in them.
    private static final String LONG = IntStream.rangeClosed(1, 56)
            .mapToObj(day -> (day - 1) % 28 + 1 + "/" + (1 + (day - 1) / 28) + "/24 ")
            .collect(Collectors.joining());
}
