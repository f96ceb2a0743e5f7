package org.taniq.read.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;

/// Posts, comments and pictures of Facebook, and Instagram's exports of 2020 and since 2021. The people are invented.
final class MetaListsTest {
    private final MetaFiles files = new MetaFiles();

    /// Reads what must be known before.
    private Ledger known(String json) throws IOException {
        assertTrue(files.knows(json), json);
        var ledger = files.read(json);
        if (ledger.skipped() == 0) {
            nothingIsLost(json);
        }
        return ledger;
    }

    private Activity last(String json) throws IOException {
        known(json);
        return files.kept.records.getLast();
    }

    /// Whatever stood in the file that a test reads stands in its records.
    private void nothingIsLost(String json) throws IOException {
        assertEquals(List.of(), Leaves.lost(json, files.kept.records), json);
    }

    private static When at(long second) {
        return new When.Exact(Instant.ofEpochSecond(second) + " (" + second + ")", Instant.ofEpochSecond(second));
    }

    private static String path(Activity record) {
        return record.place().json().canonical();
    }

    @Test
    void aPostOfFacebook() throws IOException {
        var ledger = known("""
                [{"timestamp":1700000000,"attachments":[{"data":[{"media":{"uri":"posts/media/a/1.jpg",
                "creation_timestamp":1600000000,"media_metadata":{"photo_metadata":{"exif_data":[{"upload_ip":"192.0.2.7"}]}},
                "title":"Divar şəkilləri","description":"Bu mənəm"}}]}],"data":[{"post":"Bu mənəm"},
                {"update_timestamp":1700000001}],"title":"Aytəkin yeni şəkil əlavə etdi.","tags":[{"name":"Rəşad"}]}]""");
        var post = files.kept.records.getFirst();
        assertEquals(Actor.UNSTATED, post.actor());
        assertEquals(at(1_700_000_000), post.published());
        assertEquals(
                "Bu mənəm\nDivar şəkilləri\nAytəkin yeni şəkil əlavə etdi.\nRəşad",
                post.object().text());
        assertEquals("Bu mənəm", MetaFiles.detail(post, "mainWords"));
        assertEquals(List.of("posts/media/a/1.jpg"), MetaFiles.names(post));
        assertTrue(MetaFiles.detail(post, "member").contains("192.0.2.7"));
        assertEquals("{\"path\":\"/0\"}", path(post));
        assertEquals(
                List.of(
                        "1 records name nobody who wrote them: the file does not say whose account it is from, and"
                                + " others may have written there",
                        "1 files that records name are not here: they may be in another ZIP archive of the same"
                                + " download"),
                ledger.warningsInEnglish());
    }

    @Test
    void aCommentInAGroupHasItsAuthorAndTheGroup() throws IOException {
        var ledger = known("""
                {"group_comments_v2":[{"timestamp":1700000000,"data":[{"comment":{"timestamp":1700000000,
                "comment":"Onu tapın","author":"Rəşad Q.","group":"Məhəllə"}}],"title":"Rəşad Q. şərh yazdı"}]}""");
        var comment = files.kept.records.getFirst();
        assertEquals(new Actor.Named("Rəşad Q.", ""), comment.actor());
        assertEquals(new Actor.Named("Məhəllə", ""), comment.audience());
        assertEquals("Onu tapın\nMəhəllə\nRəşad Q. şərh yazdı", comment.object().text());
        assertEquals("{\"path\":\"/group_comments_v2/0\"}", path(comment));
        assertEquals(List.of(), ledger.warnings());
        assertEquals(Map.of("Rəşad Q.", 1L), ledger.bySender());
    }

    @Test
    void aPollInAGroupAndWhatOthersWroteOnTheWall() throws IOException {
        var poll = last("""
                {"group_posts_v2":[{"timestamp":1294509294,"title":"a"},{"timestamp":1449761175,"attachments":[{"data":[
                {"poll":{"question":"Кто она?","options":[{"option":"Никто","voted":false},{"option":"Она","voted":true}]}}]}]}]}""");
        assertEquals(Set.of(Mark.POLL), poll.marks());
        assertEquals("Кто она?\nНикто\nОна", poll.object().text());
        assertEquals(2, files.kept.records.size());
        var wall = last("""
                {"wall_posts_sent_to_you":{"activity_log_data":[
                {"timestamp":1400000000,"data":[{"post":"Utan"}],"title":"Rəşad sizin divarınıza yazdı"}]}}""");
        assertEquals("Utan\nRəşad sizin divarınıza yazdı", wall.object().text());
        assertEquals("{\"path\":\"/wall_posts_sent_to_you/activity_log_data/0\"}", path(wall));
    }

    @Test
    void anAlbumWithWhatOthersSaidOfAPicture() throws IOException {
        var ledger = known("""
                {"name":"Yay","photos":[{"uri":"posts/media/y/1.jpg","creation_timestamp":1500000000,
                "comments":[{"timestamp":1500000001,"comment":"iyrənc","author":"Rəşad"}]}],
                "cover_photo":{"uri":"posts/media/y/2.jpg","creation_timestamp":1500000000},"description":"dəniz"}""");
        assertEquals(List.of("Yay", "", "iyrənc", "", "dəniz"), files.texts());
        var picture = files.kept.records.get(1);
        var comment = files.kept.records.get(2);
        assertEquals(List.of("posts/media/y/1.jpg"), MetaFiles.names(picture));
        assertTrue(MetaFiles.detail(picture, "member").contains("iyrənc"));
        assertEquals(new Actor.Named("Rəşad", ""), comment.actor());
        assertEquals(at(1_500_000_001), comment.published());
        assertEquals("{\"path\":\"/photos/0/comments/0\"}", path(comment));
        assertEquals(picture.spot(), comment.spot());
        assertEquals(Set.of(), files.kept.records.getFirst().marks());
        assertEquals(5, ledger.records());
    }

    @Test
    void postsAndStoriesOfInstagram() throws IOException {
        var post = last("""
                [{"media":[{"uri":"media/posts/1.heic","creation_timestamp":1700000000,"title":""},
                {"uri":"media/posts/2.webp","creation_timestamp":1700000005,"title":""}],"title":"Deniz günü",
                "creation_timestamp":1700000009}]""");
        assertEquals("Deniz günü", post.object().text());
        assertEquals(at(1_700_000_009), post.published());
        assertEquals(List.of("media/posts/1.heic", "media/posts/2.webp"), MetaFiles.names(post));
        var single = last(
                "[{\"media\":[{\"uri\":\"media/posts/1.mp4\",\"creation_timestamp\":1700000000,\"title\":\"a\"}]}]");
        assertEquals(at(1_700_000_000), single.published());
        var story = last(
                "{\"ig_stories\":[{\"uri\":\"media/stories/1.jpg\",\"creation_timestamp\":1700000000,\"title\":\"b\"}]}");
        assertEquals("b", story.object().text());
    }

    @Test
    void commentsOfInstagramWhateverTheLanguageOfTheAccount() throws IOException {
        for (var keys : List.of("Comment,Media Owner,Time", "Şərh,Media sahibi,Vaxt", "Комментарий,Владелец,Время")) {
            var key = keys.split(",", -1);
            String entry = "{\"media_list_data\":[{\"uri\":\"\"}],\"string_map_data\":{\"" + key[0]
                    + "\":{\"value\":\"sus, qız\"},\"" + key[1] + "\":{\"value\":\"aytekin.q\"},\"" + key[2]
                    + "\":{\"timestamp\":1700000000}}}";
            files.path = "your_instagram_activity/comments/post_comments_1.json";
            var comment = last("[" + entry + "]");
            assertEquals("sus, qız\naytekin.q", comment.object().text());
            assertEquals(at(1_700_000_000), comment.published());
            assertEquals(Actor.UNSTATED, comment.actor());
            assertTrue(MetaFiles.detail(comment, "member").contains(key[1]));
            assertEquals(List.of(), MetaFiles.names(comment));
            files.path = "renamed.json";
            assertEquals(
                    1, known("{\"comments_reels_comments\":[" + entry + "]}").records());
        }
    }

    @Test
    void commentsOfInstagramSince2021() throws IOException {
        var comment = last("""
                {"comments_media_comments":[{"title":"aytekin.q","media_list_data":[],
                "string_list_data":[{"href":"","value":"çirkin","timestamp":1550618520}]}]}""");
        assertEquals("aytekin.q\nçirkin", comment.object().text());
        assertEquals(at(1_550_618_520), comment.published());
    }

    @Test
    void commentsOfInstagramUntil2020() throws IOException {
        var ledger = known("""
                {"media_comments":[["2020-01-10T22:49:15+00:00","get burdan","aytekin.q"],["2019-01-01T00:00:00","yox"],
                ["no time","a"],[]],"live_comments":[]}""");
        var comment = files.kept.records.getFirst();
        assertEquals("get burdan\naytekin.q", comment.object().text());
        assertEquals(
                new When.Exact("2020-01-10T22:49:15+00:00", Instant.parse("2020-01-10T22:49:15Z")),
                comment.published());
        assertEquals(2, ledger.records());
        assertEquals(Map.of("not-a-message", 2L), ledger.skippedReasons());
    }

    @Test
    void conversationsOfInstagramUntil2020() throws IOException {
        var ledger = known("""
                [{"participants":["aytekin.q","qonsu_77"],"conversation":[
                {"sender":"qonsu_77","created_at":"2020-05-03T16:20:47.117430+00:00","text":"cavab ver",
                 "likes":[{"username":"aytekin.q","date":"2020-05-03"}]},
                {"likes":[],"sender":"qonsu_77","created_at":"2020-05-03T16:20:48+00:00","media_owner":"basqa",
                 "media_share_caption":"rüsvay","media_share_url":"https://example.org/m.jpg"}]},
                {"participants":["aytekin.q","leyli"],"conversation":[]}]""");
        assertEquals(4, ledger.records());
        assertEquals(
                "aytekin.q\nqonsu_77", files.kept.records.getFirst().object().text());
        var message = files.kept.records.get(1);
        assertEquals(new Actor.Named("qonsu_77", ""), message.actor());
        assertEquals("cavab ver", message.object().text());
        assertEquals("{\"path\":\"/0/conversation/0\"}", path(message));
        assertTrue(MetaFiles.detail(message, "member").contains("aytekin.q"));
        assertEquals(
                "basqa\nrüsvay\nhttps://example.org/m.jpg",
                files.kept.records.get(2).object().text());
        assertEquals("aytekin.q\nleyli", files.kept.records.get(3).object().text());
    }

    @Test
    void picturesOfInstagramUntil2020() throws IOException {
        var picture = last("""
                {"stories":[],"photos":[{"caption":"dəniz","taken_at":"2019-07-01T10:00:00+00:00","location":"Bakı",
                "path":"photos/201907/a.jpg"}]}""");
        assertEquals("dəniz\nBakı", picture.object().text());
        assertEquals(List.of("photos/201907/a.jpg"), MetaFiles.names(picture));
        assertEquals(
                Json.of("2019-07-01T10:00:00+00:00"),
                Json.of(picture.published().source()));
    }

    /// Who writes on another's wall is not named, and nobody else is said to have written it.
    @Test
    void whatOthersWroteOnTheWallIsNotTheOwners() throws IOException {
        var ledger = known("""
                {"wall_posts_sent_to_you":{"activity_log_data":[
                {"timestamp":1400000000,"data":[{"post":"Utan"}],"title":"Rəşad sizin divarınıza yazdı"}]}}""");
        assertEquals(Actor.UNSTATED, files.kept.records.getFirst().actor());
        assertTrue(ledger.warningsInEnglish().getFirst().endsWith("others may have written there"));
    }

    @Test
    void whatOthersSaidOfAPictureInAPostIsTheirs() throws IOException {
        known("""
                [{"timestamp":1700000000,"attachments":[{"data":[{"media":{"uri":"a/1.jpg","creation_timestamp":1700000000,
                "comments":[{"timestamp":1700000001,"comment":"çirkin","author":"Vüsal"},
                {"timestamp":1700000002,"comment":"utanmaz","author":"Kamran"}]}}]}],"data":[{"post":"Bu mənəm"}]}]""");
        assertEquals(List.of("Bu mənəm", "çirkin", "utanmaz"), files.texts());
        assertEquals(
                List.of("", "Vüsal", "Kamran"),
                files.kept.records.stream().map(record -> record.actor().name()).toList());
        assertEquals("{\"path\":\"/0/attachments/0/data/0/media/comments/1\"}", path(files.kept.records.getLast()));
    }

    @Test
    void aFileWithOneEntryIsThatEntry() throws IOException {
        var post = last("""
                {"timestamp":1700000000,"data":[{"post":"tək"}],"title":"a","tags":[{"name":"Rəşad"}]}""");
        assertEquals("tək\na\nRəşad", post.object().text());
        assertEquals(1, files.kept.records.size());
        var picture = last("""
                {"media":[{"uri":"media/posts/1.jpg","creation_timestamp":1700000000,"title":""}],"title":"dəniz",
                "creation_timestamp":1700000009}""");
        assertEquals("dəniz", picture.object().text());
        assertEquals(at(1_700_000_009), picture.published());
        assertEquals(1, files.kept.records.size());
        files.path = "your_instagram_activity/comments/post_comments_1.json";
        assertEquals("sus", last("""
                {"media_list_data":[],"string_map_data":{"Şərh":{"value":"sus"},"Vaxt":{"timestamp":1700000000}}}""").object().text());
        assertEquals(1, files.kept.records.size());
    }

    @Test
    void storiesAndTextsOfThreads() throws IOException {
        assertEquals("kədər\nhekayə", last("""
                {"archived_stories_v2":[{"timestamp":1700000000,"attachments":[{"data":[{"media":{"uri":"stories/1.jpg",
                "creation_timestamp":1700000000,"description":"kədər"}}]}],"title":"hekayə"}]}""").object().text());
        var text = last("""
                {"text_post_app_text_posts":[{"media":[{"uri":"","creation_timestamp":1700000000,"title":"yaxşı deyil"}]}]}""");
        assertEquals("yaxşı deyil", text.object().text());
        assertEquals(at(1_700_000_000), text.published());
        assertEquals(List.of(), MetaFiles.names(text));
    }

    @Test
    void whatIsLabelledInTheLanguageOfTheAccount() throws IOException {
        for (var label : List.of("Comment", "Şərh", "Комментарий")) {
            var comment = last("[{\"timestamp\":1700000000,\"media\":[],\"label_values\":[{\"label\":\"" + label
                    + "\",\"value\":\"səni tapacağam\"},{\"title\":\"Sahib\",\"dict\":[{\"title\":\"\",\"dict\":["
                    + "{\"label\":\"URL\",\"value\":\"https://example.org/p\",\"href\":\"https://example.org/p\"},"
                    + "{\"label\":\"Ad\",\"value\":\"Aytəkin Q.\"}]}]},{\"label\":\"Vaxt\",\"timestamp_value\":1600000000}],"
                    + "\"fbid\":\"123456789012345678\"}]");
            assertEquals(
                    "səni tapacağam\nhttps://example.org/p\nAytəkin Q.",
                    comment.object().text());
            assertEquals("123456789012345678", comment.id());
            assertEquals(at(1_700_000_000), comment.published());
            assertEquals(Actor.UNSTATED, comment.actor());
            assertTrue(MetaFiles.detail(comment, "member").contains(label));
        }
    }

    @Test
    void membershipInGroups() throws IOException {
        var ledger = known("""
                {"groups_joined_v2":[{"timestamp":1617332146,"data":[{"name":"Məhəllə"}],"title":"Məhəllə qrupuna qoşuldunuz."},
                {"timestamp":1597650851,"title":"Bağ qrupundan çıxdınız."}]}""");
        assertEquals(List.of("Məhəllə\nMəhəllə qrupuna qoşuldunuz.", "Bağ qrupundan çıxdınız."), files.texts());
        assertEquals(2, ledger.records());
        assertEquals(
                "Qrup",
                last("{\"groups_admined_v2\":[{\"name\":\"Qrup\",\"timestamp\":1597240756}]}")
                        .object()
                        .text());
    }

    @Test
    void whatWasWrittenToFacebookAndItsAnswer() throws IOException {
        known("""
                {"support_messages":[{"timestamp":1700000000,"subject":"Şikayət","messages":[
                {"timestamp":1700000001,"from":"Aytəkin","to":"Facebook","message":"məni hədələyirlər"},
                {"timestamp":1700000002,"from":"Facebook","to":"Aytəkin","message":"baxdıq"}]}]}""");
        assertEquals(List.of("Şikayət", "məni hədələyirlər", "baxdıq"), files.texts());
        var answer = files.kept.records.getLast();
        assertEquals(new Actor.Named("Facebook", ""), answer.actor());
        assertEquals(new Actor.Named("Aytəkin", ""), answer.audience());
        assertEquals(at(1_700_000_002), answer.published());
    }

    @Test
    void ofAnotherConversationInTheSameFileTheAudienceIsItsOwn() throws IOException {
        known("""
                [{"participants":["aytekin.q","qonsu_77"],"conversation":[
                {"sender":"qonsu_77","created_at":"2020-05-03T16:20:47+00:00","text":"cavab ver"}]},
                {"participants":["aytekin.q","leyli","nar"],"conversation":[
                {"sender":"leyli","created_at":"2020-05-03T16:20:48+00:00","text":"salam"}]}]""");
        assertEquals(new Actor.Named("aytekin.q", ""), files.kept.records.get(1).audience());
        assertEquals(
                new Actor.Named("aytekin.q, leyli, nar", ""),
                files.kept.records.get(3).audience());
    }

    @Test
    void listsOfOthersAreNotOfMeta() throws IOException {
        for (var other : List.of(
                "{\"messages\":[{\"senderName\":\"A\",\"timestamp\":1700000000,\"text\":\"a\"}]}",
                "{\"messages\":[{\"sender_name\":\"A\",\"timestamp\":1700000000,\"text\":\"a\"}]}",
                "[{\"path\":\"a/b.jpg\",\"taken_at\":\"2019-07-01T10:00:00+00:00\"}]",
                "{\"photos\":[{\"path\":\"IMG/b.jpg\",\"taken_at\":\"2019-07-01T10:00:00+00:00\"}]}",
                "[{\"timestamp\":1700000000,\"data\":[{\"comment\":\"a\"}]}]",
                "{\"label_values\":[{\"label\":\"a\",\"value\":\"b\"}]}",
                "[{\"uri\":\"\",\"creation_timestamp\":1700000000}]")) {
            assertFalse(files.knows(other), other);
        }
    }
}
