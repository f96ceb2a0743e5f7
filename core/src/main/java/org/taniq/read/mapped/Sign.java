package org.taniq.read.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.read.record.Fields;

/// By what a file of JSON is known: the members of its object, or of the first object of its list.
///
/// @param isList whether the file is a list
/// @param names of members
/// @param least how many of them must be there
/// @param values that members must have
/// @param files how the name of the file must end, one of these; none for any
record Sign(boolean isList, Set<String> names, int least, Map<String, String> values, List<String> files) {
    Sign {
        names = Set.copyOf(names);
        values = Map.copyOf(values);
        files = List.copyOf(files);
    }

    /// Whether a table is known by its columns.
    boolean isOf(List<String> columns) {
        return columns.stream().filter(names::contains).distinct().count() >= least;
    }

    /// @param head the first bytes
    boolean isOf(String file, byte[] head) throws IOException {
        boolean isNamed = files.isEmpty() || files.stream().anyMatch(file::endsWith);
        if (!isNamed) {
            return false;
        }
        var seen = new Seen(new HashSet<>(), new HashSet<>());
        var mended = new Mended(new ByteArrayInputStream(head), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            return comesToObject(walk) && has(walk, seen);
        } catch (BrokenJson end) {
            return isEnough(seen); // the rest is not looked at, or damaged
        }
    }

    private record Seen(Set<String> names, Set<String> values) {}

    private boolean comesToObject(JsonWalk walk) throws IOException {
        if (!isList) {
            return walk.isObject();
        }
        if (!walk.isArray()) {
            return false;
        }
        walk.enter();
        return walk.hasNext() && walk.isObject();
    }

    private boolean has(JsonWalk walk, Seen seen) throws IOException {
        walk.enter();
        while (!isEnough(seen) && walk.hasNext()) {
            String name = walk.name();
            if (names.contains(name)) {
                seen.names().add(name);
            }
            if (values.containsKey(name) && !walk.isArray() && !walk.isObject()) {
                if (walk.value().map(Fields::text).orElse("").equals(values.get(name))) {
                    seen.values().add(name);
                }
            } else {
                walk.skip();
            }
        }
        return isEnough(seen);
    }

    private boolean isEnough(Seen seen) {
        return seen.names().size() >= least && seen.values().size() == values.size();
    }
}
