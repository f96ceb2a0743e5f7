package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What came out of a stream is read from any place, also where it is longer than a piece.
final class HeldBytesTest {
    private static final int PIECE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7})
    void aStreamThatIsHeldIsWhole(int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        var held = Bytes.held(new ByteArrayInputStream(content), length).orElseThrow();
        assertEquals(length, held.size());
        try (var in = held.open();
                var cursor = held.cursor()) {
            assertArrayEquals(content, in.readAllBytes());
            assertEquals(length, cursor.size());
            for (int from : new int[] {0, PIECE - 3, PIECE, length - 1, length, length + 9}) {
                int there = Math.clamp(length - (long) from, 0, 10);
                var into = ByteBuffer.allocate(10);
                assertEquals(from < 0 ? 0 : there, from < 0 ? 0 : cursor.read(from, into));
                if (from >= 0 && there > 0) {
                    assertArrayEquals(
                            Arrays.copyOfRange(content, from, from + there), Arrays.copyOf(into.array(), there));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE, 2 * PIECE + 1})
    void aStreamThatIsLongerIsNotHeld(int length) throws IOException {
        assertTrue(Bytes.held(new ByteArrayInputStream(new byte[length]), length - 1)
                .isEmpty());
    }
}
