package org.taniq.base.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.taniq.base.Trouble;

final class PaperKeyTest {
    private static final String ALPHABET = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    private static final Identity IDENTITY = Identity.generate(new SecureRandom());
    private static final List<String> LINES = PaperKey.lines(IDENTITY);

    @Test
    void itIsReadAsItIsWrittenAndAsPeopleType() throws Trouble {
        assertEquals(4, LINES.size());
        assertEquals(IDENTITY, PaperKey.read(LINES));
        var printed = new ArrayList<String>();
        printed.add("    AGE-SECRET-KEY-1");
        for (int n = 1; n <= 4; n++) {
            printed.add(" " + n + ":  " + LINES.get(n - 1).toLowerCase(Locale.ROOT));
        }
        printed.add("");
        assertEquals(IDENTITY, PaperKey.read(printed));
        assertEquals(IDENTITY, PaperKey.read(List.of(IDENTITY.secret())));
        assertEquals(
                IDENTITY,
                PaperKey.read(LINES.stream()
                        .map(line -> line.replace('0', 'O').replace('L', '1').replace('8', 'B'))
                        .toList()));
    }

    @Test
    void withoutItsCheckItIsTheAgeKey() throws Trouble {
        var key = new StringBuilder("AGE-SECRET-KEY-1");
        for (int n = 1; n <= 4; n++) {
            key.append(PaperKey.line(n, LINES.get(n - 1)));
        }
        assertEquals(IDENTITY.secret(), key.toString());
    }

    /// Ten bits check a line, so one mistake in about a thousand passes it: the whole key notices that one.
    @Test
    void aMistypedCharacterIsNoticedAndItsLineIsNamed() {
        int tries = 0;
        int named = 0;
        for (int n = 0; n < 4; n++) {
            String line = LINES.get(n);
            for (int at = 0; at < line.length(); at++) {
                for (int letter = 0; letter < ALPHABET.length() && line.charAt(at) != ' '; letter++) {
                    if (ALPHABET.charAt(letter) == line.charAt(at)) {
                        continue;
                    }
                    var typed = new ArrayList<>(LINES);
                    typed.set(n, line.substring(0, at) + ALPHABET.charAt(letter) + line.substring(at + 1));
                    var noticed = assertThrows(Trouble.class, () -> PaperKey.read(typed));
                    tries++;
                    named += noticed.said().toString().contains("in line " + (n + 1)) ? 1 : 0;
                }
            }
        }
        assertTrue(tries > 1900 && named > tries - 40, named + " of " + tries);
    }

    @Test
    void swappedCharactersAndLinesAreNoticed() {
        var swapped = new ArrayList<>(LINES);
        swapped.set(0, LINES.get(1));
        swapped.set(1, LINES.get(0));
        assertThrows(Trouble.class, () -> PaperKey.read(swapped));
        assertEquals(
                "line 4 of the paper key has 12 characters and 5 were typed",
                assertThrows(Trouble.class, () -> PaperKey.line(4, "QPZRY")).getMessage());
        assertEquals(
                "the paper key has 4 lines, and only 3 were typed",
                assertThrows(Trouble.class, () -> PaperKey.read(LINES.subList(0, 3)))
                        .getMessage());
        var more = new ArrayList<>(LINES);
        more.add(LINES.getFirst());
        assertThrows(Trouble.class, () -> PaperKey.read(more));
    }

    @Test
    void whatIsWrongIsNotRepeated() {
        var typed = new ArrayList<>(LINES);
        typed.set(1, "QQQQ QQQQ QQQQ QQQQ QQ");
        var noticed = assertThrows(Trouble.class, () -> PaperKey.read(typed));
        assertTrue(!noticed.said().toString().contains("QQQQ"), noticed.said().toString());
    }
}
