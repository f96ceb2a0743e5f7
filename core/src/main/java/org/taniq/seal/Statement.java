package org.taniq.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;

/// Something that is to be sealed: values for the fields of a schema; a field that is not set is null.
public final class Statement {
    private final Schema schema;
    private final Map<String, Json> values = new LinkedHashMap<>();
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private Optional<Blobs.Writer> content = Optional.empty();

    private Statement(Schema schema) {
        this.schema = schema;
    }

    /// @throws IllegalArgumentException if there is no schema of that name
    public static Statement of(String schema) {
        return new Statement(Schema.named(schema));
    }

    public Statement with(String field, Json value) {
        if (field(field).isTree()) {
            throw another(field);
        }
        values.put(field, value);
        return this;
    }

    public Statement with(String field, String value) {
        return with(field, Json.of(value));
    }

    /// The leaves of a field that is a tree.
    public Statement with(String field, Rows leaves) {
        if (!field(field).isTree()) {
            throw another(field);
        }
        rows.put(field, leaves);
        return this;
    }

    /// The pixels of the item, which must be the canonical PNG that is its content.
    public Statement with(String field, Picture picture) {
        if (!field(field).leaf().equals(Schema.PIXELS)) {
            throw another(field);
        }
        pictures.put(field, picture);
        return this;
    }

    /// The bytes of the item: `sha256` and `size` are then computed while they are sealed.
    public Statement content(Blobs.Writer bytes) {
        content = Optional.of(bytes);
        return this;
    }

    private Schema.Field field(String name) {
        return schema.fields().get(schema.slot(name));
    }

    private IllegalArgumentException another(String field) {
        return new IllegalArgumentException(schema.name() + "." + field + " takes another kind of value");
    }

    Schema schema() {
        return schema;
    }

    Optional<Blobs.Writer> content() {
        return content;
    }

    Map<String, Rows> rows() {
        return rows;
    }

    Map<String, Picture> pictures() {
        return pictures;
    }

    /// The values in order, null where nothing was set.
    List<Json> values(Map<String, Json> computed) {
        return schema.fields().stream()
                .map(field -> computed.getOrDefault(field.name(), values.getOrDefault(field.name(), Json.NULL)))
                .toList();
    }
}
