package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// The public form of a statement or record: the name of its schema and one commitment for every field.
public record Leaf(String schema, List<String> commitments) {
    private static final int MOST_FIELDS = 64;
    /// A SHA-256 digest in base64url. The unused bits of its last letter are zero.
    private static final String COMMITMENT = "\"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]\"";

    private static final int COMMITMENT_AND_COMMA = 46;
    private static final Pattern ONLY_FORM = Pattern.compile("\\{\"taniq\":\"([a-z]{1,32}/[1-9][0-9]{0,5})\",\"c\":\\[("
            + COMMITMENT + "(?:," + COMMITMENT + "){0," + (MOST_FIELDS - 1) + "}+)]}");

    public Leaf {
        commitments = List.copyOf(commitments);
    }

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
        var form = ONLY_FORM.matcher(text);
        if (!form.matches()) {
            throw new Altered("a leaf is not canonical");
        }
        var leaf = new Leaf(form.group(1), commitments(form.group(2)));
        if (leaf.schema.equals(Schema.PIXELS)) {
            throw new Altered("a leaf is of no schema that there can be");
        }
        if (leaf.isKnown() && leaf.commitments.size() != leaf.known().fields().size()) {
            throw new Altered(
                    Said.of("a leaf of {schema} has another number of commitments than fields", "schema", leaf.schema));
        }
        return leaf;
    }

    private static List<String> commitments(String list) {
        var commitments = new ArrayList<String>();
        for (int at = 0; at < list.length(); at += COMMITMENT_AND_COMMA) {
            commitments.add(list.substring(at + 1, at + COMMITMENT_AND_COMMA - 2));
        }
        return commitments;
    }

    /// Whether this program knows its schema; if not, a newer one wrote it.
    boolean isKnown() {
        return Schema.find(schema).isPresent();
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
