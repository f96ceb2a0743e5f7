package org.taniq.read.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Twice;
import org.taniq.read.record.Verb;

/// One request with its answer, or one page, as a record.
final class HarRecord {
    private static final int MOST_FIELDS = 300;

    /// What is told in its own place, what repeats that, and what is of the network alone.
    private static final Set<String> TOLD = Set.of(
            "startedDateTime",
            "id",
            "title",
            "pageTimings",
            "pageref",
            "time",
            "timings",
            "cache",
            "connection",
            "serverIPAddress",
            "request",
            "request.method",
            "request.url",
            "request.httpVersion",
            "request.headers",
            "request.cookies",
            "request.queryString",
            "request.headersSize",
            "request.bodySize",
            "request.postData",
            "request.postData.text",
            "request.postData.params",
            "request.postData.mimeType",
            "response",
            "response.status",
            "response.statusText",
            "response.httpVersion",
            "response.headers",
            "response.cookies",
            "response.headersSize",
            "response.bodySize",
            "response.redirectURL",
            "response.content",
            "response.content.text",
            "response.content.size",
            "response.content.mimeType",
            "response.content.encoding",
            "response.content.compression",
            "_webSocketMessages",
            "_initiator",
            "_connectionId",
            "_priority");

    private final HarEntry.Read read;
    private final HarEntry entry;
    private final List<Detail> details = new ArrayList<>();

    HarRecord(HarEntry.Read read, HarEntry entry) {
        this.read = read;
        this.entry = entry;
    }

    /// The value of a line of a head; empty where there is none of that name.
    static String header(List<Json> headers, String name) {
        return headers.stream()
                .map(Fields::of)
                .filter(header -> Fields.text(header.value("name")).equalsIgnoreCase(name))
                .map(header -> Fields.text(header.value("value")))
                .findFirst()
                .orElse("");
    }

    Activity activity(Spot spot, Place place) {
        var text = text();
        if (entry.isKnown()) {
            exchange();
        } else {
            detail("archiveRecord", "page");
            detail("title", entry.text("title"));
        }
        entry.programs().forEach(program -> detail("savedBy", program));
        entry.others(TOLD).forEach(this::other);
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        time(),
                        new Thing.Note(WordsOf.cut(text), List.of()),
                        marks(text),
                        spot,
                        "",
                        entry.text("request.url"),
                        Map.of(),
                        entry.isKnown() ? "" : entry.text("id"),
                        place,
                        List.of())
                .with(details);
    }

    private When time() {
        var stated = entry.text("startedDateTime");
        return stated.isEmpty() && entry.isCutOff()
                ? new When.Unknown("", "what states its time was not read")
                : CaptureTime.of(stated);
    }

    private void exchange() {
        detail("archiveRecord", "exchange");
        detail("method", entry.text("request.method"));
        Fields.asNumber(entry.text("response.status")).ifPresent(status -> details.add(Detail.of("status", status)));
        detail("mimeType", entry.mimeType());
        Fields.asNumber(entry.text("response.content.size"))
                .ifPresent(size -> details.add(Detail.of("bodySize", size)));
        detail("redirect", Secrets.inAddresses(entry.text("response.redirectURL")));
        detail("serverAddress", entry.text("serverIPAddress"));
        detail("pageId", entry.text("pageref"));
        detail("damage", entry.isCutOff() ? "cutOff" : "");
        details.addAll(WordDetails.of(read.answer(), "decodedContent"));
        detail("sentText", read.sent().shown());
        detail("sentTextNotRead", read.sent().extent().hindrance().word());
        int messages = entry.messages().size();
        if (messages > 0) {
            details.add(Detail.of("messagesBothWays", messages));
        }
        headers("requestHeader", entry.list("request.headers"));
        headers("header", entry.list("response.headers"));
    }

    /// What was answered, what was sent, and what went to and fro, or the title of the page.
    private String text() {
        var text = new StringBuilder();
        append(read.answer().shown(), text);
        append(read.sent().shown(), text);
        read.messages().forEach(message -> append(message, text));
        append(entry.isKnown() ? "" : entry.text("title"), text);
        return text.toString();
    }

    private static void append(String words, StringBuilder text) {
        if (!words.isEmpty() && text.length() <= WordsOf.MOST) {
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
    }

    private Set<Mark> marks(String text) {
        var marks = EnumSet.noneOf(Mark.class);
        if (read.isCut() || text.length() > WordsOf.MOST) {
            marks.add(Mark.CUT);
        }
        if (entry.isNoText() || text.indexOf('\uFFFD') >= 0) {
            marks.add(Mark.NOT_TEXT);
        }
        if (entry.isTwice()) {
            marks.add(Mark.LOOKALIKE);
        }
        return marks;
    }

    private void detail(String name, String value) {
        WordDetails.add(name, value, details);
    }

    private void headers(String name, List<Json> headers) {
        if (headers.isEmpty()) {
            return;
        }
        var pairs = headers.stream().limit(MOST_FIELDS).map(HarRecord::pair).toList();
        details.add(new Detail(name, Json.of(pairs)));
        if (headers.size() > MOST_FIELDS) {
            details.add(Detail.of(name + "LeftOut", headers.size() - MOST_FIELDS));
        }
    }

    private static Json pair(Json header) {
        var fields = Fields.of(header);
        var field = new RecordHead.Field(fields.text("name"), fields.text("value"));
        return Json.strings(List.of(field.name(), Secrets.in(field)));
    }

    /// What the format does not have, or what stands there a second time.
    private void other(String name, Json value) {
        var plain = Twice.plain(name);
        boolean isTold = TOLD.contains(plain) || value instanceof Json.Null;
        if (isTold && !isKept(plain, value)) {
            return;
        }
        var last = plain.substring(plain.lastIndexOf('.') + 1);
        var text = value instanceof Json.Str(var words) ? words : value.inOrder();
        var shown = Secrets.hides(last, text) ? Secrets.HIDDEN : Secrets.inAddresses(text);
        details.add(new Detail(
                "member",
                Json.object()
                        .put("name", Detail.cut(plain))
                        .put("value", Detail.cut(shown))
                        .build()));
    }

    /// Whether a second value of something that is told is no secret, and is kept.
    private static boolean isKept(String plain, Json value) {
        return value instanceof Json.Str
                && Set.of("startedDateTime", "request.url").contains(plain);
    }
}
