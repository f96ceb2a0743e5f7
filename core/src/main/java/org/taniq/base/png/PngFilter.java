package org.taniq.base.png;

/// The five filters of PNG: each byte is stored as the difference from what its neighbours let expect.
enum PngFilter {
    NONE,
    SUB,
    UP,
    AVERAGE,
    PAETH;

    /// What is expected from the bytes to the left, above, and above left.
    private int expect(int left, int up, int corner) {
        return switch (this) {
            case NONE -> 0;
            case SUB -> left;
            case UP -> up;
            case AVERAGE -> (left + up) / 2;
            case PAETH -> paeth(left, up, corner);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    /// Turns differences into bytes, in place. `above` is the row before, zeros for the first; `reach` the
    /// bytes of a pixel.
    void undo(byte[] row, byte[] above, int reach) {
        if (this == NONE) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            int left = i < reach ? 0 : row[i - reach] & 0xFF;
            int corner = i < reach ? 0 : above[i - reach] & 0xFF;
            row[i] += (byte) expect(left, above[i] & 0xFF, corner);
        }
    }
}
