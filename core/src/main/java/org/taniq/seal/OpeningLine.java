package org.taniq.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// What is behind one leaf of a log, as one line of an opening (docs/format.md, section 7).
///
/// @param blob the name of the item's blob, empty where there is none
/// @param seeds the seed of each tree, by field
/// @param trees the names of the blobs that hold the values of each tree, by field
record OpeningLine(long index, Opened opened, String blob, Map<String, Seed> seeds, Map<String, List<String>> trees) {
    OpeningLine {
        seeds = Map.copyOf(seeds);
        trees = Map.copyOf(trees);
    }

    String text() {
        return Json.object()
                .put("blob", Json.orNull(blob))
                .put("index", index)
                .put("salts", Json.strings(opened.salts()))
                .put("schema", opened.schema().name())
                .put("seeds", object(seeds, seed -> Json.of(seed.hex())))
                .put("trees", object(trees, Json::strings))
                .put("values", Json.of(opened.values()))
                .build()
                .canonical();
    }

    /// The line of which the values were erased.
    static String erased(long index) {
        return "{\"index\":" + index + "}";
    }

    /// The names of all blobs that it leads to.
    List<String> blobs() {
        return Stream.concat(
                        Stream.of(blob).filter(name -> !name.isEmpty()),
                        trees.values().stream().flatMap(List::stream))
                .toList();
    }

    private static <V> Json object(Map<String, V> map, java.util.function.Function<V, Json> value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        map.forEach((name, each) -> members.put(name, value.apply(each)));
        return new Json.Obj(members);
    }

    /// @throws Altered if the line is not what [#text] writes
    static OpeningLine parse(String line) throws Altered {
        try {
            var read = new Fields(Json.parse(line));
            var opened = new Opened(Schema.named(read.text("schema")), read.texts("salts"), read.list("values"));
            var parsed = new OpeningLine(
                    read.number("index"), opened, read.textOrNothing("blob"), read.seeds("seeds"), read.trees("trees"));
            if (parsed.namesBlobs() && opened.hasSalts() && parsed.text().equals(line)) {
                return parsed;
            }
        } catch (IllegalArgumentException notALine) {
            throw new Altered(Said.of(
                    "an opening holds a line that is not of its form: {why}", "why", Json.JsonException.why(notALine)));
        }
        throw new Altered("an opening is not canonical");
    }

    /// Names lead to files: one that is no digest leads nowhere.
    private boolean namesBlobs() {
        return blobs().stream().allMatch(Digest::isHex);
    }

    /// Takes a JSON object apart.
    private record Fields(Json json) {
        private Json get(String name) {
            if (json instanceof Json.Obj(SequencedMap<String, Json> members) && members.containsKey(name)) {
                return members.get(name);
            }
            throw new IllegalArgumentException("no " + name);
        }

        private String text(String name) {
            return string(get(name));
        }

        private static String string(Json json) {
            if (json instanceof Json.Str(String value)) {
                return value;
            }
            throw new IllegalArgumentException("not a string");
        }

        private String textOrNothing(String name) {
            return get(name) instanceof Json.Null ? "" : text(name);
        }

        private long number(String name) {
            if (get(name) instanceof Json.Num(long value)) {
                return value;
            }
            throw new IllegalArgumentException("no number " + name);
        }

        private List<Json> list(String name) {
            if (get(name) instanceof Json.Arr(List<Json> items)) {
                return items;
            }
            throw new IllegalArgumentException("no list " + name);
        }

        private List<String> texts(String name) {
            return list(name).stream().map(Fields::string).toList();
        }

        private Map<String, Json> members(String name) {
            if (get(name) instanceof Json.Obj(SequencedMap<String, Json> members)) {
                return members;
            }
            throw new IllegalArgumentException("no object " + name);
        }

        private Map<String, Seed> seeds(String name) {
            var seeds = new LinkedHashMap<String, Seed>();
            members(name).forEach((field, hex) -> seeds.put(field, Seed.ofHex(string(hex))));
            return seeds;
        }

        private Map<String, List<String>> trees(String name) {
            var trees = new LinkedHashMap<String, List<String>>();
            members(name).forEach((field, names) -> trees.put(field, new Fields(names).strings()));
            return trees;
        }

        private List<String> strings() {
            if (json instanceof Json.Arr(List<Json> items)) {
                return items.stream().map(Fields::string).toList();
            }
            throw new IllegalArgumentException("not a list");
        }
    }
}
