package org.taniq.base.png;

import java.util.Collections;
import java.util.List;
import java.util.SequencedSet;
import org.taniq.base.Said;

/// Reads PNG (W3C PNG, third edition; ISO/IEC 15948) strictly into the one form that is sealed, and writes
/// that form.
///
/// It is our own because what is sealed must not depend on what a library thinks of colour: the samples are
/// taken as they are, gAMA, cHRM, sBIT and their like are ignored, alpha is laid over white, an orientation
/// is applied. Refused, each with its reason: a wrong checksum, more or fewer pixels than declared,
/// animation, 16 bits a channel, chunks that must be understood and are not.
public final class Png {
    /// More than any screen or camera gives; a program with less memory hands in less.
    public static final long MAX_PIXELS = 1L << 28;

    private static final List<String> BARE = List.of("IHDR", "IDAT", "IEND");

    private Png() {}

    /// What a PNG became. `orientation` is the one that was applied, 1 to 8 as in Exif, 1 where nothing was
    /// to be done; `unused` are the chunks that had no influence, by name; `trailing` counts the bytes
    /// after the end.
    public record Reading(Picture picture, int orientation, SequencedSet<String> unused, long trailing) {
        public Reading {
            unused = Collections.unmodifiableSequencedSet(unused);
        }
    }

    /// Decodes a whole PNG of at most `maxPixels` pixels: three bytes of memory each, twice that where it
    /// is turned.
    ///
    /// @throws PngException if it is refused
    public static Reading read(byte[] file, long maxPixels) throws PngException {
        var png = PngFile.of(file);
        if (png.header().pixels() > maxPixels) {
            throw new PngException(Said.of("more than {most} pixels", "most", maxPixels));
        }
        int orientation = png.orientation();
        var upright = Orientation.apply(orientation, png.picture());
        return new Reading(upright, orientation, png.unused(), png.trailing());
    }

    /// The canonical PNG of a picture: IHDR, iCCP where there is a profile, IDAT, IEND. Equal pictures give
    /// equal bytes on one machine; another build of zlib may pack them otherwise, so nothing sealed rests
    /// on these bytes.
    public static byte[] write(Picture picture) {
        return new PngWriter(picture).canonical();
    }

    /// The PNG of a picture's pixels and of nothing else: IHDR, one IDAT, IEND.
    public static byte[] writeBare(Picture picture) {
        return new PngWriter(picture).bare();
    }

    /// Opens a PNG that has nowhere to hide anything: 8-bit RGB, not interlaced, IHDR, one IDAT and IEND,
    /// and nothing behind them. Its pixels are not unpacked yet, so a bomb has cost nothing.
    ///
    /// @throws PngException if it is another
    public static Bare bare(byte[] file) throws PngException {
        var png = PngFile.of(file);
        var header = png.header();
        if (!png.types().equals(BARE) || png.trailing() > 0) {
            throw new PngException("it holds something beside IHDR, IDAT and IEND");
        }
        if (header.colour() != PngHeader.Colour.RGB || header.layout() != PngHeader.Layout.TOP_DOWN) {
            throw new PngException("it is not 8-bit RGB, or interlaced");
        }
        return new Bare(png);
    }

    /// A PNG of pixels and nothing else.
    public static final class Bare {
        private final PngFile file;

        private Bare(PngFile file) {
            this.file = file;
        }

        public int width() {
            return file.header().width();
        }

        public int height() {
            return file.header().height();
        }

        /// Unpacks the pixels, three bytes of memory each.
        public Picture picture() throws PngException {
            return file.picture();
        }
    }
}
