package org.taniq.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalLineTest {
    private static String in(int columns, String name) {
        return new TerminalLine.Fitting(name, shown -> "Keeping 2 of 5: " + shown + ", 120 of 300 MB").in(columns);
    }

    @Test
    void aNameThatFitsIsWhole() {
        assertEquals("Keeping 2 of 5: video.mp4, 120 of 300 MB", in(80, "video.mp4"));
    }

    @Test
    void aLongNameKeepsItsBeginningAndItsEnd() {
        String line = in(60, "WhatsApp Video 2026-11-20 at 21.58.09 forwarded many times.mp4");
        assertTrue(line.startsWith("Keeping 2 of 5: WhatsApp"), line);
        assertTrue(line.contains("….") || line.contains("s.mp4, 120 of 300 MB"), line);
        assertEquals(59, TerminalLine.columns(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "名前名前名前名前名前名前名前名前名前名前名前名前名前.txt", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀.jpg"})
    void noLineIsWiderThanTheTerminal(String name) {
        for (int columns = 10; columns < 100; columns++) {
            assertTrue(TerminalLine.columns(in(columns, name)) < columns, in(columns, name));
        }
    }

    @Test
    void aNameThatMovesTheCursorIsSpelledOut() {
        String line = in(80, "a\u001B[2Jb\u202E");
        assertFalse(line.contains("\u001B"));
        assertTrue(line.contains("‹U+202E›"), line);
    }
}
