package org.taniq.seal;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// A sealed picture that can be shown in part: the tree `pixels/1`, redacted copies of the picture, and
/// their check.
///
/// Leaf 0 says how large the picture is and what its colours mean; each further leaf is a tile of 32 × 32
/// pixels with its place, row by row, smaller at the right and lower edge. A redacted copy is a PNG in
/// which some tiles are hatched; the proof beside it gives the salt of each leaf that is shown and the hash
/// of each that is not. The check then proves: *the visible pixels are those sealed at this place*. It says
/// nothing of where the picture came from.
public final class Pixels {
    private Pixels() {}

    /// What is sealed: how many leaves, and the root over them.
    public record Root(long size, Digest hash) {}

    /// A rectangle of pixels; x and y count from 0 at the top left.
    public record Area(int x, int y, int width, int height) {
        public Area {
            if (x < 0 || y < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException("an area begins at 0 or later and is not empty");
            }
        }
    }

    /// Every visible pixel is the sealed one. `shown` and `withheld` count tiles; `areas` cover what is
    /// hatched.
    ///
    /// @param profiled whether the sealed picture had a colour profile, which the copy does not hold
    public record Intact(int shown, int withheld, List<Area> areas, boolean profiled) {
        public Intact {
            areas = List.copyOf(areas);
        }
    }

    /// The tree of a picture, salted from this seed.
    public static Root root(Picture picture, Seed seed) {
        var tree = new PixelLeaves(picture, seed).tree();
        return new Root(tree.size(), tree.root());
    }

    /// The leaves to withhold so that nothing of these areas is seen: every tile that an area touches, once
    /// it is grown to the whole height of the lines of text it cuts, and one tile more on each side. The
    /// box still tells about how long a name is; who must hide that too asks for an area as wide as the
    /// line.
    ///
    /// @throws IllegalArgumentException if an area lies outside the picture: it would withhold nothing
    public static SortedSet<Integer> leavesUnder(Picture picture, List<Area> areas) {
        return PixelAreas.leavesUnder(picture, areas);
    }

    /// The redacted copy: a PNG of IHDR, IDAT, IEND in which the withheld leaves' tiles are hatched.
    public static byte[] redact(Picture picture, Set<Integer> withheld) {
        byte[] rgb = picture.rgb();
        var grid = PixelGrid.of(picture);
        for (int leaf : withheld) {
            PixelHatch.draw(grid.tile(leaf), rgb, picture.width());
        }
        var redacted = Picture.owning(picture.width(), picture.height(), rgb, new byte[0]);
        return Png.writeBare(redacted);
    }

    /// The proof that goes with [#redact] of the same leaves.
    public static byte[] proof(Picture picture, Seed seed, Set<Integer> withheld) {
        return PixelProof.write(new PixelLeaves(picture, seed), withheld);
    }

    /// Checks a redacted copy against what is sealed, in time and memory bounded by the length of the
    /// proof.
    ///
    /// @throws Altered if copy, proof and root do not belong together, or the copy could carry anything
    ///     else
    public static Intact check(byte[] png, byte[] proof, Root sealed) throws Altered {
        return PixelCheck.check(png, proof, sealed);
    }
}
