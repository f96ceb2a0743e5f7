package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Ways in which something withheld could leave in a file. The people are invented.
final class LeakTest extends LeakCase {
    @Test
    void anArchiveIsNotTakenForAFileWithoutNames() throws IOException {
        byte[] chat = "Aysel: salam ".repeat(100).getBytes(StandardCharsets.UTF_8);
        var archive = file("chat.zip", "application/zip", archive("chat.txt", chat));
        assertThrows(IOException.class, () -> tell(name("Aysel"), new Dossier.Choice.File(archive)));
    }

    @Test
    void aNameIsSeenInATextOfAnOlderEncoding() throws IOException {
        byte[] letter = "Sayın Gülşən".replace('ə', 'e').getBytes(Charset.forName("windows-1254"));
        var item = file("letter.txt", "text/plain", letter);
        assertThrows(IOException.class, () -> tell(name("Gülşen"), new Dossier.Choice.File(item)));
    }

    @Test
    void aTelephoneNumberIsSeenWithAndWithoutItsCountry() {
        var withholding = name("+994 50 765 43 21");
        assertTrue(withholding.contains("call 050-765-43-21"));
        assertTrue(withholding.contains("7654321"));
        assertEquals(Set.of(0, 1, 2, 3, 4), withholding.pieces(List.of("zəng ", "0 50 ", "765 ", "43 ", "21")));
    }
}
