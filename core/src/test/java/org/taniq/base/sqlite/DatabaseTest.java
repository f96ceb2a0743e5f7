package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;

/// What SQLite wrote is read as it meant it.
final class DatabaseTest {

    @Test
    void everyRowOfEveryTableIsReadAsSqliteReadsIt() throws IOException {
        try (var database = Sample.open("small.db")) {
            assertEquals(Sample.expected("small.expected"), Sample.read(database));
            assertEquals(List.of(), database.damages());
            assertEquals(List.of(), Sample.strays(database));
        }
    }

    @Test
    void aTableOfThreeLevelsOfPagesIsReadInItsOrder() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var database = Sample.open("large.db")) {
            for (var table : Sample.read(database).entrySet()) {
                digest.update(("== " + table.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                table.getValue().forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            assertEquals(List.of(), Sample.strays(database));
        }
        var wanted = new String(Sample.bytes("large.sha256"), StandardCharsets.UTF_8).strip();
        assertEquals(wanted, HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void textsAreReadInTheEncodingOfTheirDatabaseAndKeptWhereTheyAreNotInIt() throws IOException {
        try (var database = Sample.open("utf16.db")) {
            assertEquals(Sample.expected("utf16.expected"), Sample.read(database));
            assertEquals(StandardCharsets.UTF_16LE, database.header().encoding());
            var rows = database.rows(database.table("WORD").orElseThrow());
            var first = (Row) rows.next().orElseThrow();
            assertEquals(Optional.of("Gəncə 😀"), first.text("Text"));
            var second = (Row) rows.next().orElseThrow();
            var garbled = (Value.Garbled) second.value("text").orElseThrow();
            assertEquals("\uFFFD", garbled.shown());
            assertEquals("3dd8", HexFormat.of().formatHex(Sqlite3.all(garbled.bytes())));
        }
    }

    @Test
    void aRowIsAskedForItsValuesByTheNamesOfTheColumns() throws IOException {
        try (var database = Sample.open("small.db")) {
            var row = (Row)
                    database.rows(database.table("person").orElseThrow()).next().orElseThrow();
            assertEquals(OptionalLong.of(-7), row.number());
            assertEquals(OptionalLong.of(-7), row.number("ID"));
            assertEquals(Optional.of("Лейла"), row.text("name"));
            assertEquals(Optional.of(new Value.Real(0)), row.value("share"));
            assertEquals(OptionalLong.of(5), row.number("phone"));
            assertEquals(Optional.empty(), row.text("phone"));
            assertEquals(Optional.empty(), row.value("no such column"));
        }
    }

    @Test
    void theColumnsAreThoseOfTheSchema() throws IOException {
        try (var database = Sample.open("small.db")) {
            var person = database.table("person").orElseThrow();
            assertEquals(
                    List.of("id", "name", "phone", "share"),
                    person.columns().stream().map(Column::name).toList());
            assertEquals(
                    Set.of("INTEGER", "TEXT", "", "REAL"),
                    Set.copyOf(person.columns().stream().map(Column::type).toList()));
            assertEquals(Column.Kind.ROW_NUMBER, person.columns().getFirst().kind());
            assertTrue(person.isNumbered());
            assertFalse(database.table("setting").orElseThrow().isNumbered());
        }
    }

    @Test
    void aRowThatIsOlderThanAColumnHasTheDefaultOfIt() throws IOException {
        try (var database = Sample.open("small.db")) {
            var row = (Row) database.rows(database.table("message").orElseThrow())
                    .next()
                    .orElseThrow();
            assertEquals(5, row.stored().size());
            assertEquals(OptionalLong.of(-1), row.number("edited"));
        }
    }

    @Test
    void aRowKnowsWhereItLies() throws IOException {
        byte[] file = Sample.bytes("small.db");
        try (var database = Database.open(Bytes.of(file))) {
            var rows = database.rows(database.table("person").orElseThrow());
            rows.next();
            var place = rows.next().orElseThrow().place();
            assertEquals(Place.In.DATABASE, place.file());
            assertEquals((place.page() - 1) * 512, place.from() / 512 * 512);
            byte[] bytes = Arrays.copyOfRange(file, (int) place.from(), (int) place.to());
            assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("Aysel+994000000001"));
        }
    }

    @Test
    void pagesThatNoTableHasAnyMoreAreCounted() throws IOException {
        try (var database = Sample.open("small.db")) {
            assertEquals(3, database.freePages());
            assertEquals(Sample.bytes("small.db").length / 512, database.pages());
            assertEquals(11, database.header().userVersion());
        }
    }

    @Test
    void whatIsOnlyInTheLogIsReadFromIt() throws IOException {
        byte[] file = Sample.bytes("log.db");
        byte[] log = Sample.bytes("log.db-wal");
        try (var database = Database.open(Bytes.of(file), Bytes.of(log))) {
            assertEquals(Sample.expected("log.expected"), Sample.read(database));
            assertEquals(Log.State.APPLIED, database.log().state());
            assertEquals(0, database.log().left());
            assertTrue(database.header().usesLog());
            var rows = database.rows(database.table("message").orElseThrow());
            assertEquals(Place.In.LOG, rows.next().orElseThrow().place().file());
        }
    }

    @Test
    void withoutItsLogTheDatabaseIsAsItWasBefore() throws IOException {
        try (var database = Sample.open("log.db")) {
            assertEquals(Log.State.NONE, database.log().state());
            assertTrue(database.header().usesLog());
            var rows = Sqlite3.rows(database, "message");
            assertEquals(2, rows.size());
            assertEquals("2| integer:2 text:" + hex("as it was before"), rows.getLast());
        }
    }

    @Test
    void theLogIsUsedUpToTheLastChangeThatIsWhole() throws IOException {
        byte[] file = Sample.bytes("log.db");
        byte[] log = Sample.bytes("log.db-wal");
        int frame = 24 + 512;
        var rows = new ArrayList<Integer>();
        for (int frames = log.length / frame; frames >= 0; frames--) {
            var cut = Bytes.of(Arrays.copyOf(log, 32 + frames * frame - (frames > 0 ? 1 : 0)));
            try (var database = Database.open(Bytes.of(file), cut)) {
                rows.add(Sqlite3.rows(database, "message").size());
                assertEquals(frames, database.log().applied() + database.log().left());
            }
        }
        assertEquals(2, rows.getLast());
        assertEquals(3, rows.getFirst(), "the last change is not whole, the two before it are");
    }

    @Test
    void aChangedByteOfTheLogEndsItThere() throws IOException {
        byte[] file = Sample.bytes("log.db");
        byte[] log = Sample.bytes("log.db-wal");
        for (int at = 0; at < log.length; at++) {
            byte[] changed = log.clone();
            changed[at] ^= 1;
            try (var database = Database.open(Bytes.of(file), Bytes.of(changed))) {
                assertTrue(database.log().applied() <= Math.max(0, (at - 32) / (24 + 512)), "at " + at);
                assertEquals(lost(changed, at) > 0, isLogDamaged(database), "at " + at);
                assertEquals(lost(changed, at), database.log().behind(), "at " + at);
            }
        }
    }

    /// How many changes end in or behind the frame of a changed byte. Where the head is damaged, nothing behind it is
    /// looked at; nor is a frame whose salt it was.
    private static int lost(byte[] log, int at) {
        int frame = 24 + 512;
        int lost = 0;
        for (int from = 32; at >= 32 && from < log.length; from += frame) {
            boolean isFinished = ByteBuffer.wrap(log).getInt(from + 4) != 0;
            boolean isSaltHit = at >= from + 8 && at < from + 16;
            lost += from + frame > at && isFinished && !isSaltHit ? 1 : 0;
        }
        return lost;
    }

    private static boolean isLogDamaged(Database database) throws IOException {
        var damages = database.damages();
        if (damages.isEmpty()) {
            return false;
        }
        assertEquals(Log.State.BROKEN, database.log().state());
        assertEquals(Place.In.LOG, damages.getFirst().place().file());
        return damages.stream().allMatch(damage -> damage.why() == Damage.Why.LOG);
    }

    @Test
    void ofALogOfTooManyPagesTheFirstAreUsedAndItIsTold() throws IOException {
        var log = Bytes.of(Sample.bytes("log.db-wal"));
        try (var whole = Wal.read(log.cursor(), 512, PageIndex.MOST)) {
            int all = (int) whole.told().applied();
            try (var first = Wal.read(log.cursor(), 512, all - 1)) {
                assertEquals(Log.State.BROKEN, first.told().state());
                assertEquals(1, first.told().behind());
                assertTrue(first.told().applied() < all);
                assertEquals(Optional.of(Damage.Why.LOG), first.damage().map(Damage::why));
            }
        }
    }

    @Test
    void aCutDatabaseIsToldAlsoWhereALogWasUsed() throws IOException {
        byte[] log = Sample.bytes("log.db-wal");
        int missing = 0;
        for (int frames = 1; 32 + frames * 536 <= log.length; frames++) {
            missing += cut(Bytes.of(Arrays.copyOf(log, 32 + frames * 536)));
        }
        assertTrue(missing > 0);
    }

    /// @return at how many lengths pages were missing
    private static int cut(Bytes log) throws IOException {
        byte[] file = Sample.bytes("log.db");
        int missing = 0;
        try (var index = Wal.read(log.cursor(), 512, PageIndex.MOST)) {
            for (int length = 100; index.isApplied() && length <= file.length; length += 128) {
                boolean isMissing =
                        LongStream.rangeClosed(length / 512 + 1, index.pages()).anyMatch(page -> index.find(page) < 0);
                try (var database = Database.open(Bytes.of(Arrays.copyOf(file, length)), log)) {
                    var isTold = database.damages().stream().anyMatch(one -> one.why() == Damage.Why.CUT);
                    assertEquals(isMissing, isTold, "cut at " + length);
                }
                missing += isMissing ? 1 : 0;
            }
        }
        return missing;
    }

    @Test
    void aLogOfAnotherDatabaseIsNotUsed() throws IOException {
        try (var database = Database.open(Bytes.of(Sample.bytes("utf16.db")), Bytes.of(Sample.bytes("log.db-wal")))) {
            assertEquals(Log.State.OTHER_PAGES, database.log().state());
            assertEquals(Sample.expected("utf16.expected"), Sample.read(database));
        }
    }

    @Test
    void aTableThatIsMadeUpOfOthersIsNamedAndTheOthersAreRead() throws IOException {
        try (var database = Sample.open("virtual.db")) {
            assertEquals(List.of("found"), database.virtualTables());
            var row = (Row) database.rows(database.table("found_content").orElseThrow())
                    .next()
                    .orElseThrow();
            assertEquals(Optional.of("the words to look for"), row.text("c0text"));
        }
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws IOException {
        for (var bytes : List.of(new byte[0], new byte[100], "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))) {
            assertThrows(SqliteException.class, () -> Database.open(Bytes.of(bytes)));
            assertFalse(Database.isDatabase(Bytes.of(bytes)));
        }
        assertTrue(Database.isDatabase(Bytes.of(Sample.bytes("small.db"))));
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
