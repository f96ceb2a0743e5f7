package org.taniq.read.mapped;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Place;

/// Hands records of JSON over, each with those that stand within it, and counts them.
final class Handed {
    private long records;
    private long unsigned;

    /// @return whether it was one
    boolean item(JsonPass pass, JsonPass.Item item, List<Rule> rules, List<String> stars) throws IOException {
        if (!(item.value().orElse(Json.NULL) instanceof Json.Obj object)) {
            return false;
        }
        var nobody = Json.object().build();
        var record = MappedRecord.of(rules, new Source.Within(object, stars, nobody));
        if (record.isPresent()) {
            hand(pass, item, record.get());
        }
        return record.isPresent();
    }

    private void hand(JsonPass pass, JsonPass.Item item, MappedRecord record) throws IOException {
        records++;
        boolean isSigned = record.rule().parts().containsKey(Part.AUTHOR)
                || record.rule().parts().containsKey(Part.AUTHOR_ID);
        unsigned += isSigned ? 0 : 1;
        record.draft().hand(pass, item);
        for (var inner : record.inner()) {
            var here = Optional.<Json>of(inner.record().within().record());
            hand(pass, new JsonPass.Item(here, item.span(), within(item.place(), inner), item.marks()), inner.record());
        }
    }

    private static Place within(Place place, MappedRecord.Inner inner) {
        return place.json() instanceof Json.Obj(var members) && members.get("path") instanceof Json.Str(String path)
                ? Place.path(path + inner.pointer())
                : Place.UNSTATED;
    }

    long records() {
        return records;
    }

    /// Records of which the mapping says nowhere who wrote them.
    long unsigned() {
        return unsigned;
    }
}
