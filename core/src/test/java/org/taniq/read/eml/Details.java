package org.taniq.read.eml;

import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;

/// Details of records, for tests.
final class Details {
    private Details() {}

    static List<Json> all(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(Detail::value)
                .toList();
    }

    /// The member as it is printed, a text without its quotes.
    static String member(Json value, String name) {
        var member = value instanceof Json.Obj object ? object.members().getOrDefault(name, Json.NULL) : Json.NULL;
        return member instanceof Json.Str(String text) ? text : member.canonical();
    }
}
