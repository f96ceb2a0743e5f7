package org.taniq.read.file;

/// What must follow the letters with which a picture begins.
final class PictureHead {
    private static final int GIF_HEAD = 13;

    private PictureHead() {}

    /// Whether a head of Windows follows `BM`: two empty fields, and a place of the pixels behind a head of a size
    /// that there is.
    static boolean isBmp(String head) {
        if (head.length() < 18) {
            return false;
        }
        long pixels = little(head, 10);
        return little(head, 6) == 0 && pixels >= 26 && pixels < 1 << 16 && isHeadSize(little(head, 14));
    }

    /// From OS/2 1.0 (12) to Windows 5 (124).
    private static boolean isHeadSize(long size) {
        return size >= 12 && size <= 124;
    }

    /// Whether a block, or the end, follows the head and the colours of a GIF.
    static boolean isGif(String head) {
        if (head.length() < GIF_HEAD) {
            return true;
        }
        int flags = head.charAt(10);
        int block = GIF_HEAD + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
        return block >= head.length() || "!,;".indexOf(head.charAt(block)) >= 0;
    }

    private static long little(String head, int at) {
        return head.charAt(at)
                | (long) head.charAt(at + 1) << 8
                | (long) head.charAt(at + 2) << 16
                | (long) head.charAt(at + 3) << 24;
    }
}
