package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.taniq.base.Bytes;

/// Changed and cut databases: every row whose bytes are as they were is read, and what is missing is
/// told.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class DamagedDatabaseTest {
    private static final String MODE = System.getProperty("taniq.check", "full");

    /// From one byte that is changed, or one length, to the next.
    private static final int STEP = switch (MODE) {
        case "fast" -> 29;
        case "full" -> 3;
        default -> 1;
    };

    private static final int ROUNDS = switch (MODE) {
        case "fast" -> 20;
        case "full" -> 500;
        default -> 20_000;
    };

    /// A row of the sound database.
    ///
    /// @param needs the bytes that lead to it and those that it is made of
    private record Sound(String said, List<Bytewise.Span> needs) {
        boolean isUntouched(LongPredicate isChanged) {
            for (var span : needs) {
                for (long at = span.from(); at < span.to(); at++) {
                    if (isChanged.test(at)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    @Test
    void aChangedBitTakesOnlyTheRowsThatNeedIt() throws IOException {
        byte[] file = Sample.bytes("small.db");
        var sound = sound(file);
        byte[] changed = file.clone();
        for (int at = Header.LENGTH; at < file.length; at += STEP) {
            long changedAt = at;
            for (int bit : MODE.equals("long") ? List.of(0, 1, 2, 3, 4, 5, 6, 7) : List.of(at % 8)) {
                changed[at] ^= (byte) (1 << bit);
                check(changed, sound, needed -> needed == changedAt, "byte " + at + ", bit " + bit);
                changed[at] = file[at];
            }
        }
    }

    @Test
    void aChangedHeadOfTheFileIsRefusedOrReadToItsEnd() throws IOException {
        byte[] file = Sample.bytes("small.db");
        for (int at = 0; at < Header.LENGTH; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) (1 << bit);
                if (at < 16) {
                    assertThrows(SqliteException.class, () -> Database.open(Bytes.of(changed)));
                } else {
                    readIfItIsOne(changed);
                }
            }
        }
    }

    private static void readIfItIsOne(byte[] file) throws IOException {
        try (var database = Database.open(Bytes.of(file))) {
            read(database);
        } catch (SqliteException refused) {
            assertTrue(refused.said().template().contains("database"));
        }
    }

    @Test
    void aCutDatabaseGivesWhatIsThere() throws IOException {
        byte[] file = Sample.bytes("small.db");
        var sound = sound(file);
        for (int length = Header.LENGTH; length < file.length; length += STEP) {
            long cutAt = length;
            byte[] cut = Arrays.copyOf(file, length);
            check(cut, sound, needed -> needed >= cutAt, "cut at " + length);
            try (var database = Database.open(Bytes.of(cut))) {
                assertEquals(Damage.Why.CUT, database.damages().getFirst().why());
            }
        }
    }

    @Test
    void manyChangedBytesTakeOnlyTheRowsThatNeedThem() throws IOException {
        byte[] file = Sample.bytes("large.db");
        var sound = sound(file);
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = file.clone();
            Set<Long> places = new HashSet<>();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                int at = random.nextInt(Header.LENGTH, file.length);
                changed[at] = (byte) random.nextInt(256);
                places.add((long) at);
            }
            check(changed, sound, places::contains, "round " + round);
        }
    }

    @Test
    void pagesInTheWrongPlaceAreReadToTheirEnd() throws IOException {
        byte[] file = Sample.bytes("large.db");
        var random = new Random(8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = file.clone();
            for (int i = 0; i < 1 + random.nextInt(10); i++) {
                int from = 512 * random.nextInt(file.length / 512);
                System.arraycopy(file, from, changed, 512 * random.nextInt(1, file.length / 512), 512);
            }
            readIfItIsOne(changed);
        }
    }

    /// The rows of each table, `sqlite_schema` among them.
    private static Map<String, List<Sound>> sound(byte[] file) throws IOException {
        var sound = new HashMap<String, List<Sound>>();
        try (var database = Database.open(Bytes.of(file))) {
            for (var table : all(database)) {
                var needed = Bytewise.of(file, table.tree().root());
                var rows = database.rows(table);
                var of = sound.computeIfAbsent(table.name(), _ -> new ArrayList<>());
                for (var found = rows.next(); found.isPresent(); found = rows.next()) {
                    var row = (Row) found.get();
                    var needs = new ArrayList<>(needed.get(row.place().from()));
                    needs.add(new Bytewise.Span(row.place().from(), row.place().to()));
                    of.add(new Sound(Sqlite3.said(row, table, database.header().encoding()), needs));
                }
                assertEquals(needed.size(), of.size());
            }
        }
        return sound;
    }

    private static List<Table> all(Database database) {
        var all = new ArrayList<>(database.tables());
        all.addFirst(Table.schema());
        return all;
    }

    private static void check(byte[] file, Map<String, List<Sound>> sound, LongPredicate isChanged, String which)
            throws IOException {
        try (var database = Database.open(Bytes.of(file))) {
            var read = read(database);
            boolean isSchemaSound =
                    sound.getOrDefault("sqlite_schema", List.of()).stream().allMatch(row -> row.isUntouched(isChanged));
            for (var table : sound.entrySet()) {
                if (isSchemaSound || table.getKey().equals("sqlite_schema")) {
                    check(
                            table.getValue(),
                            read.getOrDefault(table.getKey(), new Read()),
                            isChanged,
                            which + table.getKey());
                }
            }
        }
    }

    private static void check(List<Sound> sound, Read read, LongPredicate isChanged, String which) {
        for (var row : sound) {
            if (!read.rows.contains(row.said())) {
                assertTrue(!row.isUntouched(isChanged), which + " took " + row.said());
            }
        }
        if (read.count < sound.size()) {
            assertTrue(!read.damages.isEmpty(), which + " took rows and nothing is told");
        }
    }

    /// What was read of a table.
    private static final class Read {
        private final Set<String> rows = new HashSet<>();
        private final List<Damage> damages = new ArrayList<>();
        private int count;
    }

    private static Map<String, Read> read(Database database) throws IOException {
        var all = new HashMap<String, Read>();
        var ofAll = new ArrayList<>(database.damages());
        ofAll.addAll(Sample.strays(database));
        for (var table : all(database)) {
            var read = all.computeIfAbsent(table.name(), _ -> new Read());
            read.damages.addAll(ofAll);
            var rows = database.rows(table);
            for (var found = rows.next(); found.isPresent(); found = rows.next()) {
                switch (found.get()) {
                    case Row row -> {
                        read.count++;
                        read.rows.add(Sqlite3.said(row, table, database.header().encoding()));
                    }
                    case Damage damage -> read.damages.add(damage);
                }
            }
        }
        return all;
    }
}
