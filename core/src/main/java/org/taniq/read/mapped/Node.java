package org.taniq.read.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A place in a mapping as a person wrote it; whatever is not as it must be is told with that place.
///
/// @param at such as `records/0/time`
record Node(String at, Object value) {
    /// What has nothing behind it is an empty text.
    static Node of(String at, @Nullable Object value) {
        return new Node(at, value == null ? "" : value);
    }

    /// The members, of which each must be one of these.
    Map<String, Node> members(Set<String> known) throws Trouble {
        var members = members();
        for (var member : members.entrySet()) {
            if (!known.contains(member.getKey())) {
                throw trouble(member.getValue().at, String.join(", ", new TreeSet<>(known)));
            }
        }
        return members;
    }

    /// Members of whatever name.
    Map<String, Node> members() throws Trouble {
        if (!(value instanceof Map<?, ?> map)) {
            throw trouble(at, "name: …");
        }
        var members = new LinkedHashMap<String, Node>();
        map.forEach((name, one) ->
                members.put(String.valueOf(name), of(at.isEmpty() ? String.valueOf(name) : at + "/" + name, one)));
        return members;
    }

    /// The elements; one that is no list is its own only one.
    List<Node> elements() {
        if (!(value instanceof List<?> list)) {
            return List.of(this);
        }
        var elements = new ArrayList<Node>();
        list.forEach(one -> elements.add(of(at + "/" + elements.size(), one)));
        return elements;
    }

    String text() throws Trouble {
        return switch (value) {
            case String text -> text;
            case Integer number -> number.toString();
            case Boolean is -> is.toString();
            default -> throw trouble(at, "\"…\"");
        };
    }

    List<String> texts() throws Trouble {
        var texts = new ArrayList<String>();
        for (var element : elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    /// Which of these words it is.
    <T> T oneOf(Map<String, T> words) throws Trouble {
        return Optional.ofNullable(words.get(text()))
                .orElseThrow(() -> trouble(at, String.join(", ", new TreeSet<>(words.keySet()))));
    }

    Trouble trouble(String expected) {
        return trouble(at, expected);
    }

    private static Trouble trouble(String at, String expected) {
        return new Trouble(Said.of(
                "the mapping is not understood at {at}: what can stand there is {expected}",
                Map.of("at", at, "expected", expected)));
    }
}
