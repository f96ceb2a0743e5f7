package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Parser;

/// What a browser noted (HAR) of the pages of invented people.
final class Notes {
    private Notes() {}

    static String time(String person) {
        return "2026-01-02T03:04:0" + Archives.PEOPLE.indexOf(person) + ".000Z";
    }

    /// How the program that writes an answer keeps it.
    enum Kind {
        TEXT,
        BASE64
    }

    static String content(String person, Kind kind) {
        var html = "<html><title>" + person + "</title><p>" + Archives.words(person) + "</p></html>";
        var json = Json.object().put("size", html.length()).put("mimeType", "text/html; charset=utf-8");
        switch (kind) {
            case TEXT -> json.put("text", html);
            case BASE64 ->
                json.put("text", Base64.getEncoder().encodeToString(html.getBytes(UTF_8)))
                        .put("encoding", "base64");
        }
        return json.build().inOrder();
    }

    static String entry(String person) {
        var kind = Archives.PEOPLE.indexOf(person) % 2 == 0 ? Kind.TEXT : Kind.BASE64;
        return entry(person, content(person, kind), "");
    }

    /// @param request further members of the request, with a comma before them
    static String entry(String person, String content, String request) {
        return "{\"startedDateTime\":\"" + time(person) + "\",\"time\":12.5,\"request\":{\"method\":\"GET\",\"url\":\""
                + Archives.address(person) + "\",\"headers\":[{\"name\":\"Cookie\",\"value\":\"secret-" + person
                + "\"},{\"name\":\"Accept\",\"value\":\"*/*\"}]" + request
                + "},\"response\":{\"status\":200,\"headers\":[{\"name\":\"Set-Cookie\",\"value\":\"secret-" + person
                + "\"}],\"content\":" + content + "},\"cache\":{},\"timings\":{\"wait\":1.5},\"pageref\":\"page_1\"}";
    }

    static String file(List<String> entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"WebInspector\",\"version\":\"537.36\"},\"pages\":["
                + "{\"startedDateTime\":\"2026-01-02T03:04:05.000Z\",\"id\":\"page_1\",\"title\":\"gülşən səhifəsi\",\"pageTimings\":{}}],"
                + "\"entries\":[\n" + String.join(",\n", entries) + "\n]}}";
    }

    static byte[] ofAll() {
        return file(Archives.PEOPLE.stream().map(Notes::entry).collect(Collectors.toList()))
                .getBytes(UTF_8);
    }

    static Archives.Read read(Parser parser, String name, byte[] bytes) throws IOException {
        var kept = new Kept();
        return new Archives.Read(kept, parser.read(Input.alone(name, Bytes.of(bytes)::open), kept));
    }

    static Archives.Read read(byte[] bytes) throws IOException {
        return read(new HarFile(), "notes.har", bytes);
    }

    /// Whether it is hers, with her words, her time and her address.
    static boolean isOf(Activity record, String person) {
        return Archives.isOf(record, person) && record.published().source().equals(time(person));
    }
}
