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

/// All words of a message, wherever in it they stand: what can be searched and judged is its text alone. What it
/// says in several places, such as a poll's question and answers, becomes several lines.
final class Wording {
    private static final Tables MEMBERS = Tables.members();

    private final SequencedSet<String> lines = new LinkedHashSet<>();

    /// A text as it is; not a second time where it is there already.
    void add(String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    /// The words in the value of a member.
    void gather(String name, Json value) {
        switch (value) {
            case Json.Str(var text) when MEMBERS.has("packed", name) -> unpacked(text);
            case Json.Str(var text) when !MEMBERS.has("silent", name) -> add(text);
            case Json.Arr _ when MEMBERS.has("stretched", name) -> stretched(value);
            case Json.Arr(var items) -> items.forEach(item -> gather(name, item));
            case Json.Obj(var members) -> members.forEach(this::gather);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
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
                gather(name, value);
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
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var walk = JsonWalk.of(bytes)) {
            walk.value().or(() -> Optional.of(Json.of(text))).ifPresent(value -> gather("", value));
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
