package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Verb;

/// Messages as they were stored until 2021, alone and beside the newer table. The people are invented.
final class OldMessageTest {
    private static final String COLUMNS =
            "INSERT INTO messages (_id, key_remote_jid, key_from_me, key_id, status, data, timestamp, media_wa_type,"
                    + " remote_resource, media_name, media_caption, media_size, media_hash, quoted_row_id, forwarded) VALUES ";

    @TempDir
    Path folder;

    private Made made(String... sql) throws IOException, InterruptedException {
        return Made.of(folder, String.join("", sql));
    }

    @Test
    void theOldTableAloneIsRead() throws IOException, InterruptedException {
        var made = made(
                Tables.OLD,
                COLUMNS + "(1, '-1', 0, '-1', -1, '', 0, NULL, NULL, NULL, NULL, -1, NULL, NULL, NULL);",
                COLUMNS + "(2, '994501112233@s.whatsapp.net', 0, 'A', 0, 'hello', 1500000000000, '0', '', NULL, NULL,"
                        + " 0, NULL, 0, 0);",
                COLUMNS + "(3, '120363@g.us', 0, 'B', 0, NULL, 1500000001000, '1', '994504445566@s.whatsapp.net',"
                        + " 'IMG-3.jpg', 'look', 2048, 'aGFzaA==', 0, 2);",
                COLUMNS + "(4, '120363@g.us', 1, 'C', 5, 'mine', 1500000002000, '0', NULL, NULL, NULL, 0, NULL, 7, 0);",
                COLUMNS + "(5, '120363@g.us', 0, 'D', 0, NULL, 1500000003000, '15', '994504445566@s.whatsapp.net',"
                        + " NULL, NULL, 0, NULL, 0, 0);",
                COLUMNS + "(6, '120363@g.us', 1, 'E', 6, 'New name', 1500000004000, NULL,"
                        + " '994504445566@s.whatsapp.net', NULL, NULL, 1, NULL, 0, 0);",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data, remote_resource, timestamp)"
                        + " VALUES (7, '120363@g.us', 0, 'GONE', 'I know where you live',"
                        + " '994504445566@s.whatsapp.net', 1499999999000);");
        assertEquals(List.of("row-placeholder"), made.skipped());
        assertEquals(List.of("hello", "look", "mine", "", "New name"), made.texts());
        assertEquals(
                List.of(
                        "994501112233@s.whatsapp.net",
                        "994504445566@s.whatsapp.net",
                        "",
                        "994504445566@s.whatsapp.net",
                        "+994504445566"),
                made.actors());
        var picture = made.row("messages", 3);
        assertEquals(
                List.of(new Attachment("IMG-3.jpg", Attachment.State.MISSING)),
                picture.object().attachments());
        assertEquals(Set.of(Mark.FORWARDED), picture.marks());
        assertEquals(new Actor.Named("Block 4", "120363@g.us"), picture.audience());
        assertEquals(Verb.DELETE, made.row("messages", 5).verb());
        assertEquals(Verb.UPDATE, made.row("messages", 6).verb());
        assertTrue(Made.detail(made.row("messages", 4), "quoted").contains("I know where you live"));
    }

    @Test
    void ofTwoTablesTheOneWithOneRowDoesNotHideTheOther() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.message(1, "X", "only one"),
                Tables.old(2, "A", "a"),
                Tables.old(3, "B", "b"));
        assertEquals(List.of("only one", "a", "b"), made.texts());
    }

    @Test
    void theSameMessageInBothTablesIsReadOnce() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.message(1, "A", "a"),
                Tables.message(2, "B", "b"),
                Tables.old(1, "A", "a"),
                Tables.old(2, "B", "b"),
                Tables.old(3, "C", "c"));
        assertEquals(List.of("a", "b", "c"), made.texts());
        assertEquals(List.of("row-in-both-tables", "row-in-both-tables"), made.skipped());
        assertTrue(made.warns("in the old and in the new table alike, and were read once: 2"));
    }

    @Test
    void theSameMessageUnderAnotherNumberIsReadOnceToo() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.old(3, "A", "a"),
                "INSERT INTO message VALUES (70, 10, 0, 'A', 0, " + Tables.time(3) + ", 0, 'a', 0, 0);");
        assertEquals(List.of("a"), made.texts());
        assertEquals(List.of("row-in-both-tables"), made.skipped());
    }

    @Test
    void whatTheTablesSayDifferentlyIsTwoRecords() throws IOException, InterruptedException {
        var made = made(Tables.NEW, Tables.OLD, Tables.message(1, "A", "kind words"), Tables.old(1, "A", "a threat"));
        assertEquals(List.of("kind words", "a threat"), made.texts());
        assertEquals(List.of(), made.skipped());
    }

    @Test
    void whatStandsBesideAnOldMessageBelongsToIt() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.old(3, "A", "a"),
                "INSERT INTO message_media VALUES (3, 10, 'Media/IMG-3.jpg', 1, 0, NULL, NULL, NULL, 'aA==', NULL);");
        assertEquals(1, made.records().size());
        assertEquals("\"Media/IMG-3.jpg\"", Made.detail(made.row("messages", 3), "filePath"));
    }

    @Test
    void aMessageThatIsReadOnceTakesWhatItAnswersWithIt() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.message(1, "A", "a"),
                "INSERT INTO message_quoted VALUES (1, 10, 10, 1, 0, 'Q', 1500000000000, 0, 'earlier');",
                Tables.old(3, "A", "a"),
                "UPDATE messages SET quoted_row_id = 7, timestamp = " + Tables.time(1) + ";",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data) VALUES"
                        + " (7, '994501112233@s.whatsapp.net', 1, 'Q', 'earlier');");
        assertEquals(List.of("a"), made.texts());
        assertEquals(List.of("row-in-both-tables"), made.skipped());
    }

    @Test
    void whatAnswersSomethingElseIsAnotherMessage() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.message(1, "A", "a"),
                Tables.old(1, "A", "a"),
                "UPDATE messages SET quoted_row_id = 7;",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data) VALUES"
                        + " (7, '994501112233@s.whatsapp.net', 1, 'Q', 'a threat');");
        assertEquals(List.of("a", "a"), made.texts());
        assertTrue(Made.detail(made.row("messages", 1), "quoted").contains("a threat"));
    }

    @Test
    void picturesWithoutWordsAreNotAlikeForThat() throws IOException, InterruptedException {
        var old = COLUMNS + "(%d, '994501112233@s.whatsapp.net', 0, '%s', 0, NULL, 1600000000000, '1', '', NULL, %s, 1,"
                + " '%s', 0, 0);";
        var made = made(
                Tables.NEW,
                Tables.OLD,
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 1, NULL, 0, 0);",
                "INSERT INTO message_media VALUES (1, 10, 'Media/1.jpg', 1, 0, NULL, NULL, NULL, 'one', NULL);",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 1, NULL, 0, 0);",
                "INSERT INTO message_media VALUES (2, 10, 'Media/2.jpg', 1, 0, NULL, NULL, NULL, 'two', NULL);",
                "INSERT INTO message VALUES (3, 10, 0, 'C', 0, 1600000000000, 1, NULL, 0, 0);",
                "INSERT INTO message_media VALUES (3, 10, 'Media/3.jpg', 1, 0, NULL, NULL, 'look', 'three', NULL);",
                old.formatted(1, "A", "NULL", "one"),
                old.formatted(2, "B", "NULL", "another"),
                old.formatted(3, "C", "'a threat'", "three"));
        assertEquals(
                List.of(
                        Place.row("message", 1),
                        Place.row("message", 2),
                        Place.row("messages", 2),
                        Place.row("message", 3),
                        Place.row("messages", 3)),
                made.records().stream().map(Activity::place).toList());
    }

    @Test
    void aGroupWritesNothingThatIsQuoted() throws IOException, InterruptedException {
        var made = made(
                Tables.OLD,
                COLUMNS + "(4, '120363@g.us', 1, 'C', 5, 'mine', 1500000002000, '0', NULL, NULL, NULL, 0, NULL, 7, 0);",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data) VALUES"
                        + " (7, '120363@g.us', 0, 'Q', 'earlier');");
        var quoted = Made.detail(made.row("messages", 4), "quoted");
        assertTrue(quoted.contains("earlier"));
        assertFalse(quoted.contains("\"by\""), quoted);
    }

    @Test
    void quotationsOfOneNumberAreAllKept() throws IOException, InterruptedException {
        var made = made(
                Tables.OLD.replace(
                        "messages_quotes (_id INTEGER PRIMARY KEY AUTOINCREMENT", "messages_quotes (_id INTEGER"),
                COLUMNS + "(4, '120363@g.us', 1, 'C', 5, 'mine', 1500000002000, '0', NULL, NULL, NULL, 0, NULL, 7, 0);",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data) VALUES"
                        + " (7, '120363@g.us', 0, 'Q', 'one'), (7, '120363@g.us', 0, 'R', 'two');");
        var all = made.records().stream()
                .map(record -> Made.detail(record, "quoted"))
                .toList()
                .toString();
        assertTrue(all.contains("one") && all.contains("two"), all);
    }

    /// Rows whose columns are not known look alike, whatever they hold.
    @Test
    void rowsOfWhichNotAllIsKnownAreLikeNoOthers() throws IOException, InterruptedException {
        byte[] bytes = java.nio.file.Files.readAllBytes(Made.database(
                folder,
                Tables.NEW
                        + Tables.OLD
                        + Tables.message(1, "A", "first words")
                        + Tables.old(2, "B", "second words")
                        + Tables.old(3, "C", "third words")));
        for (var table : List.of("message", "messages")) {
            var all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            bytes[all.indexOf("CREATE TABLE " + table + " (") + 14 + table.length()] = ')';
        }
        var kept = new org.taniq.read.Kept();
        org.taniq.read.Reading.of("msgstore.db", org.taniq.base.Bytes.of(bytes), _ -> kept);
        var texts = kept.records.stream()
                .map(record -> record.object().text())
                .toList()
                .toString();
        for (var words : List.of("first words", "second words", "third words")) {
            assertTrue(texts.contains(words), texts);
        }
    }

    @Test
    void rowsWithoutAnIdOrWithTextThatIsCutAreLikeNoOthers() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.message(1, "", "a"),
                Tables.old(1, "", "a"),
                Tables.message(2, "B", "x"),
                Tables.old(2, "B", "x"),
                "UPDATE message SET text_data = CAST(x'41FF' AS TEXT) WHERE _id = 2;",
                "UPDATE messages SET data = CAST(x'41FE' AS TEXT) WHERE _id = 2;");
        assertEquals(4, made.records().size());
        assertEquals(List.of(), made.skipped());
    }

    /// The title and the description of the page behind a link are words of its owner.
    @Test
    void whatAPageSaysOfItselfIsNotWhatAPersonWrote() throws IOException, InterruptedException {
        var made = made(
                Tables.OLD,
                COLUMNS + "(1, '994501112233@s.whatsapp.net', 0, 'A', 0, 'look: https://example.org', 1500000000000,"
                        + " '0', '', 'A page', 'What it is about', 0, NULL, 0, 0);");
        assertEquals(List.of("look: https://example.org"), made.texts());
        assertEquals("\"A page\"", Made.detail(made.row("messages", 1), "linkTitle"));
        assertEquals("\"What it is about\"", Made.detail(made.row("messages", 1), "linkDescription"));
    }
}
