package org.taniq.tell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// A PNG as redacted copies are written: 8-bit RGB, not interlaced, IHDR, IDAT and IEND only. Its
/// compressed rows are what PDF calls FlateDecode with PNG prediction (ISO 32000-1, 7.4.4), so they are
/// printed pixel for pixel without being decoded and compressed again. Every row is inflated once to see
/// that it is there.
final class PlainPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private int width;
    private int height;

    private PlainPng() {}

    /// The picture, or nothing if the bytes are another kind of PNG, or a broken one.
    static Optional<PlainPng> read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var png = new PlainPng();
        if (!Arrays.equals(take(in, SIGNATURE.length), SIGNATURE) || !png.head(in)) {
            return Optional.empty();
        }
        while (in.remaining() >= 12) {
            int type = in.getInt(in.position() + 4);
            byte[] chunk = chunk(in);
            if (type == IEND) {
                return chunk.length == 0 && !in.hasRemaining() && png.isWhole() ? Optional.of(png) : Optional.empty();
            }
            if (type != IDAT) {
                return Optional.empty();
            }
            png.rows.writeBytes(chunk);
        }
        return Optional.empty();
    }

    private boolean head(ByteBuffer in) {
        if (in.remaining() < 25 || in.getInt(in.position() + 4) != IHDR) {
            return false;
        }
        byte[] head = chunk(in);
        if (head.length != 13 || !Arrays.equals(head, 8, 13, EIGHT_BIT_RGB, 0, 5)) {
            return false;
        }
        width = ByteBuffer.wrap(head).getInt();
        height = ByteBuffer.wrap(head).getInt(4);
        return width > 0 && height > 0 && (long) width * height <= Pictures.MOST_PIXELS;
    }

    /// The content of the next chunk; empty if it is cut off or its checksum is wrong.
    private static byte[] chunk(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining() - 8) {
            in.position(in.limit());
            return new byte[0];
        }
        var crc = new CRC32();
        crc.update(in.slice(in.position(), length + 4));
        in.getInt();
        byte[] content = take(in, length);
        return in.getInt() == (int) crc.getValue() ? content : new byte[0];
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[Math.min(length, in.remaining())];
        in.get(taken);
        return taken;
    }

    /// Whether the compressed bytes are exactly `height` rows, each with one of the five filters.
    private boolean isWhole() {
        var inflater = new Inflater();
        byte[] row = new byte[1 + 3 * width];
        try {
            inflater.setInput(rows.toByteArray());
            for (int y = 0; y < height; y++) {
                if (!fill(row, inflater) || row[0] < 0 || row[0] > 4) {
                    return false;
                }
            }
            return inflater.inflate(row) == 0 && inflater.finished();
        } catch (DataFormatException broken) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private static boolean fill(byte[] row, Inflater inflater) throws DataFormatException {
        int at = 0;
        while (at < row.length) {
            int more = inflater.inflate(row, at, row.length - at);
            if (more == 0) {
                return false;
            }
            at += more;
        }
        return true;
    }

    int width() {
        return width;
    }

    PDImageXObject image(PDDocument document) throws IOException {
        var encoded = new ByteArrayInputStream(rows.toByteArray());
        var image = new PDImageXObject(document, encoded, COSName.FLATE_DECODE, width, height, 8, PDDeviceRGB.INSTANCE);
        var prediction = new COSDictionary();
        prediction.setInt(COSName.PREDICTOR, 15);
        prediction.setInt(COSName.COLORS, 3);
        prediction.setInt(COSName.BITS_PER_COMPONENT, 8);
        prediction.setInt(COSName.COLUMNS, width);
        image.getCOSObject().setItem(COSName.DECODE_PARMS, prediction);
        return image;
    }
}
