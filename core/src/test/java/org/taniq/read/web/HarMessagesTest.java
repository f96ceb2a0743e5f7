package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// What went to and fro over connections that stay open.
final class HarMessagesTest {
    private static Activity last(String members) throws IOException {
        var entry = Notes.entry("davud", "{\"size\":0,\"mimeType\":\"x-unknown\"}", "");
        var file = Notes.file(List.of(entry.substring(0, entry.length() - 1) + members + "}"));
        return Notes.read(file.getBytes(UTF_8)).records().getLast();
    }

    private static String frame(String type, String data) {
        return "{\"type\":\"" + type + "\",\"time\":1700000000.5,\"opcode\":1,\"data\":"
                + Json.of(data).canonical() + "}";
    }

    private static Activity frames(String... frames) throws IOException {
        return last(",\"_webSocketMessages\":[" + String.join(",", frames) + "]");
    }

    private static List<String> details(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().canonical())
                .toList();
    }

    @Test
    void whichWayAMessageWentIsTold() throws IOException {
        var record = frames(frame("receive", "səni tapacağam"), frame("send", "dayan"), frame("strange", "nə"));
        assertEquals("səni tapacağam\ndayan\nnə", record.object().text());
        assertEquals(
                List.of(
                        "{\"direction\":\"received\",\"textFrom\":0,\"time\":\"1700000000.5\"}",
                        "{\"direction\":\"sent\",\"textFrom\":15,\"time\":\"1700000000.5\"}",
                        "{\"direction\":null,\"textFrom\":21,\"time\":\"1700000000.5\"}"),
                details(record, "socketMessage"));
    }

    @Test
    void whereHerOwnWordsBeginIsTold() throws IOException {
        var record = Notes.read(Notes.file(List.of(Notes.entry(
                                "ceyhun",
                                Notes.content("ceyhun", Notes.Kind.TEXT),
                                ",\"postData\":{\"mimeType\":\"text/plain\",\"text\":\"dayan\"}")))
                        .getBytes(UTF_8))
                .records()
                .getLast();
        int from = Integer.parseInt(Archives.detail(record, "sentTextFrom"));
        assertEquals("dayan", record.object().text().substring(from));
    }

    @Test
    void textAroundJsonInAFrameIsKept() throws IOException {
        var record = frames(
                frame("receive", "[qeyd] mən səni tapacağam"),
                frame("receive", "42[\"söz\",{\"a\":\"b\\\"c\"}]"),
                frame("receive", "{\"a\":\"bir\"} iki"));
        assertEquals(
                "[qeyd] mən səni tapacağam\nsöz\nb\"c\n{\"a\":\"bir\"} iki",
                record.object().text());
    }

    @Test
    void aFrameOfManyTextsIsReadOrSaidToBeCut() throws IOException {
        var texts = IntStream.range(0, 5000).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        var record = frames(frame("receive", texts));
        assertTrue(record.object().text().endsWith("s4999") || record.marks().equals(Set.of(Mark.CUT)));
    }

    @Test
    void whatAServerSentByItselfIsRead() throws IOException {
        var record = last(
                ",\"_resourceType\":\"eventsource\",\"_eventSourceMessages\":[{\"time\":1.5,\"eventName\":\"message\","
                        + "\"eventId\":\"\",\"data\":\"{\\\"body\\\":\\\"davud hədələdi\\\"}\"}]");
        assertEquals("davud hədələdi", record.object().text());
        assertEquals(
                List.of("{\"direction\":\"received\",\"textFrom\":0,\"time\":\"1.5\"}"),
                details(record, "socketMessage"));
    }

    @Test
    void bytesThatAreNoTextAreCounted() throws IOException {
        var record = frames("{\"type\":\"receive\",\"time\":1,\"opcode\":2,\"data\":\"AAEC\"}", frame("send", "dayan"));
        assertEquals("dayan", record.object().text());
        assertEquals(List.of("1"), details(record, "messagesNotText"));
    }
}
