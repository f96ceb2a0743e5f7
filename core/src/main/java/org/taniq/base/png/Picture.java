package org.taniq.base.png;

import java.util.Arrays;

/// A picture as it is sealed: 8 bits each of red, green and blue, row by row from the top left, and the ICC
/// profile that says which red, green and blue are meant. It is never changed once made.
public final class Picture {
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final byte[] profile;

    private Picture(int width, int height, byte[] rgb, byte[] profile) {
        if (width < 1 || height < 1 || (long) width * height > Png.MAX_PIXELS) {
            throw new IllegalArgumentException("a picture has 1 to 2^28 pixels");
        }
        if (rgb.length != 3 * width * height) {
            throw new IllegalArgumentException("a picture has three bytes a pixel");
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.profile = profile;
    }

    /// A picture of these bytes, which are copied; `profile` is an ICC profile, empty where there is none.
    public static Picture of(int width, int height, byte[] rgb, byte[] profile) {
        return new Picture(width, height, rgb.clone(), profile.clone());
    }

    /// As [#of], for bytes that the caller gives away and never touches again: a picture may be 805 MB.
    public static Picture owning(int width, int height, byte[] rgb, byte[] profile) {
        return new Picture(width, height, rgb, profile);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// A copy of the pixels.
    public byte[] rgb() {
        return rgb.clone();
    }

    /// A copy of the ICC profile; empty where there is none.
    public byte[] profile() {
        return profile.clone();
    }

    /// One of the three channels of a pixel (0 red, 1 green, 2 blue), 0 to 255.
    public int channel(int x, int y, int channel) {
        return rgb[at(x, y) + channel] & 0xFF;
    }

    /// Copies `count` pixels from (x, y) to the right into `to`.
    public void copy(int x, int y, int count, byte[] to, int offset) {
        System.arraycopy(rgb, at(x, y), to, offset, 3 * count);
    }

    private int at(int x, int y) {
        return 3 * (y * width + x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb)
                && Arrays.equals(profile, that.profile);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "picture of " + width + "×" + height;
    }
}
