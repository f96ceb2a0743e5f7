package org.taniq.read.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.taniq.base.Json;

/// The members of an object, each taken once: what is left at the end is what nobody asked for.
public final class Fields {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final SequencedMap<String, Json> left = new LinkedHashMap<>();

    private Fields(Json value) {
        if (value instanceof Json.Obj object) {
            left.putAll(object.members());
        }
    }

    /// Of what is no object, none.
    public static Fields of(Json value) {
        return new Fields(value);
    }

    /// As the source has it; empty where there is none.
    public static String text(Optional<Json> value) {
        return value.map(Fields::text).orElse("");
    }

    /// A text, of which no more than a detail holds, or a number as it stands there; empty for everything else.
    public static String text(Json value) {
        return switch (value) {
            case Json.Str(var text) -> Detail.cut(text);
            case Json.Num(var number) -> Long.toString(number);
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> "";
        };
    }

    /// Whether there is something of that name, or it is said that there is nothing.
    public boolean holds(String name) {
        return left.containsKey(name);
    }

    /// Whether there is something of that name.
    public boolean has(String name) {
        return left.containsKey(name) && !(left.get(name) instanceof Json.Null);
    }

    /// The value of that name, which stays.
    public Json value(String name) {
        return left.getOrDefault(name, Json.NULL);
    }

    public Optional<Json> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    /// Takes a text or a number; empty, and not taken, where it is something else.
    public String text(String name) {
        var value = Optional.ofNullable(left.get(name));
        if (value.isPresent() && (!text(value.get()).isEmpty() || isNothing(value.get()))) {
            left.remove(name);
        }
        return text(value);
    }

    /// The same, as long as it is.
    public String whole(String name) {
        return value(name) instanceof Json.Str(var text) ? taken(name, text) : text(name);
    }

    private String taken(String name, String text) {
        left.remove(name);
        return text;
    }

    private static boolean isNothing(Json value) {
        return value instanceof Json.Null || value.equals(Json.of(""));
    }

    /// Takes a number, or a text that is one.
    public OptionalLong number(String name) {
        var number = asNumber(text(value(name)));
        if (number.isPresent()) {
            left.remove(name);
        }
        return number;
    }

    /// The number that a text is; nothing where it is more than a record can hold as one.
    public static OptionalLong asNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(text);
        return Math.abs(number) <= Json.MAX_INTEGER ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /// Takes a list; empty where it is none.
    public List<Json> list(String name) {
        var items = peekList(name);
        if (value(name) instanceof Json.Arr) {
            left.remove(name);
        }
        return items;
    }

    /// A list, which stays; empty where it is none.
    public List<Json> peekList(String name) {
        return value(name) instanceof Json.Arr(var items) ? items : List.of();
    }

    /// What was not taken.
    public SequencedMap<String, Json> left() {
        return left;
    }
}
