package org.taniq.read.meta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Activity;

/// Every text and number in a file, and whether it stands in a record of it.
final class Leaves {
    /// Said of nearly every message.
    private static final Set<String> USUAL = Set.of("Generic", "0");

    private Leaves() {}

    /// Those that are in no record.
    static List<String> lost(String json, List<Activity> records) throws IOException {
        var all = new ArrayList<String>();
        try (var walk = JsonWalk.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            gather(new Repair().of(walk.value().orElseThrow()), all);
        }
        var said = new ArrayList<String>();
        records.forEach(record -> gather(record.toJson(), said));
        String everything = String.join("\n", said);
        return all.stream()
                .filter(leaf -> !USUAL.contains(leaf))
                .filter(leaf -> !everything.contains(leaf) && !everything.contains(inside(leaf)))
                .toList();
    }

    /// As a text stands in JSON that is a text itself.
    private static String inside(String leaf) {
        String quoted = Json.of(leaf).canonical();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void gather(Json value, List<String> leaves) {
        switch (value) {
            case Json.Str(String text) when !text.isEmpty() -> leaves.add(text);
            case Json.Num(long number) -> leaves.add(Long.toString(number));
            case Json.Arr(var items) -> items.forEach(item -> gather(item, leaves));
            case Json.Obj(var members) -> members.values().forEach(member -> gather(member, leaves));
            case Json.Str _, Json.Bool _, Json.Null _ -> {}
        }
    }
}
