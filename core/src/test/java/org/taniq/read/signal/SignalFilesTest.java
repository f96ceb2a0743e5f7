package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.signal.Signals.detail;
import static org.taniq.read.signal.Signals.item;
import static org.taniq.read.signal.Signals.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;

/// The files beside an export, as `LocalArchiver` of Signal for Android and `AttachmentLocalBackupManager` of Signal
/// Desktop name them: by the SHA-256 of the file's own and of a key, and an end that is made of its name or kind.
final class SignalFilesTest {
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HASH = Digest.sha256().digest(PICTURE);
    private static final byte[] KEY = new byte[64];

    private final Kept kept = new Kept();

    private static String file() {
        var sha = Digest.sha256();
        sha.update(HASH);
        return HexFormat.of().formatHex(sha.digest(KEY));
    }

    private static String path(String ending) {
        return "files/" + file().substring(0, 2) + "/" + file() + ending;
    }

    private static String sent(String pointer) {
        return item(standard("\"text\":{\"body\":\"bax\"},\"attachments\":[{\"pointer\":{" + pointer
                + "},\"flag\":\"VOICE_MESSAGE\",\"wasDownloaded\":true}]"));
    }

    private static String locator() {
        var base64 = Base64.getEncoder();
        return "\"locatorInfo\":{\"plaintextHash\":\"" + base64.encodeToString(HASH) + "\",\"localKey\":\""
                + base64.encodeToString(KEY) + "\",\"size\":9}";
    }

    private Activity read(String pointer, String main, List<String> files) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(main));
            zip.write((Signals.HEADER + Signals.PEOPLE + sent(pointer)).getBytes(StandardCharsets.UTF_8));
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(PICTURE);
            }
        }
        Reading.of("export.zip", Bytes.of(bytes.toByteArray()), _ -> kept);
        return kept.records.getLast();
    }

    private static String state(Activity record) {
        return record.object().attachments().getFirst().state().word();
    }

    @Test
    void aFileBesideTheLinesIsFoundWhateverItsEnd() throws IOException {
        for (var ending : List.of(".jpg", ".jpeg", "", ".whatever")) {
            var record = read("\"contentType\":\"image/jpeg\"," + locator(), "main.jsonl", List.of(path(ending)));
            assertEquals("present", state(record), ending);
            assertEquals(path(ending), record.object().attachments().getFirst().name());
            assertEquals(List.of(), kept.unread);
        }
    }

    @Test
    void aFileBesideTheFolderOfTheLinesIsFound() throws IOException {
        for (var ending : List.of("|\"contentType\":\"image/jpeg\"|.jpeg", "|\"fileName\":\"a b.PDF\"|.PDF")) {
            String[] parts = ending.split("\\|");
            var record =
                    read(parts[1] + "," + locator(), "e/signal-backup-2026/main.jsonl", List.of("e/" + path(parts[2])));
            assertEquals("present", state(record), ending);
        }
    }

    @Test
    void whatIsSaidOfAFileIsKept() throws IOException {
        var record = read(
                "\"contentType\":\"image/jpeg\",\"fileName\":\"şəkil.jpg\",\"caption\":\"bu sənsən\",\"width\":5,"
                        + locator(),
                "main.jsonl",
                List.of(path(".jpg")));
        assertEquals("bax\nbu sənsən", record.object().text());
        assertEquals(
                "{\"fileHash\":\"" + Base64.getEncoder().encodeToString(HASH)
                        + "\",\"fileName\":\"şəkil.jpg\",\"mediaType\":\"voice_message\",\"mimeType\":\"image/jpeg\",\"size\":\"9\",\"width\":5}",
                detail(record, "file"));
        assertEquals("[\"localKey\"]", detail(record, "keysLeftOut"));
    }

    @Test
    void aFileThatIsNotThereIsMissingAndOneThatWasNeverOnTheDeviceWasLeftOut() throws IOException {
        assertEquals("missing", state(read(locator(), "main.jsonl", List.of())));
        assertEquals("missing", state(read(locator(), "main.jsonl", List.of("a/" + path("")))));
        assertEquals("omitted", state(read("\"fileName\":\"a.jpg\"", "main.jsonl", List.of())));
        assertEquals(
                "omitted",
                state(read("\"locatorInfo\":{\"plaintextHash\":\"AAAA\"}", "main.jsonl", List.of(path("")))));
        assertEquals(
                "a.jpg",
                read("\"fileName\":\"a.jpg\"", "main.jsonl", List.of())
                        .object()
                        .attachments()
                        .getFirst()
                        .name());
    }

    @Test
    void aNameThatLeadsOutOfTheArchiveIsNoPath() throws IOException {
        var record = read("\"fileName\":\"a./../../x\"," + locator(), "main.jsonl", List.of(path("")));
        assertEquals("present", state(record));
        assertTrue(record.object().attachments().getFirst().state() instanceof Attachment.Present);
    }

    @Test
    void ofAMessageThatGoesOnInAFileThatIsSaid() throws IOException {
        var signals = new Signals();
        var ledger = signals.chat(
                item(standard("\"text\":{\"body\":\"uzun\"},\"longText\":{\"contentType\":\"text/x-signal-plain\","
                        + locator() + "}")));
        assertEquals("true", detail(signals.only(), "longText"));
        assertEquals("missing", state(signals.only()));
        assertEquals(
                List.of("1 messages are longer than the export holds: the rest is in the file that each of them names"),
                ledger.warningsInEnglish());
    }
}
