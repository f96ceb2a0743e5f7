package org.taniq.base.png;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrientationTest {
    /// The orientation 6 in Exif, after some bytes that fill.
    @ParameterizedTest
    @ValueSource(strings = {"", "ff", "ffffff"})
    void fillBytesBeforeAMarkerAreNoPartOfIt(String fill) {
        var jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(HexFormat.of().parseHex("ffd8" + fill + "ffe10022"));
        jpeg.writeBytes("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1));
        jpeg.writeBytes(HexFormat.of().parseHex("08000000" + "0100" + "120103000100000006000000" + "00000000"));
        assertEquals(6, Orientation.noted(jpeg.toByteArray()));
    }
}
