package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.taniq.base.Digest;
import org.taniq.base.png.Picture;

/// The leaves of a pixel tree, as bytes; all numbers big-endian.
final class PixelLeaves {
    private static final byte[] HEAD = "taniq/pixels/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TILE = "taniq/tile/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE = "taniq/profile/1\n".getBytes(StandardCharsets.US_ASCII);
    static final Digest NO_PROFILE = Digest.ofBytes(new byte[Digest.LENGTH]);
    static final int SALT_BYTES = 16;

    private final Picture picture;
    private final PixelGrid grid;
    private final Seed seed;

    PixelLeaves(Picture picture, Seed seed) {
        this.picture = picture;
        this.grid = PixelGrid.of(picture);
        this.seed = seed;
    }

    int count() {
        return grid.leaves();
    }

    byte[] salt(int leaf) {
        return seed.salt(leaf, 0);
    }

    /// What leaf 0 says of the profile, salted so that nobody guesses a screen by it; zeros where there is
    /// none.
    Digest profile() {
        byte[] profile = picture.profile();
        return profile.length == 0 ? NO_PROFILE : Digest.of(PROFILE, seed.salt(0, 1), profile);
    }

    Digest hash(int leaf) {
        return Tree.leaf(leaf == 0 ? head(grid, salt(0), profile()) : tile(picture, leaf, salt(leaf)));
    }

    Tree tree() {
        var tree = new Tree();
        for (int leaf = 0; leaf < count(); leaf++) {
            tree.add(hash(leaf));
        }
        return tree;
    }

    /// `taniq/pixels/1\n` ‖ salt ‖ uint32 width ‖ uint32 height ‖ uint16 32 ‖ profile.
    static byte[] head(PixelGrid grid, byte[] salt, Digest profile) {
        return ByteBuffer.allocate(HEAD.length + SALT_BYTES + 10 + Digest.LENGTH)
                .put(HEAD)
                .put(salt)
                .putInt(grid.width())
                .putInt(grid.height())
                .putShort((short) PixelGrid.TILE)
                .put(profile.bytes())
                .array();
    }

    /// `taniq/tile/1\n` ‖ salt ‖ uint32 x ‖ uint32 y ‖ uint16 width ‖ uint16 height ‖ its rows.
    static byte[] tile(Picture picture, int leaf, byte[] salt) {
        var area = PixelGrid.of(picture).tile(leaf);
        int start = TILE.length + SALT_BYTES + 12;
        var bytes = new byte[start + 3 * area.width() * area.height()];
        ByteBuffer.wrap(bytes)
                .put(TILE)
                .put(salt)
                .putInt(area.x())
                .putInt(area.y())
                .putShort((short) area.width())
                .putShort((short) area.height());
        for (int row = 0; row < area.height(); row++) {
            picture.copy(area.x(), area.y() + row, area.width(), bytes, start + 3 * row * area.width());
        }
        return bytes;
    }
}
