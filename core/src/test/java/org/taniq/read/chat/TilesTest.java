package org.taniq.read.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.read.Kept;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;

/// Records and skips together are all of a file, whatever happens to it.
class TilesTest {
    private static final int ROUNDS = "fast".equals(System.getProperty("taniq.check")) ? 40 : 400;

    static List<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/read/whatsapp"))) {
            return files.filter(file -> file.endsWith("input.txt")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsTiledByItsRecordsAndSkips(Path sample) throws IOException {
        assertTiled(Files.readAllBytes(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleCutAnywhereIsStillTiled(Path sample) throws IOException {
        byte[] all = Files.readAllBytes(sample);
        var random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            int from = random.nextInt(all.length);
            assertTiled(Arrays.copyOfRange(all, from, from + random.nextInt(all.length - from)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleWithFlippedBitsIsStillTiled(Path sample) throws IOException {
        byte[] all = Files.readAllBytes(sample);
        var random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] flipped = all.clone();
            for (int k = 0; k <= i % 8; k++) {
                flipped[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertTiled(flipped);
        }
    }

    @Test
    void linesLongerThanTheWindowAreStillTiled() throws IOException {
        var bytes = new byte[7 << 20];
        Arrays.fill(bytes, (byte) 'x');
        byte[] header = "13/01/2024, 10:00 - Ann Example: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int at : new int[] {0, 3 << 20, (3 << 20) + 500, 5 << 20}) {
            if (at > 0) {
                bytes[at - 1] = '\n';
            }
            System.arraycopy(header, 0, bytes, at, header.length);
        }
        Kept kept = assertTiled(bytes);
        assertEquals(4, kept.records.size());
        assertEquals(Set.of(Mark.CUT), kept.records.getFirst().marks());
    }

    private static Kept assertTiled(byte[] bytes) throws IOException {
        var kept = new Kept();
        new WhatsAppText().read(Input.alone("chat.txt", () -> new ByteArrayInputStream(bytes)), kept);
        long at = 0;
        long line = 0;
        for (Spot.Lines place : kept.places()) {
            assertEquals(at, place.from());
            assertEquals(line + 1, place.first());
            at = place.to();
            line = place.last();
        }
        assertEquals(isOnlyByteOrderMark(bytes) ? 0 : bytes.length, at);
        return kept;
    }

    private static boolean isOnlyByteOrderMark(byte[] bytes) {
        return bytes.length == 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
    }
}
