package org.taniq.read.record;

import java.util.List;
import org.taniq.base.Json;
import org.taniq.seal.PlaceCheck;

/// One further thing that the source says of a record and that is peculiar to its format: when it was edited, from
/// whom it was forwarded, what a camera noted. It mirrors the sealed schema `detail/1`.
///
/// @param name our word for it, such as `forwardedFrom`; never taken from evidence
/// @param value what the source says; members of objects in it have names of ours, too, and none points anywhere
public record Detail(String name, Json value) {

    public Detail {
        if (!PlaceCheck.isName(name)
                || !value.objects().stream()
                        .allMatch(object -> object.members().keySet().stream().allMatch(PlaceCheck::isName))) {
            throw new IllegalArgumentException("a name that is none of ours");
        }
        if (value.objects().stream()
                .anyMatch(object -> object.members().keySet().containsAll(List.of("index", "log")))) {
            throw new IllegalArgumentException("it would count as a pointer");
        }
    }

    public static Detail of(String name, String text) {
        return new Detail(name, Json.of(text));
    }

    public static Detail of(String name, long number) {
        return new Detail(name, Json.of(number));
    }

    /// The row that is sealed.
    public Json row() {
        return Json.of(List.of(Json.of(name), value));
    }
}
