package org.taniq.read.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// Comments and chats of Google Takeout, in both forms.
final class TakeoutTableTest {
    private static final String OLD =
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n";
    private static final String NEW = "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,"
            + "Video ID,Comment Text,Top-Level Comment ID\r\n";
    private static final String CHATS =
            "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Currency code,Video ID," + "Live Chat Text\r\n";

    private final Posts posts = new Posts(new TakeoutTable(), "comments.csv");

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String channel(int n) {
        return "UC" + ("" + n).repeat(22).substring(0, 22);
    }

    private static String old(int n, String text) {
        return "Ugxxxxxxxxxxxxx" + n + "," + channel(n) + ",2023-09-1" + n + "T17:42:53.434647+00:00,0,,Wtoskflem" + n
                + n + "," + quoted(text) + "\n";
    }

    private static String oldSegment(int n, String text) {
        return old(n, "{\"takeoutSegments\":[{\"text\":\"" + text + "\"}]}");
    }

    @Test
    void theSampleOfOthersHasTwoCommentsAndBlankLines() throws IOException {
        var file = NotRun.unlessShared("formats/youtube-takeout/comments-before-2024-06.csv");
        var ledger = posts.read(Files.readAllBytes(file));
        assertEquals(2, ledger.records());
        assertEquals(Set.of("blank-line"), ledger.skippedReasons().keySet());
        var reply = posts.kept.records.get(1);
        assertEquals("UgwDN8UeMxW4NDFbvY54AaABAg", reply.inReplyTo());
        assertTrue(reply.object().text().startsWith("Ah, this is the reason"));
        assertEquals("UCA6DtnbZ2KJckyTYfXOwQNA", reply.actor().id());
    }

    @Test
    void aCommentHasWhoWhenWhereAndWhat() throws IOException {
        var ledger = posts.read(OLD + oldSegment(1, "salam, \\\"dünya\\\"") + "Ugq.9i,UCx,2023-08-30T01:54:46Z,5,Ugq,"
                + "jH39c5-y6kg,düz mətn\n");
        var first = posts.first();
        assertEquals("salam, \"dünya\"", first.object().text());
        assertEquals(channel(1), first.actor().id());
        assertEquals(
                new When.Exact("2023-09-11T17:42:53.434647+00:00", Instant.parse("2023-09-11T17:42:53.434647Z")),
                first.published());
        assertEquals("https://www.youtube.com/watch?v=Wtoskflem11&lc=Ugxxxxxxxxxxxxx1", first.address());
        assertEquals("{\"row\":2}", first.place().json().canonical());
        assertEquals("\"Wtoskflem11\"", Posts.detail(first, "video"));
        assertEquals("", Posts.detail(first, "price"));
        var second = posts.kept.records.get(1);
        assertEquals("düz mətn", second.object().text());
        assertEquals("Ugq", second.inReplyTo());
        assertEquals("\"5\"", Posts.detail(second, "price"));
        assertEquals(0, ledger.skipped());
        assertEquals(
                List.of(
                        "an export of Google Takeout holds what the account itself wrote, and nothing that others wrote"
                                + " to it",
                        "1 records may be text that somebody typed: they stand behind a damaged place, or their text is"
                                + " not written as that of others"),
                ledger.warningsInEnglish());
    }

    @Test
    void theOrderOfColumnsSinceJune2024IsReadToo() throws IOException {
        String text =
                quoted("{\"text\":\"@jale\",\"mention\":{\"externalChannelId\":\"UCx\"}},{\"text\":\" bir,\r\niki \"},"
                        + "{\"text\":\"link\",\"link\":{\"linkUrl\":\"https://example.org/a\"}}");
        posts.read(NEW + "UgzA.AVI3,UCme,2026-04-11T18:26:40.15544+00:00,0,UgzA.AVI2,,SvJUabcdefg," + text + ",UgzA\r\n"
                + "UgxB,UCme,2026-04-12T00:28:56+00:00,0,,post1,,\"{\"\"text\"\":\"\"ends with \\\"\"\"\"}\",\r\n"
                + "0123,UCme,2015-01-01T00:00:00+00:00,0,,,vid9,123,\r\n");
        assertEquals(List.of("@jale bir,\r\niki link\nhttps://example.org/a", "ends with \"", "123"), posts.texts());
        var first = posts.first();
        assertEquals("UgzA.AVI2", first.inReplyTo());
        assertEquals("\"UgzA\"", Posts.detail(first, "thread"));
        assertTrue(Posts.detail(first, "stretch").contains("externalChannelId"));
        assertEquals(
                "https://www.youtube.com/post/post1", posts.kept.records.get(1).address());
        assertEquals("", posts.kept.records.get(2).address());
    }

    @Test
    void aChatBesideAStreamIsReadAndItsMoneyIsADetail() throws IOException {
        posts.read(CHATS + "Chat1,UCme,2026-03-01T10:00:00.5+00:00,990000,USD,live1," + quoted("{\"text\":\"hədə\"}")
                + "\r\n");
        assertEquals(List.of("hədə"), posts.texts());
        assertEquals("\"990000\"", Posts.detail(posts.first(), "price"));
        assertEquals("\"USD\"", Posts.detail(posts.first(), "currency"));
        assertEquals("\"live1\"", Posts.detail(posts.first(), "video"));
    }

    @Test
    void columnsOfAnotherLanguageAreToldByWhatStandsInThem() throws IOException {
        String header = "Şərhin kodu,Kanal,Vaxt,Qiymət,Cavab,Video,Mətn\n";
        String text = header + oldSegment(1, "bir");
        assertTrue(posts.knows(text));
        posts.read(text);
        assertEquals(List.of("bir"), posts.texts());
        assertEquals(channel(1), posts.first().actor().id());
        assertEquals("Ugxxxxxxxxxxxxx1", posts.first().id());
        assertTrue(Posts.detail(posts.first(), "member").contains("Qiymət"));
        assertFalse(posts.knows(header));
        assertFalse(posts.knows("a,b,c\n1,2,3\n"));
        assertFalse(posts.knows(""));
        assertFalse(posts.knows("Channel ID,Channel ID,Comment Create Timestamp,Comment Text\n"));
    }

    @Test
    void itIsReadThroughTheFrontDoor() throws IOException {
        var kept = new Kept();
        var reading = Reading.of(
                "Kommentare.csv", Bytes.of((OLD + oldSegment(1, "a")).getBytes(StandardCharsets.UTF_8)), _ -> kept);
        assertEquals("youtube-takeout", reading.ledger().format());
        assertEquals(1, kept.records.size());
    }

    @Test
    void aColumnThatNobodyKnowsIsADetail() throws IOException {
        posts.read("Likes,Channel ID,Comment Create Timestamp,Comment Text\n7,UCx,2023-08-30T01:54:46Z,a\n");
        assertEquals("{\"name\":\"Likes\",\"value\":\"7\"}", Posts.detail(posts.first(), "member"));
    }

    /// Texts that are nearly JSON are what somebody wrote.
    @Test
    void aTextThatIsNotOfTheFormStaysAsItIs() throws IOException {
        for (var text : List.of(
                "{\"text\":\"a\"}], pis söz",
                "{\"text\":\"a\"} b",
                "{\"text\":7}",
                "{\"başqa\":\"a\"}",
                "{}",
                "{",
                "[".repeat(300),
                "{\"text\":" + "[".repeat(300) + "]".repeat(300) + "}")) {
            posts.read(OLD + old(1, text));
            assertEquals(List.of(text), posts.texts());
        }
    }

    private static final List<String> PUT = List.of("\"", ",", "\n", "\r", "x", "\0", "{", "");

    @Test
    void oneWrongByteAnywhereChangesNoOtherComment() throws IOException {
        String text = OLD
                + oldSegment(1, "bir")
                + old(2, "iki\niki,iki")
                + old(3, "")
                + oldSegment(4, "dord")
                + old(5, "bes");
        posts.read(text);
        var whole = new ArrayList<>(posts.kept.records);
        assertEquals(5, whole.size());
        for (int at = OLD.length(); at < text.length(); at++) {
            for (var put : PUT) {
                posts.read(text.substring(0, at) + put + text.substring(at + 1));
                int changed = at;
                for (var comment : whole) {
                    if (comment.spot().to() <= at || comment.spot().from() > at) {
                        long shift = comment.spot().from() > at ? put.length() - 1 : 0;
                        assertTrue(
                                posts.isHeardOrUnread(comment, shift),
                                () -> put + " at " + changed + ": " + comment + "\n" + posts.kept.records + "\n"
                                        + posts.kept.unread);
                    }
                }
                assertTrue(posts.isInOrder());
                assertTrue(posts.kept.records.size() + 3 >= whole.size(), () -> put + " at " + changed);
            }
        }
    }

    @Test
    void ofATableThatIsCutOffWhatIsThereIsRead() throws IOException {
        String text = OLD + oldSegment(1, "bir") + old(2, "iki\niki") + oldSegment(3, "uch");
        posts.read(text);
        var whole = new ArrayList<>(posts.kept.records);
        for (int end = OLD.length(); end < text.length(); end++) {
            var ledger = posts.read(text.substring(0, end));
            for (var comment : whole) {
                assertTrue(comment.spot().to() > end || posts.isHeardOrUnread(comment, 0));
            }
            int last = end;
            assertTrue(posts.kept.records.stream().allMatch(record -> isOneOf(record, whole)), () -> "cut at " + last);
            assertEquals(
                    end,
                    posts.kept.places().isEmpty()
                            ? OLD.length()
                            : posts.kept.places().getLast().to());
            assertTrue(ledger.skipped() <= 1);
        }
    }

    /// Between the two signs of a quote within a text nobody can tell that it goes on; that it may is said.
    private static boolean isOneOf(Activity record, List<Activity> whole) {
        if (Posts.detail(record, "lineWithoutEnd").equals("true")) {
            return whole.stream().anyMatch(one -> one.id().equals(record.id()));
        }
        return whole.stream()
                .anyMatch(one -> one.actor().equals(record.actor())
                        && one.object().equals(record.object())
                        && one.id().equals(record.id()));
    }

    /// Once the quotes around a text are lost, a line in it can look like a comment of somebody else.
    @Test
    void aTypedRowIsTextAndMarkedWhereTheQuotesAroundItAreLost() throws IOException {
        String forged = old(7, "yalan").strip().replace("\"", "");
        String typed = "a\n" + forged + "\nson";
        String text = OLD + oldSegment(1, "bir") + oldSegment(2, typed) + oldSegment(3, "uch");
        posts.read(text);
        assertEquals(List.of("bir", typed, "uch"), posts.texts());
        int quote = text.indexOf("\"{", text.indexOf(channel(2)));
        posts.read(text.substring(0, quote) + text.substring(quote + 1));
        assertEquals(List.of("bir", "uch"), posts.texts());
        posts.read(text.replace(",2023-09-12T17:42:53.434647+00:00,0", ",2023-09-12T17:42:53.434647+00:00;0"));
        assertEquals(List.of("bir", "uch"), posts.texts());
    }

    @Test
    void damageEverywhereEnds() throws IOException {
        String bad = "Ug,UC,\"x\n".repeat(30_000);
        var ledger = posts.read(OLD + oldSegment(1, "bir") + bad + oldSegment(2, "iki"));
        assertEquals("bir", posts.texts().getFirst());
        assertTrue(posts.isInOrder());
        assertTrue(ledger.records() <= 2);
        posts.read(OLD + (oldSegment(1, "bir") + "bad\n").repeat(10_050));
        assertEquals(
                Map.of("broken-from-here", 1L, "damaged", 10_000L),
                posts.read(OLD + ("bad\n" + oldSegment(1, "a")).repeat(10_050)).skippedReasons());
        posts.kept.records.forEach(
                record -> assertFalse(Records.row(record, Map.of()).isEmpty()));
    }

    private static String typed(int n) {
        return "Ugyalan" + n + "," + channel(7) + ",2023-09-17T17:42:53.434647+00:00,0,,Wtoskflem77,yalan";
    }

    /// However many rows somebody types into one comment, none of them is one once its quote is lost.
    @Test
    void countlessTypedRowsAreNoRows() throws IOException {
        var rows = IntStream.range(0, 300).mapToObj(TakeoutTableTest::typed).collect(Collectors.joining("\n"));
        String text = OLD + oldSegment(1, "bir") + oldSegment(2, "a\n" + rows + "\nson") + oldSegment(3, "uch");
        int quote = text.indexOf("\"{", text.indexOf(channel(2)));
        posts.read(text.substring(0, quote) + text.substring(quote + 1));
        assertEquals(List.of("bir", "uch"), posts.texts());
        assertTrue(
                posts.kept.records.stream().noneMatch(record -> record.marks().contains(Mark.LOOKALIKE)));
    }

    /// Of a table without any text in JSON nobody can tell what was typed: that is said of all of them.
    @Test
    void whereNothingProvesARowEachBehindDamageIsMarked() throws IOException {
        var rows = IntStream.range(0, 300).mapToObj(TakeoutTableTest::typed).collect(Collectors.joining("\n"));
        String text = OLD + old(1, "bir") + "bad\n" + old(2, "a\n" + rows + "\nson") + old(3, "uch");
        int quote = text.indexOf("\"a", text.indexOf(channel(2)));
        var ledger = posts.read(text.substring(0, quote) + text.substring(quote + 1));
        assertEquals(303, ledger.records());
        assertEquals(302, ledger.counts().lookalikes());
        assertFalse(posts.first().marks().contains(Mark.LOOKALIKE));
        assertTrue(ledger.warningsInEnglish().toString().contains("302 records may be text that somebody typed"));
    }

    /// Links without number in one comment.
    @Test
    void countlessLinksAreReadInLinearTime() {
        var links = IntStream.range(0, 25_000)
                .mapToObj(n -> "{\"text\":\"\",\"link\":\"http" + n + "\"}")
                .collect(Collectors.joining(","));
        String text = quoted("{\"text\":\"" + "h".repeat(2_400_000) + "\"}," + links);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> posts.read(OLD + "Ug1,UC,2023-09-19T17:42:53Z,0,,v," + text + "\n"));
        assertEquals(1, posts.kept.records.size());
    }

    /// Of two texts in one segment YouTube shows one.
    @Test
    void twoTextsUnderOneNameNameNobody() throws IOException {
        posts.read(OLD + old(1, "{\"text\":\"bir\",\"text\":\"iki\"}") + old(2, "{\"text\":\"üç\"}"));
        assertTrue(posts.first().object().text().contains("bir")
                && posts.first().object().text().contains("iki"));
        assertEquals(Actor.UNSTATED, posts.first().actor());
        assertTrue(posts.first().marks().contains(Mark.LOOKALIKE));
        assertEquals(channel(2), posts.kept.records.getLast().actor().id());
    }
}
