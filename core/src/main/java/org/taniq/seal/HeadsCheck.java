package org.taniq.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks that all heads of a log that a dossier shows can be of one log: its checkpoint, and what the
/// first statements of other logs knew of it (docs/format.md, section 10.4).
final class HeadsCheck {
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Digest> roots = new HashMap<>();
    private final List<Checkpoint> heads = new ArrayList<>();

    void checkpoint(Checkpoint head) {
        sizes.put(head.origin(), head.size());
        heads.add(head);
    }

    /// Takes the heads of other logs that a first statement shows.
    void continues(Json value) throws Altered {
        if (value instanceof Json.Null) {
            return;
        }
        if (!(value instanceof Json.Arr(List<Json> list))) {
            throw new Altered("a log continues something that is no list");
        }
        for (var head : list) {
            heads.add(Checkpoint.of(head).orElseThrow(() -> new Altered("a log continues something that is no head")));
        }
    }

    void check() throws Altered {
        for (var head : heads) {
            if (head.size() > sizes.getOrDefault(head.origin(), Long.MAX_VALUE)) {
                throw new Altered(Said.of("a larger head of {log} was known than the one here", "log", head.origin()));
            }
            var other = roots.putIfAbsent(head.size() + " " + head.origin(), head.root());
            if (other != null && !other.equals(head.root())) {
                throw new Altered(Said.of(
                        "{log} has two roots at size {size}", Map.of("log", head.origin(), "size", head.size())));
            }
        }
    }
}
