package org.taniq.tell;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.taniq.tell.DossierPages.PictureBytes;

/// Decodes the pictures of exhibits within bounds and makes of each one or several images for a page: a tall screenshot
/// is cut into parts that can be read. What is drawn is a print; the sealed bytes are in the folder of exhibits.
final class Pictures {

    /// An image of a document, and its size in points on a page.
    record Part(PDImageXObject image, float width, float height) {}

    private static final int MOST_BYTES = 64 << 20;
    private static final long MOST_PIXELS = 1L << 28;
    private static final long DECODED_PIXELS = 12_000_000;
    private static final int WIDEST = 1400;
    private static final float HIGHEST_PRINT = 560;
    private static final float WIDEST_PRINT = 360;
    private static final float TALL = 2.6f;
    private static final float PART_RATIO = 1.5f;
    private static final int MOST_PARTS = 12;

    private final PDDocument document;

    Pictures(PDDocument document) {
        this.document = document;
    }

    /// The parts of a picture, from top to bottom; none if it cannot be drawn.
    List<Part> parts(PictureBytes bytes) throws IOException {
        byte[] encoded;
        try (var in = bytes.open()) {
            encoded = in.readNBytes(MOST_BYTES + 1);
        }
        if (encoded.length > MOST_BYTES || !isPng(encoded) && !isJpeg(encoded)) {
            return List.of();
        }
        BufferedImage decoded;
        try {
            decoded = decode(encoded);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException
                | ArithmeticException | IllegalStateException | CMMException broken) {
            return List.of();
        }
        return cut(decoded, isJpeg(encoded));
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
    }

    private static BufferedImage decode(byte[] encoded) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(isPng(encoded) ? "png" : "jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IOException("a picture of too many pixels");
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private List<Part> cut(BufferedImage picture, boolean photograph) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int parts = height <= TALL * width ? 1 : Math.min(MOST_PARTS, (int) Math.ceil(height / (PART_RATIO * width)));
        int each = Math.ceilDiv(height, parts);
        float scale = Math.min(1.2f, Math.min(WIDEST_PRINT / width, HIGHEST_PRINT / each));
        List<Part> cut = new ArrayList<>();
        for (int top = 0; top < height; top += each) {
            int high = Math.min(each, height - top);
            var part = onWhite(picture.getSubimage(0, top, width, high));
            var image = photograph ? JPEGFactory.createFromImage(document, part, 0.85f) : LosslessFactory.createFromImage(document, part);
            cut.add(new Part(image, width * scale, high * scale));
        }
        return cut;
    }

    /// A copy in RGB without transparency, no wider than print needs.
    private static BufferedImage onWhite(BufferedImage picture) {
        int width = Math.min(picture.getWidth(), WIDEST);
        int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, java.awt.Color.WHITE, null);
        graphics.dispose();
        return copy;
    }
}
