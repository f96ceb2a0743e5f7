package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// What somebody writes into one entry takes no other away, and is not believed where it says two things.
final class HarForgeryTest {
    private static Archives.Read read(String... entries) throws IOException {
        return Notes.read(Notes.file(List.of(entries)).getBytes(UTF_8));
    }

    private static Activity last(String entry) throws IOException {
        return read(entry).records().getLast();
    }

    private static String all(Activity record) {
        return record.toJson().canonical();
    }

    /// An entry with further members of itself, with a comma before them.
    private static String with(String entry, String members) {
        return entry.substring(0, entry.length() - 1) + members + "}";
    }

    private static void isMarked(Activity record, String kept) {
        assertEquals(Set.of(Mark.LOOKALIKE), record.marks());
        assertTrue(all(record).contains(kept), all(record));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":999999999999999999",
                "\"status\":\"9007199254740992\"",
                "\"status\":-9007199254740992",
                "\"status\":1,\"bodySize\":123456789012345678"
            })
    void whatNoRecordCanHoldTakesNoOtherEntry(String status) throws IOException {
        var strange = Notes.entry("banu").replace("\"status\":200", status);
        var read = read(Notes.entry("aysel"), strange, Notes.entry("ceyhun"));
        for (var person : List.of("aysel", "banu", "ceyhun")) {
            assertTrue(read.records().stream().anyMatch(each -> Notes.isOf(each, person)), person);
        }
    }

    @Test
    void aSizeThatNoRecordCanHoldTakesNoOtherEntry() throws IOException {
        for (var size : List.of("123456789012345678", "\"123456789012345678\"")) {
            var strange = Notes.entry("banu").replaceFirst("\"size\":\\d+", "\"size\":" + size);
            var read = read(strange, Notes.entry("ceyhun"));
            assertTrue(read.records().stream().anyMatch(each -> Notes.isOf(each, "ceyhun")));
            assertTrue(all(read.records().get(1)).contains("123456789012345678"));
        }
    }

    /// Half a character in a name is no JSON.
    @Test
    void aNameThatNobodyCanReadTakesNoOtherEntry() throws IOException {
        for (var strange : List.of("\"\\ud800\":1,\"status\":200", "\"\\ud800\":[{\"a\":1}],\"status\":200")) {
            var read = read(
                    Notes.entry("aysel"),
                    Notes.entry("banu").replace("\"status\":200", strange),
                    Notes.entry("ceyhun"));
            for (var person : List.of("aysel", "ceyhun")) {
                assertTrue(read.records().stream().anyMatch(each -> Notes.isOf(each, person)), person);
            }
            assertEquals("[\"cutOff\"]", Archives.detail(read.records().get(2), "damage"));
        }
    }

    @Test
    void aNameBesideTheEntriesTakesNone() throws IOException {
        var file = Notes.file(List.of(Notes.entry("aysel")))
                .replace("{\"log\":{", "{\"log\":{\"\\udc00\":[{\"a\":1}],\"\\ud800\":{\"b\":1},");
        assertTrue(Notes.read(file.getBytes(UTF_8)).records().stream().anyMatch(each -> Notes.isOf(each, "aysel")));
    }

    @Test
    void aFieldThatWasSentTwiceUnderOneNameIsKeptTwice() throws IOException {
        var record = last(
                Notes.entry(
                        "banu",
                        Notes.content("banu", Notes.Kind.TEXT),
                        ",\"postData\":{\"mimeType\":\"x/y\",\"params\":[{\"name\":\"message\",\"value\":\"salam\",\"value\":\"səni tapacağam\"}]}"));
        isMarked(record, "səni tapacağam");
        assertTrue(record.object().text().contains("səni tapacağam"));
    }

    @Test
    void aLineOfAHeadThatSaysTwoThingsIsKeptTwice() throws IOException {
        isMarked(
                last(Notes.entry("banu")
                        .replace("{\"name\":\"Accept\",", "{\"name\":\"Accept\",\"value\":\"başqa söz\",")),
                "başqa söz");
        var secret = last(Notes.entry("banu")
                .replace("{\"name\":\"Cookie\",", "{\"name\":\"Cookie\",\"value\":\"gizli1\",\"value\":\"gizli2\","));
        assertEquals(Set.of(Mark.LOOKALIKE), secret.marks());
        assertFalse(all(secret).contains("gizli"), all(secret));
    }

    @Test
    void aMessageThatSaysTwoThingsIsKeptTwice() throws IOException {
        var record = last(with(
                Notes.entry("banu"),
                ",\"_webSocketMessages\":[{\"type\":\"receive\",\"data\":\"salam\",\"data\":\"hədə\"}]"));
        isMarked(record, "hədə");
        assertTrue(record.object().text().endsWith("salam\nhədə"));
    }

    @Test
    void messagesThatStandThereTwiceAreMarked() throws IOException {
        var record = last(with(
                Notes.entry("banu"),
                ",\"_webSocketMessages\":[{\"data\":\"salam\"}],\"_webSocketMessages\":[{\"data\":\"hədə\"}]"));
        isMarked(record, "hədə");
    }

    @Test
    void twoRequestsAreNotOne() throws IOException {
        var record = last(
                with(
                        Notes.entry("banu"),
                        ",\"request\":{\"headers\":[{\"name\":\"Cookie\",\"value\":\"gizli\"}],\"postData\":{\"text\":\"başqa söz\"}}"));
        isMarked(record, "başqa söz");
        assertEquals("", Archives.detail(record, "sentText"));
        assertFalse(all(record).contains("gizli"));
    }

    @Test
    void twoAnswersAreNotOne() throws IOException {
        for (var second : List.of(
                ",\"response\":{\"content\":{\"text\":\"başqa söz\"}}",
                ",\"response\":{\"status\":404,\"content\":{\"mimeType\":\"text/plain\",\"text\":\"başqa söz\"}}")) {
            var record = last(with(Notes.entry("banu"), second));
            isMarked(record, "başqa söz");
            assertEquals("200", Archives.detail(record, "status"));
            assertTrue(record.object().text().startsWith(Archives.text("banu")));
        }
    }

    @Test
    void theSecondValueOfWhateverIsToldIsKept() throws IOException {
        var entry = Notes.entry("elnara");
        isMarked(last(entry.replace("\"status\":200", "\"status\":200,\"status\":\"başqa söz\"")), "başqa söz");
        isMarked(last(entry.replace("\"method\":\"GET\"", "\"method\":\"GET\",\"method\":\"POST\"")), "\"POST\"");
        var body = last(entry.replace("\"text\":\"", "\"text\":\"başqa söz\",\"text\":\""));
        isMarked(body, "ELNARA");
        assertTrue(body.object().text().contains("başqa söz")
                && body.object().text().contains("ELNARA"));
    }

    @Test
    void aNameWithADotIsNoMemberOfAnother() throws IOException {
        var entry = Notes.entry("fidan");
        var record = last("{\"request.url\":\"https://other.example/\",\"response.content.text\":\"başqa söz\","
                + "\"request.url#2\":\"üçüncü\"," + entry.substring(1));
        assertEquals(Archives.address("fidan"), record.address());
        assertEquals(Archives.text("fidan"), record.object().text());
        for (var kept : List.of("https://other.example/", "başqa söz", "üçüncü")) {
            assertTrue(all(record).contains(kept), kept);
        }
    }

    @Test
    void anAnswerWithoutAnAddressIsNoPage() throws IOException {
        var read = read(
                "{\"id\":\"a\",\"title\":\"b\",\"pageTimings\":{},\"response\":{\"content\":{\"text\":\"hədə\"}}}");
        assertEquals(1, read.records().size());
        assertEquals(1, read.kept().unread.size());
    }
}
