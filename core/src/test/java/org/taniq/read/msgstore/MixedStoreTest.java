package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// Rows that a wrong number, a wrong page or a wrong name would give to another one's message. The people are invented.
final class MixedStoreTest {
    private static final int PAGE = 4_096;
    private static final String ANN = "994501112233@s.whatsapp.net";
    private static final String BOB = "994504445566@s.whatsapp.net";

    @TempDir
    Path folder;

    private Made made(String... sql) throws IOException, InterruptedException {
        return Made.of(folder, String.join("", sql));
    }

    private static String group(long row, long sender, String id, String text) {
        return "INSERT INTO message VALUES (" + row + ", 11, 0, '" + id + "', " + sender + ", " + Tables.time(row)
                + ", 0, '" + text + "', 0, 0);";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Each bit of the numbers of the pages where two long messages go on, beside one that was deleted.
    @Test
    void noBitGivesOneTheWordsOfAnother() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(
                folder,
                "PRAGMA page_size = 4096; PRAGMA secure_delete = OFF;"
                        + Tables.NEW
                        + group(1, 1, "A", "a".repeat(6_000))
                        + group(2, 2, "B", "b".repeat(6_000))
                        + group(3, 2, "D", "d".repeat(6_000))
                        + "DELETE FROM message WHERE _id = 3;"));
        int tried = 0;
        for (int page = 0; page < bytes.length; page += PAGE) {
            for (var letter : List.of("a", "b")) {
                int last = text(bytes).substring(page, page + PAGE).lastIndexOf(letter.repeat(50));
                for (int bit = 0; bytes[page] == 13 && last >= 0 && bit < 32; bit++) {
                    byte[] damaged = bytes.clone();
                    damaged[page + last + 50 + bit / 8] ^= (byte) (1 << bit % 8);
                    check(damaged, letter + " bit " + bit);
                    tried++;
                }
            }
        }
        assertTrue(tried >= 64, tried + " bits");
    }

    private static void check(byte[] bytes, String which) throws IOException {
        var kept = PeopleStore.read(bytes);
        for (var record : kept.records) {
            String who = record.actor().id();
            String words = record.object().text();
            assertTrue(who.isEmpty() || !words.contains("dddd"), which);
            assertTrue(!who.equals(ANN) || !words.contains("bbbb"), which);
            assertTrue(!who.equals(BOB) || !words.contains("aaaa"), which);
        }
        for (var id : List.of("A", "B")) {
            assertTrue(
                    kept.records.stream()
                            .anyMatch(record -> record.id().equals(id)
                                    || Made.detail(record, "values").contains("\"" + id + "\"")),
                    which + " takes " + id);
        }
    }

    @Test
    void anOldMessageIsNotDeletedByARowThatCannotBeIts() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.old(1, "A", "still there"),
                "INSERT INTO message_revoked VALUES (1, 'OTHER', NULL, 1600000061000);",
                Tables.old(2, "B", "hello"),
                "INSERT INTO message_media VALUES (2, 11, 'Media/x.jpg', 1, 0, NULL, NULL, 'a threat', NULL, NULL);",
                "INSERT INTO call_log VALUES (9, 2, 1, 'CALL', 1600000000000, 0, 60, 5, 0, 0);",
                "INSERT INTO message_call_log VALUES (2, 9);");
        assertEquals(Verb.CREATE, made.row("messages", 1).verb());
        assertEquals("hello", made.row("messages", 2).object().text());
        assertEquals("", Made.detail(made.row("messages", 2), "call"));
        assertEquals("true", Made.detail(made.row("message_media", 2), "rowUnsure"));
        assertEquals("\"CALL\"", '"' + made.row("call_log", 9).id() + '"');
    }

    /// The page above says that no row of this page has a number above 42.
    @Test
    void aRowWithANumberThatThePageAboveItContradictsStandsApart() throws IOException, InterruptedException {
        var sql = new StringBuilder(Tables.NEW);
        for (long row = 1; row <= 170; row++) {
            sql.append(Tables.message(row, "ID" + row, "words of " + row));
        }
        for (long row = 2; row < 170; row += 40) {
            sql.append("INSERT INTO message_edit_info VALUES (" + row + ", 'was" + row + "." + "x".repeat(1_800)
                    + "', 1, 1);");
        }
        byte[] bytes = Files.readAllBytes(Made.database(folder, sql.toString()));
        int words = text(bytes).indexOf("was42.");
        int number = words - 1;
        while (bytes[number] != 42) {
            number--;
        }
        assertTrue(words - number < 12);
        bytes[number] ^= 16;
        var kept = PeopleStore.read(bytes);
        var other = kept.records.stream()
                .filter(record -> record.id().equals("ID58"))
                .findFirst()
                .orElseThrow();
        assertFalse(other.marks().contains(Mark.EDITED));
        var apart = kept.records.stream()
                .filter(record -> Made.detail(record, "originalId").contains("was42."))
                .toList();
        assertEquals(1, apart.size());
        assertEquals("true", Made.detail(apart.getFirst(), "rowUnsure"));
    }

    @Test
    void aFileOrPlaceOfAMessageOfAnotherKindStandsApart() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.message(1, "A", "words"),
                "INSERT INTO message_location VALUES (1, 40.4, 49.8, 'a place', '', '');",
                "INSERT INTO message_poll VALUES (1, NULL, 1, 0);",
                "INSERT INTO message_system_block_contact VALUES (1, 1);",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 5, NULL, 0, 0);",
                "INSERT INTO message_location VALUES (2, 40.4, 49.8, 'here', '', '');");
        assertEquals("words", made.row("message", 1).object().text());
        assertEquals(java.util.Set.of(), made.row("message", 1).marks());
        assertEquals("a place", made.row("message_location", 1).object().text());
        assertEquals("here", made.row("message", 2).object().text());
    }

    @Test
    void aNameCutBetweenTheHalvesOfALetterEndsNothing() throws IOException, InterruptedException {
        String name = "n".repeat(1_023) + "\uD83D\uDE00";
        var made = made(
                Tables.NEW,
                "UPDATE chat SET subject = '" + name + "' WHERE _id = 11;",
                "UPDATE jid SET raw_string = '" + name + "' WHERE _id = 2;",
                group(1, 2, "A", "hello"));
        assertEquals("n".repeat(1_023), made.row("message", 1).audience().name());
        assertFalse(made.row("message", 1).toJson().inOrder().isEmpty());
    }

    @Test
    void nobodyMakesAnothersMessageADeletedOne() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                group(1, 1, "SAME", "a threat"),
                "INSERT INTO message VALUES (2, 11, 0, 'R', 2, 1600000002000, 15, NULL, 0, 0);",
                "INSERT INTO message_revoked VALUES (2, 'SAME', NULL, 1600000060000);",
                "INSERT INTO message VALUES (3, 11, 1, 'ANSWER', 0, 1600000030000, 0, 'stop it', 0, 0);",
                "INSERT INTO message_quoted VALUES (3, 11, 11, 0, 1, 'SAME', 1600000000000, 0, 'a threat');");
        assertEquals("", Made.detail(made.row("message", 3), "quotedDeleted"));
        assertFalse(made.warns("that was deleted"));
    }

    @Test
    void anAnswerOfAChatThatIsNotKnownIsNoAnswerToWhatIsMissing() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                "DELETE FROM chat WHERE _id = 12;",
                "INSERT INTO message VALUES (1, 10, 1, 'TOSTATUS', 0, 1600000007000, 0, 'nice', 0, 0);",
                "INSERT INTO message_quoted VALUES (1, 12, 10, 0, 1, 'STATUS', 1600000000000, 0, 'my day');");
        assertEquals("", Made.detail(made.row("message", 1), "quotedMissing"));
        assertFalse(made.warns("that is not there"));
    }

    @Test
    void rowsThatNameNoMessageAreOneRecordEach() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.message(1, "A", "hello"),
                "INSERT INTO message_vcard VALUES (1, NULL, 'card one'), (2, NULL, 'card two');",
                "INSERT INTO message_add_on_reaction VALUES (5, 'x', 1600000006001), (6, 'y', 1600000006001);");
        assertEquals(5, made.records().size());
        assertEquals("card two", made.row("message_vcard", 2).object().text());
        assertTrue(
                Made.detail(made.row("message_add_on_reaction", 6), "reaction").contains("\"y\""));
    }

    @Test
    void aQuotationThatTwoAnswersNameIsGivenToNeither() throws IOException, InterruptedException {
        var made = made(
                Tables.OLD,
                Tables.old(1, "A", "one"),
                Tables.old(2, "B", "two"),
                Tables.old(3, "C", "three"),
                "UPDATE messages SET quoted_row_id = 7 WHERE _id < 3;",
                "UPDATE messages SET quoted_row_id = 8 WHERE _id = 3;",
                "INSERT INTO messages_quotes (_id, key_remote_jid, key_from_me, key_id, data) VALUES" + " (7, '" + ANN
                        + "', 1, 'Q', 'earlier');");
        for (long row = 1; row <= 3; row++) {
            assertEquals("", Made.detail(made.row("messages", row), "quoted"));
            assertEquals(row == 3 ? "8" : "7", Made.detail(made.row("messages", row), "quotedRow"));
        }
        assertTrue(Made.detail(made.row("messages_quotes", 7), "quoted").contains("earlier"));
    }

    @Test
    void aCardOfTheOlderTablesIsNotOfAnotherMessageOfItsNumber() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                "CREATE TABLE messages_vcards (_id INTEGER PRIMARY KEY, message_row_id INTEGER, vcard TEXT);",
                "CREATE TABLE missed_call_logs (_id INTEGER PRIMARY KEY, message_row_id INTEGER, video_call INTEGER);",
                group(5, 2, "NEW", "hello"),
                Tables.old(5, "OLD", "a card"),
                "INSERT INTO messages_vcards VALUES (1, 5, 'BEGIN:VCARD');",
                "INSERT INTO missed_call_logs VALUES (1, 5, 0);",
                "INSERT INTO message_vcard VALUES (1, 5, 'another card');",
                "INSERT INTO message_edit_info VALUES (5, 'BEFORE', 1600000005000, 1600000005000);");
        assertEquals("hello", made.row("message", 5).object().text());
        assertEquals(java.util.Set.of(), made.row("message", 5).marks());
        assertEquals("a card\nBEGIN:VCARD", made.row("messages", 5).object().text());
        assertEquals("another card", made.row("message_vcard", 1).object().text());
        assertEquals("true", Made.detail(made.row("message_edit_info", 5), "rowUnsure"));
    }

    /// One letter of the name of each column that holds something.
    @Test
    void aWrongLetterInTheNameOfAColumnHidesNothing() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(
                folder,
                Tables.NEW
                        + Tables.message(1, "A", "hello")
                        + "INSERT INTO message_ftsv2_content VALUES (3, 'i will find you', '', '');"
                        + "INSERT INTO message_system_chat_participant VALUES (1, 4711);"
                        + "INSERT INTO message_mentions VALUES (1, 1, 4712);"
                        + "INSERT INTO message_call_log VALUES (1, 4713);"
                        + "INSERT INTO message_add_on_poll_vote_selected_option VALUES (1, 1, 4714);"));
        hides(bytes, "c0content", "i will find you");
        hides(bytes, "user_jid_row_id", "4711");
        hides(bytes, "message_row_id INTEGER, jid_row_id", "4712");
        hides(bytes, "call_log_row_id", "4713");
        hides(bytes, "message_poll_option_id", "4714");
    }

    private static void hides(byte[] whole, String column, String words) throws IOException {
        byte[] bytes = whole.clone();
        bytes[text(bytes).indexOf(column) + column.length() - 1] ^= 1;
        var all = PeopleStore.read(bytes).records.stream()
                .map(record -> record.toJson().inOrder())
                .toList()
                .toString();
        assertTrue(all.contains(words), column + ": " + all);
    }

    @Test
    void aReactionInAnotherChatOrThatIsAVoteStandsApart() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.message(1, "A", "hello"),
                "INSERT INTO message_add_on VALUES (1, 11, 0, 'R', 2, 1, 1600000006000, 0, 56);",
                "INSERT INTO message_add_on_reaction VALUES (1, 'knife', 1600000006001);",
                "INSERT INTO message_add_on VALUES (2, 10, 0, 'V', 1, 1, 1600000006000, 0, 67);",
                "INSERT INTO message_add_on_reaction VALUES (2, 'x', 1600000006001);");
        assertEquals("", Made.detail(made.row("message", 1), "reaction"));
        assertTrue(Made.detail(made.row("message_add_on", 1), "reaction").contains("knife"));
        assertTrue(
                Made.detail(made.row("message_add_on_reaction", 2), "reaction").contains("\"x\""));
    }

    @Test
    void aGroupIsNobodyWhoWrites() throws IOException, InterruptedException {
        var made = made(
                Tables.NEW,
                Tables.OLD,
                Tables.old(1, "A", "hello"),
                "UPDATE messages SET remote_resource = '120363@g.us';",
                group(2, 3, "B", "bye"));
        assertEquals(List.of("", ""), made.actors());
    }

    @Test
    void damageInWhatNumbersWereGivenIsToldOnce() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        int root = bytes[text(bytes).indexOf("CREATE TABLE sqlite_sequence(") - 1];
        bytes[(root - 1) * PAGE] = 0;
        assertEquals(1, PeopleStore.read(bytes).unread.size());
    }
}
