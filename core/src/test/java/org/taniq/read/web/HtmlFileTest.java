package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;

/// Pages that somebody saved, as one file each.
final class HtmlFileTest {
    private static final String WORDS = "<title>Gülay</title><p>Gülay yazır: GÜLAY sözü</p>";

    private static Activity read(byte[] page) throws IOException {
        var read = Notes.read(new HtmlFile(), "page.html", page);
        assertEquals(1, read.records().size());
        return read.records().getFirst();
    }

    private static Activity read(String page) throws IOException {
        return read(page.getBytes(UTF_8));
    }

    private static boolean knows(String name, byte[] page) throws IOException {
        return new HtmlFile().knows(Input.alone(name, Bytes.of(page)::open));
    }

    private static List<String> stated(Activity record) {
        return record.details().stream()
                .filter(detail -> detail.name().equals("statedAddress"))
                .map(detail -> detail.value() instanceof Json.Obj(var members)
                        ? members.values().stream()
                                .map(value -> value instanceof Json.Str(var text) ? text : "")
                                .reduce("", (before, each) -> before + each + " ")
                        : "")
                .map(String::strip)
                .toList();
    }

    @Test
    void theWordsOfAPageAreReadEachWithItsPlace() throws IOException {
        var page = "<!DOCTYPE html><html>" + WORDS + "<p hidden>gizli söz</p><img alt='bir şəkil'></html>";
        var record = read(page);
        assertEquals("Gülay\nGülay yazır: GÜLAY sözü", record.object().text());
        assertEquals("gizli söz", Archives.detail(record, "hiddenText"));
        assertEquals("bir şəkil", Archives.detail(record, "besideText"));
        assertEquals("Gülay", Archives.detail(record, "title"));
        assertEquals("file", Archives.detail(record, "textIn"));
        int from = page.substring(0, page.indexOf("Gülay yazır")).getBytes(UTF_8).length;
        int to = from + "Gülay yazır: GÜLAY sözü".getBytes(UTF_8).length;
        assertTrue(Archives.detail(record, "textAt").endsWith("[6," + from + "," + to + "]]"));
        assertEquals(page.getBytes(UTF_8).length, record.spot().to());
    }

    @Test
    void nobodyIsSaidToHaveWrittenIt() throws IOException {
        var record = read("<html>" + WORDS);
        assertEquals("", record.actor().name());
        assertEquals("", record.address());
        assertInstanceOf(When.Unknown.class, record.published());
    }

    @Test
    void whatSingleFileWritesIsTheAddressAndTheTime() throws IOException {
        var record = read(
                "<!DOCTYPE html> <html lang=az><!--\n Page saved with SingleFile \n url: https://gulay.example/səhifə \n"
                        + " saved date: Mon Jan 15 2024 10:30:00 GMT+0400 (Azerbaijan Standard Time)\n--><meta charset=utf-8>"
                        + WORDS);
        assertEquals("https://gulay.example/səhifə", record.address());
        var saved = assertInstanceOf(When.Local.class, record.published());
        assertEquals(LocalDateTime.of(2024, 1, 15, 10, 30), saved.dateTime());
        assertEquals("+04:00", saved.zone());
        assertEquals("Mon Jan 15 2024 10:30:00 GMT+0400 (Azerbaijan Standard Time)", saved.source());
        assertEquals("singleFile", Archives.detail(record, "savedWith"));
    }

    @Test
    void theSameWordsInsideOfThePageAreWordsOfThePage() throws IOException {
        var record = read(
                "<html><head></head><body>" + WORDS
                        + "<!--\n Page saved with SingleFile \n url: https://other.example/ \n"
                        + " saved date: Mon Jan 15 2024 10:30:00 GMT+0400 (x)\n--><!-- saved from url=(0022)https://other.example/ -->");
        assertEquals("", record.address());
        assertInstanceOf(When.Unknown.class, record.published());
        assertEquals("", Archives.detail(record, "savedWith"));
    }

    @Test
    void theMarkOfABrowserIsTheAddressWhereItsLengthIsRight() throws IOException {
        var right = read("<!DOCTYPE html>\n<!-- saved from url=(0022)https://gulay.example/ -->\n<html>" + WORDS);
        assertEquals("https://gulay.example/", right.address());
        var wrong = read("<!DOCTYPE html>\n<!-- saved from url=(0023)https://gulay.example/ -->\n<html>" + WORDS);
        assertEquals("", wrong.address());
        assertEquals(List.of("savedFromOtherLength https://gulay.example/"), stated(wrong));
    }

    @Test
    void whatThePageSaysOfItsAddressIsToldAndNotBelieved() throws IOException {
        var record = read("<html><head><base href='https://a.example/'><link rel=canonical href='https://b.example/1'>"
                + "<meta property='og:url' content='https://c.example/2'></head>" + WORDS);
        assertEquals("", record.address());
        assertEquals(
                List.of("canonical https://b.example/1", "ogUrl https://c.example/2", "base https://a.example/"),
                stated(record));
    }

    @Test
    void whatTheWaybackMachineWritesIsTheAddressAndTheTime() throws IOException {
        var record = read(
                "<!DOCTYPE html><html><head><script>__wm.wombat(\"http://gulay.example/\",\"20240115102030\",\"https://web.archive.org/\");"
                        + "</script></head><body>" + WORDS
                        + "</body></html>\n<!--\n     FILE ARCHIVED ON 10:20:30 Jan 15, 2024 AND RETRIEVED FROM THE\n"
                        + "     INTERNET ARCHIVE ON 11:22:33 Feb 01, 2024.\n     JAVASCRIPT APPENDED BY WAYBACK MACHINE.\n-->");
        assertEquals("http://gulay.example/", record.address());
        var captured = assertInstanceOf(When.Local.class, record.published());
        assertEquals(LocalDateTime.of(2024, 1, 15, 10, 20, 30), captured.dateTime());
        assertEquals("Z", captured.zone());
        assertEquals("11:22:33 Feb 01, 2024", Archives.detail(record, "retrievedAt"));
    }

    @Test
    void withoutItsCommentTheTimeOfTheWaybackMachineIsThatOfItsProgram() throws IOException {
        var record =
                read("<html><head><script>__wm.wombat(\"http://gulay.example/\",\"20240115102030\");</script></head>"
                        + WORDS);
        assertEquals(new When.Exact("20240115102030", Instant.parse("2024-01-15T10:20:30Z")), record.published());
    }

    @Test
    void theEncodingIsFound() throws IOException {
        var page = "<html><title>Ваня</title><p>Ваня пишет</p></html>";
        for (var charset : List.of("windows-1251", "koi8-r")) {
            var stated = page.replace("<title>", "<meta charset=" + charset + "><title>");
            assertEquals(
                    "Ваня\nВаня пишет",
                    read(stated.getBytes(Charset.forName(charset))).object().text());
        }
        assertEquals(
                "Ваня\nВаня пишет",
                read(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE))
                        .object()
                        .text());
    }

    @Test
    void aPageOfManyMegabytesOfPicturesIsReadToItsEnd() throws IOException {
        var picture = "<img src=\"data:image/png;base64," + "iVBORw0K".repeat(1 << 18) + "\">";
        var record = read("<html>" + picture.repeat(8) + WORDS + "</html>");
        assertEquals("Gülay\nGülay yazır: GÜLAY sözü", record.object().text());
        assertEquals(Set.of(), record.marks());
    }

    @Test
    void ofAPageThatIsTooLongTheBeginningIsRead() throws IOException {
        var record = read("<html>" + WORDS + "<p>söz söz söz</p>".repeat(1 << 18));
        assertEquals(Set.of(Mark.CUT), record.marks());
        assertTrue(record.object().text().startsWith("Gülay\n"));
    }

    @Test
    void aCutPageIsReadUpToTheCut() throws IOException {
        var page = ("<html>" + WORDS + "<p>son").getBytes(UTF_8);
        assertEquals("Gülay\nGülay yazır: GÜLAY sözü\nson", read(page).object().text());
    }

    @Test
    void whatIsNoPageIsNone() throws IOException {
        assertTrue(knows("a.txt", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\"><p>".getBytes(UTF_8)));
        assertTrue(knows("a", "<!-- saved from url=(0022)https://gulay.example/ -->\n<html>".getBytes(UTF_8)));
        assertTrue(knows("a", "\uFEFF<html>".getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(knows("a.html", "x<body>".getBytes(UTF_8)));
        assertFalse(knows("a.txt", "x<body>".getBytes(UTF_8)));
        assertFalse(knows("a.html", "salam".getBytes(UTF_8)));
        assertFalse(knows("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>x</title></svg>".getBytes(UTF_8)));
        assertFalse(knows("a.html", new byte[0]));
    }
}
