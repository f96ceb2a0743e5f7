package org.taniq.tell;

import java.awt.geom.AffineTransform;
import org.taniq.base.png.Orientation;

/// How a picture is turned before it is looked at: a camera notes it in Exif instead of turning the pixels.
///
/// @param orientation 1 to 8, as Exif counts them
record Upright(int orientation) {
    private static final int AS_STORED = 1;

    /// What a JPEG or PNG says of itself.
    static Upright of(byte[] encoded) {
        return new Upright(Orientation.noted(encoded));
    }

    boolean isAsStored() {
        return orientation == AS_STORED;
    }

    boolean liesOnItsSide() {
        return orientation > 4;
    }

    /// From a picture of this size as it is stored to the picture as it is seen.
    AffineTransform turning(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
