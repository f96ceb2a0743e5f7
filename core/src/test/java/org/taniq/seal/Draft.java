package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// A leaf that a malicious sealer is free to write as she likes: every text that is hashed can be another
/// than the format says. Salts follow from the draft's name, so that the same draft makes the same bytes.
final class Draft {
    final String schema;
    final Set<String> shown;
    final List<String> disclosures = new ArrayList<>();
    final Map<String, String> trees = new LinkedHashMap<>();
    final Set<String> fixed = new TreeSet<>();
    private final String name;
    private String leaf = "";

    Draft(String name, String schema, Set<String> shown) {
        this.name = name;
        this.schema = schema;
        this.shown = shown;
        Schema.named(schema).fields().forEach(field -> disclosures.add(disclosure(field.name(), Json.NULL)));
    }

    static byte[] salt(String of) {
        return Arrays.copyOf(Digest.of(of.getBytes(StandardCharsets.UTF_8)).bytes(), 16);
    }

    String salt64(String field) {
        return Base64Url.encode(salt(name + "/" + field));
    }

    private String disclosure(String field, Json value) {
        return encode("[\"" + salt64(field) + "\",\"" + field + "\"," + value.canonical() + "]");
    }

    static String encode(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    /// What the honest sealer writes into a field, unless it was forged before.
    Draft put(String field, Json value) {
        if (!fixed.contains(field)) {
            disclosures.set(slot(field), disclosure(field, value));
        }
        return this;
    }

    /// Forges a value.
    Draft forge(String field, Json value) {
        return forgeText(field, "[\"" + salt64(field) + "\",\"" + field + "\"," + value.canonical() + "]");
    }

    /// Forges the whole text of a disclosure; the leaf commits to it.
    Draft forgeText(String field, String json) {
        return forgeEncoded(field, encode(json));
    }

    Draft forgeEncoded(String field, String encoded) {
        disclosures.set(slot(field), encoded);
        fixed.add(field);
        return this;
    }

    /// Forges the text of the leaf itself.
    void forgeLeaf(String text) {
        leaf = text;
    }

    int slot(String field) {
        return Schema.named(schema).slot(field);
    }

    String disclosed(String field) {
        return disclosures.get(slot(field));
    }

    static String commitment(String disclosure) {
        return Base64Url.encode(
                Digest.of(disclosure.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    List<String> commitments() {
        return disclosures.stream().map(Draft::commitment).toList();
    }

    static String leaf(String schema, List<String> commitments) {
        return "{\"taniq\":\"" + schema + "\",\"c\":[\"" + String.join("\",\"", commitments) + "\"]}";
    }

    String text() {
        return leaf.isEmpty() ? leaf(schema, commitments()) : leaf;
    }

    Digest hash() {
        return Tree.leaf(text().getBytes(StandardCharsets.UTF_8));
    }

    static Tree tree(List<Draft> drafts) {
        var tree = new Tree();
        drafts.forEach(draft -> tree.add(draft.hash()));
        return tree;
    }

    /// The members of the proof of this leaf (docs/format.md, section 10.1), with `more` between leaf and
    /// path.
    String proof(long index, Tree tree, String more) {
        var show = new ArrayList<Json>();
        for (var field : Schema.named(schema).fields()) {
            if (shown.contains(field.name())) {
                show.add(Json.of(disclosed(field.name())));
            }
        }
        var inner = trees.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":[" + entry.getValue() + "]")
                .toList();
        var path = Json.strings(tree.path(index).stream().map(Digest::hex).toList());
        return "{\"index\":" + index + ",\"leaf\":" + Json.of(text()).canonical() + "," + more + "\"path\":"
                + path.canonical() + ",\"show\":" + Json.of(show).canonical() + ",\"trees\":{" + String.join(",", inner)
                + "}}";
    }
}
