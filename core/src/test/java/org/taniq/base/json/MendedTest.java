package org.taniq.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is mended is UTF-8, and each byte is known where it stood.
final class MendedTest {
    private static Mended of(String latin) {
        return new Mended(new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1)), 0);
    }

    private static String mended(String latin) throws IOException {
        try (var mended = of(latin)) {
            return new String(mended.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatProgramsWriteByHandIsMended() throws IOException {
        var cases = Map.of(
                "plain \\n \\\" \\\\ \\/ \\u00e4", "plain \\n \\\" \\\\ \\/ \\u00e4",
                "\\x0F\\x1A", "\\u000F\\u001A",
                "\\\\x0F", "\\\\x0F",
                "\\xZZ\\q\\", "\\\\xZZ\\\\q\\",
                "\\u2028\u0080\u00A8-\\u2029\u0080\u00A9-\\u2028\u0080\u00A9", "\\u2028-\\u2029-\\u2028\uFFFD\uFFFD",
                "\u00C9\u0099\u00F0\u009F\u0099\u0082", "ə🙂",
                "\u00C0\u0080\u00ED\u00A0\u0080\u00F5\u00E2\u0080", "\uFFFD".repeat(8),
                "", "");
        for (var each : cases.entrySet()) {
            assertEquals(each.getValue(), mended(each.getKey()), each.getKey());
        }
    }

    @Test
    void placesAreThoseBefore() throws IOException {
        var random = new Random(1);
        var text = new StringBuilder();
        var parts = new String[] {"abcdefg", "\\x0F", "\u00FF", "\\u2028\u0080\u00A8", "\\q", "\u00C9\u0099"};
        for (int n = 0; n < 100_000; n++) {
            text.append('|').append(parts[random.nextInt(parts.length)]);
        }
        try (var mended = of(text.toString())) {
            long out = 0;
            int at = -1;
            for (int next = mended.read(); next >= 0; next = mended.read()) {
                if (next == '|') {
                    at = text.indexOf("|", at + 1);
                    assertEquals(at, mended.at(out));
                }
                out++;
            }
            assertEquals(text.length(), mended.at(out));
            assertEquals(text.chars().filter(letter -> letter == 0xFF).count(), mended.replacedBefore(text.length()));
        }
    }
}
