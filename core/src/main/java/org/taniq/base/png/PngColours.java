package org.taniq.base.png;

import java.util.Arrays;
import java.util.Optional;

/// What colour, laid over white, the samples of a pixel mean: red in bits 16 to 23, green, blue.
final class PngColours {
    private static final int WHITE = 0xFFFFFF;
    private static final int NONE = -1;

    private final PngHeader header;

    /// For grey and palette: the colour of each sample; NONE where the palette has no such entry.
    private final int[] table;

    /// For RGB: the colour that is transparent; NONE where there is none.
    private final int clear;

    PngColours(PngHeader header, Optional<byte[]> palette, Optional<byte[]> alpha) throws PngException {
        this.header = header;
        this.table = switch (header.colour()) {
            case GREY -> greys(header.depth(), clearSample(alpha, 1));
            case PALETTE -> entries(header.depth(), palette, alpha.orElse(new byte[0]));
            case RGB, GREY_ALPHA, RGB_ALPHA -> new int[0];
        };
        this.clear = header.colour() == PngHeader.Colour.RGB ? clearSample(alpha, 3) : NONE;
        boolean twice = header.colour() == PngHeader.Colour.GREY_ALPHA || header.colour() == PngHeader.Colour.RGB_ALPHA;
        if (twice && alpha.isPresent()) {
            throw new PngException("tRNS beside an alpha channel");
        }
    }

    /// The colour of the pixel number `i` of an unfiltered row.
    int at(byte[] row, int i) throws PngException {
        return switch (header.colour()) {
            case GREY -> table[sample(row, i)];
            case PALETTE -> entry(sample(row, i));
            case RGB -> visible(rgb(row, 3 * i));
            case GREY_ALPHA -> over((row[2 * i] & 0xFF) * 0x010101, row[2 * i + 1] & 0xFF);
            case RGB_ALPHA -> over(rgb(row, 4 * i), row[4 * i + 3] & 0xFF);
        };
    }

    /// One alpha over white, for each channel (c·a + 255·(255−a) + 127) div 255.
    private static int over(int colour, int alpha) {
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = colour >> shift & 0xFF;
            result |= (channel * alpha + 255 * (255 - alpha) + 127) / 255 << shift;
        }
        return result;
    }

    private int sample(byte[] row, int i) {
        int perByte = 8 / header.depth();
        int shift = 8 - header.depth() * (i % perByte + 1);
        return row[i / perByte] >> shift & (1 << header.depth()) - 1;
    }

    private int entry(int sample) throws PngException {
        if (table[sample] == NONE) {
            throw new PngException("a pixel has a colour that the palette does not hold");
        }
        return table[sample];
    }

    private int visible(int colour) {
        return colour == clear ? WHITE : colour;
    }

    private static int rgb(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
    }

    private static int[] greys(int depth, int clear) {
        var table = new int[1 << depth];
        for (int i = 0; i < table.length; i++) {
            table[i] = i * 255 / (table.length - 1) * 0x010101;
        }
        if (clear != NONE) {
            table[clear & table.length - 1] = WHITE;
        }
        return table;
    }

    private static int[] entries(int depth, Optional<byte[]> palette, byte[] alpha) throws PngException {
        byte[] colours = palette.orElseThrow(() -> new PngException("no palette"));
        int count = colours.length / 3;
        if (count < 1 || count > 1 << depth || colours.length != 3 * count || alpha.length > count) {
            throw new PngException("palette or its transparency has a wrong length");
        }
        var table = new int[1 << depth];
        Arrays.fill(table, NONE);
        for (int i = 0; i < count; i++) {
            table[i] = over(rgb(colours, 3 * i), i < alpha.length ? alpha[i] & 0xFF : 255);
        }
        return table;
    }

    /// The transparent colour of tRNS: two bytes a channel, of which only the lower counts.
    private static int clearSample(Optional<byte[]> alpha, int channels) throws PngException {
        if (alpha.isEmpty()) {
            return NONE;
        }
        byte[] bytes = alpha.get();
        if (bytes.length != 2 * channels) {
            throw new PngException("tRNS has a wrong length");
        }
        int colour = 0;
        for (int i = 0; i < channels; i++) {
            colour = colour << 8 | bytes[2 * i + 1] & 0xFF;
        }
        return colour;
    }
}
