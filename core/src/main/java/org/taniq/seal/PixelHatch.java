package org.taniq.seal;

/// What stands where a tile is withheld: diagonal stripes of two greys, eight pixels each way, seen on black as on
/// white. A pixel is 0x60 in each channel where (x + y) mod 16 < 8, else 0xA0.
final class PixelHatch {
    private static final byte DARK = 0x60;
    private static final byte LIGHT = (byte) 0xA0;

    private PixelHatch() {}

    private static byte grey(int x, int y) {
        return (x + y) % 16 < 8 ? DARK : LIGHT;
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
