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

    /// Whether the first step leads to what has this name.
    boolean beginWith(String name) {
        return !names.isEmpty()
                && (names.getFirst().equals(ANY) || names.getFirst().equals(name));
    }

    Steps rest() {
        return new Steps(names.subList(1, names.size()));
    }

    /// The one value at the end of a way without `*`.
    Optional<Json> in(Json value) {
        return all(value).map(Found::value).findFirst();
    }

    /// All values to which it leads.
    Stream<Found> all(Json value) {
        return all(new Found(value, "", List.of()));
    }

    private Stream<Found> all(Found from) {
        return names.isEmpty()
                ? Stream.of(from)
                : members(from.value()).entrySet().stream()
                        .filter(member -> beginWith(member.getKey()))
                        .flatMap(member -> rest().all(step(from, member)));
    }

    private Found step(Found from, Map.Entry<String, Json> member) {
        var stars = new ArrayList<>(from.stars());
        if (names.getFirst().equals(ANY)) {
            stars.add(member.getKey());
        }
        String step = member.getKey().replace("~", "~0").replace("/", "~1");
        return new Found(member.getValue(), from.pointer() + "/" + step, stars);
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

    /// A value without what this leads to, and without what holds nothing else; nothing where nothing is left.
    Optional<Json> without(Json value) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return switch (value) {
            case Json.Obj object -> without(object);
            case Json.Arr(var items) -> without(items);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.of(value);
        };
    }

    private Optional<Json> without(Json.Obj object) {
        var left = new LinkedHashMap<String, Json>();
        object.members().forEach((name, member) -> {
            if (beginWith(name)) {
                rest().without(member).ifPresent(rest -> left.put(name, rest));
            } else {
                left.put(name, member);
            }
        });
        return left.isEmpty() && !object.members().isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(left));
    }

    private Optional<Json> without(List<Json> items) {
        var left = new ArrayList<Json>();
        for (int at = 0; at < items.size(); at++) {
            if (beginWith(Integer.toString(at))) {
                rest().without(items.get(at)).ifPresent(left::add);
            } else {
                left.add(items.get(at));
            }
        }
        return left.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(Json.of(left));
    }
}
