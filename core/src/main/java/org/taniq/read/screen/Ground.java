package org.taniq.read.screen;

import java.util.HashMap;
import org.taniq.base.png.Picture;

/// What words stand on: one colour, and how far it reaches to both sides of them.
///
/// @param colour 0xRRGGBB
/// @param left the first column of it
/// @param right the first column behind it
record Ground(int colour, int left, int right) {
    /// Pictures that were packed with losses differ so much within one colour, in each channel.
    private static final int NOISE = 8;
    /// Channels are told apart by so much when the most frequent colour is looked for.
    private static final int STEP = 3;
    /// A bubble does not begin at the edge of the screen.
    private static final int EDGE = 3;

    private static final int[] ABOVE_AND_BELOW = {3, 8};

    /// The ground of words that stand in this rectangle.
    static Ground of(Picture picture, Box words) {
        int colour = mostFrequent(picture, words);
        var ground = new Ground(colour, words.left(), words.right());
        for (int far : ABOVE_AND_BELOW) {
            ground = ground.reaching(picture, words, words.top() - far);
            ground = ground.reaching(picture, words, words.bottom() + far - 1);
        }
        return ground;
    }

    private static int mostFrequent(Picture picture, Box box) {
        var counts = new HashMap<Integer, Integer>();
        int best = pixel(picture, box.left(), box.top());
        int most = 0;
        for (int y = box.top(); y < box.bottom(); y += 2) {
            for (int x = box.left(); x < box.right(); x += 2) {
                int pixel = pixel(picture, x, y);
                int count = counts.merge(coarse(pixel), 1, Integer::sum);
                if (count > most) {
                    most = count;
                    best = pixel;
                }
            }
        }
        return best;
    }

    private static int coarse(int pixel) {
        return (pixel >> 16 & 0xFF) >> STEP << 16 | (pixel >> 8 & 0xFF) >> STEP << 8 | (pixel & 0xFF) >> STEP;
    }

    static int pixel(Picture picture, int x, int y) {
        return picture.channel(x, y, 0) << 16 | picture.channel(x, y, 1) << 8 | picture.channel(x, y, 2);
    }

    /// As far as the colour reaches in one line of pixels, where it stands there above or below the words.
    private Ground reaching(Picture picture, Box words, int y) {
        if (y < 0 || y >= picture.height() || !is(picture, words.left(), y)) {
            return this;
        }
        int from = words.left();
        while (from > 0 && is(picture, from - 1, y)) {
            from--;
        }
        int to = words.left() + 1;
        while (to < picture.width() && is(picture, to, y)) {
            to++;
        }
        return new Ground(colour, Math.min(left, from), Math.max(right, to));
    }

    boolean is(Picture picture, int x, int y) {
        return isLike(pixel(picture, x, y));
    }

    boolean isLike(int other) {
        return isLike(colour, other);
    }

    static boolean isLike(int one, int other) {
        return difference(one, other) <= NOISE;
    }

    /// How far two colours are apart in the channel in which they differ most.
    static int difference(int one, int other) {
        int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    /// Whether it ends on both sides before the screen does.
    boolean isBubble(Picture picture) {
        return left > EDGE && right < picture.width() - EDGE;
    }
}
