package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;

/// What lets somebody act as the person who captured is in no record.
final class HarSecretsTest {
    private static Activity last(String entry) throws IOException {
        return Notes.read(Notes.file(List.of(entry)).getBytes(UTF_8)).records().getLast();
    }

    private static Activity sent(String postData) throws IOException {
        return last(Notes.entry("banu", Notes.content("banu", Notes.Kind.TEXT), ",\"postData\":{" + postData + "}"));
    }

    private static String with(String entry, String members) {
        return entry.substring(0, entry.length() - 1) + members + "}";
    }

    private static void isHidden(Activity record) {
        var all = record.toJson().canonical();
        assertFalse(all.contains("gizli"), all);
        assertTrue(all.contains("…"), all);
    }

    @Test
    void jsonInAFieldHidesItsSecrets() throws IOException {
        var record = sent("\"mimeType\":\"x/y\",\"params\":[{\"name\":\"variables\",\"value\":"
                + Json.of("{\"password\":\"gizli\",\"text\":\"banu yazdı\"}").canonical() + "}]");
        isHidden(record);
        assertTrue(record.object().text().contains("banu yazdı"));
    }

    @Test
    void aFormWithALineEndBehindItIsOne() throws IOException {
        isHidden(sent("\"mimeType\":\"text/plain\",\"text\":\"user=banu&password=gizli\\r\\n\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=UTF-8", "", "application/octet-stream"})
    void aFormThatIsSentUnderAnotherTypeIsOne(String type) throws IOException {
        var record = sent("\"mimeType\":\"" + type + "\",\"text\":\"user=banu&password=gizli&c%5B0%5D=bir+söz\"");
        isHidden(record);
        assertTrue(Archives.detail(record, "sentText").contains("user=banu"));
    }

    @Test
    void aSentenceIsNoForm() throws IOException {
        assertEquals(
                "a=b & pin=1 və s.",
                Archives.detail(sent("\"mimeType\":\"text/plain\",\"text\":\"a=b & pin=1 və s.\""), "sentText"));
        assertEquals("salam", Archives.detail(sent("\"mimeType\":\"text/plain\",\"text\":\"salam\""), "sentText"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"login\",{\"password\":\"gizli\",\"token\":\"gizli\"}]",
                "42/admin,17[\"login\",{\"password\":\"gizli\"}]",
                "a[\"{\\\"password\\\":\\\"gizli\\\"}\"]",
                "a[\"CONNECT\\nlogin:banu\\npasscode:gizli\\n\\n\"]",
                "CONNECT\nlogin:banu\npasscode:gizli\n\n",
                "{\"token\":\"gizli\",\"text\":\"salam\"} və başqa söz",
                "[qeyd] salam {\"password\":\"gizli\"} son"
            })
    void framesHideTheirSecrets(String frame) throws IOException {
        isHidden(last(with(
                Notes.entry("banu"),
                ",\"_webSocketMessages\":[{\"type\":\"send\",\"opcode\":1,\"data\":"
                        + Json.of(frame).canonical() + "}]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"_details\":{\"headers\":{\"Cookie\":\"gizli=1\"},\"password\":\"gizli\"}",
                "\"_details\":{\"headers\":[{\"name\":\"Cookie\",\"value\":\"gizli=1; a b\"}]}",
                "\"_raw\":\"GET /\\r\\nCookie: gizli=1\"",
                "\"_raw\":[\"GET /\\r\\nCookie: gizli=1\"]",
                "\"_json\":\"{\\\"password\\\":\\\"gizli\\\"}\"",
                "\"_at\":{\"url\":\"https://a.example/?token=gizli\"}",
                "\"_eventSourceMessages\":[{\"data\":\"{\\\"token\\\":\\\"gizli\\\",\\\"a\\\":\\\"salam\\\"}\"}]"
            })
    void unknownMembersHideTheirSecrets(String member) throws IOException {
        isHidden(last(with(Notes.entry("banu"), "," + member)));
    }

    @Test
    void theTitleOfAPageIsOftenItsAddress() throws IOException {
        var file = Notes.file(List.of()).replace("gülşən səhifəsi", "https://a.example/reset?token=gizli");
        isHidden(Notes.read(file.getBytes(UTF_8)).records().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-FB-LSD", "X-Access-Key", "X-Auth-Key", "X-Auth", "jwt", "X-JWT-Assertion", "fb_dtsg"})
    void keysInAHeadAreHidden(String name) throws IOException {
        isHidden(last(Notes.entry("banu")
                .replace(
                        "{\"name\":\"Accept\",\"value\":\"*/*\"}", "{\"name\":\"" + name + "\",\"value\":\"gizli\"}")));
    }
}
