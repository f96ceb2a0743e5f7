package org.taniq.read.meta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;

/// Reads an object or array whose first value was already come to.
final class Entered {
    /// Characters; see `WholeValue`, which has such a limit for each value by itself.
    private static final long MOST = 8 << 20;

    private Entered() {}

    /// The rest of the object, which is left afterwards; nothing where it is larger than a post can be.
    static Optional<Json> rest(JsonWalk walk) throws IOException {
        var members = new AllMembers();
        long characters = 0;
        do {
            if (characters > MOST) {
                walk.skip();
                continue;
            }
            String name = walk.name();
            var value = walk.value();
            characters += name.length() + value.map(Members::size).orElse(MOST + 1);
            if (characters <= MOST) {
                members.put(name, value.orElse(Json.NULL));
            }
        } while (walk.hasNext());
        return characters <= MOST ? Optional.of(members.value()) : Optional.empty();
    }

    /// The rest of the array, which is left afterwards.
    static Optional<Json> items(JsonWalk walk) throws IOException {
        var items = new ArrayList<Json>();
        long characters = 0;
        do {
            if (characters > MOST) {
                walk.skip();
                continue;
            }
            var value = walk.value();
            characters += value.map(Members::size).orElse(MOST + 1);
            value.ifPresent(items::add);
        } while (walk.hasNext());
        return characters <= MOST ? Optional.of(Json.of(items)) : Optional.empty();
    }
}
