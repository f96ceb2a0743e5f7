package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases of which one byte is another: numbers of rows, places of rows, roots of tables. The people are invented.
final class DamagedStoreTest {
    private static final List<String> TABLES = List.of(
            "message",
            "message_media",
            "message_revoked",
            "message_quoted",
            "message_edit_info",
            "message_system",
            "jid",
            "chat");

    @TempDir
    Path folder;

    private byte[] changed(byte[] bytes, int at, int bit) {
        bytes[at] ^= (byte) (1 << bit);
        return bytes;
    }

    /// How many of all changes are left out where time is short.
    private static final int STEP = switch (System.getProperty("taniq.check", "full")) {
        case "fast" -> 7;
        case "long" -> 1;
        default -> 4;
    };

    /// The bytes that decide where rows are and which numbers they have, each bit of them.
    @Test
    void noBitInTheFrameworkOfAPageSaysOfOneWhatIsAnothers() throws IOException, InterruptedException {
        var store = new PeopleStore(folder);
        var pages = Stream.of("words of 1 ", "words of 24", "Media/p2.jpg", "GONE5", "quoted by 3.", "p3@s", "chat 3")
                .map(store::pageWith)
                .distinct()
                .toList();
        for (int page : pages) {
            for (int at : store.framework(page)) {
                for (int bit = at % STEP; bit < 8; bit += STEP) {
                    store.check(changed(store.bytes(), at, bit), at);
                }
            }
        }
    }

    @Test
    void aTableThatBeginsWhereAnotherDoesSaysNothingOfIt() throws IOException, InterruptedException {
        var store = new PeopleStore(folder);
        for (var table : TABLES) {
            for (var other : TABLES) {
                byte[] bytes = store.bytes();
                bytes[store.rootOf(table)] = bytes[store.rootOf(other)];
                store.check(bytes, store.rootOf(table));
            }
        }
    }

    @Test
    void aPageOfAnotherTableSaysNothingOfThisOne() throws IOException, InterruptedException {
        var store = new PeopleStore(folder);
        byte[] whole = store.bytes();
        int root = (whole[store.rootOf("message")] - 1) * PeopleStore.PAGE;
        assertEquals(5, whole[root], "the table has a page above others");
        int first = root + ByteBuffer.wrap(whole).getShort(root + 12);
        for (int at : List.of(first, root + 8)) {
            for (int page = 0; page <= whole.length / PeopleStore.PAGE; page++) {
                byte[] bytes = store.bytes();
                ByteBuffer.wrap(bytes).putInt(at, page);
                store.check(bytes, at);
            }
        }
    }

    /// The rows of another one's file, quotation or deletion are given by themselves.
    @Test
    void aRowWhoseNumberIsOutOfOrderStandsApart() throws IOException, InterruptedException {
        var store = new PeopleStore(folder);
        byte[] bytes = store.bytes();
        int row = store.find("Media/p4.jpg");
        int number = store.framework(row / PeopleStore.PAGE).stream()
                .filter(at -> at < row && bytes[at] == 4 && row - at < 20)
                .reduce((_, last) -> last)
                .orElseThrow();
        bytes[number] = 12;
        var kept = PeopleStore.read(bytes);
        var apart = kept.records.stream()
                .filter(record -> Made.detail(record, "filePath").equals("\"Media/p4.jpg\""))
                .toList();
        assertEquals(1, apart.size());
        assertEquals("", apart.getFirst().id());
        assertEquals("true", Made.detail(apart.getFirst(), "rowUnsure"));
        assertEquals("", apart.getFirst().actor().id());
        var twelve = kept.records.stream()
                .filter(record -> record.id().equals("ID12"))
                .findFirst()
                .orElseThrow();
        assertEquals("\"Media/p12.jpg\"", Made.detail(twelve, "filePath"));
        assertTrue(
                kept.records.stream().noneMatch(record -> Made.details(record).containsKey("messageMissing")));
    }

    /// Damage in any place leaves open whether what is not there was deleted.
    @Test
    void aNumberThatWasNeverGivenIsDamage() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + Tables.message(1, "A", "one") + Tables.message(9, "B", "two")
                        + "UPDATE sqlite_sequence SET seq = 8 WHERE name = 'message';");
        assertEquals("", Made.detail(made.row("message", 9), "missingBefore"));
        assertEquals("7", Made.detail(made.row("message", 9), "unreadBefore"));
    }

    @Test
    void aDeletionThatCannotBeOfItsMessageStandsApart() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + Tables.message(1, "A", "still there")
                        + "INSERT INTO message_revoked VALUES (1, 'OTHER', NULL, 1600000061000);"
                        + "INSERT INTO message_system VALUES (1, 14);");
        var message = made.row("message", 1);
        assertTrue(message.marks().isEmpty());
        assertEquals(org.taniq.read.record.Verb.CREATE, message.verb());
        assertEquals("\"OTHER\"", Made.detail(made.row("message_revoked", 1), "revokedId"));
        assertEquals("14", Made.detail(made.row("message_system", 1), "actionType"));
        assertFalse(made.warns("missing"));
        assertTrue(made.warns("rows of which damage leaves open to what they belong"));
    }
}
