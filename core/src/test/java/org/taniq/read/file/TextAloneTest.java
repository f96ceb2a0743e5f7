package org.taniq.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.NotRun;

/// What a case that takes only text takes: chats and notes, and nothing that holds a picture.
final class TextAloneTest {
    private static final String CHAT = "13/01/2024, 10:00 - Ann Example: hello\n";

    private static boolean isAlone(byte[] bytes) throws IOException {
        return MediaType.isTextAlone(new ByteArrayInputStream(bytes));
    }

    private static boolean isAlone(String text) throws IOException {
        return isAlone(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Begins as a photograph of a telephone does; the rest is noise.
    private static byte[] picture(int length) {
        return begun("ffd8ffe000104a46494600010100000100010000ffc0001108004000400301220002110103110100", length);
    }

    private static byte[] begun(String hex, int length) {
        var bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex(hex);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(picture(3000));
    }

    private static String folded() {
        return Base64.getMimeEncoder().encodeToString(picture(3000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: a@example.org\\nDate: Sat\\nSubject: x\\n\\n|message/rfc822",
                "from: a@example.org\\r\\nto: b@example.org\\r\\n\\r\\n|message/rfc822",
                "MIME-Version: 1.0\\nContent-Type: image/jpeg\\n\\n|message/rfc822",
                "From: <Saved by Blink>\\r\\nSnapshot-Content-Location: x\\r\\nSubject: y\\r\\n|message/rfc822",
                "From a@example.org Sat Jan 13\\nFrom: a@example.org\\nTo: b@example.org\\n|application/mbox",
                "DKIM-Signature: v=1;\\n d=example.org;\\n s=x\\nFrom: a\\nTo: b\\n|message/rfc822",
                "From - \\nFrom: a@example.org\\nTo: b@example.org\\n|application/mbox",
                "From a@example.org Sat Jan 13\\n\\nhello|application/mbox",
                "HTTP/1.1 200 OK\\nContent-Type: image/jpeg\\n|application/http",
                "<!DOCTYPE html PUBLIC><html>|text/html",
                "\\n  <HTML lang=az>|text/html",
                "<body class=x>|text/html",
                "<img src='data:image/jpeg;base64,'>|text/html",
                "<!-- saved --><html>|text/html",
                "<?xml version='1.0'?><svg>|image/svg+xml",
                "begin:vcard\\nPHOTO:|text/vcard",
                "BEGIN:VCALENDAR\\n|text/calendar",
                "{ \"photo\": 1}|application/json",
                "[255, 216, 255, 224]|application/json",
                "{\\rtf1 {\\pict|application/rtf",
                "P3\\n2 2\\n255\\n|image/x-portable-anymap",
                "13/01/2024, 10:00 - Ann: hello|text/plain",
                "[13/01/2024, 10:00:00] Ann: hello|text/plain",
                "[13.01.24, 10:00:00] Ann: hello|text/plain",
                "[10:00, 13/01/2024] Ann: hello|text/plain",
                "[05.11.2026, 20.41.09] Ann: hello|text/plain",
                "[5.11.2026, 20.41] Ann: hello|text/plain",
                "[20.41, 05.11.2026] Ann: hello|text/plain",
                "[20.41, 5.11.2026] Ann: hello|text/plain",
                "[-1.5e3, 0, 2]|application/json",
                "<Media omitted>|text/plain",
                "From my window I see you|text/plain",
                "Buy: milk, bread|text/plain"
            })
    void aTextIsKnownByHowItBegins(String start, String type) {
        String text = start.replace("\\n", "\n").replace("\\r\n", "\r\n");
        assertEquals(type, MediaTypes.of(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(type, MediaTypes.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertEquals(type, MediaTypes.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    }

    /// Somebody pasted a letter into a message.
    @Test
    void aChatThatQuotesALetterIsNoLetter() {
        String chat = "13/01/2024, 10:00 - Ann: look\nFrom: a@example.org\nDate: Sat\nSubject: x\n\n";
        assertEquals("text/plain", MediaTypes.of(chat.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPictureInBase64IsSeenHoweverItIsWrapped() throws IOException {
        assertFalse(isAlone(CHAT + "data:image/jpeg;base64," + base64()));
        assertFalse(isAlone(CHAT + "\n\n" + folded()));
        assertFalse(isAlone(CHAT + "> " + folded().replace("\r\n", "\n> ")));
        assertFalse(isAlone(CHAT + "PHOTO;ENCODING=b:" + folded().replace("\r\n", "\r\n ")));
        assertFalse(isAlone(CHAT + "x = '" + base64().replace("/", "\\/") + "'"));
        assertFalse(isAlone(("\uFEFF" + CHAT + base64()).getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(isAlone(CHAT.repeat(1000) + base64()), "far behind the beginning");
        var url = Base64.getUrlEncoder().encodeToString(picture(3000));
        assertFalse(isAlone(CHAT + url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a0000000d49484452000000400000004008060000",
                "47494638396140004000000000" + "2c",
                "52494646fc07000057454250565038204c000000",
                "52494646fc07000057454250565038580a000000",
                "0000001c667479706865696300000000",
                "255044462d312e37",
                "504b0304140000000800"
            })
    void whatBeginsAndGoesOnAsAFileDoesIsSeen(String head) throws IOException {
        var file = begun(head, 2052);
        assertFalse(isAlone(CHAT + Base64.getEncoder().encodeToString(file)));
        assertFalse(isAlone(CHAT + Base64.getEncoder().encodeToString(file) + "\n" + CHAT));
    }

    /// The attacker must not decide which chat can be kept.
    @Test
    void aMessageThatOnlyBeginsAsAPictureLetsTheChatIn() throws IOException {
        assertTrue(isAlone(CHAT + "/9j/4AAQSkZJRg" + "A1b2C3d4".repeat(8) + "\n" + CHAT));
        assertTrue(isAlone(CHAT + "/9j/4AAQSkZJRg" + "A1b2C3d4".repeat(500) + "\n" + CHAT));
        assertTrue(isAlone(CHAT + "iVBORw0KGgo" + "A1b2C3d4".repeat(500) + "\n" + CHAT));
        assertTrue(isAlone(CHAT + "UEsDBA" + "A1b2C3d4".repeat(20) + "\n" + CHAT));
        assertTrue(isAlone(CHAT + "ffd8ff" + "0123456789abcdef".repeat(100) + "\n" + CHAT));
    }

    /// A picture of one pixel shows nobody.
    @Test
    void aPictureOfAFewPixelsLetsTheChatIn() throws IOException {
        var dot = begun("47494638396101000100000000" + "2c", 900);
        assertTrue(isAlone(CHAT + Base64.getEncoder().encodeToString(dot)));
    }

    @Test
    void manyPackedBytesAreSeenWhateverTheyBeginWith() throws IOException {
        assertFalse(isAlone(CHAT + "x" + Base64.getEncoder().encodeToString(picture(9000))));
        assertFalse(isAlone(CHAT + "x" + Base64.getMimeEncoder().encodeToString(picture(9000))));
    }

    @Test
    void aPictureInOtherLettersIsSeen() throws IOException {
        assertFalse(isAlone(CHAT + HexFormat.of().formatHex(picture(300))));
        assertFalse(isAlone(CHAT + "=FF=D8=FF=E0=00=10JFIF"));
        String packed = "begin 644 a.jpg\nM" + "_]C_X``02D9)1@`!".repeat(4).substring(0, 60) + "\n";
        assertFalse(isAlone(packed));
        assertFalse(isAlone(CHAT + packed));
        assertFalse(isAlone(CHAT + "=ybegin line=128 size=3000 name=a.jpg\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 100_000})
    void aPictureBehindTheWordsIsSeen(int length) throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(CHAT.repeat(1000).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(picture(length));
        assertFalse(isAlone(file.toByteArray()));
        byte[] hidden = picture(length);
        hidden[0] = 'x';
        file.reset();
        file.writeBytes(CHAT.repeat(1000).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(hidden);
        assertTrue(length < 1000 || !isAlone(file.toByteArray()));
    }

    @Test
    void whatPeopleWriteIsTaken() throws IOException {
        assertTrue(isAlone(CHAT));
        assertTrue(isAlone(("\uFEFF" + CHAT).getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(isAlone("Переписка: Чат, öldürəcəm\n".repeat(2000).getBytes(StandardCharsets.UTF_8)));
        assertTrue(isAlone("Переписка: яШя\n".repeat(2000).getBytes(java.nio.charset.Charset.forName("windows-1251"))));
        assertTrue(isAlone(CHAT + "a".repeat(20_000)), "a key held down");
        assertTrue(isAlone(CHAT + "haHAhaHA".repeat(3000)));
        assertTrue(
                isAlone(CHAT + "https://example.org/" + Base64.getUrlEncoder().encodeToString(noise(1500))));
        assertTrue(isAlone(CHAT + (HexFormat.of().formatHex(noise(32)) + "\n").repeat(500)), "a list of digests");
        assertTrue(isAlone(CHAT.repeat(500) + "\0".repeat(4096)), "what a power cut leaves");
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(9).nextBytes(noise);
        return noise;
    }

    @Test
    void everyChatThatIsTextIsTaken() throws IOException {
        var folder = NotRun.root().resolve("core/src/test/resources/read/whatsapp");
        int seen = 0;
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                if (file.toString().contains("broken-bytes")) {
                    continue;
                }
                seen++;
                try (var in = Files.newInputStream(file)) {
                    assertTrue(MediaType.isTextAlone(in), file.toString());
                }
            }
        }
        assertTrue(seen > 5, "chats: " + seen);
    }
}
