package org.taniq.read.meta;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;

/// A comment of Instagram until 2020: a list of texts, when, what, and whose picture it was or who wrote it.
final class Comment {
    private static final List<String> NAMES = List.of("created_at", "text");

    private Comment() {}

    /// As an object; nothing where it is none.
    static Optional<Json.Obj> of(Json value) {
        if (!(value instanceof Json.Arr(var items))
                || items.size() < NAMES.size()
                || !items.stream().allMatch(Json.Str.class::isInstance)
                || Moment.of(items.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        var members = new AllMembers();
        for (int i = 0; i < items.size(); i++) {
            members.put(i < NAMES.size() ? NAMES.get(i) : Integer.toString(i), items.get(i));
        }
        return Optional.of(members.value());
    }
}
