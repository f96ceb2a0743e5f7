package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Bytes;

/// The tables of a messenger, which developers of readers have put down as SQL: SQLite makes databases of
/// them.
final class SharedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void theTablesOfAMessengerAreReadAsSqliteReadsThem() throws IOException, InterruptedException {
        Sqlite3.unlessMissing("SharedDatabaseTest");
        var shared = NotRun.unlessShared("formats/whatsapp-msgstore");
        int tables = 0;
        for (var name : List.of("msgstore", "wa")) {
            var file = folder.resolve(name + ".db");
            Sqlite3.run(file, Files.readString(shared.resolve(name + ".sql")));
            tables += compare(file);
        }
        assertTrue(tables > 15);
    }

    private static int compare(Path file) throws IOException, InterruptedException {
        try (var database = Database.open(Bytes.of(file))) {
            assertEquals(List.of(), database.damages());
            for (var table : database.tables()) {
                var columns = table.columns().stream().map(Column::name).toList();
                String said = Sqlite3.run(file, Sqlite3.select(table.name(), columns, "rowid"));
                assertEquals(Sqlite3.lines(said), Sqlite3.rows(database, table.name()), table.name());
            }
            String names = Sqlite3.run(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid;");
            assertEquals(
                    Sqlite3.lines(names),
                    database.tables().stream().map(Table::name).toList());
            return database.tables().size();
        }
    }
}
