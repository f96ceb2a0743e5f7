package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// What Messenger and Instagram write of conversations becomes records, and nothing of a message is lost. The people
/// are invented.
final class MetaJsonTest {
    private final MetaFiles files = new MetaFiles();

    private Activity one(String members) throws IOException {
        String json = "{\"participants\":[{\"name\":\"Aytəkin\"},{\"name\":\"Rəşad\"}],\"messages\":[{"
                + "\"sender_name\":\"Rəşad\",\"timestamp_ms\":1700000000123," + members + "}],\"title\":\"Rəşad\","
                + "\"thread_path\":\"message_requests/resad_9\"}";
        var record = files.one(json);
        assertEquals(List.of(), Leaves.lost(json, files.kept.records));
        return record;
    }

    @Test
    void aMessageOfMessenger() throws IOException {
        var record = one("\"content\":\"Səni tapacağam, Ağdaşda\"");
        assertEquals(Verb.CREATE, record.verb());
        assertEquals(new Actor.Named("Rəşad", ""), record.actor());
        assertEquals(new Actor.Named("Aytəkin", "message_requests/resad_9"), record.audience());
        assertEquals(
                new When.Exact("2023-11-14T22:13:20.123Z (1700000000123)", Instant.ofEpochMilli(1700000000123L)),
                record.published());
        assertEquals("Səni tapacağam, Ağdaşda", record.object().text());
        assertEquals("{\"path\":\"/messages/0\"}", record.place().json().canonical());
        assertEquals(Set.of(), record.marks());
    }

    @Test
    void whoTakesPartAndNeverWritesIsFoundToo() throws IOException {
        var ledger = files.read(
                "{\"participants\":[{\"name\":\"Aytəkin\"},{\"name\":\"Səssiz\"}],\"messages\":["
                        + "{\"sender_name\":\"Aytəkin\",\"timestamp_ms\":1,\"content\":\"a\"}],\"title\":\"Qrup: gülməli\","
                        + "\"is_still_participant\":false,\"image\":{\"uri\":\"messages/photos/g.jpg\",\"creation_timestamp\":5}}");
        var head = files.kept.records.getFirst();
        assertEquals("Aytəkin\nSəssiz\nQrup: gülməli", head.object().text());
        assertEquals(Set.of(Mark.SYSTEM), head.marks());
        assertEquals(Actor.UNSTATED, head.actor());
        assertEquals(new Actor.Named("Qrup: gülməli", ""), head.audience());
        assertInstanceOf(When.Unknown.class, head.published());
        assertEquals(
                "messages/photos/g.jpg", head.object().attachments().getFirst().name());
        assertTrue(MetaFiles.detail(head, "member").contains("is_still_participant"));
        assertEquals(2, ledger.records());
        assertEquals(
                List.of(
                        "the file does not say which of the participants made the export",
                        "1 files that records name are not here: they may be in another ZIP archive of the same"
                                + " download"),
                ledger.warningsInEnglish());
    }

    @Test
    void theFolderInWhichAConversationLiesIsADetail() throws IOException {
        assertEquals("message_requests", MetaFiles.detail(one("\"content\":\"a\""), "folder"));
        for (var folder :
                List.of("inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover")) {
            for (var root : List.of("", "your_activity_across_facebook/", "x/your_instagram_activity/")) {
                files.path = root + "messages/" + folder + "/aytekin_1/message_2.json";
                assertEquals(folder, MetaFiles.detail(one("\"content\":\"a\""), "folder"));
            }
        }
    }

    @Test
    void aMessageThatWasTakenBackIsDeletedWithItsText() throws IOException {
        var record = one("\"content\":\"öldürərəm\",\"is_unsent\":true");
        assertEquals(Verb.DELETE, record.verb());
        assertEquals(Set.of(Mark.DELETED), record.marks());
        assertEquals("öldürərəm", record.object().text());
        var gone = one("\"is_unsent\":true");
        assertEquals(new Thing.Tombstone(""), gone.object());
        assertEquals(Set.of(), one("\"content\":\"a\",\"is_unsent\":false").marks());
    }

    @Test
    void aConversationThatIsEncryptedBetweenPhones() throws IOException {
        files.path = "messages/Ulviyya_12.json";
        var ledger = files.read("""
                {"participants":["Ülviyyə","Kənan"],"threadName":"Kənan_12","messages":[
                {"isUnsent":true,"media":[],"reactions":[],"senderName":"Kənan","text":"sus","timestamp":1700000000000,"type":"text"},
                {"isUnsent":false,"media":[{"uri":"./media/a.jpg"}],"reactions":[{"actor":"Ülviyyə","reaction":"😡"}],
                 "senderName":"Kənan","text":"","timestamp":1700000001000,"type":"media"}]}""");
        assertEquals(3, ledger.records());
        assertEquals("meta-thread-encrypted", ledger.format());
        var deleted = files.kept.records.get(1);
        assertEquals(Verb.DELETE, deleted.verb());
        assertEquals("sus", deleted.object().text());
        assertEquals(new Actor.Named("Ülviyyə", ""), deleted.audience());
        var picture = files.kept.records.get(2);
        assertEquals(List.of("./media/a.jpg"), MetaFiles.names(picture));
        assertEquals(
                "{\"actor\":\"Ülviyyə\",\"reaction\":\"😡\",\"timestamp\":null}",
                MetaFiles.detail(picture, "reaction"));
    }

    @Test
    void whatIsSharedIsTextBehindHerOwn() throws IOException {
        var record = one("""
                "type":"Share","content":"Bax",
                "share":{"link":"https://example.org/p/1","share_text":"Bu qızı tanıyan var?","original_content_owner":"qonsu_77"}""");
        assertEquals(
                "Bax\nhttps://example.org/p/1\nBu qızı tanıyan var?\nqonsu_77",
                record.object().text());
        assertEquals("Bax", MetaFiles.detail(record, "mainWords"));
        assertEquals("Share", MetaFiles.detail(record, "type"));
        var link = one("\"content\":\"https://example.org\",\"share\":{\"link\":\"https://example.org\"}");
        assertEquals("https://example.org", link.object().text());
    }

    @Test
    void everyFileOfAMessageIsNamed() throws IOException {
        var record = one("""
                "photos":[{"uri":"messages/inbox/r_9/photos/1.jpg","creation_timestamp":1700000000}],
                "videos":[{"uri":"messages/inbox/r_9/videos/2.mp4","thumbnail":{"uri":"messages/inbox/r_9/videos/2.jpg"}}],
                "audio_files":[{"uri":"messages/inbox/r_9/audio/3.aac"}],"files":[{"uri":"messages/inbox/r_9/files/şəkillər.zip"}],
                "gifs":[{"uri":"messages/inbox/r_9/gifs/4.gif"}],"sticker":{"uri":"messages/stickers_used/5.png"},
                "photos_of_tomorrow":{"deeper":[{"uri":"messages/inbox/r_9/6.bin"}]}""");
        assertEquals(
                List.of(
                        "messages/inbox/r_9/photos/1.jpg",
                        "messages/inbox/r_9/videos/2.mp4",
                        "messages/inbox/r_9/videos/2.jpg",
                        "messages/inbox/r_9/audio/3.aac",
                        "messages/inbox/r_9/files/şəkillər.zip",
                        "messages/inbox/r_9/gifs/4.gif",
                        "messages/stickers_used/5.png",
                        "messages/inbox/r_9/6.bin"),
                MetaFiles.names(record));
        assertEquals("", record.object().text());
    }

    @Test
    void callsAreMarkedAndWhoBearsTheNameOfWhoWroteIsNotSaidToHaveComeOrGone() throws IOException {
        assertEquals(
                Set.of(Mark.CALL), one("\"type\":\"Call\",\"content\":\"zəng\"").marks());
        assertEquals(Set.of(Mark.CALL), one("\"call_duration\":0").marks());
        var added = one("\"type\":\"Subscribe\",\"content\":\"a\",\"users\":[{\"name\":\"Nərmin\"}]");
        assertEquals(Verb.CREATE, added.verb());
        assertEquals(Set.of(Mark.SYSTEM), added.marks());
        assertEquals("a\nNərmin", added.object().text());
        for (var type : List.of("Subscribe", "Unsubscribe")) {
            var namesake = one("\"type\":\"" + type + "\",\"users\":[{\"name\":\"Rəşad\"}]");
            assertEquals(Verb.CREATE, namesake.verb());
            assertTrue(namesake.toJson().canonical().contains("\"users\""), namesake::toString);
        }
    }

    @Test
    void whatNobodyKnowsYetIsTextAndADetailUnderItsOwnName() throws IOException {
        var record = one("\"Yeni üzv\":{\"x y\":[1,true,null,{\"z\":\"hədə\"}]}");
        assertEquals("hədə", record.object().text());
        assertTrue(MetaFiles.detail(record, "member").contains("x y"));
    }

    @Test
    void aTimeIsASecondOrAMillisecondWhateverItsNameSays() {
        for (var time : List.of("1700000000", "1700000000000", "1700000000000000")) {
            assertEquals(
                    Instant.ofEpochSecond(1_700_000_000),
                    Moment.of(Json.of(Long.parseLong(time)))
                            .map(when -> ((When.Exact) when).instant())
                            .orElseThrow());
        }
        for (var none : List.of("0", "-1")) {
            assertTrue(Moment.of(Json.of(Long.parseLong(none))).isEmpty());
        }
        for (var none : List.of("", "x", "2020-13-01T00:00:00", "2020-01-01T00:00:00+99:00", "1.5e9")) {
            assertTrue(Moment.of(Json.of(none)).isEmpty());
        }
        assertInstanceOf(
                When.Local.class, Moment.of(Json.of("2018-12-21T12:34:56")).orElseThrow());
        assertInstanceOf(
                When.Exact.class,
                Moment.of(Json.of("2020-05-03T16:20:47.117430+00:00")).orElseThrow());
    }

    @Test
    void aPartWhoseNewerPartIsMissingSaysSo() throws IOException {
        String text = "{\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1700000000000,\"content\":\"a\"}]}";
        files.path = "messages/inbox/a_1/message_12.json";
        assertTrue(files.read(text).warningsInEnglish().getLast().startsWith("message_11.json of the same"));
        files.path = "message_12.json";
        assertEquals(2, files.read(text).warnings().size());
        files.path = "messages/inbox/a_1/message_1.json";
        assertEquals(1, files.read(text).warnings().size());
    }

    @Test
    void otherListsOfMessagesAreNotOfMeta() throws IOException {
        assertTrue(files.knows("{\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1}]}"));
        assertTrue(files.knows("{\"participants\":[],\"messages\":[],\"title\":\"\",\"thread_path\":\"inbox/a\"}"));
        for (var other : List.of(
                "{\"name\":\"Qrup\",\"type\":\"private_group\",\"id\":1,\"messages\":[{\"id\":5,\"type\":\"message\",\"date_unixtime\":\"1\",\"from\":\"A\",\"text\":\"a\"}]}",
                "{\"channel_id\":\"C1\",\"messages\":[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1700000000.1\",\"text\":\"a\"}]}",
                "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1700000000.1\",\"text\":\"a\",\"attachments\":[{\"title\":\"b\"}]}]",
                "{\"participants\":[{\"name\":\"A\"}],\"messages\":[]}",
                "{\"messages\":[]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"timestamp\":1700000000}]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}",
                "[]",
                "{}",
                "",
                "17",
                "\"a\"",
                "13/01/2024, 10:00 - Ann: hello")) {
            assertFalse(files.knows(other), other);
        }
    }

    @Test
    void whatIsNoConversationPostOrCommentIsNotOfThisRoom() throws IOException {
        for (var other : List.of(
                "{\"relationships_following\":[{\"title\":\"\",\"media_list_data\":[],\"string_list_data\":[{\"href\":\"https://x/a\",\"value\":\"a\",\"timestamp\":1700000000}]}]}",
                "{\"likes_comment_likes\":[{\"title\":\"a\",\"string_list_data\":[{\"href\":\"https://x/p\",\"value\":\"b\",\"timestamp\":1700000000}]}]}",
                "{\"account_history_login_history\":[{\"title\":\"2024\",\"string_map_data\":{\"IP\":{\"value\":\"192.0.2.1\"},\"Time\":{\"timestamp\":1700000000}}}]}",
                "{\"searches_v2\":[{\"timestamp\":1700000000,\"attachments\":[{\"data\":[{\"text\":\"a\"}]}],\"data\":[{\"text\":\"a\"}],\"title\":\"b\"}]}",
                "{\"saves_v2\":[{\"timestamp\":1700000000,\"attachments\":[{\"data\":[{\"external_context\":{\"name\":\"a\"}}]}],\"title\":\"b\"}]}",
                "[{\"timestamp\":1700000000,\"data\":[{\"reaction\":{\"reaction\":\"LIKE\",\"actor\":\"A\"}}],\"title\":\"b\"}]",
                "{\"profile_v2\":{\"name\":{\"full_name\":\"A\"}}}")) {
            assertFalse(files.knows(other), other);
        }
    }

    @Test
    void theTextOfARecordHasAnEnd() throws IOException {
        var record = files.one("{\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1700000000000,\"content\":\""
                + "a".repeat((1 << 20) + 7) + "\"}]}");
        assertEquals(1 << 20, record.object().text().length());
        assertEquals(Set.of(Mark.CUT), record.marks());
        assertEquals(List.<Attachment>of(), record.object().attachments());
        assertEquals(Map.of(), record.counts());
    }

    @Test
    void conversationsOf2018CountInSeconds() throws IOException {
        String text =
                "{\"participants\":[\"Aytəkin\"],\"messages\":[{\"timestamp\":1525000000,\"sender_name\":\"Rəşad\","
                        + "\"content\":\"gəl\"}],\"title\":\"Rəşad\"}";
        assertTrue(files.knows(text));
        var message = files.one(text.replace(",\"title\":\"Rəşad\"", ""));
        assertEquals("gəl", message.object().text());
        assertEquals(
                Instant.ofEpochSecond(1_525_000_000),
                assertInstanceOf(When.Exact.class, message.published()).instant());
    }

    @Test
    void whatThePlatformPutInPlaceOfAMessageIsNobodysWords() throws IOException {
        var ledger = files.read("""
                {"participants":["Ülviyyə","Kənan"],"threadName":"Kənan_12","messages":[
                {"isUnsent":true,"media":[],"reactions":[],"senderName":"Kənan","text":"User unsent a message",
                 "timestamp":1700000000000,"type":"placeholder"}]}""");
        var gone = files.kept.records.getLast();
        assertEquals(new Thing.Tombstone("User unsent a message"), gone.object());
        assertEquals(Set.of(Mark.DELETED, Mark.SYSTEM), gone.marks());
        assertEquals(1, ledger.counts().deleted());
        var sentence = one("\"content\":\"Rəşad sent an attachment.\",\"share\":{\"link\":\"https://example.org\"}");
        assertFalse(MetaFiles.details(sentence).containsKey("ownWords"));
        assertEquals("Rəşad sent an attachment.", MetaFiles.detail(sentence, "mainWords"));
    }

    @Test
    void whatIsSharedIsMarkedAndItsBoundaryIsKept() throws IOException {
        var record = one(
                "\"content\":\"Bax\",\"share\":{\"share_text\":\"Onu öldürün\",\"original_content_owner\":\"qonsu_77\"}");
        assertEquals(Set.of(Mark.FORWARDED), record.marks());
        String main = MetaFiles.detail(record, "mainWords");
        assertEquals("\nOnu öldürün\nqonsu_77", record.object().text().substring(main.length()));
        assertEquals(
                Set.of(),
                one("\"content\":\"a\",\"share\":{\"link\":\"https://example.org\"}")
                        .marks());
    }

    @Test
    void whoseAccountIsGoneMayBeSeveralPeople() throws IOException {
        var ledger = files.read("{\"messages\":[{\"sender_name\":\"Facebook user\",\"timestamp_ms\":1700000000000,"
                + "\"content\":\"a\"}]}");
        assertEquals(
                "1 records have the name that stands for everybody whose account is gone: they may be of several people",
                ledger.warningsInEnglish().getLast());
    }

    @Test
    void aFileThatCouldNotBeDownloadedWasLeftOut() throws IOException {
        var ledger = files.read(
                "{\"participants\":[\"A\"],\"threadName\":\"b\",\"messages\":[{\"isUnsent\":false,"
                        + "\"media\":[{\"uri\":\"Failed to download media\"}],\"senderName\":\"A\",\"text\":\"\",\"timestamp\":1}]}");
        var message = files.kept.records.getLast();
        assertEquals(
                List.of(new Attachment("", Attachment.State.OMITTED)),
                message.object().attachments());
        assertEquals("", message.object().text());
        assertEquals("Failed to download media", MetaFiles.detail(message, "notExported"));
        assertEquals(1, ledger.counts().mediaOmitted());
    }

    /// The export calls a conversation as the other person, whoever of the two writes.
    @Test
    void ofTwoPeopleEachWritesToTheOther() {
        assertEquals("Aytəkin", audience("Rəşad", "Rəşad", "Aytəkin", "Rəşad"));
        assertEquals("Rəşad", audience("Rəşad", "Aytəkin", "Aytəkin", "Rəşad"));
        assertEquals("", audience("Rəşad", "Rəşad", "Rəşad"));
        assertEquals("Rəşad", audience("Rəşad", "Aytəkin", "Rəşad"));
        assertEquals("", audience("Ali", "Ali", "Ali", "Ali"));
        assertEquals("", audience("Rəşad", "Köhnə ad", "Aytəkin", "Rəşad"));
        assertEquals("Qrup", audience("Qrup", "Rəşad", "Aytəkin", "Rəşad"));
        assertEquals("Rəşad", audience("Rəşad", "Rəşad", "Aytəkin", "Rəşad", "Leyla"));
        assertEquals("Rəşad", audience("Rəşad", "Aytəkin"));
    }

    /// A file always has its title; without it more people may have been there.
    @Test
    void withoutTheTitleOfAFileNobodyIsTheOneToWhomSomebodyWrites() throws IOException {
        assertEquals("Aytəkin, Rəşad", audience("", "Rəşad", "Aytəkin", "Rəşad"));
        String three = "{\"participants\":[{\"name\":\"Aytəkin\"},{\"name\":\"Rəşad\"},{\"name\":\"\"}],\"messages\":[{"
                + "\"sender_name\":\"Rəşad\",\"timestamp_ms\":1700000000123,\"content\":\"a\"}],\"title\":\"%s\"}";
        for (var title : List.of("", "Qrup")) {
            assertEquals(title, files.one(three.replace("%s", title)).audience().name());
        }
        String twice = "{\"participants\":[{\"name\":\"Aytəkin\"},{\"name\":\"Rəşad\"}],\"messages\":[{"
                + "\"sender_name\":\"Rəşad\",\"timestamp_ms\":1700000000123,\"content\":\"a\"}],"
                + "\"title\":\"Aytəkin\",\"title\":\"Qrup\"}";
        assertEquals("", files.one(twice).audience().name());
    }

    @Test
    void theTimeOfAPictureIsNotThatOfAMessage() throws IOException {
        String picture = "\"photos\":[{\"uri\":\"a/1.jpg\",\"creation_timestamp\":1400000000}]";
        for (var time :
                List.of("\"timestamp_mx\":1700000000123", "\"timestamp_ms\":1,\"timestamp_ms\":1700000000123")) {
            var record = files.one("{\"participants\":[{\"name\":\"Aytəkin\"},{\"name\":\"Rəşad\"}],\"messages\":[{"
                    + "\"sender_name\":\"Rəşad\"," + time + "," + picture
                    + ",\"content\":\"a\"}],\"title\":\"Rəşad\"}");
            assertTrue(record.published() instanceof When.Unknown, () -> time + record.published());
        }
    }

    @Test
    void theFolderIsBelievedWhereTheExportHasIt() throws IOException {
        files.path = "Yüklənənlər/resad_9/message_1.json";
        assertEquals("message_requests", MetaFiles.detail(one("\"content\":\"a\""), "folder"));
    }

    @Test
    void whatSomebodyElseWroteIsMarkedWhereItStandsAlone() throws IOException {
        var record = one("\"media_owner\":\"basqa\",\"media_share_caption\":\"rüsvay\"");
        assertEquals(Set.of(Mark.FORWARDED), record.marks());
        assertEquals("", MetaFiles.detail(record, "mainWords"));
        assertTrue(record.details().stream().anyMatch(detail -> detail.name().equals("mainWords")));
    }

    private static String audience(String title, String sender, String... people) {
        return new Conversation(title, "inbox/x_1", List.of(people), "", Conversation.Kind.FILE)
                .audience(sender)
                .name();
    }

    @Test
    void numbersOfPositionsAndNamesOfKindsAreNoWords() throws IOException {
        var record = one("""
                "content":"burdayam","location":{"coordinate":{"latitude":40.40926169,"longitude":49.86709213},"kind":"x"},
                "poll":{"type":"açıq","options":[{"option":"12.5"}]},"duration":12.123456,"big":1.5e300,
                "photos":[{"uri":"a/1.jpg","media_metadata":{"photo_metadata":{"exif_data":[{"upload_ip":"192.0.2.7"}]},
                "subtitles":[{"uri":"a/1.srt"}]}}]""");
        assertEquals("burdayam\nx\naçıq\n12.5", record.object().text());
        assertEquals(List.of("a/1.jpg", "a/1.srt"), MetaFiles.names(record));
        assertEquals(Set.of(Mark.LOCATION, Mark.POLL), record.marks());
        assertTrue(MetaFiles.detail(record, "member").contains("40.40926169"));
        assertTrue(MetaFiles.detail(record, "member").contains("192.0.2.7"));
    }
}
