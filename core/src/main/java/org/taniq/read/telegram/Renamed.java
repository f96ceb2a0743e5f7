package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Tables;

/// What stands in a member, with names of ours in place of Telegram's: a detail may hold no others.
final class Renamed {
    private static final Tables MEMBERS = Known.MEMBERS;

    private Renamed() {}

    /// Where a name has none of ours, the detail is the JSON as it stands there.
    static Detail detail(String name, Json value) {
        return new Detail(name, of(value).orElseGet(() -> Json.of(value.inOrder())));
    }

    private static Optional<Json> of(Json value) {
        return switch (value) {
            case Json.Arr(var items) -> list(items);
            case Json.Obj(var members) -> object(members);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.of(value);
        };
    }

    private static Optional<Json> list(List<Json> items) {
        var renamed = new ArrayList<Json>();
        items.forEach(item -> of(item).ifPresent(renamed::add));
        return renamed.size() == items.size() ? Optional.of(Json.of(renamed)) : Optional.empty();
    }

    private static Optional<Json> object(Map<String, Json> members) {
        var renamed = new LinkedHashMap<String, Json>();
        members.forEach((name, value) -> {
            String word = MEMBERS.word("within", name);
            if (!word.isEmpty()) {
                of(value).ifPresent(each -> renamed.put(word, each));
            }
        });
        return renamed.size() == members.size() ? Optional.of(new Json.Obj(renamed)) : Optional.empty();
    }
}
