package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The leaves of a pixel tree, as bytes; all numbers big-endian.
final class PixelLeaves {
    private static final byte[] HEAD = "taniq/pixels/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TILE = "taniq/tile/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;

    private final Picture picture;
    private final PixelGrid grid;
    private final PixelSalts salts;

    PixelLeaves(Picture picture, PixelSalts salts) {
        this.picture = picture;
        this.grid = PixelGrid.of(picture);
        this.salts = salts;
    }

    int count() {
        return grid.leaves();
    }

    byte[] salt(int leaf) {
        return salts.of(leaf);
    }

    /// What leaf 0 says of the profile; of no bytes where there is none.
    byte[] profileHash() {
        return Rfc6962.sha256(picture.profile());
    }

    byte[] hash(int leaf) {
        return Rfc6962.leaf(leaf == 0 ? head(grid, salt(0), profileHash()) : tile(picture, leaf, salt(leaf)));
    }

    List<byte[]> hashes() {
        var hashes = new ArrayList<byte[]>(count());
        for (int leaf = 0; leaf < count(); leaf++) {
            hashes.add(hash(leaf));
        }
        return hashes;
    }

    /// `taniq/pixels/1\n` ‖ salt ‖ uint32 width ‖ uint32 height ‖ uint16 32 ‖ SHA-256 of the profile.
    static byte[] head(PixelGrid grid, byte[] salt, byte[] profileHash) {
        return ByteBuffer.allocate(HEAD.length + PixelSalts.BYTES + 10 + HASH_BYTES)
                .put(HEAD)
                .put(salt)
                .putInt(grid.width())
                .putInt(grid.height())
                .putShort((short) PixelGrid.TILE)
                .put(profileHash)
                .array();
    }

    /// `taniq/tile/1\n` ‖ salt ‖ uint32 x ‖ uint32 y ‖ uint16 width ‖ uint16 height ‖ its rows.
    static byte[] tile(Picture picture, int leaf, byte[] salt) {
        var area = PixelGrid.of(picture).tile(leaf);
        int start = TILE.length + PixelSalts.BYTES + 12;
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
