package org.taniq.seal;

import org.taniq.base.png.Picture;

/// Which tile is which leaf: leaf 0 is the head, leaf 1 the tile at the top left, then row by row.
record PixelGrid(int width, int height) {
    static final int TILE = 32;

    static PixelGrid of(Picture picture) {
        return new PixelGrid(picture.width(), picture.height());
    }

    int columns() {
        return Math.ceilDiv(width, TILE);
    }

    int rows() {
        return Math.ceilDiv(height, TILE);
    }

    /// The head and all tiles; at most 2^23 + 1.
    int leaves() {
        return 1 + columns() * rows();
    }

    int leaf(int column, int row) {
        return 1 + row * columns() + column;
    }

    Pixels.Area tile(int leaf) {
        if (leaf < 1 || leaf >= leaves()) {
            throw new IllegalArgumentException("leaf " + leaf + " is no tile of this picture");
        }
        int x = (leaf - 1) % columns() * TILE;
        int y = (leaf - 1) / columns() * TILE;
        return new Pixels.Area(x, y, Math.min(TILE, width - x), Math.min(TILE, height - y));
    }
}
