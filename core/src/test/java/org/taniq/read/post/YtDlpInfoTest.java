package org.taniq.read.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// What yt-dlp writes beside a video, made after `yt_dlp/extractor/common.py`: one line, comments in its middle.
final class YtDlpInfoTest {
    private final Posts posts = new Posts(new YtDlpInfo(), "video.info.json");

    private static String comment(int n, String parent, String text) {
        return "{\"id\": \"Ug" + n + "\", \"parent\": \"" + parent + "\", \"text\": \"" + text
                + "\", \"like_count\": " + n + ", \"author_id\": \"UC" + n + "\", \"author\": \"@ad" + n
                + "\", \"author_is_uploader\": false, \"is_pinned\": " + (n == 1) + ", \"_time_text\": \"" + n
                + " years ago\", \"timestamp\": 1493769600}";
    }

    private static String info(String... comments) {
        return "{\"id\": \"Wtoskflem11\", \"title\": \"Bal\\u0131q\", \"formats\": [{\"format_id\": \"1\"}],"
                + " \"description\": \"t\u0259svir\", \"channel\": \"Kanal\", \"channel_id\": \"UCkanal\", \"comment_count\": 9,"
                + " \"comments\": [" + String.join(", ", comments)
                + "], \"webpage_url\": \"https://www.youtube.com/watch?v=Wtoskflem11\", \"timestamp\": 1700000000,"
                + " \"extractor_key\": \"Youtube\", \"epoch\": 1700009999}";
    }

    @Test
    void theVideoAndItsCommentsAreRecords() throws IOException {
        var ledger = posts.read(info(comment(1, "root", "pis s\u00f6z"), comment(2, "Ug1", "cavab")));
        assertEquals(List.of("Bal\u0131q\nt\u0259svir", "pis s\u00f6z", "cavab"), posts.texts());
        var video = posts.first();
        assertEquals("UCkanal", video.actor().id());
        assertTrue(
                video.published() instanceof When.Exact exact && exact.instant().getEpochSecond() == 1_700_000_000);
        assertEquals(Map.of("comments", 9L), video.counts());
        var reply = posts.kept.records.get(2);
        assertEquals("@ad2", reply.actor().name());
        assertEquals("UC2", reply.actor().id());
        assertEquals("Ug1", reply.inReplyTo());
        assertEquals("", posts.kept.records.get(1).inReplyTo());
        assertEquals(Map.of("likes", 2L), reply.counts());
        assertEquals("https://www.youtube.com/watch?v=Wtoskflem11", reply.address());
        assertEquals("{\"path\":\"/comments/1\"}", reply.place().json().canonical());
        assertEquals(Map.of("section-not-read", 1L), ledger.skippedReasons());
        assertEquals(
                List.of(
                        "the times of 2 comments are not known: yt-dlp reckoned them back from words such as \"7 years"
                                + " ago\", which stand beside them",
                        "the page counted 9 comments, and the file holds 2: that says nothing of why the others are not"
                                + " there"),
                ledger.warningsInEnglish());
    }

    /// "2 years ago" is no day.
    @Test
    void theTimeOfACommentIsNotStatedAsOne() throws IOException {
        posts.read(info(
                comment(2, "root", "a"), "{\"id\":\"x\",\"text\":\"b\",\"author\":\"@b\",\"timestamp\":1493769600}"));
        assertEquals(
                new When.Unknown(
                        "2 years ago (1493769600)",
                        "reckoned back by yt-dlp from words such as \"7 years ago\": about 2017-05-03"),
                posts.kept.records.get(1).published());
        assertEquals("1493769600", posts.kept.records.get(2).published().source());
        assertTrue(posts.kept.records.get(2).published() instanceof When.Unknown);
    }

    @Test
    void whatHasNoFieldIsADetailAndFalseIsNone() throws IOException {
        posts.read(info(comment(1, "root", "a").replace("}", ", \"yeni\": [1]}")));
        var details = posts.kept.records.get(1).details().stream()
                .map(detail -> detail.value().canonical())
                .toList();
        assertEquals(
                List.of("{\"name\":\"is_pinned\",\"value\":true}", "{\"name\":\"yeni\",\"value\":\"[1]\"}"), details);
    }

    @Test
    void aFileWithoutCommentsSaysSo() throws IOException {
        var ledger = posts.read("{\"id\":\"a\",\"title\":\"b\",\"extractor\":\"youtube\"}");
        assertEquals(List.of("b"), posts.texts());
        assertEquals(
                List.of("the file holds no comments: yt-dlp writes them only where it is asked to"),
                ledger.warningsInEnglish());
    }

    @Test
    void otherJsonIsNotKnown() throws IOException {
        assertTrue(posts.knows(info()));
        var other = new Posts(new YtDlpInfo(), "data.json");
        assertTrue(other.knows(info()));
        assertFalse(other.knows("{\"id\":1,\"title\":\"b\"}"));
        assertFalse(other.knows("[{\"id\":1,\"title\":\"b\",\"formats\":[]}]"));
        assertFalse(other.knows(""));
        assertFalse(other.knows("{\"name\":\"a\",\"messages\":[]}"));
        var kept = new Kept();
        assertEquals(
                "yt-dlp-info",
                Reading.of(
                                "a.info.json",
                                Bytes.of(info(comment(1, "root", "a")).getBytes(StandardCharsets.UTF_8)),
                                _ -> kept)
                        .ledger()
                        .format());
    }

    private static final List<String> PUT = List.of("\"", "{", "}", "[", "]", "\n", "\\", ",", "\0", "7", "");

    @Test
    void oneWrongByteAmongTheCommentsChangesNoOther() throws IOException {
        String text = info(
                        comment(1, "root", "bir"),
                        comment(2, "Ug1", "{iki}, {"),
                        comment(3, "root", "uch"),
                        comment(4, "Ug3", "d"))
                .replace("\u0131", "i")
                .replace("\u0259", "e");
        posts.read(text);
        List<Activity> whole = new ArrayList<>(posts.kept.records.subList(1, 5));
        for (int at = text.indexOf("\"comments\": [") + 13; at < text.indexOf("], \"webpage"); at++) {
            for (var put : PUT) {
                posts.read(text.substring(0, at) + put + text.substring(at + 1));
                int changed = at;
                for (var comment : whole) {
                    if (comment.spot().to() <= at || comment.spot().from() > at) {
                        long shift = comment.spot().from() > at ? put.length() - 1 : 0;
                        assertTrue(
                                isThere(comment, shift),
                                () -> put + " at " + changed + ": " + comment + "\n" + posts.kept.records + "\n"
                                        + posts.kept.unread);
                    }
                }
                assertTrue(posts.kept.records.size() >= 3, () -> put + " at " + changed);
                assertTrue(posts.isInOrder(), () -> put + " at " + changed + posts.kept.places());
            }
        }
    }

    /// Where the damage is before the end, what stands behind it, such as the address, is not known for sure.
    private boolean isThere(Activity comment, long shift) {
        return posts.isHeardOrUnread(comment, shift)
                || posts.kept.records.stream()
                        .anyMatch(
                                record -> record.spot().from() == comment.spot().from() + shift
                                        && record.id().equals(comment.id())
                                        && record.actor().equals(comment.actor())
                                        && record.object().equals(comment.object())
                                        && record.address().isEmpty());
    }

    @Test
    void ofAFileThatIsCutOffWhatIsThereIsRead() throws IOException {
        String text = info(comment(1, "root", "bir"), comment(2, "Ug1", "iki"));
        posts.read(text);
        var whole = new ArrayList<>(posts.kept.records);
        for (int end = 2; end < text.length(); end++) {
            posts.read(text.substring(0, end));
            for (var record : posts.kept.records) {
                assertTrue(whole.stream()
                        .anyMatch(one ->
                                one.object().text().startsWith(record.object().text())
                                        && one.id().equals(record.id())));
            }
            for (var one : whole) {
                int last = end;
                assertTrue(
                        one.spot().to() > end - 2
                                || posts.kept.records.stream()
                                        .anyMatch(record -> record.id().equals(one.id()))
                                || one == whole.getFirst(),
                        () -> "cut at " + last + one);
            }
            assertEquals(
                    text.substring(0, end).getBytes(StandardCharsets.UTF_8).length,
                    posts.kept.places().getLast().to());
        }
    }

    /// Nobody can type the beginning of a comment into a comment: its quotes would have backslashes.
    @Test
    void aTypedCommentIsNeverOneBehindDamage() throws IOException {
        String typed = "x\\\"}, {\\\"id\\\": \\\"Ug9\\\", \\\"text\\\": \\\"yalan\\\", \\\"author\\\": \\\"@q\\\"}";
        String text = info(comment(1, "root", "bir"), comment(2, "root", typed), comment(3, "root", "uch"));
        int from = text.indexOf("\"parent\": \"root\", \"text\": \"x");
        for (int at = from - 20; at < from + 40; at++) {
            posts.read(text.substring(0, at) + "\"" + text.substring(at + 1));
            assertTrue(
                    posts.kept.records.stream().noneMatch(record -> record.id().equals("Ug9")));
            assertEquals("uch", posts.texts().getLast());
        }
    }

    @Test
    void everyMemberMayHoldAnything() throws IOException {
        for (var value : List.of("null", "true", "-1", "1e999", "\"\\ud800\"", "[]", "{}", "[[null,{\"text\":[7]}]]")) {
            for (var name :
                    List.of("id", "parent", "author", "author_id", "timestamp", "_time_text", "like_count", "")) {
                posts.read(info("{\"text\":\"a\",\"author\":\"@a\",\"" + name + "\":" + value + "}"));
                assertEquals(2, posts.kept.records.size());
                posts.kept.records.forEach(
                        record -> assertFalse(Records.row(record, Map.of()).isEmpty()));
            }
        }
        posts.read(info("7", "{\"text\":7}", "{\"text\":\"" + "x".repeat((1 << 20) + 1) + "\",\"author\":\"@a\"}"));
        assertEquals(2, posts.kept.records.size());
        assertTrue(posts.kept.records.getLast().marks().contains(Mark.CUT));
        var ledger = posts.read(
                info((comment(1, "root", "a") + ", {\"id\": oops}, ").repeat(10_010) + comment(2, "root", "b")));
        assertEquals(10_000L, ledger.skippedReasons().get("damaged"));
        assertEquals(1L, ledger.skippedReasons().get("broken-from-here"));
    }

    private static String without(String text, String member) {
        return text.replaceAll(" \"" + member + "\": [^,}]+,", "");
    }

    private static String ofSite(String extractor, String members) {
        return "{\"id\": \"1\", \"title\": \"Klip\", \"extractor_key\": \"" + extractor
                + "\", \"webpage_url\": \"https://example.org/1\"" + members + "}";
    }

    private When timeOf(String extractor, String timestamp) throws IOException {
        posts.read(ofSite(
                extractor,
                ", \"comments\": [{\"id\": \"7\", \"text\": \"pis\", \"author\": \"Rauf\", \"timestamp\": " + timestamp
                        + "}]"));
        return posts.kept.records.getLast().published();
    }

    @Test
    void anAnswerIsNotSaidToBeToThePublisherOfTheVideo() throws IOException {
        posts.read(info(comment(1, "root", "bir"), comment(2, "Ug1", "cavab")));
        assertEquals("UCkanal", posts.kept.records.get(1).audience().id());
        assertEquals(Actor.UNSTATED, posts.kept.records.get(2).audience());
    }

    @Test
    void aNameAndANumberAreOfTheSame() throws IOException {
        posts.read(without(info(), "channel").replace("\"formats\"", "\"uploader\": \"Aytac\", \"formats\""));
        assertEquals(new Actor.Named("", "UCkanal"), posts.first().actor());
        posts.read(without(without(info(), "channel"), "channel_id")
                .replace("\"formats\"", "\"uploader\": \"Aytac\", \"uploader_id\": \"@aytac\", \"formats\""));
        assertEquals(new Actor.Named("Aytac", "@aytac"), posts.first().actor());
    }

    /// Only of YouTube it is known that yt-dlp reckons; where nobody knows the site, nothing is said.
    @Test
    void ofAnotherSiteTheTimeIsTheOneThatStandsThere() throws IOException {
        assertEquals(Instant.parse("2023-11-14T22:13:20Z"), ((When.Exact) timeOf("BiliBili", "1700000000")).instant());
        assertEquals(
                Instant.parse("2023-11-14T22:13:20.250Z"),
                ((When.Exact) timeOf("BiliBili", "1700000000.25")).instant());
        assertTrue(timeOf("", "1700000000") instanceof When.Unknown);
        assertTrue(timeOf("Youtube", "1700000000") instanceof When.Unknown);
        assertEquals(LocalDate.of(2023, 11, 14), ((When.Day) timeOf("BiliBili", "1699920000")).day());
    }

    @Test
    void aVideoWithADayAloneIsOfThatDay() throws IOException {
        posts.read(ofSite("Any", ", \"upload_date\": \"20231114\""));
        assertEquals(LocalDate.of(2023, 11, 14), ((When.Day) posts.first().published()).day());
        posts.read(ofSite("Any", ", \"upload_date\": \"20230230\""));
        assertTrue(posts.first().published() instanceof When.Unknown);
    }

    @Test
    void whatIsSaidOfTheVideoBehindADamagedCommentIsKept() throws IOException {
        posts.read(info(comment(1, "root", "bir"), comment(2, "root", "iki"))
                .replace("\"parent\": \"root\", \"text\": \"bir\"", "x"));
        assertEquals(List.of("Bal\u0131q\nt\u0259svir", "iki"), posts.texts());
        var said = posts.first().details().toString();
        assertTrue(said.contains("webpage_url") && said.contains("1700009999"), said);
        assertEquals("", posts.first().address());
    }

    @Test
    void theWordsOfAVideoBehindDamageAreRead() throws IOException {
        String text = info(comment(1, "root", "bir"), comment(2, "root", "iki"));
        posts.read(text.replace("\"title\": \"Bal\\u0131q\", ", "")
                .replace("\"description\": \"t\u0259svir\",", "")
                .replace("\"Ug1\",", "\"Ug1\";")
                .replace("\"epoch\"", "\"description\": \"sonra\", \"epoch\""));
        assertEquals(List.of("iki", "sonra"), posts.texts());
    }

    @Test
    void aWrongLetterInTheNameOfTheListLosesNoComment() throws IOException {
        var ledger = posts.read(info(comment(1, "root", "bir")).replace("\"comments\"", "\"cOmments\""));
        assertEquals("bir", posts.texts().getLast());
        assertFalse(ledger.warningsInEnglish().toString().contains("holds no comments"));
        ledger = posts.read(info().replace("\"comments\": [", "\"comments\": ["));
        assertFalse(ledger.warningsInEnglish().toString().contains("holds no comments"));
        ledger = posts.read(info(comment(1, "root", "bir")).replace("\"comments\": [{", "\"comments\": {"));
        assertFalse(
                ledger.warningsInEnglish().toString().contains("holds no comments"),
                () -> posts.texts().toString());
    }

    @Test
    void whoSaysSomethingTwiceIsNotNamedAndAllWordsAreKept() throws IOException {
        posts.read(info(comment(1, "root", "bir")
                .replace("\"like_count\"", "\"text\": \"iki\", \"author\": \"@rauf\", \"like_count\"")));
        var record = posts.kept.records.getLast();
        assertTrue(record.marks().contains(Mark.LOOKALIKE));
        assertEquals(Actor.UNSTATED, record.actor());
        assertTrue(
                record.object().text().contains("bir") && record.object().text().contains("iki"));
        assertTrue(record.details().toString().contains("@rauf")
                && record.details().toString().contains("@ad1"));
    }

    @Test
    void jsonOfOthersIsNotTaken() throws IOException {
        var other = new Posts(new YtDlpInfo(), "post.json");
        assertFalse(
                other.knows("{\"id\":1,\"title\":\"b\",\"comments\":[{\"id\":2,\"text\":\"a\",\"author\":\"c\"}]}"));
        assertFalse(other.knows("{\"id\":1,\"title\":\"b\",\"webpage_url\":\"https://example.org\",\"comments\":[]}"));
        assertFalse(posts.knows("{\"id\":1,\"title\":\"b\"}"));
        assertTrue(other.knows(ofSite("BiliBili", "")));
        assertTrue(posts.knows(info().replace("\"id\"", "\"iX\"")));
    }

    /// Each object is one with which reading can go on, and none has an end.
    @Test
    void damageThatIsReadAgainAndAgainEnds() {
        String text = "{\"comments\":[" + "{\"id\":[".repeat(100_000);
        var ledger = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> posts.read(text));
        assertEquals(1L, ledger.skippedReasons().get("broken-from-here"));
    }

    @Test
    void aHoleWithinACommentIsNoComment() throws IOException {
        String text = info(comment(1, "root", "bir" + "\0".repeat(20)), comment(2, "root", "iki"));
        posts.read(text);
        assertEquals("iki", posts.texts().getLast());
        assertEquals(2, posts.kept.records.size());
    }
}
