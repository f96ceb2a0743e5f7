package org.taniq.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A name for a list of fields that never changes. Schemas are data (`schema/taniq-1.txt`), so the checker
/// knows no chat.
public record Schema(String name, Place place, List<Field> fields) {

    /// Where leaves of a schema may stand.
    public enum Place {
        BOTH,
        EVIDENCE,
        CASE,
        TREE
    }

    /// A field, and the schema of the leaves where the field is a tree, else nothing.
    public record Field(String name, String leaf) {
        public boolean isTree() {
            return !leaf.isEmpty();
        }
    }

    /// The field of a reading that is the tree of its records.
    public static final String RECORDS = "records";

    /// Texts, in pieces.
    static final String PIECE = "piece/1";

    /// Leaves of this schema are binary and read by [Pixels].
    public static final String PIXELS = "pixels/1";

    /// Readings whose records have a place, details and an id (docs/format.md, section 7.4).
    static final String PLACED_READING = "reading/2";

    private static final Map<String, Schema> ALL = load("/schema/taniq-1.txt");

    public Schema {
        fields = List.copyOf(fields);
    }

    public static Optional<Schema> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// A schema that this program knows.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public static Schema named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no schema is called " + name));
    }

    static Map<String, Schema> all() {
        return ALL;
    }

    /// The number of a field, from 0.
    ///
    /// @throws IllegalArgumentException if the schema has no such field
    public int slot(String field) {
        for (int slot = 0; slot < fields.size(); slot++) {
            if (fields.get(slot).name().equals(field)) {
                return slot;
            }
        }
        throw new IllegalArgumentException(name + " has no field " + field);
    }

    /// Whether a statement of it says what was read out of items, as a tree of records.
    public boolean isReading() {
        return place == Place.EVIDENCE
                && fields.stream().anyMatch(field -> field.name().equals(RECORDS) && field.isTree());
    }

    /// Whether this is the name of a schema that [#isReading].
    public static boolean isReading(String name) {
        return find(name).filter(Schema::isReading).isPresent();
    }

    boolean allowedIn(LogKind kind) {
        return switch (place) {
            case BOTH -> true;
            case EVIDENCE -> kind == LogKind.EVIDENCE;
            case CASE -> kind == LogKind.CASE;
            case TREE -> false;
        };
    }

    private static Map<String, Schema> load(String resource) {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource)) {
            var all = new LinkedHashMap<String, Schema>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Schema::line)
                    .forEach(schema -> all.put(schema.name(), schema));
            return Map.copyOf(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }

    private static Schema line(String line) {
        var words = line.split(" ");
        var fields = Stream.of(words).skip(2).map(Schema::field).toList();
        return new Schema(words[0], Place.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)), fields);
    }

    private static Field field(String word) {
        int colon = word.indexOf(':');
        return colon < 0 ? new Field(word, "") : new Field(word.substring(0, colon), word.substring(colon + 1));
    }
}
