package org.taniq.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// The proof of one leaf in a container: the leaf, its path, what is shown of it, and what is shown of its
/// trees (docs/format.md, section 10.1).
///
/// @param path siblings from leaf to root
/// @param show disclosures in slot order
/// @param rows for a field that is a tree of leaves: those shown, ascending
/// @param pieces for a field that is a text: every piece
record Proof(
        long index,
        Leaf leaf,
        List<Digest> path,
        List<Disclosure> show,
        SequencedMap<String, List<Proof>> rows,
        SequencedMap<String, List<Piece>> pieces) {

    /// One piece of a text.
    sealed interface Piece {}

    record Shown(Disclosure disclosure) implements Piece {}

    record Withheld(Digest leafHash) implements Piece {}

    Optional<Json> value(String field) {
        return show.stream()
                .filter(disclosure -> disclosure.name().equals(field))
                .map(Disclosure::value)
                .findFirst();
    }

    /// The leaf at this place of a tree of leaves, if it is shown.
    Optional<Proof> row(String field, long index) {
        var shown = rows.getOrDefault(field, List.of());
        int from = 0;
        int to = shown.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (shown.get(middle).index() < index) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < shown.size() && shown.get(from).index() == index
                ? Optional.of(shown.get(from))
                : Optional.empty();
    }

    /// The canonical text of a statement's proof.
    String text(String log) {
        var members = members();
        members.put("log", Json.of(log));
        return new Json.Obj(members).canonical();
    }

    private SequencedMap<String, Json> members() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("index", Json.of(index));
        members.put("leaf", Json.of(leaf.text()));
        members.put("path", Json.strings(path.stream().map(Digest::hex).toList()));
        members.put("show", Json.strings(show.stream().map(Disclosure::encoded).toList()));
        members.put("trees", trees());
        return members;
    }

    private Json trees() {
        SequencedMap<String, Json> trees = new LinkedHashMap<>();
        rows.forEach((field, leaves) -> trees.put(
                field,
                Json.of(leaves.stream()
                        .map(leaf -> new Json.Obj(leaf.members()))
                        .toList())));
        pieces.forEach((field, all) ->
                trees.put(field, Json.of(all.stream().map(Proof::json).toList())));
        return new Json.Obj(trees);
    }

    private static Json json(Piece piece) {
        return switch (piece) {
            case Shown(Disclosure disclosure) -> Json.of(disclosure.encoded());
            case Withheld(Digest leafHash) ->
                Json.object().put("withheld", leafHash.hex()).build();
        };
    }

    /// Reads the proof of a statement and refuses every other way to write the same.
    static Proof parse(String text, String log) throws Altered {
        try {
            var proof = of(Json.parse(text), log);
            if (proof.text(log).equals(text)) {
                return proof;
            }
        } catch (IllegalArgumentException wrong) {
            throw new Altered(Said.of("a proof is not of its form: {why}", "why", Json.JsonException.why(wrong)));
        }
        throw new Altered("a proof is not canonical");
    }

    private static Proof of(Json json, String log) throws Altered {
        if (!Json.of(log).equals(member(json, "log"))) {
            throw new Altered("a proof speaks of another log than its name");
        }
        return of(json);
    }

    private static Proof of(Json json) throws Altered {
        if (!(member(json, "index") instanceof Json.Num(long index))
                || !(member(json, "leaf") instanceof Json.Str(String text))) {
            throw new Altered("a proof has no index or no leaf");
        }
        var leaf = Leaf.parse(text);
        SequencedMap<String, List<Proof>> rows = new LinkedHashMap<>();
        SequencedMap<String, List<Piece>> pieces = new LinkedHashMap<>();
        if (!(member(json, "trees") instanceof Json.Obj(SequencedMap<String, Json> trees))) {
            throw new Altered("a proof has no trees");
        }
        for (var tree : trees.entrySet()) {
            String kind = leafOf(leaf, tree.getKey());
            if (kind.equals("piece/1")) {
                pieces.put(tree.getKey(), pieces(tree.getValue()));
            } else {
                rows.put(tree.getKey(), rows(tree.getValue(), kind));
            }
        }
        return new Proof(index, leaf, path(member(json, "path")), show(member(json, "show"), leaf), rows, pieces);
    }

    private static String leafOf(Leaf leaf, String field) throws Altered {
        for (var known : leaf.known().fields()) {
            if (known.name().equals(field) && known.isTree() && !known.leaf().equals(Schema.PIXELS)) {
                return known.leaf();
            }
        }
        throw new Altered("a proof shows a tree where the schema has none");
    }

    private static List<Proof> rows(Json json, String kind) throws Altered {
        var rows = new ArrayList<Proof>();
        for (var item : items(json)) {
            var row = of(item);
            if (!row.leaf().schema().equals(kind)) {
                throw new Altered("a tree holds a leaf of another kind");
            }
            if (!rows.isEmpty() && rows.getLast().index() >= row.index()) {
                throw new Altered("the leaves of a tree are not in order");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Piece> pieces(Json json) throws Altered {
        var pieces = new ArrayList<Piece>();
        for (var item : items(json)) {
            if (item instanceof Json.Str(String encoded)) {
                pieces.add(new Shown(Disclosure.parse(encoded)));
            } else if (member(item, "withheld") instanceof Json.Str(String hex)) {
                pieces.add(new Withheld(Digest.ofHex(hex)));
            } else {
                throw new Altered("a piece is neither shown nor withheld");
            }
        }
        return pieces;
    }

    private static List<Digest> path(Json json) throws Altered {
        var path = new ArrayList<Digest>();
        for (var item : items(json)) {
            if (!(item instanceof Json.Str(String hex))) {
                throw new Altered("a path holds something that is no hash");
            }
            path.add(Digest.ofHex(hex));
        }
        return path;
    }

    /// Disclosures in slot order, one at most for a slot, each the one that the leaf commits to.
    private static List<Disclosure> show(Json json, Leaf leaf) throws Altered {
        var shown = new ArrayList<Disclosure>();
        int next = 0;
        for (var item : items(json)) {
            if (!(item instanceof Json.Str(String encoded))) {
                throw new Altered("a disclosure is no text");
            }
            var disclosure = Disclosure.parse(encoded);
            int slot = slot(leaf, disclosure, next);
            if (!leaf.commitments().get(slot).equals(disclosure.commitment())) {
                throw new Altered(
                        Said.of("the value of {field} is not the one that was sealed", "field", disclosure.name()));
            }
            shown.add(disclosure);
            next = slot + 1;
        }
        return shown;
    }

    private static int slot(Leaf leaf, Disclosure disclosure, int from) throws Altered {
        var fields = leaf.known().fields();
        for (int slot = from; slot < fields.size(); slot++) {
            if (fields.get(slot).name().equals(disclosure.name())) {
                return slot;
            }
        }
        throw new Altered(Said.of(
                "a disclosure of {schema} has a wrong name, or stands twice or out of order", "schema", leaf.schema()));
    }

    private static List<Json> items(Json json) throws Altered {
        if (json instanceof Json.Arr(List<Json> items)) {
            return items;
        }
        throw new Altered("a proof has something else where a list must be");
    }

    private static Json member(Json json, String name) throws Altered {
        if (json instanceof Json.Obj object && object.members().containsKey(name)) {
            return object.members().get(name);
        }
        throw new Altered(Said.of("a proof lacks {field}", "field", name));
    }
}
