package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;

/// Schemas in which one byte is another.
final class PagesOfSeveralTest {
    @TempDir
    Path folder;

    private byte[] made() throws IOException, InterruptedException {
        Sqlite3.unlessMissing("pages of several tables");
        var file = folder.resolve("two.db");
        Sqlite3.run(
                file,
                "PRAGMA page_size=512; CREATE TABLE one (a TEXT); CREATE TABLE two (b TEXT);"
                        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
                        + " INSERT INTO one SELECT 'row ' || i || replace(hex(zeroblob(100)), '0', 'x') FROM n;");
        return Files.readAllBytes(file);
    }

    private static int find(byte[] bytes, String words) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(words);
        assertTrue(at >= 0, words);
        return at;
    }

    /// Not the first page of the other table alone: all of it.
    @Test
    void everyPageBelowOneToWhichTwoTablesLeadIsNamed() throws IOException, InterruptedException {
        byte[] bytes = made();
        bytes[find(bytes, "CREATE TABLE two") - 1] = bytes[find(bytes, "CREATE TABLE one") - 1];
        try (var database = Database.open(Bytes.of(bytes))) {
            var twice = Sample.strays(database).stream()
                    .filter(stray -> stray.why() == Damage.Why.PAGE_TWICE)
                    .map(stray -> stray.place().page())
                    .toList();
            assertTrue(twice.size() > 10, twice.toString());
            assertEquals(database.pages() - 2, twice.size());
        }
    }

    /// Whichever of the two comes first, its words can be those of the other.
    @Test
    void bothRowsThatGoOnInOnePageAreToldAndNoOther() throws IOException, InterruptedException {
        byte[] bytes = overflowing();
        int first = pointer(bytes, 'a');
        bytes[first + 3] = bytes[pointer(bytes, 'b') + 3];
        assertEquals(
                Map.of(1L, List.of(Damage.Why.OVERFLOW_SHARED), 2L, List.of(Damage.Why.OVERFLOW_SHARED)), told(bytes));
    }

    @Test
    void aRowThatGoesOnInAFreePageIsTold() throws IOException, InterruptedException {
        byte[] bytes = overflowing();
        bytes[pointer(bytes, 'a') + 3] = bytes[35]; // the first page of the list of free ones
        var told = told(bytes);
        assertEquals(Set.of(1L), told.keySet());
        assertTrue(told.getOrDefault(1L, List.of()).contains(Damage.Why.OVERFLOW_SHARED), told.toString());
    }

    @Test
    void aRowThatGoesOnWhereATableStandsEndsThere() throws IOException, InterruptedException {
        byte[] bytes = overflowing();
        bytes[pointer(bytes, 'a') + 3] = bytes[find(bytes, "CREATE TABLE later") - 1];
        assertEquals(Map.of(1L, List.of(Damage.Why.OVERFLOW)), told(bytes));
    }

    private byte[] overflowing() throws IOException, InterruptedException {
        Sqlite3.unlessMissing("rows that go on in one page");
        var file = folder.resolve("overflow.db");
        Sqlite3.run(
                file,
                "PRAGMA page_size=512; PRAGMA secure_delete=OFF; CREATE TABLE t (a TEXT); CREATE TABLE later (a TEXT);"
                        + "INSERT INTO later VALUES ('words');"
                        + "INSERT INTO t VALUES ('" + "a".repeat(2_000) + "'), ('" + "b".repeat(2_000) + "'), ('"
                        + "c".repeat(2_000) + "'), ('" + "d".repeat(2_000) + "'); DELETE FROM t WHERE rowid = 4;");
        return Files.readAllBytes(file);
    }

    /// Where the page is named in which a row goes on.
    private static int pointer(byte[] bytes, char letter) {
        for (int page = 512; page < bytes.length; page += 512) {
            var all = new String(bytes, page, 512, StandardCharsets.ISO_8859_1);
            int last = all.lastIndexOf(Character.toString(letter).repeat(20));
            if (bytes[page] == 13 && last >= 0) {
                return page + last + 20;
            }
        }
        throw new AssertionError("no row of " + letter);
    }

    /// What is told of each row, before it.
    private static Map<Long, List<Damage.Why>> told(byte[] bytes) throws IOException {
        var all = new HashMap<Long, List<Damage.Why>>();
        try (var database = Database.open(Bytes.of(bytes))) {
            var shared = database.strays().shared();
            var rows = database.rows(database.table("t").orElseThrow(), shared);
            var before = new ArrayList<Damage.Why>();
            for (var found = rows.next(); found.isPresent(); found = rows.next()) {
                switch (found.get()) {
                    case Damage damage -> before.add(damage.why());
                    case Row row -> {
                        if (!before.isEmpty()) {
                            all.put(row.number().orElseThrow(), List.copyOf(before));
                        }
                        before.clear();
                    }
                }
            }
        }
        return all;
    }

    /// What a log or journal says of pages that neither file holds costs nothing.
    @Test
    void aJournalCannotMakeADatabaseOfWhatIsNotThere() throws IOException, InterruptedException {
        byte[] bytes = made();
        var journal = ByteBuffer.allocate(28).putLong(0xD9D505F920A163D7L);
        journal.putInt(16, 1 << 28).putInt(20, 512).putInt(24, 512);
        try (var database = Database.open(Bytes.of(bytes), Bytes.of(journal.array()))) {
            assertEquals(Log.State.ROLLED_BACK, database.log().state());
            assertTrue(database.pages() <= bytes.length / 512 + 1, database.pages() + " pages");
            assertEquals(
                    List.of(Damage.Why.CUT),
                    database.damages().stream().map(Damage::why).toList());
        }
    }

    /// The name stands in the schema three times, and in two of them it is right.
    @Test
    void aTableIsFoundWhereOneOfItsNamesIsDamaged() throws IOException, InterruptedException {
        byte[] bytes = made();
        bytes[find(bytes, "oneone")] = 'x';
        try (var database = Database.open(Bytes.of(bytes))) {
            assertTrue(database.table("one").isPresent());
            assertEquals(
                    List.of(Damage.Why.SCHEMA),
                    database.damages().stream().map(Damage::why).toList());
        }
    }
}
