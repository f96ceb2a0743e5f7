package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            var twice = database.strays().stream()
                    .filter(stray -> stray.why() == Damage.Why.PAGE_TWICE)
                    .map(stray -> stray.place().page())
                    .toList();
            assertTrue(twice.size() > 10, twice.toString());
            assertEquals(database.pages() - 2, twice.size());
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
