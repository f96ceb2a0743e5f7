package org.taniq.base.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {
    private static final int[][] TYPES_AND_DEPTHS = {
        {0, 1}, {0, 2}, {0, 4}, {0, 8}, {2, 8}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {6, 8}
    };

    private static final int[][] SIZES = {{1, 1}, {3, 9}, {9, 2}, {37, 41}};

    static Stream<PngMaker.Kind> everyKind() {
        return Arrays.stream(TYPES_AND_DEPTHS)
                .flatMap(kind -> Stream.of(0, 1)
                        .flatMap(interlace -> Arrays.stream(SIZES)
                                .map(size -> new PngMaker.Kind(size[0], size[1], kind[1], kind[0], interlace))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindOfPngBecomesThePixelsItWasMadeOf(PngMaker.Kind kind) throws IOException {
        var samples = noise(kind);
        var read = Png.read(file(kind, samples), Png.MAX_PIXELS).picture();
        assertEquals(expected(kind, samples), read);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anotherDecoderSeesTheSamePixels(PngMaker.Kind kind) throws IOException {
        byte[] file = file(kind, noise(kind));
        assertArrayEquals(
                foreign(file), Png.read(file, Png.MAX_PIXELS).picture().rgb());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void theCanonicalPngIsReadBackAndByOthersToo(PngMaker.Kind kind) throws IOException {
        var picture = Png.read(file(kind, noise(kind)), Png.MAX_PIXELS).picture();
        byte[] canonical = Png.write(picture);
        assertEquals(picture, Png.read(canonical, Png.MAX_PIXELS).picture());
        assertArrayEquals(picture.rgb(), foreign(canonical));
        assertArrayEquals(canonical, Png.write(picture));
    }

    @Test
    void everyAlphaOverWhiteIsRoundedAsTheFormatSays() throws IOException {
        var kind = new PngMaker.Kind(256, 256, 8, 4, 0);
        PngMaker.Samples samples = (x, y, channel) -> channel == 0 ? x : y;
        var read = Png.read(PngMaker.file(kind.ihdr(), PngMaker.idat(kind, samples)), Png.MAX_PIXELS)
                .picture();
        for (int a = 0; a < 256; a++) {
            for (int c = 0; c < 256; c++) {
                assertEquals((c * a + 255 * (255 - a) + 127) / 255, read.channel(c, a, 1));
            }
        }
    }

    @Test
    void aTransparentColourBecomesWhite() throws IOException {
        var grey = new PngMaker.Kind(16, 1, 4, 0, 0);
        byte[] file = PngMaker.file(
                grey.ihdr(), PngMaker.chunk("tRNS", new byte[] {0, 5}), PngMaker.idat(grey, (x, _, _) -> x));
        var read = Png.read(file, Png.MAX_PIXELS).picture();
        assertEquals(List.of(4 * 17, 255, 6 * 17), reds(read, 4, 5, 6));

        var rgb = PngMaker.rgb(4, 1);
        file = PngMaker.file(
                rgb.ihdr(),
                PngMaker.chunk("tRNS", new byte[] {0, 2, 0, 0, 0, 9}),
                PngMaker.idat(rgb, (x, _, channel) -> new int[] {x, 0, 9}[channel]));
        assertArrayEquals(
                new byte[] {0, 0, 9, 1, 0, 9, -1, -1, -1, 3, 0, 9},
                Png.read(file, Png.MAX_PIXELS).picture().rgb());
    }

    @Test
    void aPaletteMayBeTransparentInPart() throws IOException {
        var kind = new PngMaker.Kind(3, 1, 2, 3, 0);
        byte[] file = PngMaker.file(
                kind.ihdr(),
                PngMaker.chunk("PLTE", new byte[] {10, 20, 30, 40, 50, 60, 70, 80, 90}),
                PngMaker.chunk("tRNS", new byte[] {0, (byte) 128}),
                PngMaker.idat(kind, (x, _, _) -> x));
        int half = (40 * 128 + 255 * 127 + 127) / 255;
        var read = Png.read(file, Png.MAX_PIXELS).picture();
        assertEquals(List.of(255, half, 70), reds(read, 0, 1, 2));
    }

    @Test
    void chunksAboutColourAndTextDoNotMoveAPixelAndAreNamed() throws IOException {
        var kind = PngMaker.rgb(5, 4);
        byte[] plain = PngMaker.file(kind.ihdr(), PngMaker.idat(kind, noise(kind)));
        byte[] coloured = PngMaker.file(
                kind.ihdr(),
                PngMaker.chunk("gAMA", new byte[] {0, 1, 2, 3}),
                PngMaker.chunk("cHRM", new byte[32]),
                PngMaker.chunk("sBIT", new byte[] {5, 6, 5}),
                PngMaker.chunk("tEXt", "Author\0Nobody".getBytes(StandardCharsets.US_ASCII)),
                PngMaker.idat(kind, noise(kind)));
        var read = Png.read(coloured, Png.MAX_PIXELS);
        assertEquals(Png.read(plain, Png.MAX_PIXELS).picture(), read.picture());
        assertEquals(List.of("gAMA", "cHRM", "sBIT", "tEXt"), List.copyOf(read.unused()));
    }

    @Test
    void bytesAfterTheEndAreCounted() throws IOException {
        var kind = PngMaker.rgb(2, 2);
        byte[] file = PngMaker.file(kind.ihdr(), PngMaker.idat(kind, noise(kind)));
        assertEquals(0, Png.read(file, Png.MAX_PIXELS).trailing());
        assertEquals(
                9,
                Png.read(Arrays.copyOf(file, file.length + 9), Png.MAX_PIXELS).trailing());
    }

    @Test
    void theProfileIsKeptThroughTheCanonicalPng() throws IOException {
        byte[] profile = "not a real profile, but kept".repeat(50).getBytes(StandardCharsets.US_ASCII);
        var kind = PngMaker.rgb(2, 2);
        byte[] file = PngMaker.file(
                kind.ihdr(), PngMaker.chunk("iCCP", iccp(PngMaker.deflate(profile))), PngMaker.idat(kind, noise(kind)));
        var picture = Png.read(file, Png.MAX_PIXELS).picture();
        assertArrayEquals(profile, picture.profile());
        assertArrayEquals(
                profile, Png.read(Png.write(picture), Png.MAX_PIXELS).picture().profile());
    }

    @Test
    void thePackedPixelsMayBeCutIntoManyChunks() throws IOException {
        var kind = PngMaker.rgb(20, 20);
        byte[] packed = PngMaker.deflate(PngMaker.rows(kind, noise(kind)));
        var chunks = Stream.iterate(0, at -> at < packed.length, at -> at + 7)
                .flatMap(at -> Stream.of(Arrays.copyOfRange(packed, at, Math.min(packed.length, at + 7)), new byte[0]))
                .map(part -> PngMaker.chunk("IDAT", part));
        byte[] file =
                PngMaker.file(Stream.concat(Stream.of(kind.ihdr()), chunks).toArray(byte[][]::new));
        assertEquals(expected(kind, noise(kind)), Png.read(file, Png.MAX_PIXELS).picture());
    }

    /// Rows of the letters a to f, seen upright as `abc/def`, as each orientation stores them (Exif 2.32,
    /// figure 5).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 abc/def",
                "2 cba/fed",
                "3 fed/cba",
                "4 def/abc",
                "5 ad/be/cf",
                "6 cf/be/ad",
                "7 fc/eb/da",
                "8 da/eb/fc"
            })
    void everyOrientationIsTurnedUpright(String stored) throws IOException {
        int orientation = stored.charAt(0) - '0';
        String[] rows = stored.substring(2).split("/");
        var kind = PngMaker.rgb(rows[0].length(), rows.length);
        for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] file = PngMaker.file(
                    kind.ihdr(),
                    PngMaker.chunk("eXIf", exif(order, orientation)),
                    PngMaker.idat(kind, (x, y, _) -> rows[y].charAt(x)));
            var read = Png.read(file, Png.MAX_PIXELS);
            assertEquals("aaabbbcccdddeeefff", new String(read.picture().rgb(), StandardCharsets.US_ASCII));
            assertEquals(
                    List.of(3, 2),
                    List.of(read.picture().width(), read.picture().height()));
            assertEquals(orientation, read.orientation());
            assertEquals(Set.of(), Set.copyOf(read.unused()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1})
    void anOrientationThatMeansNothingTurnsNothingAndIsNamed(int orientation) throws IOException {
        var kind = PngMaker.rgb(3, 2);
        byte[] file = PngMaker.file(
                kind.ihdr(),
                PngMaker.chunk("eXIf", exif(ByteOrder.BIG_ENDIAN, orientation)),
                PngMaker.idat(kind, noise(kind)));
        var read = Png.read(file, Png.MAX_PIXELS);
        assertEquals(expected(kind, noise(kind)), read.picture());
        assertEquals(List.of("eXIf"), List.copyOf(read.unused()));
    }

    @Test
    void everyCutOrFlippedExifBlockIsReadOrLeftButNeverBreaks() throws IOException {
        byte[] exif = exif(ByteOrder.LITTLE_ENDIAN, 6);
        for (int at = 0; at < exif.length; at++) {
            int cut = Orientation.of(ByteBuffer.wrap(Arrays.copyOf(exif, at))).orElse(1);
            byte[] flipped = exif.clone();
            flipped[at] ^= (byte) 0xFF;
            int other = Orientation.of(ByteBuffer.wrap(flipped)).orElse(1);
            assertEquals(true, cut >= 1 && cut <= 8 && other >= 1 && other <= 8);
        }
    }

    /// TIFF with two entries, the second of which is the orientation.
    private static byte[] exif(ByteOrder order, int orientation) {
        var tiff = ByteBuffer.allocate(38).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(7);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return tiff.array();
    }

    static byte[] iccp(byte[] packed) {
        return ByteBuffer.allocate(6 + packed.length)
                .put("Name\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(packed)
                .array();
    }

    private static List<Integer> reds(Picture picture, Integer... columns) {
        return Arrays.stream(columns).map(x -> picture.channel(x, 0, 0)).toList();
    }

    private static PngMaker.Samples noise(PngMaker.Kind kind) {
        var random = new Random(kind.hashCode());
        var samples = random.ints((long) kind.width() * kind.height() * kind.channels(), 0, 1 << kind.depth())
                .toArray();
        return (x, y, channel) -> samples[(y * kind.width() + x) * kind.channels() + channel];
    }

    private static byte[] palette(int depth) {
        var palette = new byte[3 << depth];
        new Random(depth).nextBytes(palette);
        return palette;
    }

    private static byte[] file(PngMaker.Kind kind, PngMaker.Samples samples) {
        byte[] palette =
                kind.type() == 3 ? PngMaker.chunk("PLTE", palette(kind.depth())) : PngMaker.chunk("tIME", new byte[7]);
        return PngMaker.file(kind.ihdr(), palette, PngMaker.idat(kind, samples));
    }

    private static Picture expected(PngMaker.Kind kind, PngMaker.Samples samples) {
        var rgb = ByteBuffer.allocate(3 * kind.width() * kind.height());
        byte[] palette = palette(kind.depth());
        for (int y = 0; y < kind.height(); y++) {
            for (int x = 0; x < kind.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb.put((byte) expected(kind, samples, palette, new int[] {x, y, channel}));
                }
            }
        }
        return Picture.of(kind.width(), kind.height(), rgb.array(), new byte[0]);
    }

    private static int expected(PngMaker.Kind kind, PngMaker.Samples samples, byte[] palette, int[] at) {
        int first = samples.at(at[0], at[1], 0);
        return switch (kind.type()) {
            case 0 -> first * 255 / ((1 << kind.depth()) - 1);
            case 2 -> samples.at(at[0], at[1], at[2]);
            case 3 -> palette[3 * first + at[2]];
            case 4 -> overWhite(first, samples.at(at[0], at[1], 1));
            default -> overWhite(samples.at(at[0], at[1], at[2]), samples.at(at[0], at[1], 3));
        };
    }

    private static int overWhite(int c, int a) {
        return (c * a + 255 * (255 - a) + 127) / 255;
    }

    /// What the JDK's decoder reads, its raw samples laid over white.
    static byte[] foreign(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        var rgb = ByteBuffer.allocate(3 * image.getWidth() * image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int[] pixel = rgba(image, x, y);
                for (int channel = 0; channel < 3; channel++) {
                    rgb.put((byte) overWhite(pixel[channel], pixel[3]));
                }
            }
        }
        return rgb.array();
    }

    private static int[] rgba(BufferedImage image, int x, int y) {
        if (image.getColorModel() instanceof IndexColorModel) {
            int argb = image.getRGB(x, y);
            return new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24};
        }
        int[] raw = image.getRaster().getPixel(x, y, new int[image.getRaster().getNumBands()]);
        return switch (raw.length) {
            case 1 -> new int[] {raw[0], raw[0], raw[0], 255};
            case 2 -> new int[] {raw[0], raw[0], raw[0], raw[1]};
            case 3 -> new int[] {raw[0], raw[1], raw[2], 255};
            default -> raw;
        };
    }
}
