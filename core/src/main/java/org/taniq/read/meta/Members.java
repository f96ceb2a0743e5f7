package org.taniq.read.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.base.Json;

/// The members of an object, each taken once: what is left at the end is what nobody asked for.
final class Members {
    /// What each value counts besides its characters.
    private static final int EACH = 16;

    private final SequencedMap<String, Json> left = new LinkedHashMap<>();

    private Members(Json value) {
        if (value instanceof Json.Obj object) {
            left.putAll(object.members());
        }
    }

    /// Of what is no object, none.
    static Members of(Json value) {
        return new Members(value);
    }

    boolean isTrue(String name) {
        return Json.of(true).equals(left.get(name));
    }

    /// Takes the first of these that is a text with something in it.
    Optional<String> text(List<String> names) {
        for (var name : names) {
            if (left.get(name) instanceof Json.Str(String text) && !text.isEmpty()) {
                left.remove(name);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    String text(String name) {
        return text(List.of(name)).orElse("");
    }

    /// Looks at a text, which stays; empty where it is none.
    String peek(String name) {
        return left.get(name) instanceof Json.Str(String text) ? text : "";
    }

    /// Looks at a list, which stays; empty where it is none.
    List<Json> list(String name) {
        return left.get(name) instanceof Json.Arr(var items) ? items : List.of();
    }

    void remove(String name) {
        left.remove(name);
    }

    /// What was not taken.
    SequencedMap<String, Json> left() {
        return left;
    }

    /// About the characters that a value takes, and something for each value in it.
    static long size(Json value) {
        return EACH
                + switch (value) {
                    case Json.Str(String text) -> text.length();
                    case Json.Arr(var items) ->
                        items.stream().mapToLong(Members::size).sum();
                    case Json.Obj(var members) ->
                        members.entrySet().stream()
                                .mapToLong(member -> member.getKey().length() + size(member.getValue()))
                                .sum();
                    case Json.Num _, Json.Bool _, Json.Null _ -> 0;
                };
    }

    /// Whether a value says nothing: none, or empty.
    static boolean isNothing(Json value) {
        return switch (value) {
            case Json.Null _ -> true;
            case Json.Str(String text) -> text.isEmpty();
            case Json.Arr(var items) -> items.isEmpty();
            case Json.Obj(var members) -> members.isEmpty();
            case Json.Num _, Json.Bool _ -> false;
        };
    }
}
