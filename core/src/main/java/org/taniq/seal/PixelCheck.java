package org.taniq.seal;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngException;

/// Checks one redacted copy. The order matters: sizes are compared before anything is unpacked, so a bomb
/// costs nothing.
final class PixelCheck {
    private final Picture picture;
    private final PixelGrid grid;
    private final PixelProof proof;

    private PixelCheck(Picture picture, PixelProof proof) {
        this.picture = picture;
        this.grid = PixelGrid.of(picture);
        this.proof = proof;
    }

    static Pixels.Intact check(byte[] png, byte[] proof, Pixels.Root sealed) throws Altered {
        try {
            var copy = Png.bare(png);
            var grid = new PixelGrid(copy.width(), copy.height());
            if (grid.leaves() != sealed.size()) {
                throw new Altered("a redacted picture has another size than the sealed one");
            }
            var parsed = PixelProof.parse(proof, grid.leaves());
            return new PixelCheck(copy.picture(), parsed).check(sealed.hash());
        } catch (PngException refused) {
            throw new Altered(Said.of("a redacted picture is not as it was written: {why}", "why", refused.said()));
        }
    }

    private Pixels.Intact check(Digest root) throws Altered {
        var tree = new Tree();
        var withheld = new TreeSet<Integer>();
        for (var entry : proof.entries()) {
            int leaf = Math.toIntExact(tree.size());
            tree.add(hash(entry, leaf));
            if (entry instanceof PixelProof.Withheld) {
                withheld.add(leaf);
            }
        }
        refuseMessages(withheld);
        if (!tree.root().equals(root)) {
            throw new Altered("the visible pixels of a redacted picture, or its proof, are not those that were sealed");
        }
        int shown = grid.leaves() - 1 - withheld.size();
        return new Pixels.Intact(shown, withheld.size(), PixelAreas.of(grid, withheld), proof.profiled());
    }

    private Digest hash(PixelProof.Entry entry, int leaf) {
        return switch (entry) {
            case PixelProof.Head(var salt, var profile) -> Tree.leaf(PixelLeaves.head(grid, salt.bytes(), profile));
            case PixelProof.Shown(var salt) -> Tree.leaf(PixelLeaves.tile(picture, leaf, salt.bytes()));
            case PixelProof.Withheld(var hash) -> hash;
        };
    }

    /// A withheld tile that shows anything but the hatch could say what was never sealed.
    private void refuseMessages(SortedSet<Integer> withheld) throws Altered {
        for (int leaf : withheld) {
            var tile = grid.tile(leaf);
            if (!PixelHatch.covers(tile, picture)) {
                throw new Altered(Said.of(
                        "a redacted picture shows something else than the hatch in its withheld tile at x {x}, y {y}",
                        Map.of("x", tile.x(), "y", tile.y())));
            }
        }
    }
}
