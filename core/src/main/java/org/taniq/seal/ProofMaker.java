package org.taniq.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// Writes proofs of what a vault holds, in the form of docs/format.md, section 10.1.
public final class ProofMaker {
    private final Unlocked vault;

    public ProofMaker(Unlocked vault) {
        this.vault = vault;
    }

    /// The proof of a statement that shows some of its fields.
    public String statement(Unlocked.Sealed statement, Set<String> show) {
        return proof(statement, show, new LinkedHashMap<>())
                .text(statement.pointer().log());
    }

    /// The proof of a reading that shows some of its records too.
    ///
    /// @param rows what is shown, by number of the record
    /// @throws Altered if the vault's records are not those that were sealed
    public String reading(Unlocked.Sealed reading, Set<String> show, SortedMap<Long, ShownRow> rows)
            throws IOException {
        Map<Long, RowMaker.Row> made = new TreeMap<>();
        var tree = vault.trees().leaves(reading, Schema.RECORDS, new TreeSet<>(rows.keySet()), made::put);
        var shown = new ArrayList<Proof>();
        for (var row : made.entrySet()) {
            shown.add(row(row.getKey(), row.getValue(), Objects.requireNonNull(rows.get(row.getKey())), tree));
        }
        var trees = new LinkedHashMap<String, List<Proof>>();
        trees.put(Schema.RECORDS, shown);
        return proof(reading, show, trees).text(reading.pointer().log());
    }

    private Proof proof(Unlocked.Sealed statement, Set<String> show, LinkedHashMap<String, List<Proof>> rows) {
        var log = vault.log(statement.pointer().log());
        long index = statement.pointer().index();
        return new Proof(
                index,
                statement.opened().leaf(),
                log.tree().path(index),
                shown(statement.opened(), show),
                rows,
                new LinkedHashMap<>());
    }

    private static List<Disclosure> shown(Opened opened, Set<String> show) {
        var fields = opened.schema().fields();
        var shown = new ArrayList<Disclosure>();
        for (int slot = 0; slot < fields.size(); slot++) {
            if (show.contains(fields.get(slot).name())) {
                shown.add(opened.disclosure(slot));
            }
        }
        return shown;
    }

    private static Proof row(long index, RowMaker.Row row, ShownRow show, Tree tree) {
        var pieces = new LinkedHashMap<String, List<Proof.Piece>>();
        var leaves = new LinkedHashMap<String, List<Proof>>();
        var fields = row.opened().schema().fields();
        for (int slot = 0; slot < fields.size(); slot++) {
            var field = fields.get(slot);
            boolean isTree = field.isTree() && !(row.opened().values().get(slot) instanceof Json.Null);
            if (isTree && show.fields().contains(field.name())) {
                var inner = row.inner().get(slot);
                if (field.leaf().equals(Schema.PIECE)) {
                    pieces.put(field.name(), pieces(inner, show.withheldPieces()));
                } else {
                    leaves.put(field.name(), leaves(inner, show.withheldDetails()));
                }
            }
        }
        return new Proof(
                index, row.opened().leaf(), tree.path(index), shown(row.opened(), show.fields()), leaves, pieces);
    }

    /// Those that are not withheld, each whole.
    private static List<Proof> leaves(List<Opened> inner, Set<Integer> withheld) {
        var tree = new Tree();
        inner.forEach(leaf -> tree.add(leaf.leaf().hash()));
        var leaves = new ArrayList<Proof>();
        for (int i = 0; i < inner.size(); i++) {
            if (!withheld.contains(i)) {
                leaves.add(leaf(i, inner.get(i), tree));
            }
        }
        return leaves;
    }

    private static Proof leaf(int index, Opened leaf, Tree tree) {
        var all = leaf.schema().fields().stream().map(Schema.Field::name).collect(Collectors.toSet());
        return new Proof(
                index, leaf.leaf(), tree.path(index), shown(leaf, all), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private static List<Proof.Piece> pieces(List<Opened> leaves, Set<Integer> withheld) {
        var pieces = new ArrayList<Proof.Piece>();
        for (var leaf : leaves) {
            pieces.add(
                    withheld.contains(pieces.size())
                            ? new Proof.Withheld(leaf.leaf().hash())
                            : new Proof.Shown(leaf.disclosure(0)));
        }
        return pieces;
    }
}
