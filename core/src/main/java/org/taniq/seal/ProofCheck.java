package org.taniq.seal;

import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks a proof against the root that its leaf must lead to, and the trees inside it against their shown
/// values.
final class ProofCheck {
    private ProofCheck() {}

    /// @throws Altered if the leaf, or anything shown of its trees, is not below the root
    static void check(Proof proof, long size, Digest root) throws Altered {
        var reached = Tree.follow(proof.leaf().hash(), proof.index(), size, proof.path());
        if (!reached.equals(root)) {
            throw new Altered(Said.of("leaf {leaf} does not lead to the root", "leaf", proof.index()));
        }
        for (var tree : proof.rows().entrySet()) {
            var value = TreeValue.shown(proof, tree.getKey());
            for (var row : tree.getValue()) {
                check(row, value.size(), value.root());
            }
        }
        for (var text : proof.pieces().entrySet()) {
            checkPieces(TreeValue.shown(proof, text.getKey()), text.getValue());
        }
        for (var disclosure : proof.show()) {
            TreeValue.refuseOtherForms(proof.leaf().known(), disclosure);
        }
    }

    private static void checkPieces(TreeValue value, List<Proof.Piece> pieces) throws Altered {
        if (pieces.size() != value.size()) {
            throw new Altered("a text has another number of pieces than was sealed");
        }
        var tree = new Tree();
        for (var piece : pieces) {
            tree.add(hash(piece));
        }
        if (!tree.root().equals(value.root())) {
            throw new Altered("a text is not the one that was sealed");
        }
    }

    private static Digest hash(Proof.Piece piece) throws Altered {
        return switch (piece) {
            case Proof.Withheld(Digest leafHash) -> leafHash;
            case Proof.Shown(Disclosure disclosure) -> {
                if (!disclosure.name().equals("text") || !RawText.isText(disclosure.value())) {
                    throw new Altered("a piece of text has another name, or is no text");
                }
                yield new Leaf("piece/1", List.of(disclosure.commitment())).hash();
            }
        };
    }

    /// The value of a field that is a tree.
    record TreeValue(Digest root, long size) {
        private static final String EMPTY = Digest.of().hex();

        static TreeValue shown(Proof proof, String field) throws Altered {
            var value = proof.value(field)
                    .orElseThrow(() -> new Altered(Said.of("leaves of {field} without its root", "field", field)));
            var schema = proof.leaf().known();
            return of(value, schema.fields().get(schema.slot(field)).leaf());
        }

        static TreeValue of(Json value, String leaf) throws Altered {
            if (value instanceof Json.Obj object
                    && object.members().size() == 3
                    && Json.of(leaf).equals(object.members().get("leaf"))
                    && object.members().get("root") instanceof Json.Str(String root)
                    && object.members().get("size") instanceof Json.Num(long size)
                    && Digest.isHex(root)
                    && size >= 0
                    && (size > 0 || root.equals(EMPTY))
                    && (size <= Pieces.MOST || !leaf.equals("piece/1"))) {
                return new TreeValue(Digest.ofHex(root), size);
            }
            throw new Altered("a tree value has another form, or another kind of leaf than its field takes");
        }

        /// A field that is a tree has a tree of its own kind as value, or null.
        static void refuseOtherForms(Schema schema, Disclosure disclosure) throws Altered {
            var field = schema.fields().get(schema.slot(disclosure.name()));
            if (field.isTree() && !(disclosure.value() instanceof Json.Null)) {
                of(disclosure.value(), field.leaf());
            }
        }
    }
}
