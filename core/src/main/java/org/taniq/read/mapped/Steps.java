package org.taniq.read.mapped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Json;

/// A way through JSON: names with `/` between them, as in a JSON Pointer (RFC 6901), where `*` is every member or
/// element.
///
/// @param names one a step, `*` for any
record Steps(List<String> names) {
    static final String ANY = "*";
    static final Steps NONE = new Steps(List.of());

    Steps {
        names = List.copyOf(names);
    }

    /// A value that was come to.
    ///
    /// @param stars what stood for each `*` on the way
    record Found(Json value, String pointer, List<String> stars) {}

    /// @param path such as `author/name` or `/comments/*`; empty for where it begins
    static Steps of(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return new Steps(
                plain.isEmpty()
                        ? List.of()
                        : Arrays.stream(plain.split("/", -1))
                                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                                .toList());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean hasStars() {
        return names.contains(ANY);
    }

    /// Whether the first step leads to what has this name.
    boolean beginWith(String name) {
        return !names.isEmpty()
                && (names.getFirst().equals(ANY) || names.getFirst().equals(name));
    }

    Steps rest() {
        return new Steps(names.subList(1, names.size()));
    }

    /// Whether somebody on the other way comes by where this one ends.
    boolean isOnTheWayOf(Steps other) {
        if (other.names.size() <= names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            boolean isSame = names.get(i).equals(other.names.get(i))
                    || names.get(i).equals(ANY)
                    || other.names.get(i).equals(ANY);
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /// The value at the end of a way without `*`.
    Optional<Json> in(Json value) {
        var here = value;
        for (var name : names) {
            var next = member(here, name);
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    private static Optional<Json> member(Json value, String name) {
        return switch (value) {
            case Json.Obj object -> Optional.ofNullable(object.members().get(name));
            case Json.Arr(var items) -> number(name, items.size()).map(items::get);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String name, int size) {
        return name.matches("0|[1-9][0-9]{0,8}")
                ? Optional.of(Integer.parseInt(name)).filter(number -> number < size)
                : Optional.empty();
    }

    /// All values to which it leads.
    Stream<Found> all(Json value) {
        return all(new Found(value, "", List.of()));
    }

    private Stream<Found> all(Found from) {
        if (names.isEmpty()) {
            return Stream.of(from);
        }
        String name = names.getFirst();
        return name.equals(ANY)
                ? members(from.value()).entrySet().stream()
                        .flatMap(member -> rest().all(step(from, member.getKey(), member.getValue())))
                : member(from.value(), name).stream().flatMap(next -> rest().all(step(from, name, next)));
    }

    private Found step(Found from, String name, Json value) {
        var stars = new ArrayList<>(from.stars());
        if (names.getFirst().equals(ANY)) {
            stars.add(name);
        }
        return new Found(value, from.pointer() + "/" + name.replace("~", "~0").replace("/", "~1"), stars);
    }

    /// The values in an object or array, by name or number.
    private static Map<String, Json> members(Json value) {
        return switch (value) {
            case Json.Obj object -> object.members();
            case Json.Arr(var items) -> {
                var numbered = new LinkedHashMap<String, Json>();
                items.forEach(item -> numbered.put(Integer.toString(numbered.size()), item));
                yield numbered;
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Map.of();
        };
    }

    /// What is left of a value once all is taken out of it to which these ways lead; nothing where nothing is left.
    static Optional<Json> without(List<Steps> ways, Json value) {
        if (ways.stream().anyMatch(Steps::isEmpty)) {
            return Optional.empty();
        }
        return ways.isEmpty()
                ? Optional.of(value)
                : switch (value) {
                    case Json.Obj object -> without(ways, object);
                    case Json.Arr(var items) -> without(ways, items);
                    case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.of(value);
                };
    }

    private static Optional<Json> without(List<Steps> ways, Json.Obj object) {
        var left = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((name, member) -> without(into(name, ways), member).ifPresent(rest -> left.put(name, rest)));
        return left.isEmpty() && !object.members().isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(left));
    }

    private static Optional<Json> without(List<Steps> ways, List<Json> items) {
        var left = new ArrayList<Json>();
        for (int at = 0; at < items.size(); at++) {
            without(into(Integer.toString(at), ways), items.get(at)).ifPresent(left::add);
        }
        return left.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(Json.of(left));
    }

    private static List<Steps> into(String name, List<Steps> ways) {
        return ways.stream().filter(way -> way.beginWith(name)).map(Steps::rest).toList();
    }
}
