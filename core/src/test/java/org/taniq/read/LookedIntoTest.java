package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.acquire.MadeArchive.members;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.acquire.MadeArchive;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;
import org.taniq.seal.Pointer;

/// Which archives in an archive are opened, and what is said of those in which nothing is known. The people are
/// invented.
final class LookedIntoTest {
    private static final String CHAT = "13/01/2024, 10:00 - Ann Example: hello\n";

    private final Kept kept = new Kept();

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of("x.zip", Bytes.of(bytes), _ -> kept);
    }

    private List<Unread.Reason> reasons() {
        return kept.unread.stream().map(Unread::why).toList();
    }

    private static List<String> warnings(Reading reading) {
        return reading.ledger().warningsInEnglish();
    }

    /// In whatever order its program writes what is in it.
    @Test
    void aDocumentIsNotTornApartAndThatIsSaid() throws IOException {
        byte[] document = MadeArchive.zip(
                members("_rels/.rels", "<Relationships/>", "word/note.txt", CHAT, "[Content_Types].xml", "<Types/>"));
        byte[] program = MadeArchive.zip(
                members("classes.dex", "x", "assets/chat.txt", CHAT, "res/a.xml", "x", "AndroidManifest.xml", "x"));
        var reading = read(MadeArchive.zip(members("a.docx", document, "b.apk", program, "c.txt", CHAT)));
        assertEquals(1, kept.records.size());
        assertEquals(List.of(Unread.Reason.DOCUMENT, Unread.Reason.DOCUMENT), reasons());
        assertEquals(Map.of("member-is-document", 2L), reading.ledger().skippedReasons());
    }

    /// Whoever sends a message or a file must not keep the chat from being read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Content_Types].xml",
                "mimetype",
                "AndroidManifest.xml",
                "META-INF/",
                "_rels/.rels META-INF/MANIFEST.MF [Content_Types].xml"
            })
    void nothingThatSomebodySentMakesAnExportADocument(String typed) throws IOException {
        String chat = "13/01/2024, 10:00 - Ann Example: " + typed + "\n";
        byte[] export = MadeArchive.zip(members(typed.replace('/', '-'), "sent", "chat.txt", chat));
        read(MadeArchive.zip(members("in.zip", export)));
        byte[] stored = MadeArchive.tar(members("chat.txt", chat));
        read(MadeArchive.zip(members("in.tar", stored)));
        assertEquals(2, kept.records.size());
    }

    @Test
    void aStoredMessageWithTheNameOfAPartOfADocumentIsRead() throws IOException {
        byte[] chat = "13/01/2024, 10:00 - Ann Example: [Content_Types].xml\n".getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("chat.txt");
            var crc = new java.util.zip.CRC32();
            crc.update(chat);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(chat.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(chat);
        }
        read(MadeArchive.zip(members("in.zip", out.toByteArray())));
        assertEquals(1, kept.records.size());
    }

    /// Breaks down over a file that says so.
    private record Fragile() implements Parser {
        @Override
        public String name() {
            return "fragile/1";
        }

        @Override
        public boolean knows(Input input) throws IOException {
            if (new String(input.head(), StandardCharsets.UTF_8).startsWith("break")) {
                throw new IllegalStateException("broken down");
            }
            return false;
        }

        @Override
        public Ledger read(Input input, Sink sink) {
            throw new IllegalStateException("never known");
        }
    }

    @Test
    void aReaderThatBreaksDownOverAMemberIsSaidHoweverDeepItLies() throws IOException {
        byte[] alone = MadeArchive.zip(members("a.txt", "break"));
        byte[] besideAChat = MadeArchive.zip(members("a.txt", "break", "chat.txt", CHAT));
        byte[] all = MadeArchive.zip(members("a.txt", "break", "b.zip", alone, "c.zip", besideAChat));
        Reading.of("x.zip", Bytes.of(all), _ -> kept, List.of(new Fragile(), new WhatsAppText(), new WholeFile()));
        assertEquals(1, kept.records.size());
        var places = kept.unread.stream()
                .filter(unread -> unread.why() == Unread.Reason.READER_FAULT)
                .map(Unread::spot)
                .toList();
        assertEquals(3, places.size(), kept.unread::toString);
        assertTrue(places.containsAll(
                List.of(new Spot.Member(0), new Spot.Member(List.of(1, 0)), new Spot.Member(List.of(2, 0)))));
    }

    @Test
    void ofAnArchiveWithoutAnythingKnownEachMemberBeyondTheCountIsCounted() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 100_002; i++) {
                zip.putNextEntry(new ZipEntry(i + "/"));
            }
        }
        var reading = read(MadeArchive.zip(members("in.zip", out.toByteArray(), "chat.txt", CHAT)));
        assertEquals(4L, reading.ledger().skippedReasons().get("member-beyond-count"));
        assertTrue(warnings(reading).stream().noneMatch(warning -> warning.contains("damaged")));
    }

    @Test
    void ofAnArchiveWithoutAnythingKnownItIsSaidWhichOneIsDamagedAndWhere() throws IOException {
        byte[] tar = MadeArchive.tar(members("a.bin", "?", "b.bin", "?"));
        byte[] zip = MadeArchive.zip(members("a.bin", "?"));
        zip[zip.length - 10]++;
        var reading =
                read(MadeArchive.zip(members("cut.tar", Arrays.copyOf(tar, 1100), "odd.zip", zip, "chat.txt", CHAT)));
        assertTrue(
                warnings(reading).stream()
                        .anyMatch(warning -> warning.startsWith("cut.tar: ") && warning.contains("byte 1024")),
                warnings(reading)::toString);
        assertTrue(
                warnings(reading).stream()
                        .anyMatch(warning -> warning.startsWith("odd.zip: ") && warning.contains("directory")),
                warnings(reading)::toString);
    }

    /// A program that did not look into archives in archives sealed the file, and this one reads it.
    @Test
    void membersThatAnotherProgramDidNotSealAreNotDamaged() throws IOException {
        byte[] inner = MadeArchive.zip(members(
                "chat.txt", "13/01/2024, 10:01 - Bob Example: IMG-1.jpg (file attached)\n", "IMG-1.jpg", "a picture"));
        byte[] outer = MadeArchive.zip(members("in.zip", inner, "other.zip", inner));
        var item = new Pointer("0".repeat(32), 0, Digest.of(new byte[0]));
        var sealed = Map.of(new Spot.Member(0), item, new Spot.Member(1), item, new Spot.Member(1).member(0), item);
        var by = new SealedReading.Sources(item, sealed, SealedReading.Sources.By.ANOTHER).readable();
        Reading.of("x.zip", Bytes.of(outer), _ -> kept, new Reading.Known(Given.NOTHING, by));
        assertEquals(List.of(new Unread(new Spot.Member(List.of(1, 1)), Unread.Reason.DAMAGED)), kept.unread);
        var ours = new SealedReading.Sources(item, sealed).readable();
        kept.unread.clear();
        Reading.of("x.zip", Bytes.of(outer), _ -> kept, new Reading.Known(Given.NOTHING, ours));
        assertEquals(3, kept.unread.size());
    }
}
