package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;

/// A leaf together with what is behind it: a salt and a value for every field of its schema.
public record Opened(Schema schema, List<String> salts, List<Json> values) {
    public Opened {
        salts = List.copyOf(salts);
        values = List.copyOf(values);
        int fields = schema.fields().size();
        if (salts.size() != fields || values.size() != fields) {
            throw new IllegalArgumentException(schema.name() + " has " + fields + " fields");
        }
    }

    /// A leaf of a tree: its salts come from the tree's seed.
    static Opened inTree(Schema schema, List<Json> values, Seed seed, long index) {
        var salts = new ArrayList<String>();
        for (int slot = 0; slot < schema.fields().size(); slot++) {
            salts.add(Base64Url.encode(seed.salt(index, slot)));
        }
        return new Opened(schema, salts, values);
    }

    /// Whether each salt is one.
    boolean hasSalts() {
        return salts.stream().allMatch(Disclosure::isSalt);
    }

    Disclosure disclosure(int slot) {
        return new Disclosure(salts.get(slot), schema.fields().get(slot).name(), values.get(slot));
    }

    public Json value(String field) {
        return values.get(schema.slot(field));
    }

    Leaf leaf() {
        var commitments = new ArrayList<String>();
        for (int slot = 0; slot < values.size(); slot++) {
            commitments.add(disclosure(slot).commitment());
        }
        return new Leaf(schema.name(), commitments);
    }
}
