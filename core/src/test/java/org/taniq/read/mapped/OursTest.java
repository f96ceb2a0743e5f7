package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;

/// Mappings that the program brings along, on files made after the programs that write them. Everybody is invented.
final class OursTest {
    private static final String TIKTOK = """
            {"Activity":{"Video Browsing History":{"VideoList":[{"Date":"2025-03-04 05:06:07","Link":"https://v.example/1"}]}},
             "App Settings":{"Block":{"BlockList":[{"Date":"2025-01-02 03:04:05","UserName":"rauf_1"}]}},
             "Comment":{"Comments":{"CommentsList":[{"date":"2025-03-04 05:06:07","comment":"b\\u0259sdir","url":""}]}},
             "Direct Messages":{"Chat History":{"ChatHistory":{"Chat History with rauf_1:":[
               {"Date":"2025-03-05 21:00:00","From":"rauf_1","Content":"s\\u0259ni tapaca\\u011fam"},
               {"Date":"2025-03-05 21:01:00 UTC","From":"aysel","Content":"Yazma"}]}}},
             "Tiktok Live":{"Watch Live History":{"WatchLiveMap":{"77":{"WatchTime":"2025-03-05 20:00:00",
               "Comments":[{"CommentTime":"2025-03-05 20:01:00","CommentContent":"salam"}],"Questions":null}}}},
             "Video":{"Videos":{"VideoList":[{"Date":"2025-03-06 10:00:00","Link":"https://v.example/2","Likes":"4","Title":"Çay"}]}}}
            """;

    @Test
    void anExportOfTikTok() throws IOException {
        var tiktok = Mapped.ours("tiktok", "x.json");
        assertTrue(tiktok.knows(TIKTOK));
        var ledger = tiktok.read(TIKTOK);
        assertEquals(List.of("", "bəsdir", "səni tapacağam", "Yazma", "salam", "Çay"), tiktok.texts());
        assertEquals("rauf_1", tiktok.record(0).audience().id());
        var threat = tiktok.record(2);
        assertEquals("rauf_1", threat.actor().id());
        assertEquals("rauf_1", threat.audience().id());
        assertTrue(threat.published() instanceof When.Local(var _, var at, var zone, var _)
                && at.equals(LocalDateTime.parse("2025-03-05T21:00"))
                && zone.equals("UTC"));
        assertTrue(tiktok.record(3).published() instanceof When.Local);
        assertEquals("77", tiktok.record(4).audience().id());
        assertEquals(Map.of("likes", 4L), tiktok.record(5).counts());
        assertEquals(
                List.of("4 records do not name who wrote them: this export holds what its own account wrote"),
                ledger.warningsInEnglish());
    }

    @Test
    void anotherFileIsNone() throws IOException {
        assertFalse(Mapped.ours("tiktok", "x.json").knows("{\"Profile\":1,\"Comment\":\"x\"}"));
        String activity = "{\"Your Activity\":{\"a\":[" + "1,".repeat(1 << 20);
        assertTrue(Mapped.ours("tiktok", "user_data_tiktok.json").knows(activity));
        assertFalse(Mapped.ours("tiktok", "x.json").knows(activity));
        assertFalse(Mapped.ours("instaloader", "x.json").knows("{\"node\":{}}"));
        assertFalse(
                Mapped.ours("gallery-dl", "x.json").knows("{\"category\":\"a\",\"subcategory\":\"b\",\"price\":1}"));
    }

    @Test
    void aPostOfInstaloader() throws IOException {
        var mapped = Mapped.ours("instaloader", "2026-01-02_10-00-00_UTC.json");
        String post =
                "{\"node\":{\"shortcode\":\"Cx1\",\"taken_at_timestamp\":1767348000,\"owner\":{\"id\":\"9\",\"username\":\"rauf\"},"
                        + "\"edge_media_to_caption\":{\"edges\":[{\"node\":{\"text\":\"r\\u00fcsvay\"}}]},"
                        + "\"edge_media_preview_like\":{\"count\":5}},\"instaloader\":{\"version\":\"4.14\",\"node_type\":\"Post\"}}";
        assertTrue(mapped.knows(post));
        mapped.read(post);
        assertEquals(List.of("rüsvay"), mapped.texts());
        assertEquals("rauf", mapped.record(0).actor().id());
        assertEquals("Cx1", mapped.record(0).id());
        assertEquals(Map.of("likes", 5L), mapped.record(0).counts());
        assertEquals("{\"path\":\"\"}", mapped.record(0).place().json().canonical());
        assertEquals(
                List.of(
                        "{\"name\":\"node\",\"value\":\"{\\\"owner\\\":{\\\"id\\\":\\\"9\\\"}}\"}",
                        "{\"name\":\"instaloader\",\"value\":\"{\\\"version\\\":\\\"4.14\\\",\\\"node_type\\\":\\\"Post\\\"}\"}"),
                mapped.members(0));
    }

    @Test
    void commentsOfInstaloaderWithTheirAnswers() throws IOException {
        var mapped = Mapped.ours("instaloader-comments", "2026-01-02_10-00-00_UTC_comments.json");
        String comments =
                "[{\"id\":17,\"created_at\":1767348000,\"text\":\"bir\",\"owner\":{\"id\":\"9\",\"username\":\"rauf\"},"
                        + "\"likes_count\":2,\"answers\":[{\"id\":18,\"created_at\":1767348001,\"text\":\"iki\",\"owner\":{\"username\":\"kamran\"},\"likes_count\":0}]}]";
        assertTrue(mapped.knows(comments));
        mapped.read(comments);
        assertEquals(List.of("bir", "iki"), mapped.texts());
        assertEquals("17", mapped.record(1).inReplyTo());
        assertEquals("kamran", mapped.record(1).actor().id());
    }

    private static final String TWEET =
            "{\"category\":\"twitter\",\"subcategory\":\"tweet\",\"tweet_id\":12,\"reply_id\":0,"
                    + "\"date\":\"2026-01-02 10:00:00\",\"author\":{\"id\":5,\"name\":\"rauf_q\",\"nick\":\"Rauf\"},\"content\":\"h\\u0259d\\u0259\","
                    + "\"favorite_count\":3,\"num\":1,\"extension\":\"jpg\",\"filename\":\"a\"}";

    @Test
    void whatGalleryDlWritesBesideAFile() throws IOException {
        var mapped = Mapped.ours("gallery-dl", "12_1.jpg.json");
        assertTrue(mapped.knows(TWEET));
        mapped.read(TWEET);
        var tweet = mapped.record(0);
        assertEquals("hədə", tweet.object().text());
        assertEquals("Rauf", tweet.actor().name());
        assertEquals("5", tweet.actor().id());
        assertEquals("", tweet.inReplyTo());
        assertTrue(tweet.published() instanceof When.Local);
        assertTrue(mapped.members(0).contains("{\"name\":\"author\",\"value\":\"{\\\"name\\\":\\\"rauf_q\\\"}\"}"));
    }

    @Test
    void whoWasAskedForDidNotWriteIt() throws IOException {
        var mapped = Mapped.ours("gallery-dl", "1.json");
        mapped.read(
                "{\"category\":\"instagram\",\"subcategory\":\"tagged\",\"fullname\":\"\",\"username\":\"rauf\",\"description\":\"h\u0259d\u0259\","
                        + "\"user\":{\"full_name\":\"Aysel\",\"username\":\"aysel\"}}");
        assertEquals("", mapped.record(0).actor().name());
        assertEquals("rauf", mapped.record(0).actor().id());
    }

    @Test
    void firstCommentsInAPostOfInstaloader() throws IOException {
        var mapped = Mapped.ours("instaloader", "p.json");
        mapped.read(
                "{\"node\":{\"shortcode\":\"Cx1\",\"owner\":{\"username\":\"aysel\"},\"edge_media_to_parent_comment\":{\"count\":1,\"edges\":"
                        + "[{\"node\":{\"id\":\"17\",\"text\":\"h\u0259d\u0259\",\"created_at\":1767348000,\"owner\":{\"username\":\"rauf\"},"
                        + "\"edge_threaded_comments\":{\"edges\":[{\"node\":{\"id\":\"18\",\"text\":\"iki\",\"owner\":{\"username\":\"kamran\"}}}]}}}]}},"
                        + "\"instaloader\":{}}");
        assertEquals(List.of("", "hədə", "iki"), mapped.texts());
        assertEquals("rauf", mapped.record(1).actor().id());
        assertEquals("Cx1", mapped.record(1).inReplyTo());
        assertEquals("17", mapped.record(2).inReplyTo());
    }

    @Test
    void whatGalleryDlWritesLineByLine() throws IOException {
        var mapped = Mapped.ours("gallery-dl-lines", "data.jsonl");
        assertTrue(mapped.knows(TWEET + "\n" + TWEET + "\n"));
        mapped.read(TWEET + "\n" + TWEET.replace("h\\u0259d\\u0259", "iki") + "\n");
        assertEquals(List.of("hədə", "iki"), mapped.texts());
    }

    @Test
    void whatAutoArchiverWrites() throws IOException {
        var sheet = Mapped.ours("auto-archiver-sheet", "sheet.csv");
        String rows = """
                Link,Archive status,Archive location,archive date,upload timestamp,upload title,text content,hash
                https://x.example/1,success,https://s.example/a,2026-01-03,2026-01-02T10:00:00+00:00,Başlıq,hədə,SHA-256:ab
                """;
        assertTrue(sheet.knows(rows));
        sheet.read(rows);
        assertEquals(List.of("Başlıq\nhədə"), sheet.texts());
        assertEquals("https://x.example/1", sheet.record(0).address());
        assertTrue(sheet.members(0).contains("{\"name\":\"hash\",\"value\":\"SHA-256:ab\"}"));
        var csv = Mapped.ours("auto-archiver-csv", "db.csv");
        String db = "status,metadata,media\ntwitter: success,\"{'url': 'https://x.example/1', 'title': 'hədə'}\",[]\n";
        assertTrue(csv.knows(db));
        csv.read(db);
        assertEquals(List.of("{'url': 'https://x.example/1', 'title': 'hədə'}"), csv.texts());
    }
}
