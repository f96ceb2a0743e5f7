package org.taniq.read.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.taniq.base.Trouble;

/// Decoding of pictures that somebody else made.
final class ShownTest {
    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /// Each layer is gone through for every pixel: a small file can take hours.
    @Test
    void aJpegInVeryManyLayersIsNotDecoded() throws IOException {
        byte[] picture = jpeg();
        byte[] more = Arrays.copyOf(picture, picture.length + 10 * 120);
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        for (int at = picture.length - 2; at + scan.length <= more.length; at += scan.length) {
            System.arraycopy(scan, 0, more, at, scan.length);
        }
        assertEquals(40, Shown.of(picture).picture().width());
        var refused = assertThrows(Trouble.class, () -> Shown.of(more));
        assertEquals("it is packed in more than 100 layers", refused.said().toString());
    }
}
