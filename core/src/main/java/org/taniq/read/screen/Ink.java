package org.taniq.read.screen;

import java.util.Arrays;
import org.taniq.base.png.Picture;

/// A screen as dark letters on white, whatever their colours: each pixel by how much it differs from the plain ground
/// to
/// its left and right. A recognition of text that decides for a whole picture what is light and what is dark leaves
/// out bubbles of a shade between (seen with tesseract 5.3 on a dark screen).
final class Ink {
    private static final int WHITE = 255;
    private static final int NONE = -1;
    /// So much more than its difference a letter is darker than its ground.
    private static final int CONTRAST = 2;
    /// The ground is plain so far around a pixel, on a screen so many times as wide: farther than letters are thick.
    private static final int PARTS = 180;

    private static final int NARROWEST = 2;
    private static final int WIDEST = 8;
    /// A screen has so much plain ground, in per cent; a photograph has less.
    private static final int PLAIN = 25;

    private final Picture picture;
    private final int around;
    private final int[] row;
    private final int[] onTheRight;
    private long plain;

    private Ink(Picture picture) {
        this.picture = picture;
        this.around = Math.clamp(picture.width() / PARTS, NARROWEST, WIDEST);
        this.row = new int[picture.width()];
        this.onTheRight = new int[picture.width()];
    }

    /// A byte for each pixel, row by row, 0 where it is black; how bright it is where there is no plain ground.
    static byte[] of(Picture picture) {
        var ink = new Ink(picture);
        var grey = new byte[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            ink.draw(y, grey);
        }
        boolean isScreen = 100 * ink.plain >= PLAIN * (long) grey.length;
        return isScreen ? grey : brightness(picture);
    }

    private void draw(int y, byte[] grey) {
        grounds(y);
        int ground = NONE;
        for (int x = 0; x < row.length; x++) {
            ground = row[x] == NONE ? ground : row[x];
            int pixel = Ground.pixel(picture, x, y);
            grey[y * row.length + x] = (byte) shade(pixel, ground, onTheRight[x]);
        }
    }

    /// The plain grounds of a row, and for each pixel the next of them to the right.
    private void grounds(int y) {
        Arrays.fill(row, NONE);
        int next = NONE;
        for (int x = row.length - 1; x >= 0; x--) {
            int pixel = Ground.pixel(picture, x, y);
            if (isPlain(x, y, pixel)) {
                row[x] = pixel;
                next = pixel;
                plain++;
            }
            onTheRight[x] = next;
        }
    }

    private boolean isPlain(int x, int y, int pixel) {
        for (int dy = -around; dy <= around; dy += around) {
            for (int dx = -around; dx <= around; dx += around) {
                int atX = Math.clamp((long) x + dx, 0, picture.width() - 1);
                int atY = Math.clamp((long) y + dy, 0, picture.height() - 1);
                if (!Ground.isLike(pixel, Ground.pixel(picture, atX, atY))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int shade(int pixel, int left, int right) {
        if (left == NONE && right == NONE) {
            return bright(pixel);
        }
        int difference = Math.min(
                left == NONE ? WHITE : Ground.difference(pixel, left),
                right == NONE ? WHITE : Ground.difference(pixel, right));
        return WHITE - Math.min(WHITE, CONTRAST * difference);
    }

    private static byte[] brightness(Picture picture) {
        var grey = new byte[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) bright(Ground.pixel(picture, i % picture.width(), i / picture.width()));
        }
        return grey;
    }

    /// ITU-R BT.601.
    private static int bright(int pixel) {
        return (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 1000;
    }
}
