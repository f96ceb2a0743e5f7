package org.taniq.read.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// The chat beside a stream as yt-dlp saves it, made after `yt_dlp/downloader/youtube_live_chat.py`.
final class YtDlpChatTest {
    private final Posts posts = new Posts(new YtDlpChat(), "video.live_chat.json");

    private static String replay(String action) {
        return "{\"clickTrackingParams\": \"x\", \"replayChatItemAction\": {\"actions\": [" + action
                + "], \"videoOffsetTimeMsec\": \"5000\"}}\n";
    }

    private static String item(int n, String members) {
        return replay("{\"addChatItemAction\": {\"item\": {\"liveChatTextMessageRenderer\": {" + members
                + ", \"id\": \"Ch" + n + "\", \"authorName\": {\"simpleText\": \"@ad" + n
                + "\"}, \"authorExternalChannelId\": \"UC" + n + "\", \"timestampUsec\": \"170000000000000" + n
                + "\"}}, \"clientId\": \"c\"}}");
    }

    private static String said(int n, String text) {
        return item(n, "\"message\": {\"runs\": [{\"text\": \"" + text + "\"}]}");
    }

    @Test
    void aMessageHasWhoWhenAndWhat() throws IOException {
        var ledger = posts.read(said(1, "h\u0259d\u0259")
                + item(
                        2,
                        "\"message\": {\"runs\": [{\"text\": \"a \"}, {\"emoji\":"
                                + " {\"emojiId\": \"\uD83D\uDE00\"}}, {\"emoji\": {\"emojiId\": \"UC/x\", \"isCustomEmoji\": true, \"shortcuts\":"
                                + " [\":pis:\"]}}]}"));
        assertEquals(List.of("h\u0259d\u0259", "a \uD83D\uDE00:pis:"), posts.texts());
        var first = posts.first();
        assertEquals(new Actor.Named("@ad1", "UC1"), first.actor());
        assertEquals("Ch1", first.id());
        assertTrue(first.published() instanceof When.Exact exact
                && exact.instant().toString().equals("2023-11-14T22:13:20.000001Z"));
        assertEquals("null", first.place().json().canonical());
        assertEquals(0, ledger.skipped());
        assertEquals(List.of(), ledger.warningsInEnglish());
    }

    @Test
    void aDeletionIsARecordThatNamesNobody() throws IOException {
        posts.read(
                replay("{\"markChatItemAsDeletedAction\": {\"deletedStateMessage\": {\"runs\": [{\"text\": \"[message"
                        + " retracted]\"}]}, \"targetItemId\": \"Ch1\"}}"));
        var record = posts.first();
        assertEquals(Verb.DELETE, record.verb());
        assertEquals(Actor.UNSTATED, record.actor());
        assertEquals("Ch1", record.inReplyTo());
        assertEquals(new Thing.Tombstone("[message retracted]"), record.object());
        assertTrue(record.marks().contains(Mark.DELETED));
    }

    @Test
    void moneyAndWordsOfMembersAreKept() throws IOException {
        posts.read(replay(
                        "{\"addLiveChatTickerItemAction\": {\"item\": {\"liveChatTickerPaidMessageItemRenderer\": {\"id\":"
                                + " \"t\", \"showItemEndpoint\": {\"showLiveChatItemEndpoint\": {\"renderer\":"
                                + " {\"liveChatPaidMessageRenderer\": {\"id\": \"p\", \"purchaseAmountText\": {\"simpleText\": \"5 AZN\"},"
                                + " \"message\": {\"runs\": [{\"text\": \"pul\"}]}, \"authorExternalChannelId\": \"UC5\"}}}}}}}}")
                + replay("{\"addChatItemAction\": {\"item\": {\"liveChatMembershipItemRenderer\": {\"id\": \"m\","
                        + " \"headerSubtext\": {\"simpleText\": \"Xo\u015f g\u0259ldin\"}, \"message\": {\"runs\": [{\"text\":"
                        + " \"salam\"}]}}}}}")
                + replay(
                        "{\"addChatItemAction\": {\"item\": {\"liveChatViewerEngagementMessageRenderer\": {\"id\": \"v\","
                                + " \"message\": {\"runs\": [{\"text\": \"Welcome\"}]}}}}}"));
        assertEquals(List.of("pul", "salam\nXo\u015f g\u0259ldin", "Welcome"), posts.texts());
        assertEquals("\"5 AZN\"", Posts.detail(posts.first(), "paid"));
        assertEquals("\"addLiveChatTickerItemAction\"", Posts.detail(posts.first(), "action"));
        assertTrue(posts.kept.records.get(2).actor() instanceof Actor.App);
        assertTrue(posts.kept.records.get(2).marks().contains(Mark.SYSTEM));
    }

    @Test
    void whatHoldsNoWordsIsNamedAsUnread() throws IOException {
        var ledger = posts.read(
                replay("{\"removeBannerForLiveChatCommand\": {\"targetActionId\": \"x\"}}") + "\n[1]\n{\"a\":{}}\n");
        assertEquals(Map.of("not-a-message", 1L, "blank-line", 1L, "section-not-read", 2L), ledger.skippedReasons());
    }

    @Test
    void itIsKnownByOneOfItsFirstLines() throws IOException {
        assertTrue(posts.knows(said(1, "a")));
        assertTrue(posts.knows(said(1, "a").replace("replayChat", "rXplayChat") + "\n{\n" + said(2, "b")));
        assertFalse(posts.knows("{\"a\":{\"replayChatItemAction\":{}}}"));
        assertFalse(posts.knows("[]"));
        assertFalse(posts.knows(""));
    }

    @Test
    void oneWrongByteAnywhereChangesNoOtherLine() throws IOException {
        String text = said(1, "bir") + said(2, "iki") + said(3, "uch");
        posts.read(text);
        var whole = new ArrayList<>(posts.kept.records);
        for (int at = 0; at < text.length(); at++) {
            for (var put : List.of("\"", "{", "}", "\n", "\\", "\0", "x", "")) {
                posts.read(text.substring(0, at) + put + text.substring(at + 1));
                int changed = at;
                for (var message : whole) {
                    if (endOfLine(text, message) <= at || beginOfLine(text, message) > at) {
                        long shift = message.spot().from() > at ? put.length() - 1 : 0;
                        assertTrue(posts.isHeardOrUnread(message, shift), () -> put + " at " + changed + message);
                    }
                }
                assertTrue(posts.kept.records.size() >= 1 && posts.isInOrder());
                posts.kept.records.forEach(
                        record -> assertFalse(Records.row(record, Map.of()).isEmpty()));
            }
        }
    }

    /// What stands beside a message in its line is said of it.
    private static int beginOfLine(String text, Activity message) {
        return text.lastIndexOf('\n', (int) message.spot().from()) + 1;
    }

    private static int endOfLine(String text, Activity message) {
        return text.indexOf('\n', (int) message.spot().from()) + 1;
    }

    @Test
    void aHoleWithinALineIsNoMessage() throws IOException {
        var ledger = posts.read(said(1, "a") + said(2, "b" + "\0".repeat(16)) + said(3, "c"));
        assertEquals(List.of("a", "c"), posts.texts());
        assertEquals(Map.of("damaged", 1L), ledger.skippedReasons());
    }

    @Test
    void aLineLongerThanAnyLosesNoOther() throws IOException {
        var ledger = posts.read(said(1, "a") + "x".repeat((16 << 20) + 5) + "\n" + said(2, "b"));
        assertEquals(List.of("a", "b"), posts.texts());
        assertEquals(Map.of("record-beyond-limits", 1L), ledger.skippedReasons());
    }

    @Test
    void theTimeInTheVideoIsADetailWhereverItStands() throws IOException {
        posts.read(said(1, "a")
                + said(2, "b")
                        .replace(
                                "], \"videoOffsetTimeMsec\": \"5000\"}}",
                                "]}, \"videoOffsetTimeMsec\": \"7000\", \"isLive\": true}"));
        assertEquals("\"5000\"", Posts.detail(posts.first(), "videoOffset"));
        assertEquals("\"7000\"", Posts.detail(posts.kept.records.getLast(), "videoOffset"));
        assertTrue(posts.kept.records.getLast().details().toString().contains("isLive"));
    }

    @Test
    void everythingThatIsWrittenInOneActionIsThere() throws IOException {
        posts.read(
                replay("{\"addBannerToLiveChatCommand\": {\"bannerRenderer\": {\"liveChatBannerRenderer\": {\"header\":"
                        + " {\"liveChatBannerHeaderRenderer\": {\"text\": {\"runs\": [{\"text\": \"Pinned by @x\"}]}}}, \"contents\":"
                        + " [{\"liveChatTextMessageRenderer\": {\"id\": \"1\", \"authorName\": {\"simpleText\": \"@bir\"}, \"message\":"
                        + " {\"runs\": [{\"text\": \"birinci\"}]}}}, {\"liveChatTextMessageRenderer\": {\"id\": \"2\", \"authorName\":"
                        + " {\"simpleText\": \"@iki\"}, \"message\": {\"runs\": [{\"text\": \"ikinci\"}]}}}]}}}}"));
        assertEquals(List.of("birinci", "ikinci"), posts.texts());
        assertEquals("@iki", posts.kept.records.getLast().actor().name());
        assertTrue(posts.kept.records.toString().contains("Pinned by @x"));
    }

    @Test
    void whatYouTubeSaysBesideAMemberIsNotHerWords() throws IOException {
        posts.read(
                replay(
                                "{\"addChatItemAction\": {\"item\": {\"liveChatMembershipItemRenderer\": {\"id\": \"m\","
                                        + " \"authorName\": {\"simpleText\": \"@leyla\"}, \"headerSubtext\": {\"simpleText\": \"Welcome!\"}}}}}")
                        + replay(
                                "{\"addChatItemAction\": {\"item\": {\"liveChatMembershipItemRenderer\": {\"id\": \"n\","
                                        + " \"headerPrimaryText\": {\"runs\": [{\"text\": \"Member for 6 months\"}]}, \"message\": {\"runs\": [{\"text\": \"salam\"}]}}}}}"));
        assertEquals(List.of("Welcome!", "salam\nMember for 6 months"), posts.texts());
        assertEquals("\"\"", Posts.detail(posts.first(), "mainWords"));
        assertEquals("\"salam\"", Posts.detail(posts.kept.records.getLast(), "mainWords"));
    }

    @Test
    void aPollIsFoundByItsWordsAndIsOfNobody() throws IOException {
        posts.read(replay(
                "{\"showLiveChatActionPanelAction\": {\"panelToShow\": {\"liveChatActionPanelRenderer\": {\"contents\":"
                        + " {\"pollRenderer\": {\"choices\": [{\"text\": {\"runs\": [{\"text\": \"h\u0259\"}]}}, {\"text\": {\"runs\": [{\"text\":"
                        + " \"yox\"}]}}]}}}}}}"));
        assertEquals(List.of("h\u0259\nyox"), posts.texts());
        assertEquals(Actor.UNSTATED, posts.first().actor());
        assertTrue(posts.first().marks().contains(Mark.SYSTEM));
    }

    /// A letter of its own number that is damaged does not make a person's words YouTube's.
    @Test
    void aMessageWithoutANumberIsAPersonsAllTheSame() throws IOException {
        for (var wrong : List.of("ie", "i\\u0001", "")) {
            posts.read(said(1, "h\u0259d\u0259").replace("\"id\"", "\"" + wrong + "\""));
            assertEquals(List.of("h\u0259d\u0259"), posts.texts());
            assertEquals(new Actor.Named("@ad1", "UC1"), posts.first().actor());
            assertTrue(posts.first().marks().isEmpty());
        }
        posts.read(said(1, "h\u0259d\u0259").replace("\"id\"", "\"ie\"").replace("\"authorName\"", "\"b\""));
        assertEquals("UC1", posts.first().actor().id());
    }

    @Test
    void aSecondTimeOfTheVideoIsNotLost() throws IOException {
        posts.read(said(1, "bir")
                .replace("\"videoOffsetTimeMsec\"", "\"videoOffsetTimeMsec\": \"7123\", \"videoOffsetTimeMsec\""));
        var all = posts.first().toJson().canonical();
        assertTrue(all.contains("7123") && all.contains("5000"), all);
        assertEquals(
                List.of("bir"),
                posts.texts().stream()
                        .map(text -> text.lines().findFirst().orElse(""))
                        .toList());
    }
}
