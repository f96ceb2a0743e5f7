package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.Given;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Input;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Files of a case that were kept as one record each, because no parser knew them, and that a mapping knows which the
/// person gives now.
record KeptWhole(Unlocked vault, Given given) {
    List<Pointer> items() throws IOException {
        if (given.mappings().isEmpty()) {
            return List.of();
        }
        var known = new ArrayList<Pointer>();
        for (var read : readings().entrySet()) {
            if (read.getValue().equals(Set.of(new WholeFile().name())) && isKnown(vault.statement(read.getKey()))) {
                known.add(read.getKey());
            }
        }
        return known;
    }

    /// By which parsers each item was read.
    private Map<Pointer, Set<String>> readings() {
        var parsers = new HashMap<Pointer, Set<String>>();
        for (var reading : vault.readings()) {
            if (reading.value("items") instanceof Json.Arr(List<Json> items)) {
                for (var item : items) {
                    parsers.computeIfAbsent(Pointer.of(item), _ -> new HashSet<>())
                            .add(Records.text(reading.value("parser")));
                }
            }
        }
        return parsers;
    }

    private boolean isKnown(Unlocked.Sealed item) throws IOException {
        if (!item.hasBytes()) {
            return false;
        }
        var bytes = new ItemBytes(vault).whole(item);
        var input = Input.alone(Records.text(item.value("name")), bytes::open);
        for (var mapping : given.mappings()) {
            if (mapping.mayKnow(Records.text(item.value("mediaType"))) && mapping.knows(input)) {
                return true;
            }
        }
        return false;
    }
}
