package org.taniq.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.read.Given;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.read.file.WholeFile;
import org.taniq.read.mapped.MappedFile;
import org.taniq.read.record.Input;
import org.taniq.seal.IsErased;
import org.taniq.seal.NotHereYet;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Files of a case that no parser knew, so that each was kept as one record, or that another mapping read, and that one
/// knows which the person gives now. Of what is in archives only that is one of them which has a reading of its own.
record KeptWhole(Unlocked vault, Given given) {
    /// A larger one is no table that anybody mapped.
    private static final long LARGEST = 64 << 20;

    List<Pointer> items() throws IOException {
        if (given.mappings().isEmpty()) {
            return List.of();
        }
        var known = new ArrayList<Pointer>();
        for (var read : readings().entrySet()) {
            if (read.getValue().stream().allMatch(Once::mayBeReadAgain) && isKnown(read.getKey(), read.getValue())) {
                known.add(read.getKey());
            }
        }
        return known;
    }

    /// How an item was read once.
    private record Once(String parser, String format) {
        boolean mayBeReadAgain() {
            return parser.equals(new WholeFile().name()) || parser.equals(MappedFile.BY_A_PERSON);
        }
    }

    private Map<Pointer, Set<Once>> readings() {
        var readings = new LinkedHashMap<Pointer, Set<Once>>(); // they are read in the order of the log
        for (var reading : vault.readings()) {
            var once = new Once(Records.text(reading.value("parser")), format(reading.value("settings")));
            if (reading.value("items") instanceof Json.Arr(List<Json> items)) {
                items.forEach(item -> readings.computeIfAbsent(Pointer.of(item), _ -> new HashSet<>())
                        .add(once));
            }
        }
        return readings;
    }

    private static String format(Json settings) {
        return settings instanceof Json.Obj(var members) ? Records.text(members.getOrDefault("format", Json.NULL)) : "";
    }

    /// What is not here, erased or damaged is no such file; `verify` and `read` say so.
    private boolean isKnown(Pointer pointer, Set<Once> readings) throws IOException {
        try {
            var item = vault.statement(pointer);
            boolean isSmall = item.value("size") instanceof Json.Num(long size) && size <= LARGEST;
            return item.hasBytes() && isSmall && isKnown(item, readings);
        } catch (NotHereYet | IsErased | Altered nothing) {
            return false;
        }
    }

    private boolean isKnown(Unlocked.Sealed item, Set<Once> readings) throws IOException {
        for (var mapping : given.mappings()) {
            boolean isNew = readings.stream().noneMatch(once -> once.format().equals(mapping.format()));
            if (isNew && mapping.mayKnow(Records.text(item.value("mediaType"))) && knows(mapping, item)) {
                return true;
            }
        }
        return false;
    }

    private boolean knows(MappedFile mapping, Unlocked.Sealed item) throws IOException {
        var bytes = new ItemBytes(vault).whole(item);
        return mapping.knows(Input.alone(Records.text(item.value("name")), bytes::open));
    }
}
