package org.taniq.base.png;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The orientation that a camera notes in Exif (tag 0x0112) instead of turning the pixels.
public final class Orientation {
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int SCAN = 0xDA;
    /// May stand before a marker, as often as it likes.
    private static final int FILL = 0xFF;
    private static final String EXIF = "Exif\0\0";
    private static final int PNG_SIGNATURE = 8;

    private Orientation() {}

    /// What a JPEG or PNG notes of itself: 1 to 8, and 1, as it is stored, where none can be understood.
    public static int noted(byte[] encoded) {
        var bytes = ByteBuffer.wrap(encoded);
        boolean jpeg = encoded.length > 2 && encoded[0] == (byte) 0xFF;
        return (jpeg ? segment(bytes) : chunk(bytes)).flatMap(Orientation::of).orElse(UPRIGHT);
    }

    /// The Exif of a JPEG: the segments before the pixels are marker, length, content (ITU T.81, B.1.1.4).
    private static Optional<ByteBuffer> segment(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.limit() && jpeg.get(at) == (byte) 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            if (marker == FILL) {
                at++;
                continue;
            }
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

    /// The orientation in a TIFF block as eXIf holds it: 1 to 8, empty where none can be understood.
    public static Optional<Integer> of(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return Optional.empty();
        }
        int mark = tiff.getShort(0);
        if (mark != 0x4949 && mark != 0x4D4D) {
            return Optional.empty();
        }
        var exif = tiff.duplicate().order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        if (exif.getShort(2) != 42 || directory < 8 || directory > exif.limit() - 2) {
            return Optional.empty();
        }
        return find(exif, directory);
    }

    private static Optional<Integer> find(ByteBuffer exif, int directory) {
        int fit = (exif.limit() - directory - 2) / ENTRY_BYTES;
        int count = Math.min(fit, exif.getShort(directory) & 0xFFFF);
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((exif.getShort(entry) & 0xFFFF) == TAG) {
                return value(exif, entry);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> value(ByteBuffer exif, int entry) {
        int value = exif.getShort(entry + 8);
        boolean one = exif.getShort(entry + 2) == SHORT && exif.getInt(entry + 4) == 1;
        return one && value >= 1 && value <= 8 ? Optional.of(value) : Optional.empty();
    }

    /// The picture as it is meant to be looked at.
    public static Picture apply(int orientation, Picture stored) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        int width = orientation < 5 ? stored.width() : stored.height();
        int height = orientation < 5 ? stored.height() : stored.width();
        var rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = column(orientation, stored, orientation < 5 ? x : y);
                int fromY = row(orientation, stored, orientation < 5 ? y : x);
                stored.copy(fromX, fromY, 1, rgb, 3 * (y * width + x));
            }
        }
        return Picture.owning(width, height, rgb, stored.profile());
    }

    private static int column(int orientation, Picture stored, int along) {
        return switch (orientation) {
            case 2, 3, 7, 8 -> stored.width() - 1 - along;
            default -> along;
        };
    }

    private static int row(int orientation, Picture stored, int along) {
        return switch (orientation) {
            case 3, 4, 6, 7 -> stored.height() - 1 - along;
            default -> along;
        };
    }
}
