package org.taniq.tell;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.picture.Scans;
import org.taniq.tell.DossierPages.PictureBytes;

/// Turns the pictures of exhibits into images of the document, within bounds. A tall screenshot is shown in
/// several parts that can be read. What is drawn is a print; the sealed bytes are in the folder of
/// exhibits.
final class Pictures {

    /// The part of an image that is seen on one page, in points: as wide as the whole, `height` of its
    /// `whole` height, beginning `above` below its top.
    record Part(PDImageXObject image, float width, float whole, float above, float height) {
        Part scaled(float scale) {
            return new Part(image, width * scale, whole * scale, above * scale, height * scale);
        }
    }

    private static final int MOST_BYTES = 64 << 20;
    static final long MOST_PIXELS = 1L << 28;
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
        return image(encoded).map(Pictures::cut).orElse(List.of());
    }

    private Optional<PDImageXObject> image(byte[] encoded) throws IOException {
        var upright = Upright.of(encoded);
        var plain = PlainPng.read(encoded).filter(png -> png.width() <= WIDEST && upright.isAsStored());
        if (plain.isPresent()) {
            return Optional.of(plain.get().image(document));
        }
        BufferedImage decoded;
        try {
            decoded = onWhite(decode(encoded), upright);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | IllegalStateException
                | CMMException broken) {
            return Optional.empty();
        }
        return Optional.of(
                isJpeg(encoded)
                        ? JPEGFactory.createFromImage(document, decoded, 0.85f)
                        : LosslessFactory.createFromImage(document, decoded));
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
    }

    private static BufferedImage decode(byte[] encoded) throws IOException {
        if (isJpeg(encoded) && Scans.areTooMany(encoded)) {
            throw new Trouble(Said.of("it is packed in more than {most} layers", "most", Scans.MOST));
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(isPng(encoded) ? "png" : "jpeg")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new Trouble("a picture of too many pixels");
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static List<Part> cut(PDImageXObject image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int parts = height <= TALL * width ? 1 : Math.min(MOST_PARTS, (int) Math.ceil(height / (PART_RATIO * width)));
        int each = Math.ceilDiv(height, parts);
        float scale = Math.min(1.2f, Math.min(WIDEST_PRINT / width, HIGHEST_PRINT / each));
        List<Part> cut = new ArrayList<>();
        for (int top = 0; top < height; top += each) {
            int high = Math.min(each, height - top);
            cut.add(new Part(image, width, height, top, high).scaled(scale));
        }
        return cut;
    }

    /// A copy in RGB without transparency, as it is meant to be seen, no wider than print needs.
    private static BufferedImage onWhite(BufferedImage picture, Upright upright) {
        int seenWidth = upright.liesOnItsSide() ? picture.getHeight() : picture.getWidth();
        int seenHeight = upright.liesOnItsSide() ? picture.getWidth() : picture.getHeight();
        int width = Math.min(seenWidth, WIDEST);
        int height = Math.max(1, Math.round((float) seenHeight * width / seenWidth));
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.scale((double) width / seenWidth, (double) height / seenHeight);
        graphics.transform(upright.turning(picture.getWidth(), picture.getHeight()));
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }
}
