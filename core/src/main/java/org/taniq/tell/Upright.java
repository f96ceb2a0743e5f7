package org.taniq.tell;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.taniq.base.png.Orientation;

/// How a picture is turned before it is looked at: a camera notes it in Exif instead of turning the pixels.
///
/// @param orientation 1 to 8, as Exif counts them
record Upright(int orientation) {
    private static final int AS_STORED = 1;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int SCAN = 0xDA;
    private static final String EXIF = "Exif\0\0";
    private static final int PNG_SIGNATURE = 8;

    /// What a JPEG or PNG says of itself.
    static Upright of(byte[] encoded) {
        var bytes = ByteBuffer.wrap(encoded);
        boolean jpeg = encoded.length > 2 && encoded[0] == (byte) 0xFF;
        return new Upright(
                (jpeg ? segment(bytes) : chunk(bytes)).flatMap(Orientation::of).orElse(AS_STORED));
    }

    boolean isAsStored() {
        return orientation == AS_STORED;
    }

    boolean liesOnItsSide() {
        return orientation > 4;
    }

    /// From a picture of this size as it is stored to the picture as it is seen.
    AffineTransform turning(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /// The Exif of a JPEG: the segments before the pixels are marker, length, content (ITU T.81, B.1.1.4).
    private static Optional<ByteBuffer> segment(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.limit() && jpeg.get(at) == (byte) 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == SCAN || length < 2 || at + 2 + length > jpeg.limit()) {
                return Optional.empty();
            }
            int content = at + 4;
            int end = at + 2 + length;
            if (marker == EXIF_SEGMENT && says(jpeg, content, EXIF, end)) {
                return Optional.of(jpeg.slice(content + EXIF.length(), end - content - EXIF.length()));
            }
            at = end;
        }
        return Optional.empty();
    }

    /// The eXIf of a PNG: length, name, content, checksum.
    private static Optional<ByteBuffer> chunk(ByteBuffer png) {
        int at = PNG_SIGNATURE;
        while (at + 12 <= png.limit()) {
            int length = png.getInt(at);
            if (length < 0 || length > png.limit() - at - 12) {
                return Optional.empty();
            }
            if (says(png, at + 4, "eXIf", png.limit())) {
                return Optional.of(png.slice(at + 8, length));
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    private static boolean says(ByteBuffer bytes, int at, String word, int end) {
        var wanted = ByteBuffer.wrap(word.getBytes(StandardCharsets.ISO_8859_1));
        return end - at >= word.length() && bytes.slice(at, word.length()).equals(wanted);
    }
}
