package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// No word of an entry is lost without a sign, and what is said of it is so.
final class HarLossTest {
    private static Archives.Read read(String... entries) throws IOException {
        return Notes.read(Notes.file(List.of(entries)).getBytes(UTF_8));
    }

    private static Activity content(String content) throws IOException {
        return read(Notes.entry("banu", content, "")).records().getLast();
    }

    private static Activity sent(String postData) throws IOException {
        return read(Notes.entry("banu", Notes.content("banu", Notes.Kind.TEXT), ",\"postData\":{" + postData + "}"))
                .records()
                .getLast();
    }

    @Test
    void aLongFieldIsReadToItsEnd() throws IOException {
        var record = sent(
                "\"mimeType\":\"x/y\",\"params\":[{\"name\":\"a\",\"value\":\"" + "söz ".repeat(40_000) + "son\"}]");
        assertTrue(record.object().text().endsWith("son"));
        assertEquals(Set.of(), record.marks());
    }

    @Test
    void whatStandsInTheFieldsAloneIsReadBesideTheText() throws IOException {
        var record = sent("\"mimeType\":\"application/x-www-form-urlencoded\",\"text\":\"a=bir&b=iki\",\"params\":["
                + "{\"name\":\"a\",\"value\":\"bir\"},{\"name\":\"c\",\"value\":\"səni tapacağam\"}]");
        assertTrue(
                record.object().text().endsWith("a=bir\nb=iki\nc=səni tapacağam"),
                record.object().text());
    }

    @Test
    void manyFieldsBesideALongTextTakeNoTime() {
        var fields = IntStream.range(0, 60_000)
                .mapToObj(i -> "{\"name\":\"a\",\"value\":\"s" + i + "\"}")
                .collect(Collectors.joining(","));
        var text = "söz ".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> sent("\"mimeType\":\"text/plain\",\"text\":\"" + text + "\",\"params\":[" + fields + "]"));
    }

    @Test
    void aFieldOfManyNamesTakesNoTime() {
        var fields = IntStream.range(0, 60_000)
                .mapToObj(i -> "\"name\":\"a" + i + "\",\"value\":\"s" + i + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> sent("\"mimeType\":\"x/y\",\"params\":[" + fields + "]"));
    }

    @Test
    void damagedBase64IsSaidToBeDamaged() throws IOException {
        var entry = Notes.entry("banu", Notes.content("banu", Notes.Kind.BASE64), "");
        var record = read(entry.replace("\"text\":\"PGh0", "\"text\":\"PGh0!!"))
                .records()
                .getLast();
        assertEquals("[\"encoding\"]", Archives.detail(record, "damage"));
        assertEquals("", Archives.detail(read(entry).records().getLast(), "damage"));
    }

    @Test
    void whatTheFileHoldsUnderAnotherNameIsNotMissing() throws IOException {
        for (var content : List.of(
                "{\"size\":9,\"mimeType\":\"text/plain\",\"tex!\":\"hədə\"}",
                "{\"size\":9,\"mimeType\":\"text/plain\",\"text\":[\"hədə\"]}")) {
            var record = content(content);
            assertEquals("", Archives.detail(record, "textNotRead"), content);
            assertTrue(Archives.detail(record, "member").contains("hədə"), content);
        }
    }

    @Test
    void theSizeIsWhatTheFileStates() throws IOException {
        var record = content("{\"size\":5,\"mimeType\":\"text/plain\",\"text\":\"" + "söz ".repeat(250) + "\"}");
        assertEquals("5", Archives.detail(record, "statedSize"));
        assertEquals("", Archives.detail(record, "bodySize"));
    }

    @Test
    void aFilmAtTheEndIsTooLargeAndNotDamaged() throws IOException {
        var film = "{\"size\":17,\"mimeType\":\"video/mp4\",\"text\":\"" + "A".repeat(17 << 20) + "\"}";
        var read = read(Notes.entry("aysel"), Notes.entry("banu", film, ""));
        var record = read.records().getLast();
        assertEquals(Archives.address("banu"), record.address());
        assertEquals(Set.of(Mark.CUT), record.marks());
        assertEquals("", Archives.detail(record, "damage"));
        assertEquals(
                List.of(Unread.Reason.TOO_LARGE),
                read.kept().unread.stream().map(Unread::why).toList());
        assertTrue(read.ledger().warningsInEnglish().stream().noneMatch(each -> each.contains("damaged")));
    }

    @Test
    void whatWasSentAndIsTooLongIsSaidToBeUnread() throws IOException {
        var record = sent("\"mimeType\":\"text/plain\",\"text\":\"" + "A".repeat(9 << 20) + "\"");
        assertEquals("too-long", Archives.detail(record, "sentTextNotRead"));
        assertTrue(record.object().text().startsWith(Archives.text("banu")));
    }

    @Test
    void ofControlCharactersAsManyAreReadAsOfOthers() throws IOException {
        var record = content("{\"mimeType\":\"text/plain\",\"text\":\"" + "\\u0001".repeat(7 << 20) + "ə\"}");
        assertEquals("not-text", Archives.detail(record, "textNotRead"));
    }
}
