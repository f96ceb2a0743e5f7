package org.taniq.read.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Tables;
import org.taniq.read.record.Twice;

/// All words of a message, wherever in it they stand: what can be searched and judged is its text alone. What it
/// says in several places, such as a poll's question and answers, becomes several lines.
final class Wording {
    private static final Tables MEMBERS = Known.MEMBERS;

    private final SequencedSet<String> lines = new LinkedHashSet<>();

    /// A text as it is; not a second time where it is there already.
    void add(String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    /// The words in a member of a message.
    void member(String name, Json value) {
        boolean isText = value instanceof Json.Str || value instanceof Json.Arr;
        if (!isText || !MEMBERS.has("silent", name)) {
            within(name, value);
        }
    }

    private void within(String name, Json value) {
        switch (value) {
            case Json.Str(var text) when MEMBERS.has("packed", name) -> unpacked(text);
            case Json.Str(var text) when !isCode(name, text) -> add(text);
            case Json.Arr(var items) when MEMBERS.has("stretched", name) || areStretches(items) -> stretched(value);
            case Json.Arr(var items) -> items.forEach(item -> within(name, item));
            case Json.Obj(var members) -> members.forEach((member, each) -> within(Twice.plain(member), each));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static boolean isCode(String name, String text) {
        boolean isPath = MEMBERS.has("files", name);
        return isPath || MEMBERS.has("codes", name) && text.chars().noneMatch(Character::isWhitespace);
    }

    /// Texts and parts of a text in one list: no other list has both.
    private static boolean areStretches(List<Json> items) {
        return items.stream().anyMatch(Json.Str.class::isInstance)
                && items.stream()
                        .anyMatch(item -> item instanceof Json.Obj(var members) && members.containsKey("text"));
    }

    private void stretched(Json value) {
        var more = new ArrayList<Json.Obj>();
        add(joined(value, more));
        further(more);
    }

    /// What stretches say besides their words: the address of a link.
    void further(List<Json.Obj> stretches) {
        stretches.forEach(each -> each.members().forEach((name, value) -> {
            if (!name.equals("text")) {
                within(Twice.plain(name), value);
            }
        }));
    }

    /// The text of stretches, in order.
    ///
    /// @param stretches takes those that are more than a text
    static String joined(Json value, List<Json.Obj> stretches) {
        var text = new StringBuilder();
        join(value, text, stretches);
        return text.toString();
    }

    private static void join(Json value, StringBuilder text, List<Json.Obj> stretches) {
        switch (value) {
            case Json.Str(var words) -> text.append(words);
            case Json.Num(var number) -> text.append(number);
            case Json.Arr(var parts) -> parts.forEach(part -> join(part, text, stretches));
            case Json.Obj stretch -> {
                stretches.add(stretch);
                join(stretch.members().getOrDefault("text", Json.NULL), text, stretches);
            }
            case Json.Bool _, Json.Null _ -> {}
        }
    }

    private void unpacked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var walk = JsonWalk.of(new ByteArrayInputStream(bytes))) {
            var start = walk.start();
            walk.value().or(() -> Optional.of(Json.of(text))).ifPresent(value -> within("", value));
            int end = (int) walk.since(start).to();
            add(new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8).strip());
        } catch (BrokenJson noJson) {
            add(text);
        } catch (IOException fault) {
            throw new UncheckedIOException("bytes in memory could not be read", fault);
        }
    }

    /// All of it.
    String text() {
        return String.join("\n", lines);
    }
}
