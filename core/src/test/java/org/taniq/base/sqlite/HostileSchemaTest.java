package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.base.sqlite.CraftedDatabase.cell;
import static org.taniq.base.sqlite.CraftedDatabase.chain;
import static org.taniq.base.sqlite.CraftedDatabase.leaf;
import static org.taniq.base.sqlite.CraftedDatabase.local;
import static org.taniq.base.sqlite.CraftedDatabase.record;
import static org.taniq.base.sqlite.HostileDatabaseTest.row;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Schemas that were made to lead a reader astray, by names, by their size, or by what they do not say.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class HostileSchemaTest {

    @Test
    void aTableWhoseSchemaIsNotUnderstoodGivesItsRowsWithoutNames() throws IOException {
        byte[] schema = cell(1, record("table", "t", "t", 2, "CREATE NOTHING"));
        var crafted = new CraftedDatabase(schema).with(leaf(row(1, "one")));
        try (var database = Database.open(crafted.bytes())) {
            assertEquals(Damage.Why.SCHEMA, database.damages().getFirst().why());
            var row = (Row)
                    database.rows(database.table("t").orElseThrow()).next().orElseThrow();
            assertEquals(List.of(new Value.Text("one")), row.stored());
            assertEquals(Optional.empty(), row.value("a"));
        }
    }

    @Test
    void aSecondTableOfTheSameNameIsTold() throws IOException {
        byte[] first = cell(1, record("table", "t", "t", 2, "CREATE TABLE t(a)"));
        byte[] second = cell(2, record("table", "T", "T", 2, "CREATE TABLE t(a)"));
        try (var database = Database.open(
                new CraftedDatabase(first, second).with(leaf(row(1, "one"))).bytes())) {
            assertEquals(2, database.tables().size());
            assertEquals(Damage.Why.SCHEMA, database.damages().getFirst().why());
        }
    }

    private static List<Damage.Why> damages(byte[]... schema) throws IOException {
        try (var database = Database.open(
                new CraftedDatabase(schema).with(leaf(row(1, "one"))).bytes())) {
            return database.damages().stream().map(Damage::why).toList();
        }
    }

    @Test
    void twoThingsOfOneNameAreTold() throws IOException {
        byte[] table = cell(9, record("table", "t", "t", 2, "CREATE TABLE t(a)"));
        var told = List.of(Damage.Why.SCHEMA);
        assertEquals(told, damages(cell(1, record("view", "T", "T", 0, "CREATE VIEW T AS SELECT 1")), table));
        assertEquals(told, damages(cell(1, record("table", "T", "T", 0, "CREATE VIRTUAL TABLE T USING x")), table));
        assertEquals(told, damages(cell(1, record("index", "T", "u", 0, "CREATE INDEX T ON u(a)")), table));
        assertEquals(told, damages(cell(1, record("table", "t", "t", 2, "CREATE TABLE t(a, b, A)"))));
        assertEquals(List.of(), damages(cell(1, record("trigger", "T", "t", 0, "CREATE TRIGGER")), table));
    }

    @Test
    void aTableWhoseNameOnlyLooksLikeAnotherIsNotTakenForIt() throws IOException {
        byte[] decoy = cell(1, record("table", "me\u017F\u017Fages", "x", 3, "CREATE TABLE me\u017F\u017Fages(a)"));
        byte[] real = cell(2, record("table", "Messages", "x", 2, "CREATE TABLE Messages(\u212A, k)"));
        var crafted = new CraftedDatabase(decoy, real).with(leaf(cell(1, record("one", "two"))));
        try (var database = Database.open(crafted.bytes())) {
            assertEquals(List.of(), database.damages());
            var table = database.table("messages").orElseThrow();
            assertEquals("Messages", table.name());
            var row = (Row) database.rows(table).next().orElseThrow();
            assertEquals(Optional.of("two"), row.text("K"));
        }
    }

    @Test
    void aSchemaOfTooMuchTextEndsThere() throws IOException {
        var much = "CREATE TABLE t(" + "a,".repeat(1 << 20) + "b)";
        byte[] record = record("table", "t", "t", 2, much);
        byte[] local = Arrays.copyOf(record, 39 + (record.length - 39) % 508);
        var crafted = new CraftedDatabase(
                cell(1, record.length, Arrays.copyOf(record, local(record.length)), 3), row(2, "x"), row(3, "y"));
        crafted.with(leaf());
        chain(crafted, record, local(record.length), 3);
        assertTrue(local.length >= local(record.length));
        try (var database = Database.open(crafted.bytes())) {
            assertEquals(
                    List.of(Damage.Why.SCHEMA, Damage.Why.SCHEMA_TOO_LARGE),
                    database.damages().stream().map(Damage::why).toList());
            assertEquals(List.of(), database.tables().getFirst().columns());
        }
    }

    @Test
    void aTableIsOneInWhicheverLettersItsEntrySaysSo() throws IOException {
        var crafted = new CraftedDatabase(cell(1, record("TABLE", "t", "t", 2, "CREATE TABLE t(a)")));
        try (var database = Database.open(crafted.with(leaf(row(1, "one"))).bytes())) {
            assertEquals(List.of(), database.damages());
            assertEquals(1, Sqlite3.rows(database, "t").size());
        }
    }

    @Test
    void aNameOfManyLettersIsNotKept() throws IOException {
        byte[] record = record("table", "n".repeat(2 << 20), "t", 0, "CREATE VIRTUAL TABLE n USING x");
        int local = local(record.length);
        var crafted = new CraftedDatabase(cell(1, record.length, Arrays.copyOf(record, local), 3));
        chain(crafted.with(leaf()), record, local, 3);
        try (var database = Database.open(crafted.bytes())) {
            assertEquals(100, database.virtualTables().getFirst().length());
            assertEquals(Damage.Why.SCHEMA, database.damages().getFirst().why());
        }
    }
}
