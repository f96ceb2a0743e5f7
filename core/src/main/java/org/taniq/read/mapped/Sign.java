package org.taniq.read.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;

/// By what a file is known: the members of its object, or of the first object of its list, or the columns of a table,
/// large letters or small.
///
/// @param isList whether the file is a list
/// @param must names of which none can lack
/// @param names others
/// @param least how many of the others must be there
/// @param files how the name of the file must end, one of these; none for any
record Sign(boolean isList, Set<String> must, Set<String> names, int least, List<String> files) {
    Sign {
        must = Set.copyOf(must);
        names = Set.copyOf(names);
        files = List.copyOf(files);
    }

    /// Whether a table is known by its columns.
    boolean isOf(String file, List<String> columns) {
        var small = columns.stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return isNamed(file) && isEnough(small);
    }

    /// @param head the first bytes
    boolean isOf(String file, byte[] head) throws IOException {
        if (!isNamed(file)) {
            return false;
        }
        var seen = new HashSet<String>();
        var mended = new Mended(new ByteArrayInputStream(head), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            return comesToObject(walk) && has(walk, seen);
        } catch (BrokenJson end) {
            return isEnough(seen); // the rest is not looked at, or damaged
        }
    }

    private boolean isNamed(String file) {
        return files.isEmpty() || files.stream().anyMatch(file::endsWith);
    }

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

    private boolean has(JsonWalk walk, Set<String> seen) throws IOException {
        walk.enter();
        while (!isEnough(seen) && walk.hasNext()) {
            seen.add(walk.name());
            walk.skip();
        }
        return isEnough(seen);
    }

    private boolean isEnough(Set<String> seen) {
        return seen.containsAll(must) && names.stream().filter(seen::contains).count() >= least;
    }
}
