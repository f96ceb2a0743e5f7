package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;

/// A change that was begun and not finished is taken back with the journal, as SQLite itself does.
final class JournalTest {
    private static final int TIMES = switch (System.getProperty("taniq.check", "full")) {
        case "fast" -> 5;
        case "full" -> 60;
        default -> 1_000;
    };

    @TempDir
    Path folder;

    @BeforeEach
    void hasSqlite() {
        Sqlite3.unlessMissing("JournalTest");
    }

    /// A database and its journal in the middle of a change.
    private record Begun(Bytes file, Bytes journal) {
        Database open() throws IOException {
            return Database.open(file, journal);
        }

        Path write(Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.write(folder.resolve("a.db-journal"), Sqlite3.all(journal));
            return Files.write(folder.resolve("a.db"), Sqlite3.all(file));
        }
    }

    private static Begun begun(Path work, long seed) throws IOException, InterruptedException {
        Files.createDirectories(work);
        var file = work.resolve("begun.db");
        int size = 512 << seed % 4;
        var script = """
                PRAGMA page_size=%d; PRAGMA auto_vacuum=%d;
                CREATE TABLE t(a, b); CREATE TABLE u(a PRIMARY KEY, b) WITHOUT ROWID;
                WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<%d)
                 INSERT INTO t SELECT i, hex(randomblob(i %% 50)) FROM c;
                INSERT INTO u SELECT * FROM t;
                PRAGMA journal_mode=%s; PRAGMA cache_size=5; PRAGMA cache_spill=5;
                BEGIN; UPDATE t SET b='changed' WHERE a%%3=0; DELETE FROM u WHERE a%%5=0; INSERT INTO t SELECT a+9000,b FROM t;
                .shell cp %s %s.copy; cp %s-journal %s.journal
                ROLLBACK;
                """;
        var mode = seed % 2 == 0 ? "delete" : "persist";
        Sqlite3.run(
                file,
                String.format(Locale.ROOT, script, size, seed % 3, 200 + seed % 7 * 100, mode, file, file, file, file));
        return new Begun(Bytes.of(work.resolve("begun.db.copy")), Bytes.of(work.resolve("begun.db.journal")));
    }

    @Test
    void anUnfinishedChangeIsTakenBackAsSqliteDoes() throws IOException, InterruptedException {
        for (long seed = 0; seed < TIMES; seed++) {
            var begun = begun(folder.resolve("begun" + seed), seed);
            var file = begun.write(folder.resolve("found" + seed));
            try (var database = begun.open();
                    var half = Database.open(begun.file())) {
                Sqlite3.compare(file, database, "seed " + seed);
                assertEquals(Log.State.ROLLED_BACK, database.log().state());
                assertEquals(List.of(), database.damages());
                assertEquals(List.of(), Sample.strays(database));
                assertTrue(Sqlite3.rows(half, "t").stream().anyMatch(row -> row.contains("text:6368616E676564")));
            }
        }
    }

    @Test
    void aDamagedOrCutJournalIsUsedAsFarAsSqliteUsesIt() throws IOException, InterruptedException {
        var random = new Random(3);
        int compared = 0;
        for (long seed = 0; seed < TIMES; seed++) {
            var begun = begun(folder.resolve("begun" + seed), seed);
            var damaged = new Begun(begun.file(), Bytes.of(damaged(Sqlite3.all(begun.journal()), random)));
            compared += compare(damaged, damaged.write(folder.resolve("found" + seed)), "seed " + seed);
        }
        assertTrue(compared > 0);
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] journal = Arrays.copyOf(sound, random.nextBoolean() ? random.nextInt(sound.length) : sound.length);
        int at = random.nextInt(random.nextBoolean() ? 28 : journal.length + 1);
        if (at > 7 && at < journal.length) {
            journal[at] ^= (byte) (1 << random.nextInt(8));
        }
        return journal;
    }

    /// @return 1 if SQLite can read it to its end
    private static int compare(Begun damaged, Path file, String which) throws IOException, InterruptedException {
        if (!Sqlite3.tried(file, "PRAGMA integrity_check;\n").equals("ok\n")) {
            return 0;
        }
        try (var database = damaged.open()) {
            if (database.log().state() == Log.State.DAMAGED) {
                return 0;
            }
            Sqlite3.compare(file, database, which);
            return 1;
        }
    }

    @Test
    void aJournalThatEndsBeforeItsLastPageIsTold() throws IOException, InterruptedException {
        var begun = begun(folder.resolve("begun"), 1);
        byte[] whole = Sqlite3.all(begun.journal());
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        try (var database = new Begun(begun.file(), Bytes.of(cut)).open()) {
            assertEquals(Damage.Why.LOG, database.damages().getLast().why());
        }
        byte[] changed = whole.clone();
        int page = ByteBuffer.wrap(changed).getInt(24);
        changed[ByteBuffer.wrap(changed).getInt(20) + 4 + page - 200]++;
        try (var database = new Begun(begun.file(), Bytes.of(changed)).open()) {
            assertEquals(0, database.log().applied());
            assertEquals(Damage.Why.LOG, database.damages().getLast().why());
        }
    }

    @Test
    void aJournalOfSeveralDatabasesIsNotUsed() throws IOException, InterruptedException {
        var begun = begun(folder.resolve("begun"), 0);
        byte[] name = "/x/super-journal".getBytes(StandardCharsets.UTF_8);
        byte[] end = ByteBuffer.allocate(name.length + 20)
                .putInt(0)
                .put(name)
                .putInt(name.length)
                .putInt(0)
                .putLong(0xD9D505F920A163D7L)
                .array();
        try (var database =
                new Begun(begun.file(), Bytes.of(CraftedDatabase.joined(Sqlite3.all(begun.journal()), end))).open()) {
            assertEquals(Log.State.OF_SEVERAL, database.log().state());
            assertEquals(0, database.log().applied());
        }
    }

    @Test
    void aJournalOfAFinishedChangeIsNone() throws IOException, InterruptedException {
        var begun = begun(folder.resolve("begun"), 0);
        byte[] emptied = Sqlite3.all(begun.journal());
        Arrays.fill(emptied, 0, 28, (byte) 0);
        try (var database = new Begun(begun.file(), Bytes.of(emptied)).open()) {
            assertEquals(Log.State.NOT_A_LOG, database.log().state());
        }
    }
}
