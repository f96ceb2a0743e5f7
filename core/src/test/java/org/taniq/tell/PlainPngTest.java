package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

final class PlainPngTest {

    @Test
    void aPlainPngIsPrintedPixelForPixel() throws IOException {
        var picture = noise(BufferedImage.TYPE_INT_RGB);
        try (var document = new PDDocument()) {
            var printed =
                    PlainPng.read(png(picture)).orElseThrow().image(document).getImage();
            assertArrayEquals(pixels(picture), pixels(printed));
        }
    }

    @Test
    void aPngWithTransparencyIsNotPlain() throws IOException {
        assertFalse(PlainPng.read(png(noise(BufferedImage.TYPE_INT_ARGB))).isPresent());
    }

    @Test
    void aPngCutAnywhereIsNotPlain() throws IOException {
        byte[] whole = png(noise(BufferedImage.TYPE_INT_RGB));
        for (int length = 0; length < whole.length; length++) {
            assertFalse(PlainPng.read(Arrays.copyOf(whole, length)).isPresent(), "cut to " + length);
        }
        assertFalse(PlainPng.read(Arrays.copyOf(whole, whole.length + 1)).isPresent(), "a byte more");
    }

    @Test
    void aPngWithChangedRowsIsNotPlain() throws IOException {
        byte[] whole = png(noise(BufferedImage.TYPE_INT_RGB));
        for (int at = 50; at < whole.length - 20; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertFalse(PlainPng.read(changed).isPresent(), "changed at " + at);
        }
    }

    @Test
    void aPngThatPromisesMorePixelsThanItHoldsIsNotPlain() throws IOException {
        byte[] promised = png(noise(BufferedImage.TYPE_INT_RGB));
        promised[16] = 0x7F;
        assertFalse(PlainPng.read(promised).isPresent());
        assertTrue(PlainPng.read(png(noise(BufferedImage.TYPE_INT_RGB))).isPresent());
    }

    private static BufferedImage noise(int type) {
        var random = new Random(7);
        var picture = new BufferedImage(37, 29, type);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    private static int[] pixels(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).map(pixel -> pixel & 0xFFFFFF).toArray();
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
