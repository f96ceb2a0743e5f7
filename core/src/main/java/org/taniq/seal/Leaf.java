package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// The public form of a statement or record: the name of its schema and one commitment for every field.
public record Leaf(String schema, List<String> commitments) {
    public Leaf {
        commitments = List.copyOf(commitments);
    }

    private static final Pattern NAME = Pattern.compile("[a-z]{1,32}/[1-9][0-9]{0,5}");
    private static final int MOST_FIELDS = 64;

    /// Reads a leaf and refuses every other way to write the same, an unknown schema and another number of
    /// commitments than the schema has fields.
    static Leaf parse(String text) throws Altered {
        var leaf = ofLog(text);
        if (!leaf.isKnown()) {
            throw new Altered("a leaf has a schema that is not known");
        }
        return leaf;
    }

    /// As [#parse], but in a log there may also be leaves of a newer program, whose schemas are not known
    /// here.
    static Leaf ofLog(String text) throws Altered {
        if (!(json(text) instanceof Json.Obj object)
                || !(object.members().get("taniq") instanceof Json.Str(String name))
                || !(object.members().get("c") instanceof Json.Arr(List<Json> items))) {
            throw new Altered("a leaf has other members than taniq and c");
        }
        var leaf = new Leaf(name, commitments(items));
        leaf.checkForm();
        if (!leaf.text().equals(text)) {
            throw new Altered("a leaf is not canonical");
        }
        return leaf;
    }

    private void checkForm() throws Altered {
        if (isKnown() && commitments.size() != known().fields().size()) {
            throw new Altered(
                    Said.of("a leaf of {schema} has another number of commitments than fields", "schema", schema));
        }
        if (!NAME.matcher(schema).matches()
                || schema.equals(Schema.PIXELS)
                || commitments.isEmpty()
                || commitments.size() > MOST_FIELDS) {
            throw new Altered("a leaf is of no schema that there can be");
        }
    }

    /// Whether this program knows its schema; if not, a newer one wrote it.
    boolean isKnown() {
        return Schema.find(schema).isPresent();
    }

    private static Json json(String text) throws Altered {
        try {
            return Json.parse(text);
        } catch (IllegalArgumentException notJson) {
            throw new Altered(Said.of("a leaf is not JSON: {why}", "why", Json.JsonException.why(notJson)));
        }
    }

    private static List<String> commitments(List<Json> items) throws Altered {
        var commitments = new java.util.ArrayList<String>();
        for (var item : items) {
            if (!(item instanceof Json.Str(String text)) || Base64Url.decode(text).length != Digest.LENGTH) {
                throw new Altered("a commitment is not a SHA-256 digest");
            }
            commitments.add(text);
        }
        return commitments;
    }

    Schema known() {
        return Schema.named(schema);
    }

    /// The bytes that are hashed, as text.
    public String text() {
        var out = new StringBuilder("{\"taniq\":\"").append(schema).append("\",\"c\":[");
        for (int slot = 0; slot < commitments.size(); slot++) {
            out.append(slot == 0 ? "\"" : ",\"").append(commitments.get(slot)).append('"');
        }
        return out.append("]}").toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public Digest hash() {
        return Tree.leaf(bytes());
    }
}
