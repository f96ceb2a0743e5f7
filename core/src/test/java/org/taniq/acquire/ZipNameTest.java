package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;

/// Names that are no UTF-8: what Windows writes in Russia, Azerbaijan and Turkey.
final class ZipNameTest {

    private static Archive.Member only(byte[] name) throws IOException {
        var zip = new CraftedZip().with(name, "hello");
        try (var archive = Archive.open(Bytes.of(zip.bytes()), Archive.Limits.USUAL)) {
            return archive.members().getFirst();
        }
    }

    private static void assertHostile(byte[] name) throws IOException {
        var refused = assertInstanceOf(Archive.Refused.class, only(name));
        assertEquals(Archive.Refusal.HOSTILE_NAME, refused.why());
    }

    @ParameterizedTest
    @CsvSource({
        "IBM866, Переписка с Рауфом.txt",
        "IBM857, Söhbet.txt",
        "IBM857, Yazışmalar/Şükrü.txt",
        "windows-1251, Чат WhatsApp.txt",
        "windows-1254, Söhbət.txt"
    })
    void aNameOfAnOldCodePageIsNoAttack(String encoding, String name) throws IOException {
        byte[] stored = name.getBytes(Charset.forName(encoding));
        var file = assertInstanceOf(Archive.Readable.class, only(stored));
        assertEquals(new String(stored, StandardCharsets.ISO_8859_1), file.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Чат.txt", "/Чат.txt", "a\\..\\Чат.txt", "C:Чат.txt", "Чат\n.txt", "Чат\u001B[2J.txt"})
    void aNameOfAnOldCodePageMayNotClimbOrSteerATerminal(String name) throws IOException {
        assertHostile(name.getBytes(Charset.forName("IBM866")));
        assertHostile(name.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0085.txt", "a\u009B2J.txt", "a\u007F.txt", "a\u202Etxt.exe"})
    void aNameThatIsUnicodeMayHoldNoControls(String name) throws IOException {
        assertHostile(name.getBytes(StandardCharsets.UTF_8));
    }
}
