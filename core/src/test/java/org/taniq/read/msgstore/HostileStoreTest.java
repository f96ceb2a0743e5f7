package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Databases that are damaged, or that somebody made to break whoever reads them. The people are invented.
final class HostileStoreTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private byte[] many(int messages) throws IOException, InterruptedException {
        String sql = LongStream.rangeClosed(1, messages)
                .mapToObj(row -> Tables.message(row, "ID" + row, "message number " + row + " " + "x".repeat(200)))
                .collect(Collectors.joining("", Tables.NEW + "BEGIN;\n", "COMMIT;\n"));
        return Files.readAllBytes(Made.database(folder, sql));
    }

    private static Reading read(byte[] bytes, Kept kept) throws IOException {
        return Reading.of("msgstore.db", Bytes.of(bytes), _ -> kept);
    }

    @Test
    void aDamagedPageTakesNoOtherMessageAwayAndIsNamed() throws IOException, InterruptedException {
        byte[] bytes = many(600);
        int page = pageWith(bytes, "message number 300 ");
        Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0);
        var kept = new Kept();
        var ledger = read(bytes, kept).ledger();
        assertTrue(kept.records.size() > 560 && kept.records.size() < 600, "records: " + kept.records.size());
        assertTrue(
                kept.unread.stream()
                        .anyMatch(lost -> lost.why().word().equals("row-damaged")
                                && lost.spot().from() == (long) page * PAGE),
                kept.unread.toString());
        var said = ledger.warningsInEnglish().toString();
        assertTrue(said.contains("damaged places of the database"), said);
        assertTrue(said.contains("does not say that anything was deleted"), said);
        assertFalse(said.contains("somebody deleted"), said);
        assertTrue(
                kept.records.stream().noneMatch(record -> Made.details(record).containsKey("missingBefore")));
        assertEquals(
                1,
                kept.records.stream()
                        .filter(record -> Made.details(record).containsKey("unreadBefore"))
                        .count());
    }

    @Test
    void aDamagedPageIsNamedOnceThoughItsTableIsReadTwice() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(
                folder,
                LongStream.rangeClosed(1, 200)
                        .mapToObj(
                                row -> Tables.message(row, "ID" + row, "message number " + row + " " + "x".repeat(200))
                                        + "INSERT INTO message_poll_option VALUES (" + row + ", " + row
                                        + ", '', 'option number "
                                        + row + " " + "y".repeat(200) + "', 0);\n")
                        .collect(Collectors.joining("", Tables.NEW + Tables.OLD + "BEGIN;\n", "COMMIT;\n"))));
        for (var words : List.of("message number 100 ", "option number 100 ")) {
            int page = pageWith(bytes, words);
            Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0);
        }
        var kept = new Kept();
        var ledger = read(bytes, kept).ledger();
        var places = kept.unread.stream().map(Unread::spot).toList();
        assertEquals(places.stream().distinct().count(), places.size(), places.toString());
        assertTrue(ledger.warningsInEnglish().stream()
                .anyMatch(
                        said -> said.startsWith("damaged places of the database, where messages may be missing: 2;")));
    }

    /// Each message has a sender, a chat, a time and words of its own. Whatever byte is changed, each of the
    /// others is read as it was, or lies in a place that is named; a byte in the tables of people and chats can
    /// say something else of one message only.
    @Test
    void aChangedByteMakesNoMessageSomebodyElses() throws IOException, InterruptedException {
        byte[] whole = people(60);
        var before = new Kept();
        var asItWas = told(whole, before);
        var random = new Random(7);
        for (int i = 0; i < 250; i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(100, bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            var kept = new Kept();
            var now = told(bytes, kept);
            var others = new ArrayList<String>();
            for (var record : before.records) {
                String words = record.object().text();
                boolean isWhole =
                        at < record.spot().from() || at >= record.spot().to();
                if (isWhole && !now.containsKey(words)) {
                    assertTrue(isUnread(record.spot(), kept), "byte " + at + ": " + words.substring(0, 12));
                } else if (isWhole && !isAsItWas(now.getOrDefault(words, ""), asItWas.getOrDefault(words, ""))) {
                    others.add(words.substring(0, 12) + " " + now.getOrDefault(words, ""));
                }
            }
            assertTrue(others.size() <= 1, "byte " + at + ": " + others);
        }
    }

    private static boolean isUnread(Spot spot, Kept kept) {
        return kept.unread.stream()
                .map(Unread::spot)
                .anyMatch(each -> each.from() < spot.to() && spot.from() < each.to());
    }

    /// What is not known is empty.
    private static boolean isAsItWas(String now, String before) {
        var parts = now.split("\\|", -1);
        var were = before.split("\\|", -1);
        return java.util.stream.IntStream.range(0, parts.length)
                .allMatch(i -> parts[i].isEmpty() || parts[i].equals(were[i]));
    }

    private byte[] people(int messages) throws IOException, InterruptedException {
        return Files.readAllBytes(Made.database(
                folder,
                LongStream.rangeClosed(1, messages)
                        .mapToObj(row -> "INSERT INTO jid VALUES (" + (100 + row) + ", 'p" + row
                                + "', 's.whatsapp.net', 0, 0, 0, 'p" + row + "@s.whatsapp.net');\n"
                                + "INSERT INTO chat VALUES (" + (100 + row) + ", " + (100 + row) + ", 0, 'chat " + row
                                + "', 0, 0);\nINSERT INTO message VALUES (" + row + ", " + (100 + row) + ", 0, 'ID"
                                + row
                                + "', " + (100 + row) + ", " + Tables.time(row) + ", 0, 'words of " + row + " "
                                + "x".repeat(150) + "', 0, 0);\n")
                        .collect(Collectors.joining("", Tables.NEW + "BEGIN;\n", "COMMIT;\n"))));
    }

    private static Map<String, String> told(byte[] bytes, Kept kept) throws IOException {
        read(bytes, kept);
        return kept.records.stream()
                .collect(Collectors.toMap(
                        record -> record.object().text(),
                        record -> record.actor().id() + "|" + record.published().source() + "|"
                                + record.audience().id() + "|"
                                + record.audience().name(),
                        (a, _) -> a));
    }

    @Test
    void atEveryCutWhatIsGivenIsAsItWas() throws IOException, InterruptedException {
        byte[] whole = people(200);
        var asItWas = told(whole, new Kept());
        for (int pages = 1; pages < whole.length / PAGE; pages++) {
            var kept = new Kept();
            var now = told(Arrays.copyOf(whole, pages * PAGE + 100), kept);
            assertFalse(kept.unread.isEmpty());
            now.forEach(
                    (words, told) -> assertTrue(isAsItWas(told, asItWas.getOrDefault(words, "")), words + " " + told));
        }
    }

    /// Where the schema does not name the columns, nothing is known of a message but what it holds.
    @Test
    void aTableWithoutNamesOfColumnsIsGivenAsItIs() throws IOException, InterruptedException {
        for (var table : List.of("message", "message_vcard", "messages")) {
            byte[] bytes = Files.readAllBytes(Made.database(
                    Files.createDirectory(folder.resolve(table)),
                    Tables.NEW + Tables.OLD + Tables.message(1, "A", "hello")
                            + "INSERT INTO message_vcard VALUES (1, 1, 'BEGIN:VCARD');"
                            + Tables.old(5, "C", "old words")));
            replace(bytes, "CREATE TABLE " + table + " (", "CREATE TABLE " + table + " )");
            var kept = new Kept();
            var ledger = read(bytes, kept).ledger();
            var all =
                    kept.records.stream().map(record -> record.object().text()).collect(Collectors.joining("\n"));
            for (var words : List.of("hello", "BEGIN:VCARD", "old words")) {
                assertTrue(all.contains(words), table + ": " + all);
            }
            assertTrue(kept.records.stream()
                    .anyMatch(record -> Made.detail(record, "columnsUnknown").equals("\"" + table + "\"")));
            assertTrue(ledger.warningsInEnglish().stream()
                    .anyMatch(said -> said.startsWith("tables of which it cannot be read what their columns are: 1;")));
        }
    }

    private static void replace(byte[] bytes, String what, String with) {
        var all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = all.indexOf(what);
        assertTrue(at >= 0, what);
        ByteBuffer.wrap(bytes).put(at, with.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void aCutDatabaseGivesWhatIsThereAndSaysThatMoreWas() throws IOException, InterruptedException {
        byte[] bytes = many(600);
        var kept = new Kept();
        read(Arrays.copyOf(bytes, bytes.length * 2 / 3), kept);
        assertTrue(kept.records.size() > 100, "records: " + kept.records.size());
        assertFalse(kept.unread.isEmpty());
    }

    private static int pageWith(byte[] bytes, String words) {
        var all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return all.indexOf(words) / PAGE;
    }

    /// The front door catches what a parser throws; here nothing may be thrown.
    @Test
    void noChangedByteBreaksTheReader() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(Made.database(
                folder,
                Tables.NEW + Tables.OLD + Tables.message(1, "A", "a") + Tables.message(2, "B", "b")
                        + Tables.old(3, "C", "c")
                        + "INSERT INTO message_quoted VALUES (2, 10, 10, 0, 1, 'A', 1, 0, 'a');"
                        + "INSERT INTO message_media VALUES (1, 10, 'a/b.jpg', 1, 1, 'x', 'y', 'z', 'h', x'00');"
                        + "INSERT INTO message_add_on VALUES (1, 10, 0, 'V', 1, 1, 1600000005000, 0, 56);"
                        + "INSERT INTO message_add_on_reaction VALUES (1, 'x', 1);"
                        + "INSERT INTO message_vcard VALUES (1, 2, 'BEGIN:VCARD');"
                        + "INSERT INTO message_system VALUES (2, 12);"
                        + "INSERT INTO call_log VALUES (1, 1, 0, 'CALL1', 1600000000000, 1, 0, 2, 0, 0);"));
        var random = new Random(4);
        var parser = new WhatsAppMsgstore();
        for (int i = 0; i < 600; i++) {
            byte[] bytes = whole.clone();
            for (int n = random.nextInt(1, 40); n > 0; n--) {
                bytes[random.nextInt(100, bytes.length)] = (byte) random.nextInt(256);
            }
            var input = Input.alone("msgstore.db", Input.Content.of(Bytes.of(bytes)));
            parser.knows(input);
            parser.read(input, new Kept());
        }
    }

    @Test
    void aRowWithANumberOutOfOrderLosesNothing() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + Tables.message(9_223_372_036_854_775_000L, "A", "last") + Tables.message(-5, "B", "first")
                        + "INSERT INTO message_vcard VALUES (1, -5, 'BEGIN:VCARD');");
        assertEquals(List.of("first", "last", "BEGIN:VCARD"), made.texts());
    }

    @Test
    void textsLongerThanARecordAreCutAndMarked() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW
                        + "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 0, replace(hex(zeroblob(2000000)),"
                        + " '0', 'x'), 0, 0);"
                        + "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 0, CAST(x'FF41' AS TEXT), 0, 0);");
        assertEquals(1 << 20, made.texts().getFirst().length());
        assertTrue(made.records().getFirst().marks().contains(Mark.CUT));
        assertTrue(made.records().get(1).marks().contains(Mark.NOT_TEXT));
        assertEquals("\uFFFDA", made.texts().get(1));
    }

    /// Nobody has a poll with 50,000 answers; who makes one must not keep the reader busy for hours, nor hide any.
    @Test
    void aMessageWithCountlessAnswersLosesNone() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 66, 'Who?', 0, 0);"
                        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
                        + " INSERT INTO message_poll_option SELECT i, 1, '', 'answer ' || i, 0 FROM n;");
        var said =
                made.texts().stream().flatMap(String::lines).collect(Collectors.toCollection(java.util.TreeSet::new));
        assertEquals(50_001, said.size());
        assertEquals(
                1,
                made.records().stream()
                        .filter(record -> record.id().equals("A"))
                        .count());
        assertTrue(made.warns("were too many to hold"));
        assertTrue(
                made.records().stream().noneMatch(record -> Made.details(record).containsKey("messageMissing")));
    }

    @Test
    void anAnswerOfAPollIsKeptOnceWhoeverVotesForIt() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + "INSERT INTO message VALUES (1, 11, 0, 'A', 2, 1600000000000, 66, 'Who?', 0, 0);"
                        + "INSERT INTO message_poll_option VALUES (5, 1, '', replace(hex(zeroblob(50000)), '0', 'x'), 1);"
                        + "INSERT INTO message_add_on VALUES (1, 11, 0, 'V', 1, 1, 1600000005000, 0, 67);"
                        + "INSERT INTO message_add_on_poll_vote VALUES (1, 1600000005001);"
                        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                        + " INSERT INTO message_add_on_poll_vote_selected_option SELECT i, 1, 5 FROM n;");
        var vote = Made.detail(made.row("message", 1), "vote");
        assertTrue(vote.length() < 102_000, "characters: " + vote.length());
        assertTrue(vote.contains("x".repeat(1_000) + "…"));
        assertTrue(made.warns("more votes in polls"));
    }

    @Test
    void moreRowsThanAreHeldBecomeRecordsOfTheirOwn() {
        var row = fields(Map.of());
        var loose = new Loose(new Budget(2 * row.weight() + 100));
        assertTrue(loose.hold(1, row));
        assertTrue(loose.hold(1, row));
        assertFalse(loose.hold(1, row));
        assertEquals(2, loose.take(1).size());
        assertTrue(loose.hold(1, row));
    }

    @Test
    void whatIsHeldOfAllTablesHasOneLimit() {
        var row = fields(Map.of("a", 1L, "b", 2L));
        assertTrue(row.weight() > fields(Map.of()).weight());
        var budget = new Budget(row.weight());
        assertTrue(new Loose(budget).hold(1, row));
        assertFalse(new Loose(budget).hold(1, row));
    }

    private static Fields fields(Map<String, Long> numbers) {
        var place = new org.taniq.base.sqlite.Place(org.taniq.base.sqlite.Place.In.DATABASE, 1, 0, 1);
        var none = new org.taniq.base.sqlite.Log(org.taniq.base.sqlite.Log.State.NONE, 0, 0, 0);
        return new Fields(
                "message_vcard", 1, new Where(place, none), numbers, Map.of(), java.util.Set.of(), Standing.SURE, 0);
    }

    @Test
    void allTextsOfARowTogetherAreNoLongerThanARecord() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW + Tables.message(1, "A", "hello")
                        + "INSERT INTO message_media VALUES (1, 10, NULL, 1, 0, replace(hex(zeroblob(350000)), '0', 'm'),"
                        + " replace(hex(zeroblob(350000)), '0', 'n'), 'the caption', NULL, NULL);");
        assertTrue(made.texts().getFirst().contains("the caption"));
        assertTrue(made.records().getFirst().marks().contains(Mark.CUT));
    }

    @Test
    void idsThatWereAddedAreThereAndOthersAreNot() {
        var ids = new Ids(Ids.MOST);
        for (int i = 0; i < 300_000; i++) {
            ids.add("A" + i);
        }
        assertTrue(LongStream.range(0, 300_000).allMatch(i -> ids.has("A" + i)));
        assertTrue(LongStream.range(0, 300_000).noneMatch(i -> ids.mayHave("B" + i)));
        assertFalse(ids.has(""));
    }

    @Test
    void aTableThatIsThereTwiceIsSaid() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Made.database(
                folder,
                Tables.NEW + Tables.message(1, "A", "a")
                        + "CREATE TABLE messagX (_id INTEGER PRIMARY KEY, key_id, chat_row_id, text_data);"));
        var all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        var found = new ArrayList<Integer>();
        for (int at = all.indexOf("messagX"); at >= 0; at = all.indexOf("messagX", at + 1)) {
            found.add(at);
        }
        found.forEach(at -> ByteBuffer.wrap(bytes).put(at + 6, (byte) 'e'));
        var kept = new Kept();
        var ledger = read(bytes, kept).ledger();
        assertTrue(
                ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("more than once")),
                ledger.warnings().toString());
    }

    /// Each bit of the names that the schema gives the table and its columns.
    @Test
    void aDamagedSchemaTakesNoWordsAndNoSender() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(Made.database(folder, Tables.NEW + Tables.message(1, "A", "hello")));
        var all = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
        int statement = all.indexOf("CREATE TABLE message (");
        int end = all.indexOf(", status INTEGER, origination_flags INTEGER)", statement);
        for (int at = statement - 15; at < end; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) (1 << bit);
                var kept = new Kept();
                read(bytes, kept);
                String where = "byte " + (at - statement) + " bit " + bit;
                boolean isThere = kept.records.stream()
                        .anyMatch(record -> record.object().text().contains("hello"));
                assertTrue(isThere || !kept.unread.isEmpty(), where);
                for (var record : kept.records) {
                    var id = record.actor().id();
                    assertTrue(id.isEmpty() || id.equals("994501112233@s.whatsapp.net"), where + id);
                    assertTrue(!record.marks().contains(Mark.DELETED), where);
                }
            }
        }
    }

    @Test
    void rowsThatSayWhoIsWhoAreGivenWhereTheirColumnsAreNotKnown() throws IOException, InterruptedException {
        for (var table : List.of("jid", "chat", "props", "jid_map", "message_poll_option")) {
            byte[] bytes = Files.readAllBytes(Made.database(
                    Files.createDirectory(folder.resolve(table)),
                    Tables.NEW + Tables.message(1, "A", "hello")
                            + "INSERT INTO jid_map VALUES (4, 2, 77);"
                            + "INSERT INTO message_poll_option VALUES (5, 1, '', 'Ann', 1);"));
            replace(bytes, "CREATE TABLE " + table + " (", "CREATE TABLE " + table + " )");
            var kept = new Kept();
            read(bytes, kept);
            var values = kept.records.stream()
                    .filter(record -> Made.detail(record, "columnsUnknown").equals("\"" + table + "\""))
                    .map(record -> Made.detail(record, "values"))
                    .collect(Collectors.joining());
            var expected = Map.of(
                            "jid", "994504445566@s.whatsapp.net",
                            "chat", "Block 4",
                            "props", "Nar",
                            "jid_map", "77",
                            "message_poll_option", "Ann")
                    .getOrDefault(table, "");
            assertTrue(values.contains(expected), table + ": " + values);
        }
    }

    /// One bit makes bytes of a text.
    @Test
    void wordsThatStandAsBytesAreWords() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW
                        + "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 0, CAST('a threat' AS BLOB), 0, 0);"
                        + "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 0, x'41FF42', 0, 0);");
        assertEquals(List.of("a threat", "A\uFFFDB"), made.texts());
        assertTrue(made.records().getFirst().marks().isEmpty());
        assertTrue(made.records().get(1).marks().contains(Mark.NOT_TEXT));
    }
}
