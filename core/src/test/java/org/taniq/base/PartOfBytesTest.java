package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Some of other bytes, where they lie.
final class PartOfBytesTest {
    private static final byte[] ALL = new byte[3 << 20];

    static {
        new Random(1).nextBytes(ALL);
    }

    @TempDir
    Path folder;

    private List<Bytes> everyOrigin() throws IOException {
        return List.of(
                Bytes.of(ALL),
                Bytes.of(Files.write(folder.resolve("all"), ALL)),
                Bytes.held(new ByteArrayInputStream(ALL), ALL.length).orElseThrow(),
                Bytes.of(ALL).part(0, ALL.length));
    }

    @Test
    void aPartIsReadAsIfItWereAlone() throws IOException {
        for (var bytes : everyOrigin()) {
            var part = bytes.part(1000, 2 << 20);
            byte[] expected = Arrays.copyOfRange(ALL, 1000, 1000 + (2 << 20));
            assertEquals(expected.length, part.size());
            try (var in = part.open()) {
                assertArrayEquals(expected, in.readAllBytes());
            }
            try (var cursor = part.cursor()) {
                var some = ByteBuffer.allocate(100);
                assertEquals(60, cursor.read(expected.length - 60, some));
                assertArrayEquals(
                        Arrays.copyOfRange(expected, expected.length - 60, expected.length),
                        Arrays.copyOf(some.array(), 60));
                assertEquals(0, cursor.read(expected.length, ByteBuffer.allocate(1)));
                assertEquals(0, cursor.read(Long.MAX_VALUE / 2, ByteBuffer.allocate(1)));
            }
        }
    }

    @Test
    void aPartEndsWhereTheBytesEnd() throws IOException {
        var bytes = Bytes.of(ALL);
        assertEquals(5, bytes.part(ALL.length - 5, Long.MAX_VALUE).size());
        assertEquals(0, bytes.part(Long.MAX_VALUE, 5).size());
        assertEquals(0, bytes.part(5, -1).size());
        assertEquals(3, bytes.part(10, 5).part(2, 10).size());
    }
}
