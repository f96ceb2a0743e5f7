package org.taniq.read.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import org.taniq.read.record.Verb;

/// One request with its answer, or one page, as a record.
final class HarRecord {
    private static final int MOST_FIELDS = 300;
    private static final int MOST_MESSAGES = 1000;

    /// What is told in its own place, what repeats that, and what is of the network alone.
    static final Set<String> TOLD = Set.of(
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
            "_eventSourceMessages",
            "_initiator",
            "_connectionId",
            "_priority");

    /// Of these what is no text, no number and nothing else of one piece is kept.
    private static final Set<String> TEXTS = Set.of(
            "startedDateTime",
            "id",
            "title",
            "pageref",
            "serverIPAddress",
            "request.method",
            "request.url",
            "request.postData.text",
            "request.postData.mimeType",
            "response.status",
            "response.redirectURL",
            "response.content.text",
            "response.content.size",
            "response.content.mimeType",
            "response.content.encoding");

    private static final Set<String> LISTS =
            Set.of("request.headers", "request.postData.params", "response.headers", "_webSocketMessages");

    private final HarWords read;
    private final HarEntry entry;
    private final StringBuilder text = new StringBuilder();
    private boolean isFull;
    private final List<Detail> ofText = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();

    HarRecord(HarWords read, HarEntry entry) {
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
        text();
        if (entry.isKnown()) {
            exchange();
        } else {
            detail("archiveRecord", "page");
            detail("title", title());
        }
        entry.programs().forEach(program -> detail("savedBy", program));
        entry.members().forEach(this::others);
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        time(),
                        new Thing.Note(WordsOf.cut(text.toString()), List.of()),
                        marks(),
                        spot,
                        "",
                        entry.text("request.url"),
                        Map.of(),
                        entry.isKnown() ? "" : entry.text("id"),
                        place,
                        List.of())
                .with(details);
    }

    /// Chrome writes its address there.
    private String title() {
        return Secrets.inAddresses(entry.text("title"));
    }

    private When time() {
        var stated = entry.text("startedDateTime");
        return stated.isEmpty() && (entry.isCutOff() || entry.isCut())
                ? new When.Unknown("", "what states its time was not read")
                : CaptureTime.of(stated);
    }

    private void exchange() {
        detail("archiveRecord", "exchange");
        detail("method", entry.text("request.method"));
        number("status", entry.text("response.status"));
        detail("mimeType", entry.mimeType());
        number("statedSize", entry.text("response.content.size"));
        detail("redirect", Secrets.inAddresses(entry.text("response.redirectURL")));
        detail("serverAddress", entry.text("serverIPAddress"));
        detail("pageId", entry.text("pageref"));
        damage();
        details.addAll(WordDetails.of(read.answer(), "decodedContent"));
        detail("sentText", read.sent().shown());
        detail("sentTextNotRead", read.sent().extent().hindrance().word());
        details.addAll(ofText);
        headers("requestHeader", entry.list("request.headers"));
        headers("header", entry.list("response.headers"));
    }

    /// As a number where a record can hold it, else as it stands there.
    private void number(String name, String stated) {
        Fields.asNumber(stated)
                .ifPresentOrElse(number -> details.add(Detail.of(name, number)), () -> detail(name, stated));
    }

    private void damage() {
        var damage = new ArrayList<String>();
        if (entry.isCutOff()) {
            damage.add("cutOff");
        }
        if (read.isDamaged()) {
            damage.add("encoding");
        }
        if (!damage.isEmpty()) {
            details.add(new Detail("damage", Json.strings(damage)));
        }
    }

    /// What was answered, what was sent, and what went to and fro, or the title of the page.
    private void text() {
        append(read.answer().shown());
        append(read.sent().shown()).ifPresent(from -> ofText.add(Detail.of("sentTextFrom", from)));
        messages();
        read.more().forEach(this::append);
        append(entry.isKnown() ? "" : title());
    }

    /// @return where it begins; nothing where there is none, or no room for it
    private OptionalLong append(String words) {
        if (words.isEmpty() || text.length() >= WordsOf.MOST) {
            isFull |= !words.isEmpty();
            return OptionalLong.empty();
        }
        text.append(text.isEmpty() ? "" : "\n");
        int from = text.length();
        text.append(words);
        return OptionalLong.of(from);
    }

    private void messages() {
        if (!read.messages().isEmpty()) {
            ofText.add(Detail.of("messagesBothWays", read.messages().size()));
        }
        read.messages().stream().limit(MOST_MESSAGES).forEach(this::message);
        read.messages().stream().skip(MOST_MESSAGES).forEach(message -> append(String.join("\n", message.words())));
        long more = (long) read.messages().size() - MOST_MESSAGES;
        if (more > 0) {
            ofText.add(Detail.of("socketMessageLeftOut", more));
        }
        long notText =
                read.messages().stream().filter(message -> !message.isText()).count();
        if (notText > 0) {
            ofText.add(Detail.of("messagesNotText", notText));
        }
    }

    private void message(HarMessages.Message message) {
        append(String.join("\n", message.words()))
                .ifPresent(from -> ofText.add(new Detail(
                        "socketMessage",
                        Json.object()
                                .put("direction", Json.orNull(message.direction()))
                                .put("textFrom", from)
                                .put("time", Json.orNull(message.time()))
                                .build())));
    }

    private Set<Mark> marks() {
        var marks = EnumSet.noneOf(Mark.class);
        if (read.isCut() || isFull || text.length() > WordsOf.MOST) {
            marks.add(Mark.CUT);
        }
        if (entry.isNoText() || text.indexOf("\uFFFD") >= 0) {
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
        var pairs = headers.stream()
                .limit(MOST_FIELDS)
                .flatMap(header -> HarPair.of(header).stream())
                .map(HarPair::ofHead)
                .toList();
        details.add(new Detail(name, Json.of(pairs)));
        if (headers.size() > MOST_FIELDS) {
            details.add(Detail.of(name + "LeftOut", headers.size() - MOST_FIELDS));
        }
    }

    /// What the format does not have, or what stands there a second time.
    private void others(String name, List<Json> values) {
        values.stream()
                .filter(value -> !(value instanceof Json.Null || value.equals(Json.of(""))))
                .filter(value -> !value.equals(values.getFirst()) || !isTold(name, value))
                .distinct()
                .forEach(value -> other(name, value));
    }

    private static boolean isTold(String name, Json value) {
        boolean isOther = TEXTS.contains(name) && (value instanceof Json.Obj || value instanceof Json.Arr)
                || LISTS.contains(name) && !(value instanceof Json.Arr)
                || name.equals(HarEntry.ANSWER) && !(value instanceof Json.Str);
        return TOLD.contains(name) && !isOther;
    }

    private void other(String name, Json value) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        details.add(new Detail(
                "member",
                Json.object()
                        .put("name", Detail.cut(name))
                        .put("value", Discreet.text(last, value))
                        .build()));
    }
}
