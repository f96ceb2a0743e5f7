package org.taniq.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// What commands ask of sealed statements.
final class Sealed {
    private Sealed() {}

    /// The item that an item was made of, such as the archive that holds it.
    static Optional<Pointer> origin(Unlocked.Sealed item) {
        return first(item.value("derivedFrom")).map(origin -> Pointer.of(member(origin, "item")));
    }

    /// The item that was read.
    static Optional<Pointer> read(Unlocked.Sealed reading) {
        return first(reading.value("items")).map(Pointer::of);
    }

    /// What was read together with it, such as the log of a database.
    static List<Pointer> together(Unlocked.Sealed reading) {
        return reading.value("items") instanceof Json.Arr(List<Json> items)
                ? items.stream().skip(1).map(Pointer::of).toList()
                : List.of();
    }

    /// How many records a reading holds.
    static long records(Unlocked.Sealed reading) {
        return member(reading.value("records"), "size") instanceof Json.Num(long size) ? size : 0;
    }

    static Json member(Json value, String name) {
        return value instanceof Json.Obj(Map<String, Json> members) ? members.getOrDefault(name, Json.NULL) : Json.NULL;
    }

    private static Optional<Json> first(Json list) {
        return list instanceof Json.Arr(List<Json> items) && !items.isEmpty()
                ? Optional.of(items.getFirst())
                : Optional.empty();
    }
}
