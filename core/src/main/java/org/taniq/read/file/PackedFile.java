package org.taniq.read.file;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// Whether letters and digits that begin as those of a packed file go on as one: a picture with a head and a size
/// in which something could be seen, or so much of another file. Anybody can type the beginning.
final class PackedFile {
    /// Fewer letters hold no picture in which something is seen.
    static final int LEAST = 400;
    /// So much of a video, document or archive, whatever is in it.
    private static final int LEAST_OF_OTHERS = 1024;
    /// So many pixels at least.
    private static final int PIXELS = 256;

    private final byte[] bytes;
    /// Whether there may be more than what is held.
    private final boolean cut;

    private PackedFile(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    /// @param packed in base64 or in hexadecimal digits, without line ends
    /// @param most how much is held at most: what is as long goes on
    static boolean is(CharSequence packed, int most) {
        if (packed.length() < LEAST) {
            return false;
        }
        String text = packed.toString();
        var file = new PackedFile(isHex(text) ? ofHex(text) : ofBase64(text), text.length() >= most);
        return file.isSeen() || file.isOther() && text.length() >= LEAST_OF_OTHERS;
    }

    /// Nothing begins so in base64.
    private static boolean isHex(String text) {
        return hexDigits(text) >= LEAST;
    }

    /// What follows on the next line may be a word.
    private static int hexDigits(String text) {
        int digits = 0;
        while (digits < text.length() && HexFormat.isHexDigit(text.charAt(digits))) {
            digits++;
        }
        return digits;
    }

    private static byte[] ofHex(String text) {
        return HexFormat.of().parseHex(text.substring(0, hexDigits(text) & ~1));
    }

    private static byte[] ofBase64(String text) {
        return Base64.getDecoder()
                .decode(text.substring(0, text.length() & ~3).replace('-', '+').replace('_', '/'));
    }

    private boolean isSeen() {
        if (begins("\u00FF\u00D8\u00FF", 0)) {
            return isJpeg();
        }
        if (begins("\u0089PNG", 0)) {
            return begins("IHDR", 12) && isLarge(big(16, 4), big(20, 4));
        }
        return isGif() || begins("RIFF", 0) && (begins("WEBP", 8) || begins("WAVE", 8) || begins("AVI ", 8));
    }

    /// Not a picture whose head is known, and which is none.
    private boolean isOther() {
        return !begins("\u00FF\u00D8\u00FF", 0) && !begins("\u0089PNG", 0) && !begins("GIF8", 0) && !begins("RIFF", 0);
    }

    private boolean isGif() {
        return begins("GIF8", 0)
                && PictureHead.isGif(new String(bytes, StandardCharsets.ISO_8859_1))
                && isLarge(big(7, 1) << 8 | big(6, 1), big(9, 1) << 8 | big(8, 1));
    }

    /// Its segments lead to the one that says how large it is.
    private boolean isJpeg() {
        int at = 2;
        while (at + 9 <= bytes.length) {
            int marker = (int) big(at + 1, 1);
            if (big(at, 1) != 0xFF || marker < 0xC0 || marker >= 0xD0 && marker <= 0xD9 || marker == 0xFF) {
                return false;
            }
            if (isFrame(marker)) {
                return isLarge(big(at + 5, 2), big(at + 7, 2));
            }
            at += 2 + (int) Math.max(2, big(at + 2, 2));
        }
        return cut;
    }

    private static boolean isFrame(int marker) {
        return marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isLarge(long width, long height) {
        return width * height >= PIXELS;
    }

    private boolean begins(String with, int at) {
        return new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1).startsWith(with, at);
    }

    private long big(int at, int length) {
        long number = 0;
        for (int i = at; i < at + length; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
