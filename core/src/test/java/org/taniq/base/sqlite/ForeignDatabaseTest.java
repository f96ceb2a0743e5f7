package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;

/// Databases that SQLite itself makes by chance are read as it reads them.
final class ForeignDatabaseTest {
    private static final int TIMES = switch (System.getProperty("taniq.check", "full")) {
        case "fast" -> 5;
        case "full" -> 50;
        default -> 2_000;
    };

    @TempDir
    Path folder;

    @BeforeEach
    void hasSqlite() {
        Sqlite3.unlessMissing("ForeignDatabaseTest");
    }

    @Test
    void everyRowOfADatabaseIsReadAsSqliteReadsIt() throws IOException, InterruptedException {
        for (long seed = 0; seed < TIMES; seed++) {
            var work = Files.createDirectory(folder.resolve("seed" + seed));
            compare(work.resolve("random.db"), new RandomDatabase(seed), "seed " + seed);
        }
    }

    private static void compare(Path file, RandomDatabase random, String which)
            throws IOException, InterruptedException {
        var queries = new StringBuilder(random.script());
        for (var table : random.tables()) {
            queries.append("SELECT '== ").append(table.name()).append("';\n");
            queries.append(Sqlite3.select(table.name(), table.columns(), table.order()));
        }
        queries.append("SELECT '== free';\nPRAGMA freelist_count;\n");
        String said = Sqlite3.run(file, queries.toString());
        var log = file.resolveSibling(file.getFileName() + "-wal");
        var logBytes = Files.exists(log) ? Bytes.of(log) : Bytes.of(new byte[0]);
        try (var database = Database.open(Bytes.of(file), logBytes)) {
            assertEquals(List.of(), database.damages(), which);
            for (var table : random.tables()) {
                same(part(said, table.name()), Sqlite3.rows(database, table.name()), which + " " + table);
            }
            assertEquals(List.of("" + database.freePages()), part(said, "free"), which);
            assertEquals(List.of(), Sample.strays(database), which);
            assertEquals(
                    random.hasLog() ? Log.State.APPLIED : Log.State.NONE,
                    database.log().state(),
                    which);
        }
    }

    @Test
    void aDamagedLogIsUsedAsFarAsSqliteUsesIt() throws IOException, InterruptedException {
        int broken = 0;
        for (long seed = 0; seed < 2L * TIMES; seed++) {
            var random = new RandomDatabase(seed);
            if (random.hasLog()) {
                var work = Files.createDirectory(folder.resolve("log" + seed));
                Sqlite3.run(work.resolve("random.db"), random.script());
                broken += damaged(work, new Random(seed), "seed " + seed);
            }
        }
        assertTrue(broken > 0);
    }

    /// @return 1 if more is told of the log than that it ended
    private static int damaged(Path work, Random random, String which) throws IOException, InterruptedException {
        var file = work.resolve("random.db");
        var log = work.resolve("random.db-wal");
        byte[] bytes = Files.readAllBytes(log);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(log, bytes);
        try (var database = Database.open(Bytes.of(Files.readAllBytes(file)), Bytes.of(bytes))) {
            Sqlite3.compare(file, database, which);
            assertEquals(
                    database.log().state() == Log.State.BROKEN,
                    database.damages().stream().anyMatch(damage -> damage.why() == Damage.Why.LOG),
                    which);
            return database.log().state() == Log.State.BROKEN ? 1 : 0;
        }
    }

    private static void same(List<String> wanted, List<String> found, String which) {
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            assertEquals(wanted.get(i), found.get(i), which);
        }
        assertEquals(wanted.size(), found.size(), which);
    }

    private static List<String> part(String said, String name) {
        String after = said.substring(said.indexOf("== " + name + "\n") + name.length() + 4);
        int end = after.indexOf("== ");
        return Sqlite3.lines(end < 0 ? after : after.substring(0, end));
    }
}
