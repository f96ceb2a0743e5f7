package org.taniq.base.picture;

/// In how many layers a JPEG is packed: a small file can have so many that decoding it takes hours.
public final class Scans {
    /// Cameras and programs write about ten.
    public static final int MOST = 100;

    private static final int BY_CHANCE = 1 << 15;

    private Scans() {}

    /// Whether there are more than anybody needs; the same bytes stand in a file by chance, too.
    public static boolean areTooMany(byte[] jpeg) {
        long scans = 0;
        for (int at = 1; at < jpeg.length; at++) {
            scans += jpeg[at - 1] == (byte) 0xFF && jpeg[at] == (byte) 0xDA ? 1 : 0;
        }
        return scans > MOST + jpeg.length / BY_CHANCE;
    }
}
