package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.record.Ledger;

/// Chats with the files beside them: a message points at what lies beside its own chat, or at nothing.
final class ArchiveReadingTest {
    private final Kept kept = new Kept();

    private static String message(String text) {
        return "13/01/2024, 10:00 - Ann Example: " + text + "\n";
    }

    /// Names and contents in turn.
    private static byte[] zip(String... members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry(members[i]));
                zip.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private Reading read(String... members) throws IOException {
        return Reading.of("x.zip", Bytes.of(zip(members)), _ -> kept);
    }

    private List<String> states() {
        return kept.records.stream()
                .flatMap(record -> record.object().attachments().stream())
                .map(attachment -> attachment.state().word())
                .toList();
    }

    private long said(Reading reading, String part) {
        return reading.ledger().warningsInEnglish().stream()
                .filter(warning -> warning.contains(part))
                .count();
    }

    @Test
    void aNameInTwoOtherFoldersIsNoMatchAndIsSaid() throws IOException {
        var reading = read("c/chat.txt", message("IMG-1.jpg (file attached)"), "a/IMG-1.jpg", "a", "b/IMG-1.jpg", "b");
        assertEquals(List.of("missing"), states());
        assertEquals(Map.of("member-name-not-unique", 2L), reading.ledger().skippedReasons());
        assertEquals(1, said(reading, "more than one file"));
    }

    @Test
    void aNameThatIsWrittenInTwoWaysInOneFolderIsNoMatch() throws IOException {
        String name = "ş.jpg";
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        read("chat.txt", message(name + " (file attached)"), name, "a", apart, "b");
        assertEquals(List.of("missing"), states());
    }

    @Test
    void aNameInAnotherFolderThatStandsOnceIsFound() throws IOException {
        read("chat.txt", message("IMG-1.jpg (file attached)"), "media/IMG-1.jpg", "a");
        assertEquals(List.of("present"), states());
    }

    @Test
    void aFileThatAMacNamedIsFound() throws IOException {
        String apart = Normalizer.normalize("şəkil.jpg", Normalizer.Form.NFD);
        var reading = read("chat.txt", message("\u200Eşəkil.jpg (file attached)"), "\u200E" + apart, "a");
        assertEquals(List.of("present"), states());
        assertEquals(0, reading.ledger().skipped());
    }

    @Test
    void eachChatIsSaidByItself() throws IOException {
        var reading = read(
                "a/chat.txt", message("x"), "b/chat.txt", "[1/13/24, 10:00:00] Bob: y\n", "c/chat.txt", message("z"));
        assertEquals(1, said(reading, "more than one chat"));
        assertEquals(3, reading.ledger().records());
        assertEquals("mixed", reading.ledger().dateOrder());
        var parts = reading.parts().stream().map(Reading.Done::ledger).toList();
        assertEquals(
                List.of("", "D/M/Y", "M/D/Y", "D/M/Y"),
                parts.stream().map(Ledger::dateOrder).toList());
        assertEquals(
                List.of("application/zip", "whatsapp-android", "whatsapp-ios", "whatsapp-android"),
                parts.stream().map(Ledger::format).toList());
        assertEquals(
                List.of(1, 1, 1, 1),
                parts.stream().map(part -> part.warnings().size()).toList());
    }

    @Test
    void manyChatsTakeTimeByTheirNumberOnly() throws IOException {
        var members = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            members.addAll(List.of(i + ".txt", message("x").replace("Ann", "Ann " + i)));
        }
        byte[] archive = zip(members.toArray(String[]::new));
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var reading = Reading.of("x.zip", Bytes.of(archive), _ -> kept);
        long seconds = (threads.getCurrentThreadCpuTime() - before) / 1_000_000_000;
        assertEquals(5_000, reading.ledger().records());
        assertTrue(seconds < 4, "seconds of the processor: " + seconds);
    }
}
