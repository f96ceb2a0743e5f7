package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What lets whoever has it act as the person who captured is in no record, wherever in an archive it stands.
final class WarcSecretsTest {
    private static final String FORM = "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n";
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

    private static Archives.Read quiet(byte[] bytes) throws IOException {
        var read = Archives.read("x.warc", bytes);
        for (var record : read.records()) {
            var all = record.toJson().canonical();
            assertFalse(all.contains("GIZLI"), all);
        }
        return read;
    }

    private static String text(String type, byte[] message) throws IOException {
        return quiet(Archives.record("aysel", type, message, "sha1:x"))
                .records()
                .getFirst()
                .object()
                .text();
    }

    private static String text(String type, String message) throws IOException {
        return text(type, message.getBytes(UTF_8));
    }

    @Test
    void whatAPageKeepsInTheBrowserIsNotInTheHeadOfItsRecord() throws IOException {
        var record = new String(Archives.page("aysel"), UTF_8)
                .replace(
                        "Content-Type: application/http",
                        "WARC-JSON-Metadata: {\"storage\":\"GIZLI1\",\"x\":1}\r\nContent-Type: application/http");
        assertTrue(quiet(record.getBytes(UTF_8)).has("aysel"));
    }

    @Test
    void fieldsOfFormsWithWhichOneIsLoggedInAreNotShown() throws IOException {
        assertEquals(
                "email=a\nencpass=…\nlsd=…\nfb_dtsg=…\njazoest=…\ncode=…\njwt=…\ntext=söz\nlist=[\"söz\"]",
                text(
                        "request",
                        FORM + "email=a&encpass=GIZLI1&lsd=GIZLI2&fb_dtsg=GIZLI3&jazoest=GIZLI4&code=GIZLI5&jwt=GIZLI6"
                                + "&text=s%C3%B6z&list=[%22s%C3%B6z%22]"));
    }

    @Test
    void jsonInAFormShowsItsWordsWithoutPasswords() throws IOException {
        assertEquals(
                "variables={\"password\":\"…\",\"text\":\"pis söz\"}",
                text(
                        "request",
                        FORM + "variables=%7B%22password%22%3A%22GIZLI5%22%2C%22text%22%3A%22pis+s%C3%B6z%22%7D"));
    }

    @Test
    void allBelowASecretNameInJsonIsSecret() throws IOException {
        assertEquals(
                "…\n…\n…\nbu kuki haqqındadır\nsöz\nad",
                text(
                        "response",
                        JSON + "{\"cookies\":[{\"name\":\"sid-GIZLI\",\"value\":\"GIZLI9\"}],\"tokens\" : [\"GIZLIA\","
                                + "[{\"x\":\"bu kuki haqqındadır\"}]],\"t\":\"söz\",\"l\":[\"ad\"]}"));
        assertEquals("…\n…\nsöz", text("response", JSON + "{\"jwt\":\"GIZLI1\",\"fb_dtsg\":\"GIZLI2\",\"t\":\"söz\"}"));
    }

    @Test
    void bracketsTooManyHideNothing() throws IOException {
        assertEquals("ad\nsöz", text("response", JSON + "]}]{\"a\":[\"ad\"]}]]{\"t\":\"söz\"}"));
    }

    @Test
    void jsonInATextOfJsonShowsNoKeys() throws IOException {
        assertEquals(
                "{\"access_token\":\"…\",\"a\":\"bir \\\"iki\\\"\"}\nsöz",
                text(
                        "response",
                        JSON
                                + "{\"body\":\"{\\\"access_token\\\":\\\"GIZLIB\\\",\\\"a\\\":\\\"bir \\\\\\\"iki\\\\\\\"\\\"}\","
                                + "\"t\":\"söz\"}"));
        var twice =
                "{\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"GIZLI\\\\\\\",\\\\\\\"t\\\\\\\":\\\\\\\"söz\\\\\\\"}\\\"}\"}";
        assertTrue(text("response", JSON + twice).contains("söz"));
    }

    @Test
    void jsonInAnyEncodingShowsNoKeys() throws IOException {
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-16le\r\n\r\n".getBytes(UTF_8);
        byte[] body = "{\"access_token\":\"GIZLI\",\"t\":\"söz\"}".getBytes(UTF_16LE);
        assertTrue(text("response", Archives.joined(head, body)).contains("söz"));
    }

    @Test
    void optionsOfAProgramShowNoPasswords() throws IOException {
        for (var options : List.of(
                "\"--http-password=GIZLI7 a\" \"--header\" \"Cookie: sid=GIZLI8; b=GIZLI\" \"--warc-file=söz\"",
                "--http-password=GIZLI7\n--header\nCookie: sid=GIZLI8\n--warc-file=söz",
                "--password GIZLI7 --header=Authorization:GIZLI8 --warc-file=söz",
                "['--http-passwd', 'GIZLI7', '--post-data', 'user=GIZLI&b=GIZLI', '--warc-file', 'söz']",
                "\"--body-data={\\\"a\\\":\\\"GIZLI\\\"}\" \"https://aysel:GIZLI@aysel.example/söz\"")) {
            var log = record("resource", "metadata://gnu.org/software/wget/warc/wget_arguments.txt", options);
            assertTrue(quiet(log).records().getFirst().object().text().contains("söz"), options);
            var info = record("warcinfo", "", "software: Wget\r\nwget-arguments: " + options + "\r\n");
            assertTrue(quiet(info).records().getFirst().object().text().contains("Wget"), options);
        }
    }

    private static byte[] record(String type, String address, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        return Archives.joined(
                ("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <" + address
                                + ">\r\nContent-Type: text/plain\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(UTF_8),
                bytes,
                "\r\n\r\n".getBytes(UTF_8));
    }

    @Test
    void aDamagedHeadThatLooksLikeAPageShowsNoCookies() throws IOException {
        var text = text(
                "response",
                "<html>\u0001\r\nnonsense\r\nSet-Cookie: sid=GIZLI; path=/\r\nX-A: b\r\n\r\n<p>söz</p></html>");
        assertTrue(text.contains("söz") && text.contains("Set-Cookie"), text);
    }

    @Test
    void partsOfAFormTakeNoTime() throws IOException {
        for (var body : List.of(
                "name=\"a\"\n".repeat(400_000),
                "name=\"a\"".repeat(400_000),
                "--x\nname=\"a\"\n\n".repeat(300_000),
                "--".repeat(1_500_000))) {
            var record = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Archives.read(
                                    "x.warc",
                                    Archives.answer("aysel", "Content-Type: multipart/x", body.getBytes(UTF_8)))
                            .records()
                            .getFirst());
            assertTrue(record.object().text().length() > 1000);
        }
    }

    @Test
    void partsOfAFormShowNoPasswordsHoweverTheyAreWritten() throws IOException {
        for (var head : List.of(
                "Content-Disposition: form-data; name=\"passwd\"\r\n",
                "content-disposition: form-data; filename=\"a\"; name=passwd\r\nContent-Type: text/plain\r\n",
                "Content-Type: x; name=\"a\"\r\nContent-Disposition: form-data; name=\"passwd\"\r\n")) {
            var text = text(
                    "request",
                    "POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n" + head
                            + "\r\n\r\nGIZLI\r\n--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nsöz\r\niki\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"v\"\r\n\r\n{\"token\":\"GIZLI\"}\r\n--b--\r\n");
            assertTrue(text.contains("söz\r\niki\r\n--b"), text);
        }
    }
}
