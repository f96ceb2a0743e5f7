package org.taniq.base.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.base.sqlite.CraftedDatabase.branch;
import static org.taniq.base.sqlite.CraftedDatabase.cell;
import static org.taniq.base.sqlite.CraftedDatabase.chain;
import static org.taniq.base.sqlite.CraftedDatabase.interior;
import static org.taniq.base.sqlite.CraftedDatabase.joined;
import static org.taniq.base.sqlite.CraftedDatabase.leaf;
import static org.taniq.base.sqlite.CraftedDatabase.local;
import static org.taniq.base.sqlite.CraftedDatabase.overflow;
import static org.taniq.base.sqlite.CraftedDatabase.record;
import static org.taniq.base.sqlite.CraftedDatabase.varint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that were made to lead a reader astray: each lie is told, and the rows beside it are read.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class HostileDatabaseTest {

    /// The texts of the column `a`, and in their places what is damaged.
    private static List<String> read(CraftedDatabase crafted) throws IOException {
        var read = new ArrayList<String>();
        try (var database = Database.open(crafted.bytes())) {
            var rows = database.rows(database.table("t").orElseThrow());
            for (var found = rows.next(); found.isPresent(); found = rows.next()) {
                read.add(
                        switch (found.get()) {
                            case Damage damage ->
                                damage.why() + " " + damage.place().page();
                            case Row row -> row.text("a").orElseThrow();
                        });
            }
            assertEquals(Optional.empty(), rows.next(), "what has ended has ended for ever");
        }
        return read;
    }

    static byte[] row(long number, String text) {
        return cell(number, record(text));
    }

    @Test
    void aDatabaseMadeByHandIsReadAsSqliteWouldReadIt() throws IOException {
        var tree = new CraftedDatabase()
                .with(interior(4, branch(3, 2)))
                .with(leaf(row(1, "one"), row(2, "two")))
                .with(leaf(row(3, "three")));
        assertEquals(List.of("one", "two", "three"), read(tree));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void aPageThatLeadsBackIsNotEnteredTwice(long back) throws IOException {
        var circle = new CraftedDatabase()
                .with(interior(4, branch(3, 5), branch(back, 6)))
                .with(leaf(row(1, "one")))
                .with(leaf(row(7, "seven")));
        assertEquals(List.of("one", "PAGE_TWICE " + back, "seven"), read(circle));
    }

    @Test
    void aPageOfAnotherTableIsReadAndNoticedByItsNumbers() throws IOException {
        var astray = new CraftedDatabase()
                .with(interior(4, branch(3, 5), branch(1, 6)))
                .with(leaf(row(4, "four")))
                .with(leaf(row(7, "seven")));
        assertEquals(List.of("four", "table", "MORE_VALUES 1", "ORDER 1", "seven"), read(astray));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 0x7FFFFFFF, 0x80000000L, 0xFFFFFFFFL})
    void aPageOutsideOfTheFileIsTold(long nowhere) throws IOException {
        var astray = new CraftedDatabase()
                .with(interior(4, branch(nowhere, 5), branch(3, 6)))
                .with(leaf(row(6, "six")))
                .with(leaf(row(7, "seven")));
        assertEquals(List.of("NO_SUCH_PAGE " + nowhere, "six", "seven"), read(astray));
    }

    @Test
    void aTreeOfTooManyLevelsIsNotFollowedDown() throws IOException {
        var deep = new CraftedDatabase();
        for (int level = 0; level < 1000; level++) {
            deep.with(interior(3L + level));
        }
        assertEquals(List.of("TOO_DEEP 22"), read(deep.with(leaf(row(1, "one")))));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 1L << 40})
    void aRowWithALengthThatNoneCanHaveIsTold(long length) throws IOException {
        byte[] lie = joined(varint(length), varint(2), new byte[40]);
        assertEquals(
                List.of("one", "LENGTH 2", "three"),
                read(new CraftedDatabase().with(leaf(row(1, "one"), lie, row(3, "three")))));
    }

    @Test
    void typesThatDoNotComeToTheLengthAreTold() throws IOException {
        byte[] longer = cell(2, new byte[] {2, 27, 'a', 'b'});
        byte[] shorter = cell(3, new byte[] {2, 15, 'a', 'b'});
        byte[] unknown = cell(4, new byte[] {2, 10});
        byte[] head = cell(5, new byte[] {9, 1});
        byte[] none = cell(6, new byte[] {0, 0});
        byte[] huge = cell(7, joined(new byte[] {10}, varint(-1), new byte[2]));
        byte[] page = leaf(row(1, "one"), longer, shorter, unknown, head, none, huge, row(8, "eight"));
        assertEquals(
                List.of("one", "RECORD 2", "RECORD 2", "RECORD 2", "RECORD 2", "RECORD 2", "RECORD 2", "eight"),
                read(new CraftedDatabase().with(page)));
    }

    @Test
    void aPageThatSaysItHasMoreRowsThanItCanHoldGivesThoseThatItHolds() throws IOException {
        byte[] page = leaf(row(1, "one"), row(2, "two"));
        ByteBuffer.wrap(page).putShort(3, (short) -1);
        var read = read(new CraftedDatabase().with(page));
        assertEquals("COUNT 2", read.getFirst());
        assertEquals(List.of("one", "two"), read.subList(1, 3));
        assertTrue(read.size() < 256, "no more lines than pointers fit a page");
    }

    @Test
    void aPageThatSaysItHasFewerRowsIsTold() throws IOException {
        byte[] page = leaf(row(1, "one"), row(2, "two"));
        ByteBuffer.wrap(page).putShort(3, (short) 1);
        assertEquals(List.of("one", "UNACCOUNTED 2"), read(new CraftedDatabase().with(page)));
    }

    @Test
    void rowsThatShareTheirBytesAreGivenAFewTimesAndNotAThousandTimes() throws IOException {
        byte[] page = leaf(row(1, "x".repeat(300)));
        var pointers = ByteBuffer.wrap(page);
        int count = 90;
        for (int i = 1; i < count; i++) {
            pointers.putShort(8 + 2 * i, pointers.getShort(8));
        }
        pointers.putShort(3, (short) count);
        var read = read(new CraftedDatabase().with(page));
        assertTrue(read.contains("SHARED 2"));
        assertEquals("TOO_OFTEN 2", read.getLast());
        assertTrue(read.stream().filter(line -> line.startsWith("x")).count() < 16);
    }

    /// One row is given twice, and the one that nothing leads to any more is told as missing.
    @Test
    void aPointerThatLeadsToAnotherRowTakesOneAndThatIsTold() throws IOException {
        byte[] page = leaf(row(1, "one"), row(2, "two"), row(3, "three"));
        var pointers = ByteBuffer.wrap(page);
        pointers.putShort(10, pointers.getShort(12));
        assertEquals(
                List.of("ORDER 2", "SHARED 2", "UNACCOUNTED 2", "one", "three", "three"),
                read(new CraftedDatabase().with(page)).stream().sorted().toList());
    }

    @Test
    void rowsThatShareWhatOverflowsAreGivenAFewTimes() throws IOException {
        byte[] record = record("o".repeat(2000));
        byte[] local = Arrays.copyOf(record, local(record.length));
        var shared = new CraftedDatabase();
        byte[][] branches = new byte[50][];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = branch(4L + i, i);
        }
        shared.with(interior(4L + branches.length, branches.clone())).with(new byte[CraftedDatabase.SIZE]);
        long first = 5L + branches.length;
        for (int i = 0; i <= branches.length; i++) {
            shared.with(leaf(cell(i, record.length, local, first)));
        }
        chain(shared, record, local.length, first);
        var read = read(shared);
        assertEquals(51, read.stream().filter(line -> line.startsWith("o")).count());
        assertEquals(
                50,
                read.stream().filter(line -> line.startsWith("OVERFLOW_SHARED")).count());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 9, 0xFFFFFFFFL})
    void whatOverflowsInACircleOrToNowhereIsCutOff(long next) throws IOException {
        byte[] record = record("o".repeat(100_000));
        byte[] local = Arrays.copyOf(record, local(record.length));
        var read = read(new CraftedDatabase()
                .with(leaf(row(1, "one"), cell(2, record.length, local, 3), row(3, "three")))
                .with(overflow(next, new byte[0])));
        assertEquals("one", read.getFirst());
        assertEquals("OVERFLOW 2", read.get(1));
        assertTrue(read.get(2).matches("o+\\x00*"), "what is there of a text is given");
        assertEquals("three", read.getLast());
    }

    @Test
    void whatOverflowsBeyondTheEndOfItsRowIsTold() throws IOException {
        byte[] record = record("o".repeat(600));
        byte[] local = Arrays.copyOf(record, local(record.length));
        var longer = new CraftedDatabase().with(leaf(cell(1, record.length, local, 3)));
        longer.with(overflow(2, Arrays.copyOfRange(record, local.length, record.length)));
        assertEquals(List.of("OVERFLOW_LONGER 2", "o".repeat(600)), read(longer));
    }

    @Test
    void aRowOfAnotherOrderIsTold() throws IOException {
        assertEquals(
                List.of("five", "ORDER 2", "three", "four"),
                sorted(read(new CraftedDatabase().with(leaf(row(5, "five"), row(3, "three"), row(4, "four"))))));
    }

    /// What is told of a row comes beside it, whether before or after.
    private static List<String> sorted(List<String> read) {
        var first = new ArrayList<>(read);
        int at = first.indexOf("ORDER 2");
        first.add(1, first.remove(at));
        return first;
    }

    @Test
    void aRowWithMoreValuesThanColumnsIsTold() throws IOException {
        assertEquals(
                List.of("one", "MORE_VALUES 2", "two"),
                read(new CraftedDatabase().with(leaf(cell(1, record("one", "more")), cell(2, record("two", "more"))))));
    }

    @Test
    void aListOfFreePagesInACircleIsTold() throws IOException {
        byte[] trunk = new byte[CraftedDatabase.SIZE];
        ByteBuffer.wrap(trunk).putInt(3).putInt(1 << 30).putInt(3);
        var bytes = Sqlite3.all(new CraftedDatabase().with(leaf()).with(trunk).bytes());
        ByteBuffer.wrap(bytes).putInt(32, 3).putInt(36, 9);
        try (var database = Database.open(org.taniq.base.Bytes.of(bytes))) {
            assertEquals(1, database.freePages());
            assertEquals(
                    List.of(Damage.Why.FREE_LIST),
                    database.damages().stream().map(Damage::why).toList());
        }
    }

    @Test
    void pagesBelowADamagedOneAreNamedAsNotReached() throws IOException {
        var crafted = new CraftedDatabase()
                .with(new byte[CraftedDatabase.SIZE])
                .with(leaf(row(1, "one")))
                .with(leaf(row(2, "two")));
        assertEquals(List.of("OTHER_KIND 2"), read(crafted));
        try (var database = Database.open(crafted.bytes())) {
            var strays = Sample.strays(database);
            assertEquals(
                    List.of(3L, 4L),
                    strays.stream().map(damage -> damage.place().page()).toList());
            assertEquals(Damage.Why.NOT_REACHED, strays.getFirst().why());
        }
    }

    @Test
    void aLeafOfAnIndexOrWithADamagedFirstRowIsNamedToo() throws IOException {
        byte[] index = leaf(new byte[] {3, 2, 1, 7});
        index[0] = 10;
        byte[] damaged = leaf(joined(varint(-1), varint(2), new byte[9]), row(2, "two"));
        var crafted =
                new CraftedDatabase().with(leaf(row(1, "one"))).with(index).with(damaged);
        try (var database = Database.open(crafted.bytes())) {
            assertEquals(
                    List.of(3L, 4L),
                    Sample.strays(database).stream()
                            .map(damage -> damage.place().page())
                            .toList());
        }
    }

    @Test
    void aRowLargerThanIsReadIsCut() throws IOException {
        long length = Overflow.MOST + 1_000_000L;
        byte[] head = joined(varint(5), varint(13 + 2 * (length - 5)));
        byte[] local = Arrays.copyOf(head, local((int) length));
        var crafted = new CraftedDatabase().with(leaf(cell(1, length, local, 3)));
        for (long at = local.length, next = 4; at < length; at += 508, next++) {
            crafted.with(overflow(at + 508 >= length ? 0 : next, new byte[0]));
        }
        try (var database = Database.open(crafted.bytes())) {
            var rows = database.rows(database.table("t").orElseThrow());
            assertEquals(Damage.Why.TOO_LARGE, ((Damage) rows.next().orElseThrow()).why());
            var cut = (Value.Cut) ((Row) rows.next().orElseThrow()).value("a").orElseThrow();
            assertEquals(length - 5, cut.length());
            assertEquals(Overflow.MOST - 5, ((Value.Text) cut.there()).text().length());
        }
    }
}
