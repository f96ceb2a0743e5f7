package org.taniq.read.meta;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.taniq.base.Json;
import org.taniq.base.Text;

/// The members of an object as they come. Of several of one name the first keeps it, and the others are called
/// `name#2`,
/// `name#3`: a second one must not hide what the first said.
final class AllMembers {
    private final SequencedMap<String, Json> members = new LinkedHashMap<>();
    private final Map<String, Integer> again = new HashMap<>();

    void put(String name, Json value) {
        String free = Text.whole(name);
        while (members.containsKey(free)) {
            free = Text.whole(name) + "#" + again.merge(name, 2, (before, _) -> before + 1);
        }
        members.put(free, value);
    }

    Json.Obj value() {
        return new Json.Obj(members);
    }
}
