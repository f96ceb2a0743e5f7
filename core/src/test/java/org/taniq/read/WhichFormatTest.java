package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;
import org.taniq.base.Json;

/// Of which format a file is, when somebody typed into a message what another format looks like: her words must not
/// take
/// the others away, nor put words into anybody's mouth. The people are invented.
final class WhichFormatTest {
    private static final String MAIL = """
            From: Rauf <rauf@mail.example>
            To: Leyla <leyla@home.example>
            Subject: hello
            Date: Fri, 2 Jan 2026 02:59:00 +0400
            Message-ID: <1@mail.example>

            """;
    private static final String LIVE =
            "{\"replayChatItemAction\":{\"actions\":[],\"videoOffsetTimeMsec\":\"1\"}}\n".repeat(3);
    private static final String TAKEOUT = """
            Channel ID,Comment create timestamp,Price,Comment ID,Parent comment ID,Video ID,Comment text
            """;

    private static final String HAR =
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"a\",\"version\":\"1\"},\"entries\":["
                    + "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"request\":{\"method\":\"GET\",\"url\":\"https://a.example/\","
                    + "\"postData\":{\"text\":\"%s\"}}}]}}\n";
    private static final String MHTML = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://a.example/
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary="----MultipartBoundary--0001----"

            ------MultipartBoundary--0001----
            Content-Type: text/html
            Content-Location: https://a.example/

            <html><p>hello
            """;
    private static final String PAGE =
            "<!DOCTYPE html>\n<html><head><title>a</title></head><body><pre>%s</pre></body></html>\n";

    private static final String SIGNAL = """
            {"version":"1","backupTimeMs":"1767225600000","mediaRootBackupKey":"AAAA"}
            {"account":{"givenName":"Rauf"}}
            {"chatItem":{"authorId":"1","standardMessage":{"text":{"body":%s}}}}
            """;

    private final Kept kept = new Kept();

    private String parser(String text) throws IOException {
        var reading = Reading.of("x", Bytes.of(text.getBytes(StandardCharsets.UTF_8)), _ -> kept);
        return reading.parts().getFirst().part().parser();
    }

    private static String inTelegram(String text) {
        return "<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>\n<div class=\"page_wrap\">\n<div class=\"page_body chat_page\">\n"
                + "<div class=\"history\">\n<div class=\"message default clearfix\" id=\"message1\">\n<div class=\"body\">\n"
                + "<div class=\"from_name\">\nRauf\n</div>\n<div class=\"text\">\n" + text
                + "\n</div>\n</div>\n</div>\n</div>\n</div>\n</div>\n</body>\n</html>\n";
    }

    private static String inMeta(String text) {
        return "<html><head><meta charset=\"utf-8\" /><title>Rauf</title></head><body><main class=\"_a706\" role=\"main\">"
                + ("<section class=\"_a6-g\"><h2 class=\"_2ph_ _a6-h _a6-i\">Rauf</h2><div class=\"_2ph_ _a6-p\"><div><div></div>"
                                + "<div>" + text
                                + "</div><div></div><div></div></div></div><footer class=\"_3-94 _a6-o\">"
                                + "<div class=\"_a72d\">Nov 05, 2026 9:14:33 pm</div></footer></section>")
                        .repeat(2)
                + "</main></body></html>\n";
    }

    static List<String> whatOthersLookLike() {
        return List.of(
                LIVE,
                "UCaaaaaaaaaaaaaaaaaaaaaa,2024-01-01T00:00:00Z,\"{\"\"text\"\":1}\"\n".repeat(3),
                TAKEOUT + "UCaaaaaaaaaaaaaaaaaaaaaa,2024-01-01T00:00:00Z,0,Ugxxxxxxxxxxxxxxxx,,vvvvvvvvvvv,hello\n",
                "From rauf@mail.example Fri Jan  2 02:59:00 2026\n" + MAIL,
                MAIL,
                "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
                "{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n{\"url\":\"https://a.example\"}\n",
                inTelegram("hello"),
                inMeta("hello"),
                "window.YTD.tweet.part0 = [ ]\n",
                "{\"name\":\"a\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[]}\n",
                "{\"participants\":[{\"name\":\"a\"}],\"messages\":[]}\n",
                "{\"id\":\"a\",\"title\":\"b\",\"extractor_key\":\"Youtube\",\"formats\":[]}\n",
                SIGNAL.formatted("\"hello\""),
                HAR.formatted("hello"),
                MHTML,
                PAGE.formatted("hello"),
                "12/03/2024, 10:11 - Aysel: I hate you all\n");
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aChatStaysAChat(String typed) throws IOException {
        assertEquals("whatsapp-text/1", parser("12/03/2024, 10:10 - Rauf: salam\n" + typed));
        assertEquals(
                "whatsapp-text/1", parser("12/03/2024, 10:10 - Rauf: " + typed + "12/03/2024, 10:12 - Leyla: no\n"));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void anExportOfSignalStaysOne(String typed) throws IOException {
        assertEquals("signal-export/1", parser(SIGNAL.formatted(Json.of(typed).canonical())));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aMailStaysAMail(String typed) throws IOException {
        assertEquals("eml/1", parser(MAIL + typed));
        assertEquals("eml/1", parser(MAIL + "\n\n" + typed.repeat(10)));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aMailboxStaysOne(String typed) throws IOException {
        assertEquals("mbox/1", parser("From rauf@mail.example Fri Jan  2 02:59:00 2026\n" + MAIL + typed));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aPageOfTelegramStaysOne(String typed) throws IOException {
        assertEquals("telegram-html/1", parser(inTelegram(typed.replace("<", "&lt;"))));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aPageOfMetaStaysOne(String typed) throws IOException {
        assertEquals(
                "meta-html/1",
                parser(inMeta(typed.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aTableOfCommentsStaysOne(String typed) throws IOException {
        String row = "UCaaaaaaaaaaaaaaaaaaaaaa,2024-01-01T00:00:00Z,0,Ugxxxxxxxxxxxxxxxx,,vvvvvvvvvvv,";
        assertEquals(
                "youtube-takeout/1", parser(TAKEOUT + row + "\"hello\n\n\n" + typed.replace("\"", "\"\"") + "\"\n"));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void whatABrowserNotedStaysThat(String typed) throws IOException {
        var text = Json.of(typed).canonical();
        assertEquals("har/1", parser(HAR.formatted(text.substring(1, text.length() - 1))));
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void aSavedPageStaysOne(String typed) throws IOException {
        assertEquals("mhtml/1", parser(MHTML + typed));
        assertEquals("mhtml/1", parser(MHTML + typed.replace("=", "=3D") + "\n------MultipartBoundary--0001------\n"));
        assertEquals(
                "html/1",
                parser(PAGE.formatted(
                        typed.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "what is this\n"})
    void aMailOfPartsWithAddressesIsOne(String stray) throws IOException {
        for (var address : List.of("cid:1", "https://a.example/")) {
            assertEquals(
                    "eml/1",
                    parser(
                            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\nFrom: Rauf <rauf@mail.example>\n"
                                    + stray
                                    + "To: Leyla <leyla@home.example>\nMessage-ID: <1@mail.example>\n\n--b\nContent-Type: text/html\n"
                                    + "Content-Location: " + address + "\n\n<p>I know where you live\n--b--\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("whatOthersLookLike")
    void notesThatSomebodyWroteAreNothingElse(String typed) throws IOException {
        String notes = "What happened to me\n\nOn Monday he came.\nHe wrote:\nand then\n";
        assertEquals("whole-file/1", parser(notes + typed));
    }

    @Test
    void aChatOfWhichTheFirstLinesAreDamagedIsOne() throws IOException {
        assertEquals(
                "whatsapp-text/1",
                parser("\uFEFF12/0x/2024 10:10 - Rauf: salam\nand more\n\n12/03/2024, 10:12 - Leyla: no\n"));
    }

    @Test
    void aMailInAnArchiveIsReadToo() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.eml"));
            zip.write(("\uFEFF" + MAIL + "I know where you live").getBytes(StandardCharsets.UTF_8));
        }
        Reading.of("x.zip", Bytes.of(out.toByteArray()), _ -> kept);
        assertEquals(
                List.of("hello\n\nI know where you live"),
                kept.records.stream()
                        .map(record -> record.object().text().strip())
                        .toList());
    }

    @Test
    void aMailWithALineThatIsNoneOfItsHeadIsOne() throws IOException {
        assertEquals("eml/1", parser(MAIL.replace("Subject:", "what is this\nSubject:") + "salam\n"));
    }
}
