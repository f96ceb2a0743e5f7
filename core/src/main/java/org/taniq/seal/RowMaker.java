package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Makes the leaves of one tree from rows of values: salts from the tree's seed, texts as trees of pieces.
/// The same row at the same index always makes the same leaf.
final class RowMaker {
    private static final Schema PIECES = Schema.named(Schema.PIECE);

    private final Schema schema;
    private final Seed seed;

    RowMaker(Schema schema, Seed seed) {
        this.schema = schema;
        this.seed = seed;
    }

    /// A row made: its leaf with what is behind it, the trees inside it, and its values as a blob keeps
    /// them.
    ///
    /// @param inner the leaves of each slot that is a tree and not null, else an empty list
    record Row(Opened opened, List<List<Opened>> inner, List<Json> kept) {}

    /// @throws Altered if the values are not those of a leaf of this schema
    Row make(long index, List<Json> values) throws Altered {
        if (values.size() != schema.fields().size()) {
            throw new Altered("a record has another number of values than fields");
        }
        var opened = new ArrayList<Json>();
        var inner = new ArrayList<List<Opened>>();
        var kept = new ArrayList<Json>();
        for (int slot = 0; slot < schema.fields().size(); slot++) {
            var value = values.get(slot);
            var field = schema.fields().get(slot);
            if (!field.isTree() || value instanceof Json.Null) {
                inner.add(List.of());
                opened.add(value);
                kept.add(value);
                continue;
            }
            var of = Schema.named(field.leaf());
            var rows = of.equals(PIECES) ? texts(value) : rows(value, of);
            var leaves = leaves(of, rows, index, slot);
            inner.add(leaves);
            opened.add(tree(of.name(), root(leaves), leaves.size()));
            kept.add(
                    of.equals(PIECES)
                            ? Json.of(rows.stream().map(List::getFirst).toList())
                            : value);
        }
        return new Row(Opened.inTree(schema, opened, seed, index), inner, kept);
    }

    private static List<List<Json>> rows(Json value, Schema of) throws Altered {
        var rows = new ArrayList<List<Json>>();
        for (var item : value instanceof Json.Arr(List<Json> items) ? items : List.of(Json.NULL)) {
            if (!(item instanceof Json.Arr(List<Json> row))
                    || row.size() != of.fields().size()) {
                throw new Altered("a record holds something else where a list of leaves must be");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<Json>> texts(Json value) throws Altered {
        if (!RawText.isText(value) && !(value instanceof Json.Arr)) {
            throw new Altered("a record holds something else where a text must be");
        }
        var pieces = Pieces.of(value);
        if (pieces.size() > Pieces.MOST || !pieces.stream().allMatch(RawText::isText)) {
            throw new Altered("a text holds a piece that is none, or too many");
        }
        return pieces.stream().map(List::of).toList();
    }

    private List<Opened> leaves(Schema of, List<List<Json>> rows, long index, int slot) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var child = seed.child(index, slot);
        var leaves = new ArrayList<Opened>();
        for (var row : rows) {
            leaves.add(Opened.inTree(of, row, child, leaves.size()));
        }
        return leaves;
    }

    private static Digest root(List<Opened> leaves) {
        var tree = new Tree();
        leaves.forEach(leaf -> tree.add(leaf.leaf().hash()));
        return tree.root();
    }

    /// A tree as one value.
    static Json tree(String leaf, Digest root, long size) {
        return Json.object()
                .put("leaf", leaf)
                .put("root", root.hex())
                .put("size", size)
                .build();
    }
}
