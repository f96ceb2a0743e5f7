package org.taniq.read.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.taniq.read.Kept;
import org.taniq.read.record.Mark;

/// A text that is longer than what is kept is kept from its beginning without a hole.
final class CutTest {
    private static final String HEAD = "13/01/2024, 10:00 - Ann Example: ";

    private static String kept(String text) throws IOException {
        var record = Kept.of((HEAD + text + "\n").getBytes(StandardCharsets.UTF_8))
                .records
                .getFirst();
        assertTrue(record.marks().contains(Mark.CUT), record.marks()::toString);
        return record.object().text();
    }

    @Test
    void nothingIsKeptBehindTheLineThatWentBeyondTheLimit() throws IOException {
        String text = "a".repeat(900_000) + "\n" + "b".repeat(200_000) + "\nTAIL";
        assertEquals(text.substring(0, ChatNote.MAX_TEXT), kept(text));
    }

    @Test
    void nothingIsKeptBehindALineThatWasCut() throws IOException {
        String text = "ə".repeat(600_000);
        assertEquals(text.substring(0, (ChatLines.MAX_LINE - HEAD.length()) / 2), kept(text + "\nTAIL"));
    }

    @Test
    void aCharacterIsNeverHalved() throws IOException {
        String begin = "a".repeat(900_000) + "\n";
        assertEquals(begin + "\uD83D\uDD2A".repeat(74_287), kept(begin + "\uD83D\uDD2A".repeat(100_000)));
    }
}
