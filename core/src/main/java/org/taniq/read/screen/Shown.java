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
import org.taniq.base.picture.Scans;
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

    private static Shown jpeg(byte[] file) throws Trouble {
        if (Scans.areTooMany(file)) {
            throw new Trouble(Said.of("it is packed in more than {most} layers", "most", Scans.MOST));
        }
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
