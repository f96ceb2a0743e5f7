package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The items that a dossier rests on, each with what it was derived from: their statements are shown.
final class Origins {
    private final Unlocked vault;
    private final Set<Pointer> items = new LinkedHashSet<>();

    Origins(Unlocked vault) {
        this.vault = vault;
    }

    /// An item that is shown, and what it was derived from.
    void add(Unlocked.Sealed item) throws IOException {
        items.add(item.pointer());
        for (var source : of(item)) {
            add(source);
        }
    }

    /// What an item was derived from.
    List<Unlocked.Sealed> of(Unlocked.Sealed item) throws IOException {
        var sources = new ArrayList<Unlocked.Sealed>();
        if (item.value("derivedFrom") instanceof Json.Arr(List<Json> from)) {
            for (var each : from) {
                sources.add(
                        vault.statement(Pointer.of(((Json.Obj) each).get("item").orElse(Json.NULL))));
            }
        }
        return sources;
    }

    /// An item and everything that it was derived from, however far.
    List<Unlocked.Sealed> withAll(Unlocked.Sealed item) throws IOException {
        var all = new ArrayList<>(List.of(item));
        for (var source : of(item)) {
            all.addAll(withAll(source));
        }
        return all;
    }

    /// Every item that was added, in the order of the logs.
    List<Pointer> all() {
        return items.stream()
                .sorted(Comparator.comparing(Pointer::log).thenComparingLong(Pointer::index))
                .toList();
    }
}
