package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures as the court edition draws them.
final class PicturesTest {
    private static final int LONG = 64;
    private static final int SHORT = 48;

    /// Red, green, blue and white at the top left, top right, bottom left and bottom right of what is meant to be seen;
    /// the sides are those of what is stored.
    private static final List<String> STORED = List.of("RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "GWRB", "WGBR", "BRWG");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotographIsDrawnAsItsCameraSaysItIsToBeSeen(int orientation) throws IOException {
        assertUpright(jpeg(orientation), orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aPngToo(int orientation) throws IOException {
        assertUpright(png(orientation), orientation);
    }

    private static void assertUpright(byte[] picture, int orientation) throws IOException {
        try (var document = new PDDocument()) {
            var part = new Pictures(document)
                    .parts(() -> new ByteArrayInputStream(picture))
                    .getFirst();
            var drawn = part.image().getImage();
            assertEquals(orientation < 5 ? LONG : SHORT, drawn.getWidth());
            assertEquals(orientation < 5 ? SHORT : LONG, drawn.getHeight());
            assertEquals("RGBW", corners(drawn));
        }
    }

    private static String corners(BufferedImage drawn) {
        int right = drawn.getWidth() * 3 / 4;
        int bottom = drawn.getHeight() * 3 / 4;
        int left = drawn.getWidth() / 4;
        int top = drawn.getHeight() / 4;
        return "" + name(drawn.getRGB(left, top)) + name(drawn.getRGB(right, top)) + name(drawn.getRGB(left, bottom))
                + name(drawn.getRGB(right, bottom));
    }

    private static char name(int rgb) {
        var colour = new Color(rgb);
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        return red && green ? 'W' : red ? 'R' : green ? 'G' : 'B';
    }

    private static BufferedImage stored(int orientation) {
        var image = new BufferedImage(LONG, SHORT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            graphics.setColor(
                    switch (STORED.get(orientation - 1).charAt(i)) {
                        case 'R' -> Color.RED;
                        case 'G' -> Color.GREEN;
                        case 'B' -> Color.BLUE;
                        default -> Color.WHITE;
                    });
            graphics.fillRect(i % 2 * LONG / 2, i / 2 * SHORT / 2, LONG / 2, SHORT / 2);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(String format, int orientation) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(stored(orientation), format, out);
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static byte[] jpeg(int orientation) throws IOException {
        byte[] plain = encoded("jpeg", orientation);
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length + 10)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    private static byte[] png(int orientation) throws IOException {
        byte[] plain = encoded("png", orientation);
        byte[] exif = exif(orientation);
        byte[] name = "eXIf".getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(exif);
        int behindHeader = 33;
        return ByteBuffer.allocate(plain.length + exif.length + 12)
                .put(plain, 0, behindHeader)
                .putInt(exif.length)
                .put(name)
                .put(exif)
                .putInt((int) sum.getValue())
                .put(plain, behindHeader, plain.length - behindHeader)
                .array();
    }
}
