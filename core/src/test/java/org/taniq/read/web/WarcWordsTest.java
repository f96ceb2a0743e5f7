package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// No word in a body is lost without its being said, and no secret is among the words.
final class WarcWordsTest {
    private static Activity read(String head, byte[] body) throws IOException {
        return Archives.read("x.warc", Archives.answer("aysel", head, body))
                .records()
                .getFirst();
    }

    private static String text(String head, String body) throws IOException {
        return read(head, body.getBytes(UTF_8)).object().text();
    }

    @Test
    void textIsReadInTheEncodingThatIsStated() throws IOException {
        var words = "Я тебя найду, слышишь?";
        var cyrillic =
                read("Content-Type: text/plain; charset=windows-1251", words.getBytes(Charset.forName("windows-1251")));
        assertEquals(words, cyrillic.object().text());
        assertEquals("windows-1251", Archives.detail(cyrillic, "charset"));
        assertEquals(
                words,
                read("Content-Type: text/plain; charset=utf-16le", words.getBytes(UTF_16LE))
                        .object()
                        .text());
        assertEquals(words, text("Content-Type: text/plain", "\uFEFF" + words));
    }

    @Test
    void textWithoutAnEncodingIsNotLost() throws IOException {
        byte[] latin = "Tu es laid, c'est \u00e9vident".getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "Tu es laid, c'est évident",
                read("Content-Type: text/plain", latin).object().text());
        byte[] oneWrong = "sözlərin hamısı buradadır, yalnız bir bayt zədəlidir".getBytes(UTF_8);
        oneWrong[3] = (byte) 0xFF;
        var record = read("Content-Type: text/plain", oneWrong);
        assertTrue(record.object().text().contains("hamısı buradadır"));
        assertTrue(record.marks().contains(Mark.NOT_TEXT));
    }

    @Test
    void moreTextsThanAreReadAreSaid() throws IOException {
        var many = "{\"t\":[" + "\"a\",".repeat(400_000) + "\"son\"]}";
        var record = read("Content-Type: application/json", many.getBytes(UTF_8));
        assertTrue(record.marks().contains(Mark.CUT));
    }

    @Test
    void aTitleIsAmongTheWordsAndACutOneIsSaid() throws IOException {
        assertEquals("Ad Soyad\nsöz", text("Content-Type: text/html", "<title>Ad Soyad</title><p>söz"));
        var record = read(
                "Content-Type: text/html", ("<title>" + "uzun ".repeat(30_000) + "</title><p>söz").getBytes(UTF_8));
        assertTrue(record.object().text().endsWith("söz"));
        assertTrue(record.marks().contains(Mark.CUT));
        var drawing = read(
                "Content-Type: image/svg+xml", "<svg><title>ad</title><text>şəkildə söz</text></svg>".getBytes(UTF_8));
        assertTrue(drawing.object().text().contains("şəkildə söz"));
    }

    @Test
    void jsonIsReadWhateverItIsCalled() throws IOException {
        for (var type : List.of(
                "text/html; charset=utf-8",
                "text/javascript",
                "application/javascript",
                "application/octet-stream",
                "image/jpeg",
                "text/plain")) {
            assertEquals(
                    "Sən yalançısan\niki",
                    text(
                            "Content-Type: " + type,
                            "{\"text\": \"S\\u0259n yalan\\u00e7\\u0131san\", \"b\": [\"iki\"]}"));
        }
        assertEquals("söz", text("Content-Type: text/javascript", "cb_1({\"text\":\"söz\"});"));
        assertEquals("söz", text("Content-Type: text/html", ")]}'\n\n[[\"söz\",1]]"));
        assertEquals("düz mətn", text("Content-Type: application/octet-stream", "düz mətn"));
    }

    @Test
    void whatIsNoTextIsSaidToBeUnread() throws IOException {
        byte[] bytes = {'%', 'P', 'D', 'F', 0, 1, 2, 3};
        assertEquals("not-text", Archives.detail(read("Content-Type: application/pdf", bytes), "textNotRead"));
        assertEquals(
                "program",
                Archives.detail(read("Content-Type: text/css", "a { b: c }".getBytes(UTF_8)), "textNotRead"));
        assertEquals("", Archives.detail(read("Content-Type: image/png", bytes), "textNotRead"));
    }

    @Test
    void aBodyThatIsNotInChunksUnderSuchAHeadLosesNothing() throws IOException {
        var head = "Content-Type: text/plain\r\nTransfer-Encoding: chunked";
        for (var body : List.of("Add\r\nsöz iki üç", "10\r\n20\r\n30\r\nsöz", "add comment\nsöz", "A\r\nsöz")) {
            assertEquals(body, text(head, body));
        }
    }

    @Test
    void whatStandsBehindTheLastChunkIsNotLost() throws IOException {
        var head = "Content-Type: text/plain\r\nTransfer-Encoding: chunked";
        var record = read(head, "4\r\nsöz\r\n0\r\n\r\nsonra gələn".getBytes(UTF_8));
        assertTrue(record.object().text().contains("söz"));
        assertTrue(record.object().text().contains("sonra gələn"));
        assertEquals("broken", Archives.detail(record, "chunks"));
        var whole = read(head, "4\r\nsöz\r\n0\r\n\r\n".getBytes(UTF_8));
        assertEquals("söz", whole.object().text());
        assertEquals("whole", Archives.detail(whole, "chunks"));
    }

    @Test
    void manyFieldsOfAFormTakeNoMemory() throws IOException {
        var http = "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n";
        byte[] body = "&".repeat(12 << 20).getBytes(UTF_8);
        byte[] bytes = Archives.record("aysel", "request", Archives.joined(http.getBytes(UTF_8), body), "sha1:x");
        var record = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Archives.read("x.warc", bytes).records().getFirst());
        assertTrue(record.marks().contains(Mark.CUT));
        assertTrue(record.object().text().length() <= WordsOf.MOST);
    }

    private static final List<String> SECRETS = List.of("gizli-kuki", "gizli-parol", "gizli-token");

    private static Archives.Read quiet(byte[] bytes) throws IOException {
        var read = Archives.read("x.warc", bytes);
        for (var record : read.records()) {
            var all = record.toJson().canonical();
            SECRETS.forEach(secret -> assertFalse(all.contains(secret), all));
        }
        return read;
    }

    private static byte[] http(String type, String message) {
        return Archives.record("aysel", type, message.getBytes(UTF_8), "sha1:x");
    }

    @Test
    void aBrokenStartLineShowsNoCookies() throws IOException {
        for (var start : List.of("HTP/1.1 200 OK", "", "\u0001\u0002", "200 OK", "http/1.1 200")) {
            var read = quiet(http(
                    "response",
                    start + "\r\nContent-Type: text/html\r\nSet-Cookie: sid=gizli-kuki\r\nX-B: c\r\n\r\n<p>söz"));
            assertTrue(read.records().getFirst().object().text().contains("söz"), start);
        }
        quiet(http("response", "nonsense without a colon\r\nmore\r\nSet-Cookie: sid=gizli-kuki\r\n\r\nsöz"));
    }

    @Test
    void theCaseOfATypeShowsNoCookies() throws IOException {
        var record = new String(http("response", "HTTP/1.1 200 OK\r\nSET-COOKIE : sid=gizli-kuki\r\n\r\n<p>söz"), UTF_8)
                .replace("Content-Type: application/http", "Content-Type: Application/HTTP");
        assertEquals(
                "söz",
                quiet(record.getBytes(UTF_8)).records().getFirst().object().text());
    }

    @Test
    void manyLinesOfAHeadShowNoCookies() throws IOException {
        var lines = "X-A: b\r\n".repeat(1500);
        quiet(http("response", "HTTP/1.1 200 OK\r\n" + lines + "Set-Cookie: sid=gizli-kuki\r\n\r\n<p>söz"));
        quiet(http("response", "HTTP/1.1 200 OK\r\nSet-Cookie sid=gizli-kuki\r\nX: y\r\n\r\n<p>söz"));
    }

    @Test
    void passwordsThatWereTypedAreNotAmongTheWords() throws IOException {
        var form = quiet(http(
                "request",
                "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                        + "user=aysel&password=gizli-parol&csrf_token=gizli-token&comment=s%C3%B6z"));
        assertEquals(
                "user=aysel\npassword=…\ncsrf_token=…\ncomment=söz",
                form.records().getFirst().object().text());
        var json = quiet(
                http(
                        "request",
                        "POST /login HTTP/1.1\r\nContent-Type: application/json\r\n\r\n"
                                + "{\"user\":\"aysel\",\"Password\" : \"gizli-parol\",\"access_token\":\"gizli-token\",\"t\":\"söz\"}"));
        assertEquals("aysel\n…\n…\nsöz", json.records().getFirst().object().text());
        var parts = quiet(http(
                "request",
                String.join(
                        "\r\n",
                        "POST /login HTTP/1.1",
                        "Content-Type: multipart/form-data; boundary=b",
                        "",
                        "--b",
                        "Content-Disposition: form-data; name=\"passwd\"",
                        "",
                        "gizli-parol",
                        "--b",
                        "Content-Disposition: form-data; name=\"t\"",
                        "",
                        "söz",
                        "--b--",
                        "")));
        assertTrue(parts.records().getFirst().object().text().contains("söz"));
    }

    @Test
    void keysInAddressesOfHeadsAreNotShown() throws IOException {
        var read = quiet(http(
                "response",
                "HTTP/1.1 302 Found\r\nLocation: https://x.example/?a=1&access_token=gizli-token&b=2\r\n\r\n"));
        assertTrue(Archives.detail(read.records().getFirst(), "header").contains("a=1&access_token=…&b=2"));
    }

    @Test
    void oneLineThatIsNoUtf8LeavesTheOthersAsTheyAre() throws IOException {
        byte[] head = "HTTP/1.1 200 OK\r\nX-A: söz\r\nX-B: \u00ff\r\n\r\n".getBytes(UTF_8);
        byte[] bytes = Archives.joined(head, "<p>söz".getBytes(UTF_8));
        for (int i = 0; i + 1 < head.length; i++) {
            if ((bytes[i] & 0xFF) == 0xC3 && (bytes[i + 1] & 0xFF) == 0xBF) {
                bytes[i] = (byte) 0xFC;
                bytes[i + 1] = ' ';
            }
        }
        var record = Archives.read("x.warc", Archives.record("aysel", "response", bytes, "sha1:x"))
                .records()
                .getFirst();
        assertTrue(Archives.detail(record, "header").contains("[\"X-A\",\"söz\"]"));
        assertTrue(Archives.detail(record, "header").contains("[\"X-B\",\"ü\"]"));
    }

    @Test
    void jsonIsReadInTheEncodingThatIsStatedUnlessItIsUtf8() throws IOException {
        var words = "я тебя найду";
        var json = "{\"payload\":[\"0\",[\"" + words + "\"]]}";
        for (var each : List.of("windows-1251", "koi8-r", "utf-8")) {
            var record = read("Content-Type: application/json; charset=" + each, json.getBytes(Charset.forName(each)));
            assertEquals("0\n" + words, record.object().text());
            assertEquals(Charset.forName(each).name(), Archives.detail(record, "charset"));
            assertEquals(java.util.Set.of(), record.marks());
        }
        assertEquals("0\n" + words, text("Content-Type: application/json; charset=windows-1251", json));
    }
}
