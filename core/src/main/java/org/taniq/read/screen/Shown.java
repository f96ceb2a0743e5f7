package org.taniq.read.screen;

import java.awt.Color;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.png.Orientation;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// A PNG or JPEG as it is seen.
///
/// @param isWhole whether nothing of it is damaged, as far as that is noticed
record Shown(Picture picture, boolean isWhole) {
    /// A long screenshot of a telephone has about thirty million.
    static final int MOST_PIXELS = 1 << 25;

    private static final int CHANNELS = 3;
    /// Cameras and programs write about ten.
    private static final int MOST_SCANS = 100;

    private static final int BY_CHANCE = 1 << 15;

    static boolean isPng(byte[] head) {
        return head.length > 3 && head[0] == (byte) 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
    }

    static boolean isJpeg(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xD8 && head[2] == (byte) 0xFF;
    }

    /// @throws Trouble if it is damaged, or has more than [#MOST_PIXELS]
    static Shown of(byte[] file) throws Trouble {
        return isPng(file) ? new Shown(Png.read(file, MOST_PIXELS).picture(), true) : jpeg(file);
    }

    /// A small file can have so many that decoding it takes hours; others of the same bytes stand in a file by chance.
    private static void refuseScans(byte[] file) throws Trouble {
        long scans = 0;
        for (int at = 1; at < file.length; at++) {
            scans += file[at - 1] == (byte) 0xFF && file[at] == (byte) 0xDA ? 1 : 0;
        }
        if (scans > MOST_SCANS + file.length / BY_CHANCE) {
            throw new Trouble(Said.of("it is packed in more than {most} layers", "most", MOST_SCANS));
        }
    }

    private static Shown jpeg(byte[] file) throws Trouble {
        refuseScans(file);
        try {
            var isWhole = new AtomicBoolean(true);
            var stored = onWhite(decoded(file, isWhole));
            var picture = Picture.owning(stored.getWidth(), stored.getHeight(), rgb(stored), new byte[0]);
            return new Shown(Orientation.apply(Orientation.noted(file), picture), isWhole.get());
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | IllegalStateException
                | CMMException broken) {
            throw new Trouble(Said.of("it is damaged, or packed in a way that is not understood"));
        }
    }

    private static BufferedImage decoded(byte[] file, AtomicBoolean isWhole) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((_, _) -> isWhole.set(false));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Trouble("a picture of too many pixels");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return picture;
        }
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }

    private static byte[] rgb(BufferedImage picture) {
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bytes.length; i += CHANNELS) {
            byte blue = bytes[i];
            bytes[i] = bytes[i + 2];
            bytes[i + 2] = blue;
        }
        return bytes;
    }
}
