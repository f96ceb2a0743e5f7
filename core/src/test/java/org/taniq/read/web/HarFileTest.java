package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// What a browser's tools noted, entry by entry.
final class HarFileTest {
    private static boolean knows(String name, String text) throws IOException {
        return new HarFile().knows(Input.alone(name, Bytes.of(text.getBytes(UTF_8))::open));
    }

    private static Archives.Read read(String... entries) throws IOException {
        return Notes.read(Notes.file(List.of(entries)).getBytes(UTF_8));
    }

    @Test
    void everyEntryIsARecordWithItsWordsItsTimeAndItsAddress() throws IOException {
        var read = Notes.read(Notes.ofAll());
        assertEquals(Archives.PEOPLE.size() + 1, read.records().size());
        for (var person : Archives.PEOPLE) {
            var found = read.records().stream()
                    .filter(each -> Notes.isOf(each, person))
                    .toList();
            assertEquals(1, found.size(), person);
            assertEquals("exchange", Archives.detail(found.getFirst(), "archiveRecord"));
            assertEquals("200", Archives.detail(found.getFirst(), "status"));
            assertEquals(
                    "{\"path\":\"/log/entries/" + Archives.PEOPLE.indexOf(person) + "\"}",
                    found.getFirst().place().json().canonical());
        }
        assertEquals(List.of(), read.kept().unread);
        assertEquals(List.of(), read.ledger().warnings());
    }

    @Test
    void aPageIsARecordWithItsTitle() throws IOException {
        var page = read().records().getFirst();
        assertEquals("gülşən səhifəsi", page.object().text());
        assertEquals("page_1", page.id());
        assertEquals("page", Archives.detail(page, "archiveRecord"));
        assertEquals("WebInspector 537.36", Archives.detail(page, "savedBy"));
    }

    @Test
    void noSecretIsInARecord() throws IOException {
        var sent = ",\"postData\":{\"mimeType\":\"application/x-www-form-urlencoded\",\"text\":"
                + "\"comment=banu+yazdı&password=gizli1&access_token=gizli2\"},\"cookies\":[{\"name\":\"a\",\"value\":\"gizli3\"}]";
        var answer =
                "{\"mimeType\":\"application/json\",\"text\":\"{\\\"text\\\":\\\"salam\\\",\\\"access_token\\\":\\\"gizli4\\\"}\"}";
        var read = read(Notes.entry("banu", answer, sent));
        var all = read.records().stream()
                .map(record -> record.toJson().canonical())
                .collect(Collectors.joining());
        assertTrue(all.contains("comment=banu yazdı"));
        assertTrue(all.contains("salam"));
        assertFalse(all.contains("gizli"), all);
        assertFalse(all.contains("secret-"), all);
    }

    @Test
    void whatWasSentIsFoundInTheTextAndSaidToBeSent() throws IOException {
        var params =
                ",\"postData\":{\"mimeType\":\"multipart/form-data\",\"params\":[{\"name\":\"comment\",\"value\":\"ceyhun yazdı\"},"
                        + "{\"name\":\"password\",\"value\":\"gizli\"},{\"name\":\"photo\",\"fileName\":\"üz.jpg\"}]}";
        var record = read(Notes.entry("ceyhun", Notes.content("ceyhun", Notes.Kind.TEXT), params))
                .records()
                .getLast();
        assertEquals("comment=ceyhun yazdı\npassword=…\nphoto= (üz.jpg)", Archives.detail(record, "sentText"));
        assertTrue(record.object().text().contains("ceyhun yazdı"));
        assertTrue(record.object().text().startsWith(Archives.text("ceyhun")));
    }

    @Test
    void messagesOverAnOpenConnectionAreRead() throws IOException {
        var entry = Notes.entry("davud", "{\"size\":0,\"mimeType\":\"x-unknown\"}", "");
        var messages = entry.substring(0, entry.length() - 1)
                + ",\"_webSocketMessages\":[{\"type\":\"receive\",\"time\":1,\"opcode\":1,\"data\":\"{\\\"body\\\":\\\"davud hədələdi\\\",\\\"token\\\":\\\"gizli\\\"}\"},"
                + "{\"type\":\"send\",\"time\":2,\"opcode\":1,\"data\":\"dayan\"}]}";
        var record = read(messages).records().getLast();
        assertEquals("davud hədələdi\n…\ndayan", record.object().text());
        assertEquals("2", Archives.detail(record, "messagesBothWays"));
    }

    @Test
    void aBodyThatTheFileDoesNotHoldIsSaidToBeMissing() throws IOException {
        var read = read(Notes.entry("elnara", "{\"size\":1270,\"mimeType\":\"text/html\"}", ""));
        assertEquals("not-kept", Archives.detail(read.records().getLast(), "textNotRead"));
        assertTrue(read.ledger().warningsInEnglish().getFirst().startsWith("of 1 answers the file does not hold"));
    }

    @Test
    void anEmptyAnswerLacksNothing() throws IOException {
        var read = read(Notes.entry("elnara", "{\"size\":0,\"mimeType\":\"text/html\"}", ""));
        assertEquals("", Archives.detail(read.records().getLast(), "textNotRead"));
        assertEquals(List.of(), read.ledger().warnings());
    }

    @Test
    void aBodyTooLongToBeReadTakesNothingElseWithIt() throws IOException {
        for (int size : List.of(9 << 20, 17 << 20)) {
            var body = "{\"size\":" + size + ",\"mimeType\":\"video/mp4\",\"encoding\":\"base64\",\"text\":\""
                    + "A".repeat(size) + "\"}";
            var read = read(Notes.entry("aysel"), Notes.entry("banu", body, ""), Notes.entry("ceyhun"));
            assertTrue(read.records().stream().anyMatch(each -> Notes.isOf(each, "aysel")));
            assertTrue(read.records().stream().anyMatch(each -> Notes.isOf(each, "ceyhun")));
            var tooLong = read.records().stream()
                    .filter(each -> each.address().equals(Archives.address("banu")))
                    .findFirst()
                    .orElseThrow();
            assertEquals("too-long", Archives.detail(tooLong, "textNotRead"));
            assertEquals(Notes.time("banu"), tooLong.published().source());
            assertTrue(read.kept().unread.stream().allMatch(hole -> hole.why() == Unread.Reason.TOO_LARGE));
        }
    }

    @Test
    void whatIsSaidTwiceIsMarked() throws IOException {
        var entry = Notes.entry("fidan").replaceFirst("\"method\"", "\"url\":\"https://other.example/\",\"method\"");
        var record = read(entry).records().getLast();
        assertEquals(Set.of(Mark.LOOKALIKE), record.marks());
        assertTrue(record.toJson()
                .canonical()
                .contains(Json.of(Archives.address("fidan")).canonical()));
    }

    @Test
    void otherJsonIsNone() throws IOException {
        assertTrue(knows("a.txt", Notes.file(List.of())));
        assertTrue(knows("a.txt", "\uFEFF" + Notes.file(List.of())));
        assertTrue(knows("a.har", "{\"lag\":{\"entries\":[" + Notes.entry("aysel")));
        assertFalse(knows("a.txt", "{\"lag\":{\"entries\":[" + Notes.entry("aysel")));
        assertFalse(knows("a.json", "{\"log\":[1,2]}"));
        assertFalse(knows("a.json", "{\"log\":{\"messages\":[]}}"));
        assertFalse(knows("a.json", "[]"));
        assertFalse(knows("a.har", ""));
    }
}
