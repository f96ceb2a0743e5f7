package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;

/// Databases with what lies beside them, and backups that are encrypted. The people are invented.
final class ArchivedStoreTest {
    @TempDir
    Path folder;

    private final Kept kept = new Kept();

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        return Reading.of(name, Bytes.of(bytes), _ -> kept);
    }

    private static byte[] backup() {
        var bytes = new byte[4_000];
        new java.util.Random(15).nextBytes(bytes);
        bytes[0] = 0x7B;
        bytes[1] = 1;
        return bytes;
    }

    private List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    private List<String> skipped() {
        return kept.unread.stream().map(each -> each.why().word()).toList();
    }

    @Test
    void aPictureIsFoundInTheArchiveOfThePhonesFolder() throws IOException, InterruptedException {
        var database = Made.database(
                folder,
                Tables.NEW + "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 1, 'look', 0, 0);"
                        + "INSERT INTO message_media VALUES (1, 10, 'Media/WhatsApp Images/IMG-1.jpg', 3, 0, NULL, NULL,"
                        + " NULL, NULL, NULL);");
        var archive = zip(Map.of(
                "WhatsApp/Databases/msgstore.db",
                Files.readAllBytes(database),
                "WhatsApp/Media/WhatsApp Images/IMG-1.jpg",
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
        var reading = read("phone.zip", archive);
        assertEquals("whatsapp-msgstore/1", reading.parts().get(1).part().parser());
        assertTrue(kept.records.getFirst().object().attachments().getFirst().state() instanceof Attachment.Present);
        assertEquals(List.of(), skipped());
    }

    @Test
    void whatIsInTheLogBesideTheDatabaseIsReadAndSaidToBeThere() throws IOException, InterruptedException {
        var database = Made.database(
                folder,
                ".dbconfig no_ckpt_on_close on\n" + Tables.NEW + Tables.message(1, "A", "long ago")
                        + "INSERT INTO call_log VALUES (9, 1, 0, 'CALL9', 1600000002000, 0, 0, 2, 0, 0);\n"
                        + "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n"
                        + Tables.message(2, "B", "last words"));
        byte[] bytes = Files.readAllBytes(database);
        byte[] log = Files.readAllBytes(folder.resolve("msgstore.db-wal"));
        read("phone.zip", zip(Map.of("msgstore.db", bytes, "msgstore.db-wal", log)));
        assertEquals(List.of("long ago", "last words", ""), texts());
        assertEquals(List.of(), skipped());
        var last = kept.records.get(1);
        assertTrue(last.spot() instanceof Spot.Beside);
        assertTrue(last.toJson().inOrder().contains("\"bytes\":null"));
        assertTrue(Made.details(last).containsKey("logBytes"));
        assertTrue(Made.details(kept.records.getLast()).containsKey("databaseBytes"));
        assertEquals(1, kept.together.size());
        kept.records.clear();
        var alone = read("msgstore.db", bytes);
        assertEquals(List.of("long ago", ""), texts());
        assertTrue(alone.ledger().warningsInEnglish().stream().anyMatch(said -> said.contains("-wal")));
    }

    @Test
    void anEncryptedBackupIsOneRecordAndTheReasonIsSaid() throws IOException {
        for (var name : List.of("msgstore.db.crypt15", "msgstore-2023-10-01.1.db.crypt14", "wa.db.crypt15")) {
            var reading = read(name, backup());
            assertEquals(Map.of("file-encrypted", 1L), reading.ledger().skippedReasons());
            assertTrue(kept.records.getLast().object() instanceof Thing.Media media
                    && media.name().equals(name));
            assertTrue(reading.ledger().warningsInEnglish().getFirst().contains("encrypted backup"));
        }
    }

    @Test
    void anEncryptedBackupInAnArchiveIsSaidToo() throws IOException {
        var reading = read("phone.zip", zip(Map.of("Databases/msgstore.db.crypt15", backup())));
        assertEquals(Map.of("file-encrypted", 1L), reading.ledger().skippedReasons());
        assertEquals(1, kept.records.size());
    }

    @Test
    void whateverIsNamedAsABackupIsToldWhyItIsNotRead() throws IOException {
        for (var bytes : List.of("hello, any bytes".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[] {1})) {
            var reading = read("msgstore.db.crypt15", bytes);
            assertEquals(1, reading.ledger().skipped());
            assertTrue(
                    warns(reading, "backup of WhatsApp"),
                    reading.ledger().warningsInEnglish().toString());
        }
        assertTrue(warns(read("msgstore.db.crypt15", new byte[0]), "is not like one"));
    }

    @Test
    void aNameAloneMakesNoBackup() throws IOException {
        var reading = read("diary.crypt15", "Dear diary, \n".repeat(200).getBytes(StandardCharsets.UTF_8));
        assertEquals("text/plain", reading.ledger().format());
        assertEquals(List.of(), skipped());
    }

    @Test
    void aBackupThatWasDecryptedUnderItsOldNameIsRead() throws IOException, InterruptedException {
        var database = Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello"));
        read("msgstore.db.crypt15", Files.readAllBytes(database));
        assertEquals(List.of("hello"), texts());
    }

    @Test
    void anotherDatabaseIsOneRecordAsAnyFile() throws IOException, InterruptedException {
        var database = Made.database(folder, "CREATE TABLE message (id, words); INSERT INTO message VALUES (1, 'x');");
        var reading = read("notes.db", Files.readAllBytes(database));
        assertEquals("whole-file/1", reading.parts().getFirst().part().parser());
        var named = read("msgstore.db", Files.readAllBytes(database));
        assertEquals(Map.of("file-without-messages", 1L), named.ledger().skippedReasons());
        assertEquals(2, kept.records.size());
    }

    @Test
    void aDatabaseThatIsTooLargeToUnpackIsSaidToBe() throws IOException, InterruptedException {
        var bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        var content = new Input.Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Optional<Bytes> anywhere(long most) throws IOException {
                return Input.Content.super.anywhere(bytes.length - 1);
            }
        };
        var ledger = new WhatsAppMsgstore().read(Input.alone("msgstore.db", content), kept);
        assertEquals(Map.of("file-too-large-to-unpack", 1L), ledger.skippedReasons());
        assertEquals(1, kept.records.size());
    }

    @Test
    void twoDatabasesInOneArchiveAreSaidToRepeatEachOther() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        var twice = read("phone.zip", zip(Map.of("msgstore.db", bytes, "msgstore-2023-10-01.1.db", bytes)));
        assertTrue(warns(twice, "more than one database of WhatsApp"));
        var backups =
                read("phone.zip", zip(Map.of("msgstore.db.crypt15", backup(), "msgstore-1.db.crypt14", backup())));
        assertFalse(warns(backups, "more than one database of WhatsApp"));
    }

    private static boolean warns(Reading reading, String part) {
        return reading.ledger().warningsInEnglish().stream().anyMatch(said -> said.contains(part));
    }

    @Test
    void theLogOfAnotherDatabaseIsNotTakenForThisOnes() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        var reading = read("phone.zip", zip(Map.of("a/msgstore.db", bytes, "b/msgstore.db-wal", new byte[100])));
        assertEquals(
                Map.of("member-not-named-by-the-chat", 1L), reading.ledger().skippedReasons());
    }

    @Test
    void aLogThatIsDamagedInItsMiddleIsSaidToBe() throws IOException, InterruptedException {
        var database = Made.database(
                folder,
                ".dbconfig no_ckpt_on_close on\n" + Tables.NEW + Tables.message(1, "A", "long ago")
                        + "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n"
                        + Tables.message(2, "B", "soon") + Tables.message(9, "C", "last words"));
        byte[] log = Files.readAllBytes(folder.resolve("msgstore.db-wal"));
        log[log.length - 5_000] ^= 1;
        var reading =
                read("phone.zip", zip(Map.of("msgstore.db", Files.readAllBytes(database), "msgstore.db-wal", log)));
        assertEquals("long ago", texts().getFirst());
        assertFalse(texts().contains("last words"));
        assertTrue(
                warns(reading, "changes behind that were finished"),
                reading.ledger().warningsInEnglish().toString());
        assertFalse(warns(reading, "somebody deleted"));
    }

    @Test
    void aChangeThatWasNotFinishedIsTakenBackWithTheJournalBeside() throws IOException, InterruptedException {
        var database = folder.resolve("begun.db");
        Made.database(
                folder,
                Tables.NEW + "BEGIN;\n" + many() + "COMMIT;\nPRAGMA cache_size=5; PRAGMA cache_spill=5;\n"
                        + "BEGIN; UPDATE message SET text_data = 'changed ' || text_data;\n"
                        + ".shell cp " + folder.resolve("msgstore.db") + " " + database + "; cp "
                        + folder.resolve("msgstore.db-journal") + " " + database + "-journal\nROLLBACK;\n");
        byte[] bytes = Files.readAllBytes(database);
        byte[] journal = Files.readAllBytes(folder.resolve("begun.db-journal"));
        var reading = read("phone.zip", zip(Map.of("msgstore.db", bytes, "msgstore.db-journal", journal)));
        assertEquals(400, texts().size());
        assertTrue(texts().stream().allMatch(text -> text.startsWith("as it was")));
        assertTrue(warns(reading, "what was there before it is read"));
        assertEquals(List.of(), skipped());
    }

    private static String many() {
        return java.util.stream.LongStream.rangeClosed(1, 400)
                .mapToObj(row -> Tables.message(row, "ID" + row, "as it was " + "x".repeat(300)))
                .collect(java.util.stream.Collectors.joining());
    }

    private static String gap() {
        return Tables.NEW + Tables.message(1, "A", "one") + Tables.message(9, "B", "two");
    }

    /// The ZIP says that its member was another.
    @Test
    void aMemberThatTheArchiveKnowsToBeDamagedSaysNothingOfWhatIsMissing() throws IOException, InterruptedException {
        byte[] archive = zip(Map.of("msgstore.db", Files.readAllBytes(Made.database(folder, gap()))));
        read("phone.zip", archive);
        assertEquals("7", Made.detail(kept.records.getLast(), "missingBefore"));
        kept.records.clear();
        int sum = indexOf(archive, new byte[] {'P', 'K', 7, 8}) + 4;
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2}) + 16;
        archive[sum] ^= 1;
        archive[directory] ^= 1;
        var reading = read("phone.zip", archive);
        assertEquals(List.of("one", "two"), texts());
        assertEquals("", Made.detail(kept.records.getLast(), "missingBefore"));
        assertEquals("7", Made.detail(kept.records.getLast(), "unreadBefore"));
        assertFalse(warns(reading, "somebody deleted"));
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDatabaseWithoutItsLogSaysNothingOfWhatIsMissing() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(folder, gap()));
        bytes[18] = 2;
        bytes[19] = 2;
        read("msgstore.db", bytes);
        assertEquals("7", Made.detail(kept.records.getLast(), "unreadBefore"));
        kept.records.clear();
        var whole = read("phone.zip", zip(Map.of("msgstore.db", bytes, "msgstore.db-wal", new byte[0])));
        assertEquals("7", Made.detail(kept.records.getLast(), "missingBefore"));
        assertFalse(warns(whole, "not here"));
    }

    @Test
    void aLogThatTheArchiveKnowsToBeDamagedLeavesDoubt() throws IOException, InterruptedException {
        var file = Made.database(
                folder,
                ".dbconfig no_ckpt_on_close on\n" + gap() + "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n"
                        + Tables.message(19, "Z", "last words"));
        var members = new LinkedHashMap<String, byte[]>();
        members.put("msgstore.db-wal", Files.readAllBytes(folder.resolve("msgstore.db-wal")));
        members.put("msgstore.db", Files.readAllBytes(file));
        byte[] archive = zip(members);
        read("phone.zip", archive);
        assertEquals("9", Made.detail(kept.records.getLast(), "missingBefore"));
        kept.records.clear();
        archive[indexOf(archive, new byte[] {'P', 'K', 7, 8}) + 4] ^= 1;
        archive[indexOf(archive, new byte[] {'P', 'K', 1, 2}) + 16] ^= 1;
        var reading = read("phone.zip", archive);
        assertTrue(warns(reading, "msgstore.db-wal beside the database is damaged"));
        assertEquals("", Made.detail(kept.records.getLast(), "missingBefore"));
        assertEquals("9", Made.detail(kept.records.getLast(), "unreadBefore"));
    }

    @Test
    void aDatabaseWhoseFirstBytesAreDamagedIsSaidToBe() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        for (int at : List.of(0, 7, 15, 16, 17)) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 8;
            var reading = read("msgstore.db", bytes);
            assertEquals(
                    "whatsapp-msgstore/1", reading.parts().getFirst().part().parser(), "byte " + at);
            assertEquals(Map.of("broken-from-here", 1L), reading.ledger().skippedReasons(), "byte " + at);
            assertTrue(warns(reading, "damaged"), "byte " + at);
        }
        var words = read("msgstore.db", "only words".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("text/plain"), List.of(words.ledger().format()));
    }

    @Test
    void aDatabaseThatIsDamagedWhereItsTablesAreNamedIsSaidToBe() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        bytes[100] = 0;
        var reading = read("msgstore.db", bytes);
        assertEquals(Map.of("broken-from-here", 1L), reading.ledger().skippedReasons());
        assertTrue(warns(reading, "damaged where it says which tables it has"));
    }

    @Test
    void howMuchIsUnpackedIsAPartOfTheMemory() throws IOException, InterruptedException {
        var bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        Input.Content unpacked = () -> new ByteArrayInputStream(bytes);
        var small = new WhatsAppMsgstore(3L * bytes.length - 3).read(Input.alone("msgstore.db", unpacked), kept);
        assertEquals(Map.of("file-too-large-to-unpack", 1L), small.skippedReasons());
        var enough = new WhatsAppMsgstore(3L * bytes.length).read(Input.alone("msgstore.db", unpacked), kept);
        assertEquals(Map.of(), enough.skippedReasons());
        long all = 96L << 20;
        var room = new Room(all);
        assertTrue(room.database() + room.log() + 2L * Ids.EACH * (all / 24 / Ids.EACH) + all / 8 < 2 * all / 3);
    }
}
