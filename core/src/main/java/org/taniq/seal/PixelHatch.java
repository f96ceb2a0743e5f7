package org.taniq.seal;

import org.taniq.base.png.Picture;

/// What stands where a tile is withheld: diagonal stripes of two greys, seen on black as on white. A pixel
/// is grey 96 where (x + y) mod 8 < 2, else grey 160.
final class PixelHatch {
    private static final byte DARK = 96;
    private static final byte LIGHT = (byte) 160;

    private PixelHatch() {}

    private static byte grey(int x, int y) {
        return (x + y) % 8 < 2 ? DARK : LIGHT;
    }

    static void draw(Pixels.Area tile, byte[] rgb, int width) {
        for (int y = tile.y(); y < tile.y() + tile.height(); y++) {
            for (int x = tile.x(); x < tile.x() + tile.width(); x++) {
                int at = 3 * (y * width + x);
                rgb[at] = rgb[at + 1] = rgb[at + 2] = grey(x, y);
            }
        }
    }

    /// Whether a tile is hatched and nothing else: a withheld tile must not carry a message of its own.
    static boolean covers(Pixels.Area tile, Picture picture) {
        var row = new byte[3 * tile.width()];
        for (int y = tile.y(); y < tile.y() + tile.height(); y++) {
            picture.copy(tile.x(), y, tile.width(), row, 0);
            for (int i = 0; i < row.length; i++) {
                if (row[i] != grey(tile.x() + i / 3, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
