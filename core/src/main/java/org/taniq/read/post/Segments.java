package org.taniq.read.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Twice;

/// A text as Google Takeout writes it: `{"takeoutSegments":[…]}`, since June 2024 its segments one behind the other
/// with
/// commas between them, or just the text. What is not all of it of such a form is a text as it stands.
///
/// @param words what it says
/// @param links the addresses in segments
/// @param more the segments that are more than a text
record Segments(String words, List<String> links, List<Json.Obj> more) {
    Segments {
        links = List.copyOf(links);
        more = List.copyOf(more);
    }

    static Segments of(String cell) {
        return list(cell)
                .filter(Segments::areSegments)
                .map(Segments::of)
                .orElse(new Segments(cell, List.of(), List.of()));
    }

    /// Whether a cell is written as Takeout writes a text: nobody can type such a cell into a text, because each quote
    /// in
    /// one has a backslash before it.
    static boolean areIn(String cell) {
        return list(cell).filter(Segments::areSegments).isPresent();
    }

    private static Segments of(List<Json> segments) {
        var text = new StringBuilder();
        var links = new ArrayList<String>();
        var more = new ArrayList<Json.Obj>();
        for (var segment : segments) {
            if (segment instanceof Json.Obj object) {
                text.append(object.members().get("text") instanceof Json.Str(var words) ? words : "");
                again(object, text);
                if (object.members().size() > 1 || !object.members().containsKey("text")) {
                    more.add(object);
                    addresses(object, links);
                }
            }
        }
        return new Segments(text.toString(), links, more);
    }

    /// Of several texts in one segment none is lost.
    private static void again(Json.Obj segment, StringBuilder text) {
        segment.members().forEach((name, value) -> {
            boolean isAgain = !name.equals("text") && Twice.plain(name).equals("text");
            text.append(isAgain && value instanceof Json.Str(var words) ? "\n" + words : "");
        });
    }

    /// Whether one of the segments says something twice: of which YouTube shows one, nobody knows which.
    boolean isTwice() {
        return more.stream().anyMatch(Twice::says);
    }

    private static void addresses(Json value, List<String> links) {
        switch (value) {
            case Json.Str(var text) when text.startsWith("http") -> links.add(text);
            case Json.Arr(var items) -> items.forEach(item -> addresses(item, links));
            case Json.Obj(var members) -> members.values().forEach(member -> addresses(member, links));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static boolean areSegments(List<Json> items) {
        return !items.isEmpty()
                && items.stream()
                        .allMatch(item -> item instanceof Json.Obj(var members)
                                && members.getOrDefault("text", Json.of("")) instanceof Json.Str)
                && items.stream()
                        .anyMatch(item -> item instanceof Json.Obj(var members) && members.containsKey("text"));
    }

    private static Optional<List<Json>> list(String cell) {
        if (!cell.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        byte[] bytes = ("[" + cell + "]").getBytes(StandardCharsets.UTF_8);
        try (var walk = JsonWalk.of(new ByteArrayInputStream(bytes))) {
            var start = walk.start();
            var value = walk.value();
            boolean isAll = walk.since(start).to() == bytes.length;
            return isAll && value.isPresent() && value.get() instanceof Json.Arr(var items)
                    ? Optional.of(unwrapped(items))
                    : Optional.empty();
        } catch (BrokenJson noJson) {
            return Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException("bytes in memory could not be read", fault);
        }
    }

    private static List<Json> unwrapped(List<Json> items) {
        return items.size() == 1
                        && items.getFirst() instanceof Json.Obj(var members)
                        && members.size() == 1
                        && members.get("takeoutSegments") instanceof Json.Arr(var segments)
                ? segments
                : items;
    }
}
