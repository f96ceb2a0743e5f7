package org.taniq.read.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// Archives of X, made after the shapes that its readers know; everybody in them is invented.
final class XArchiveTest {
    private static final String ACCOUNT =
            "window.YTD.account.part0 = [ {\n  \"account\" : {\n    \"username\" : \"aysel\",\n"
                    + "    \"accountId\" : \"100\"\n  }\n} ]";

    private final Kept kept = new Kept();

    /// Whether a conversation's own number was changed, of which nobody can tell.
    private boolean isHeadWrong;

    private static Input input(String text, Map<String, String> files) {
        return new Input("data/tweets.js", Bytes.of(text.getBytes(StandardCharsets.UTF_8))::open, new Input.Beside() {
            @Override
            public Attachment.State of(String name) {
                return Attachment.State.MISSING;
            }

            @Override
            public Optional<Input.Content> open(String path) {
                return Optional.ofNullable(files.get(path))
                        .map(found -> () -> new ByteArrayInputStream(found.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }

    private Ledger read(String text) throws IOException {
        return read(text, Map.of("account.js", ACCOUNT));
    }

    private Ledger read(String text, Map<String, String> files) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        return new XArchive().read(input(text, files), kept);
    }

    private List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    private static String tweets(String... tweets) {
        return "window.YTD.tweets.part0 = [\n" + String.join(",\n", tweets) + "\n]";
    }

    private static String bare(int n, String text) {
        return "{\n    \"edit_info\" : {\n      \"initial\" : {\n        \"editTweetIds\" : [ \"" + n
                + "\" ]\n      }\n    },\n    \"retweeted\" : false,\n    \"favorite_count\" : \"" + n
                + "\",\n    \"id_str\" : \"" + n + "\",\n    \"created_at\" : \"Wed Sep 04 13:5" + n
                + ":55 +0000 2019\",\n    \"full_text\" : \"" + text + "\",\n    \"lang\" : \"az\"\n  }";
    }

    private static String tweet(int n, String text) {
        return "{\n  \"tweet\" : " + bare(n, text) + "\n}";
    }

    private static String messages(String... conversations) {
        return "window.YTD.direct_messages.part0 = [\n" + String.join(",\n", conversations) + "\n]";
    }

    private static String conversation(String id, String... messages) {
        return "{\n  \"dmConversation\" : {\n    \"conversationId\" : \"" + id + "\",\n    \"messages\" : [\n"
                + String.join(",\n", messages) + "\n    ]\n  }\n}";
    }

    private static String message(int n, String to, String text) {
        return "      {\n        \"messageCreate\" : {\n"
                + (to.isEmpty() ? "" : "          \"recipientId\" : \"" + to + "\",\n")
                + "          \"reactions\" : [ ],\n          \"text\" : \"" + text + "\",\n          \"senderId\" : \""
                + n
                + "00\",\n          \"id\" : \"" + n
                + "\",\n          \"createdAt\" : \"2024-04-06T15:30:00.000Z\"\n        }\n"
                + "      }";
    }

    @Test
    void aPostHasWhoWhenAndWhatWrappedOrBare() throws IOException {
        for (var text :
                List.of(tweets(tweet(1, "bir"), tweet(2, "iki")), tweets(bare(1, "bir"), bare(2, "iki")) + ";\n")) {
            var ledger = read(text);
            assertEquals(List.of("bir", "iki"), texts());
            var first = kept.records.getFirst();
            assertEquals(new Actor.Named("@aysel", "100"), first.actor());
            assertEquals("1", first.id());
            assertEquals(Map.of("likes", 1L), first.counts());
            assertTrue(first.published() instanceof When.Exact exact
                    && exact.instant().toString().equals("2019-09-04T13:51:55Z"));
            assertEquals("{\"path\":\"/0\"}", first.place().json().canonical());
            assertEquals("\"az\"", Posts.detail(first, "language"));
            assertTrue(Posts.detail(first, "member").contains("editTweetIds"));
            assertEquals(0, ledger.skipped());
            assertEquals(List.of(), ledger.warningsInEnglish());
        }
    }

    @Test
    void withoutTheAccountNobodyIsNamed() throws IOException {
        var ledger = read(tweets(tweet(1, "bir")), Map.of());
        assertEquals(Actor.UNSTATED, kept.records.getFirst().actor());
        assertTrue(ledger.warningsInEnglish().getFirst().startsWith("account.js is not beside the file"));
        read(tweets(tweet(1, "bir")), Map.of("account.js", "window.YTD.account.part0 = [ {"));
        assertEquals(Actor.UNSTATED, kept.records.getFirst().actor());
    }

    @Test
    void whatSomebodyElseWroteIsNotTheAccounts() throws IOException {
        read(
                "window.YTD.like.part0 = [ { \"like\" : { \"tweetId\" : \"5\", \"fullText\" : \"nifr\u0259t\", \"expandedUrl\" :"
                        + " \"https://twitter.com/i/web/status/5\" } } ]");
        var like = kept.records.getFirst();
        assertEquals(Actor.UNSTATED, like.actor());
        assertEquals("nifr\u0259t", like.object().text());
        assertEquals("https://twitter.com/i/web/status/5", like.address());
        assertEquals("\"100\"", Posts.detail(like, "likedBy"));
        var ledger = read(tweets(tweet(1, "RT @banu: onun s\u00f6zl\u0259ri"), tweet(2, "ART @banu")));
        assertEquals(Verb.ANNOUNCE, kept.records.getFirst().verb());
        assertEquals("\"@banu\"", Posts.detail(kept.records.getFirst(), "repostOf"));
        assertEquals(Verb.CREATE, kept.records.getLast().verb());
        assertEquals(1, ledger.warningsInEnglish().size());
        read(tweets(bare(1, "onun")
                .replace("\"retweeted\"", "\"user\" : {\"screen_name\":\"banu\",\"id_str\":\"7\"}, \"retweeted\"")));
        assertEquals(new Actor.Named("@banu", "7"), kept.records.getFirst().actor());
    }

    @Test
    void repliesFilesAndDeletedPostsAreKept() throws IOException {
        read(
                "window.YTD.deleted_tweets.part0 = [ { \"tweet\" : { \"id_str\" : \"9\", \"full_text\" : \"@banu bax https://t.co/a\","
                        + " \"deleted_at\" : \"2024-01-01\", \"in_reply_to_status_id_str\" : \"8\", \"in_reply_to_screen_name\" :"
                        + " \"banu\", \"in_reply_to_user_id_str\" : \"7\", \"entities\" : { \"urls\" : [ { \"expanded_url\" :"
                        + " \"https://example.org/x\" } ] }, \"extended_entities\" : { \"media\" : [ { \"media_url_https\" :"
                        + " \"https://pbs.twimg.com/media/abc.jpg\" } ] } } } ]");
        var post = kept.records.getFirst();
        assertEquals(
                "@banu bax https://t.co/a\nhttps://example.org/x", post.object().text());
        assertTrue(post.marks().contains(Mark.DELETED));
        assertEquals("8", post.inReplyTo());
        assertEquals(new Actor.Named("@banu", "7"), post.audience());
        assertEquals(
                "deleted_tweets_media/9-abc.jpg",
                post.object().attachments().getFirst().name());
        read("window.YTD.note_tweet.part0 = [ { \"noteTweet\" : { \"noteTweetId\" : \"3\", \"createdAt\" :"
                + " \"2025-06-04T10:00:00.000Z\", \"core\" : { \"text\" : \"uzun\", \"urls\" : [ ] } } } ]");
        assertEquals(List.of("uzun"), texts());
        assertTrue(kept.records.getFirst().published() instanceof When.Exact);
    }

    @Test
    void aMessageIsToOnePersonOrToAGroup() throws IOException {
        var ledger = read(messages(
                conversation("100-200", message(1, "200", "m\u0259nd\u0259n"), message(2, "100", "ondan")),
                conversation(
                        "777",
                        message(3, "", "qrupa"),
                        "{ \"participantsLeave\" : { \"userIds\" : [ \"300\" ], \"createdAt\" :"
                                + " \"2024-04-06T15:31:00.000Z\" } }")));
        assertEquals(List.of("m\u0259nd\u0259n", "ondan", "qrupa", ""), texts());
        assertEquals(new Actor.Named("@aysel", "100"), kept.records.get(0).actor());
        assertEquals(new Actor.Named("", "200"), kept.records.get(0).audience());
        assertEquals(new Actor.Named("", "200"), kept.records.get(1).actor());
        assertEquals(new Actor.Named("", "777"), kept.records.get(2).audience());
        assertTrue(kept.records.get(3).marks().contains(Mark.SYSTEM));
        assertEquals("\"100-200\"", Posts.detail(kept.records.get(0), "conversation"));
        assertEquals(0, ledger.skipped());
    }

    @Test
    void theManifestIsHeldAgainstTheFile() throws IOException {
        String manifest =
                "window.__THAR_CONFIG = {\"dataTypes\":{\"tweets\":{\"files\":[{\"fileName\":\"data/tweets.js\","
                        + "\"globalName\":\"YTD.tweets.part0\",\"count\":\"3\"}]}}}";
        var ledger = read(tweets(tweet(1, "a")), Map.of("account.js", ACCOUNT, "manifest.js", manifest));
        assertEquals(
                List.of("manifest.js counts 3 entries in this file, and 1 were found"), ledger.warningsInEnglish());
        ledger = read(
                tweets(tweet(1, "a")), Map.of("account.js", ACCOUNT, "manifest.js", manifest.replace("3\"", "1\"")));
        assertEquals(List.of(), ledger.warningsInEnglish());
    }

    @Test
    void anArchiveIsReadThroughTheFrontDoor() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            var files = Map.of(
                    "data/account.js",
                    ACCOUNT,
                    "data/tweets.js",
                    tweets(tweet(1, "a")),
                    "data/app.js",
                    "window.YTD.app.part0 = []");
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        var reading = Reading.of("twitter.zip", Bytes.of(zip.toByteArray()), _ -> kept);
        assertEquals("x-archive", reading.ledger().format());
        assertEquals(new Actor.Named("@aysel", "100"), kept.records.getFirst().actor());
    }

    private static boolean knows(String text) throws IOException {
        return new XArchive().knows(input(text, Map.of()));
    }

    @Test
    void onlyItsOwnFilesAreKnown() throws IOException {
        assertTrue(knows("window.YTD.tweet.part12 = [ ]"));
        assertTrue(knows("\uFEFFwindow.YTD.direct_messages_group.part0=[]"));
        for (var other : List.of(
                "window.YTD.account.part0 = []",
                "window.YTD.tweets.part0 ",
                "alert(window.YTD.tweets.part0 = [])",
                "[]",
                "",
                "window.__THAR_CONFIG = {}")) {
            assertFalse(knows(other), other);
        }
    }

    private static final List<String> PUT = List.of("\"", "{", "}", "[", "]", "\n", "\\", ",", "\0", "7", "");

    private void oneWrongByteEverywhere(String text, int least) throws IOException {
        read(text);
        var whole = new ArrayList<>(kept.records);
        for (int at = text.indexOf('[') + 1; at < text.length(); at++) {
            for (var put : PUT) {
                read(text.substring(0, at) + put + text.substring(at + 1));
                int changed = at;
                isHeadWrong = text.lastIndexOf("\"conversationId", at) > text.lastIndexOf('\n', at);
                for (var one : whole) {
                    if (one.spot().to() <= at || one.spot().from() > at) {
                        long shift = one.spot().from() > at ? put.length() - 1 : 0;
                        assertTrue(
                                isThere(one, shift),
                                () -> put + " at " + changed + ": " + one + "\n" + kept.records + "\n" + kept.unread);
                    }
                }
                assertTrue(kept.records.size() >= least, () -> put + " at " + changed + kept.unread);
                kept.records.forEach(
                        record -> assertFalse(Records.row(record, Map.of()).isEmpty()));
            }
        }
    }

    /// The same words of the same person to the same person, or, behind damage, of and to nobody that is named.
    private boolean isThere(Activity one, long shift) {
        long from = one.spot().from() + shift;
        long to = one.spot().to() + shift;
        long at = from;
        for (var each : kept.unread) {
            at = each.spot().from() <= at ? Math.max(at, each.spot().to()) : at;
        }
        return at >= to
                || kept.records.stream()
                        .anyMatch(record -> record.spot().from() >= from
                                && record.spot().to() <= to
                                && record.id().equals(one.id())
                                && record.object().equals(one.object())
                                && record.published().equals(one.published())
                                && record.verb() == one.verb()
                                && record.counts().equals(one.counts())
                                && isSame(record.actor(), one.actor())
                                && (isHeadWrong || isSame(record.audience(), one.audience())));
    }

    private static boolean isSame(Actor now, Actor before) {
        return now.equals(before) || now.equals(Actor.UNSTATED);
    }

    @Test
    void oneWrongByteAnywhereChangesNoOtherPost() throws IOException {
        oneWrongByteEverywhere(tweets(tweet(1, "bir"), tweet(2, "{iki} RT"), tweet(3, "uch")), 1);
    }

    @Test
    void oneWrongByteAnywhereChangesNoOtherMessage() throws IOException {
        oneWrongByteEverywhere(
                messages(
                        conversation("100-200", message(1, "200", "bir"), message(2, "100", "iki")),
                        conversation("777", message(3, "", "uch")),
                        conversation("888", message(4, "", "dord"))),
                1);
    }

    /// What was said in one group is never said to have been said in another.
    @Test
    void whereTheBeginningOfAConversationIsLostItsMessagesAreInNone() throws IOException {
        String text = messages(conversation("777", message(3, "", "uch")), conversation("888", message(4, "", "dord")));
        read(text.replace("{\n  \"dmConversation\" : {\n    \"conversationId\" : \"888\"", "x"));
        assertEquals(List.of("uch", "dord"), texts());
        assertEquals(Actor.UNSTATED, kept.records.getLast().audience());
    }

    @Test
    void ofAFileThatIsCutOffWhatIsThereIsRead() throws IOException {
        String text = tweets(tweet(1, "bir"), tweet(2, "iki"));
        read(text);
        var whole = new ArrayList<>(kept.records);
        for (int end = text.indexOf('[') + 1; end < text.length(); end++) {
            read(text.substring(0, end));
            for (var one : whole) {
                int last = end;
                assertTrue(one.spot().to() > end || isThere(one, 0), () -> "cut at " + last);
            }
            assertEquals(end, kept.places().getLast().to());
            assertTrue(kept.records.size() <= 2);
        }
    }

    @Test
    void everyMemberMayHoldAnything() throws IOException {
        for (var value : List.of("null", "true", "-1", "1e999", "\"\\ud800\"", "[]", "{}", "[[null,{\"text\":[7]}]]")) {
            for (var name : List.of(
                    "id",
                    "id_str",
                    "full_text",
                    "text",
                    "created_at",
                    "user",
                    "entities",
                    "core",
                    "favorite_count",
                    "in_reply_to_screen_name",
                    "extended_entities",
                    "deleted_at")) {
                read(tweets("{\"tweet\":{\"" + name + "\":" + value + "}}", tweet(1, "a")));
                assertEquals("a", texts().getLast());
                read("window.YTD.note_tweet.part0 = [{\"noteTweet\":{\"" + name + "\":" + value + "}}]");
                read(messages(conversation(
                        "1", "{\"messageCreate\":{\"" + name + "\":" + value + "}}", message(1, "", "b"))));
                assertEquals("b", texts().getLast());
                read(messages(
                        "{\"dmConversation\":{\"conversationId\":" + value + ",\"messages\":" + value + "}}",
                        "7",
                        "[]"));
            }
        }
    }

    @Test
    void whatStandsAmongDeletedPostsIsDeleted() throws IOException {
        read("window.YTD.deleted_tweets.part0 = [" + tweet(1, "a") + "]");
        assertTrue(kept.records.getFirst().marks().contains(Mark.DELETED));
        read(tweets(tweet(1, "a")));
        assertFalse(kept.records.getFirst().marks().contains(Mark.DELETED));
    }

    private static final String LIKE =
            "window.YTD.like.part0 = [ { \"like\" : { \"tweetId\" : \"5\", \"fullText\" : \"nifr\u0259t\" } } ]";

    @Test
    void aLikeIsALikeAlsoWhereNobodySaysWhose() throws IOException {
        for (var files : List.of(Map.of("account.js", ACCOUNT), Map.<String, String>of())) {
            var ledger = read(LIKE, files);
            var like = kept.records.getFirst();
            assertEquals("Like", like.verb().word());
            assertEquals(Actor.UNSTATED, like.actor());
            assertEquals("\"like\"", Posts.detail(like, "kind"));
            assertFalse(ledger.warningsInEnglish().toString().contains("posts name nobody"));
        }
    }

    @Test
    void thatARepostCanBeTypedIsSaid() throws IOException {
        var ledger = read(tweets(tweet(1, "RT @banu: onun s\u00f6zl\u0259ri")));
        assertTrue(
                ledger.warningsInEnglish().getFirst().contains("anybody can type"),
                ledger.warningsInEnglish()::toString);
    }

    @Test
    void aDayThatThereIsNotIsNoTime() throws IOException {
        for (var day : List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")) {
            read(tweets(tweet(1, "a").replace("Wed Sep 04", day + " Feb 30")));
            assertTrue(kept.records.getFirst().published() instanceof When.Unknown, day);
        }
        read(messages(conversation("1", message(1, "", "a").replace("2024-04-06", "+12345-04-06"))));
        assertTrue(kept.records.getFirst().published() instanceof When.Unknown);
    }

    private void readBeside(String text, Set<String> there) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        new XArchive()
                .read(
                        new Input(
                                "data/x.js", Bytes.of(text.getBytes(StandardCharsets.UTF_8))::open, new Input.Beside() {
                                    @Override
                                    public Attachment.State of(String name) {
                                        return Attachment.State.MISSING;
                                    }

                                    @Override
                                    public Attachment.State at(String path) {
                                        return there.contains(path)
                                                ? new Attachment.Present(1)
                                                : Attachment.State.MISSING;
                                    }
                                }),
                        kept);
    }

    private List<Attachment> files() {
        return kept.records.getFirst().object().attachments();
    }

    @Test
    void aVideoIsFoundUnderTheNameOfTheOneThatWasSaved() throws IOException {
        String video = tweets(
                "{ \"tweet\" : { \"id_str\" : \"9\", \"full_text\" : \"bax\", \"extended_entities\" : { \"media\" : [ {"
                        + " \"media_url_https\" : \"https://pbs.twimg.com/thumb/t.jpg\", \"video_info\" : { \"variants\" : ["
                        + " { \"content_type\" : \"application/x-mpegURL\", \"url\" : \"https://video.twimg.com/a.m3u8?tag=1\" },"
                        + " { \"bitrate\" : \"256000\", \"url\" : \"https://video.twimg.com/vid/k.mp4?tag=1\" },"
                        + " { \"bitrate\" : \"832000\", \"url\" : \"https://video.twimg.com/vid/b.mp4?tag=1\" } ] } } ] } } }");
        readBeside(video, Set.of("tweets_media/9-k.mp4"));
        assertEquals(List.of(new Attachment("tweets_media/9-k.mp4", new Attachment.Present(1))), files());
        readBeside(video, Set.of());
        assertEquals(List.of(new Attachment("tweets_media/9-b.mp4", Attachment.State.MISSING)), files());
    }

    @Test
    void aPictureInAMessageIsFound() throws IOException {
        String text = messages(
                conversation(
                        "100-200",
                        message(1, "200", "bax")
                                .replace(
                                        "\"reactions\"",
                                        "\"mediaUrls\" : [ \"https://ton.twitter.com/dm/1/2/ab-c.jpg\","
                                                + " \"https://video.twimg.com/dm_video/3/vid/d.mp4?tag=1\" ],\n \"reactions\"")));
        readBeside(text, Set.of("direct_messages_media/1-ab-c.jpg"));
        assertEquals(
                List.of(
                        new Attachment("direct_messages_media/1-ab-c.jpg", new Attachment.Present(1)),
                        new Attachment("direct_messages_media/1-d.mp4", Attachment.State.MISSING)),
                files());
        assertEquals(List.of("bax"), texts());
        assertTrue(Posts.detail(kept.records.getFirst(), "member").contains("ton.twitter.com"));
    }

    @Test
    void aMessageThatSaysTwiceWhoWroteItIsOfNobody() throws IOException {
        read(messages(conversation(
                "100-200", message(1, "200", "bir").replace("\"id\"", "\"senderId\" : \"300\",\n \"id\""))));
        var record = kept.records.getFirst();
        assertEquals(Actor.UNSTATED, record.actor());
        assertTrue(record.marks().contains(Mark.LOOKALIKE));
        assertTrue(record.details().toString().contains("300"));
    }

    /// A browser shows the last of two names, and a program the first one.
    @Test
    void anAccountWithTwoNamesNamesNobody() throws IOException {
        for (var twice : List.of(
                ACCOUNT.replace("\"accountId\"", "\"username\" : \"rauf\", \"accountId\""),
                ACCOUNT.replace("\"accountId\"", "\"accountId\" : \"7\", \"accountId\""),
                ACCOUNT.replace("} ]", ", \"account\" : { \"username\" : \"rauf\" } } ]"))) {
            var ledger = read(tweets(tweet(1, "bir")), Map.of("account.js", twice));
            assertEquals(Actor.UNSTATED, kept.records.getFirst().actor());
            assertTrue(ledger.warningsInEnglish().getFirst().startsWith("account.js is not beside the file"));
        }
    }

    @Test
    void messagesBeforeTheNumberOfTheirConversationAreCounted() throws IOException {
        var ledger = read("window.YTD.direct_messages.part0 = [ { \"dmConversation\" : { \"messages\" : [\n"
                + message(1, "", "bir") + ",\n" + message(2, "", "iki")
                + "\n ], \"conversationId\" : \"777\" } }, "
                + conversation("888", message(3, "", "üç")) + " ]");
        assertEquals(List.of("bir", "iki", "üç"), texts());
        assertTrue(
                ledger.warningsInEnglish()
                        .contains(
                                "2 messages stand before the number of their conversation: of a group it is not said which one"));
        assertEquals(
                List.of(),
                read(messages(conversation("888", message(3, "", "üç")))).warningsInEnglish());
    }
}
