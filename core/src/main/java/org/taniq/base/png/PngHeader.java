package org.taniq.base.png;

import java.nio.ByteBuffer;
import java.util.List;
import org.taniq.base.Said;

/// IHDR: how the pixels are laid out.
record PngHeader(int width, int height, int depth, Colour colour, Layout layout) {
    private static final int LENGTH = 13;

    /// What a pixel is made of.
    enum Colour {
        GREY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GREY_ALPHA(4, 2),
        RGB_ALPHA(6, 4);

        private final int code;
        final int channels;

        Colour(int code, int channels) {
            this.code = code;
            this.channels = channels;
        }

        private boolean allows(int depth) {
            return switch (this) {
                case GREY -> List.of(1, 2, 4, 8).contains(depth);
                case PALETTE -> List.of(1, 2, 4, 8).contains(depth);
                case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8;
            };
        }

        private static Colour of(int code) throws PngException {
            for (var colour : values()) {
                if (colour.code == code) {
                    return colour;
                }
            }
            throw new PngException(Said.of("unknown colour type {number}", "number", code));
        }
    }

    /// In which order the rows are stored.
    enum Layout {
        TOP_DOWN(List.of(new Pass(0, 0, 1, 1))),
        ADAM7(List.of(
                new Pass(0, 0, 8, 8),
                new Pass(4, 0, 8, 8),
                new Pass(0, 4, 4, 8),
                new Pass(2, 0, 4, 4),
                new Pass(0, 2, 2, 4),
                new Pass(1, 0, 2, 2),
                new Pass(0, 1, 1, 2)));

        final List<Pass> passes;

        Layout(List<Pass> passes) {
            this.passes = passes;
        }
    }

    /// Every `dx`-th pixel of every `dy`-th row, from (x, y) on.
    record Pass(int x, int y, int dx, int dy) {
        int width(int whole) {
            return Math.ceilDiv(whole - x, dx);
        }

        int height(int whole) {
            return Math.ceilDiv(whole - y, dy);
        }
    }

    static PngHeader of(ByteBuffer chunk) throws PngException {
        if (chunk.remaining() != LENGTH) {
            throw new PngException("IHDR has a wrong length");
        }
        int width = chunk.getInt();
        int height = chunk.getInt();
        if (width < 1 || height < 1 || (long) width * height > Png.MAX_PIXELS) {
            throw new PngException("not 1 to 2^28 pixels");
        }
        int depth = chunk.get();
        var colour = Colour.of(chunk.get());
        if (depth == 16) {
            throw new PngException("16 bits a channel: sealed as it is, but no redacted copy can be made of it");
        }
        if (!colour.allows(depth)) {
            throw new PngException("a bit depth that its colour type does not allow");
        }
        int compression = chunk.get();
        int filter = chunk.get();
        if (compression != 0 || filter != 0) {
            throw new PngException("unknown compression or filter method");
        }
        return new PngHeader(width, height, depth, colour, layout(chunk.get()));
    }

    private static Layout layout(int code) throws PngException {
        return switch (code) {
            case 0 -> Layout.TOP_DOWN;
            case 1 -> Layout.ADAM7;
            default -> throw new PngException("unknown interlace method");
        };
    }

    long pixels() {
        return (long) width * height;
    }

    /// Bytes of a row of so many pixels, without its filter byte; at most 2^30.
    int rowBytes(int pixels) {
        return (int) (((long) pixels * depth * colour.channels + 7) / 8);
    }

    /// How far back a filter looks: whole bytes of a pixel.
    int filterReach() {
        return Math.max(1, depth * colour.channels / 8);
    }

    /// Bytes of all rows with their filter bytes: what the compressed data must be, no more and no less.
    long dataBytes() {
        long sum = 0;
        for (var pass : layout.passes) {
            int columns = pass.width(width);
            if (columns > 0) {
                sum += (long) Math.max(0, pass.height(height)) * (1 + rowBytes(columns));
            }
        }
        return sum;
    }
}
