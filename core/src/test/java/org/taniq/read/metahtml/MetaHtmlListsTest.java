package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.details;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.message;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.page2018;
import static org.taniq.read.metahtml.MetaPages.said;
import static org.taniq.read.metahtml.MetaPages.said2018;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;
import org.taniq.read.record.Actor;

/// Posts and comments. The people are invented.
final class MetaHtmlListsTest {
    private static final String POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html";
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";

    private final MetaPages pages = new MetaPages();

    private static String post(String title, String words) {
        return message(title, TIME, "<div class=\"_2pin\"><div>" + words + "</div><div></div></div>");
    }

    @Test
    void aPostHasItsWordsAndNobodyIsSaidToHaveWrittenIt() throws IOException {
        var ledger = pages.read(
                POSTS,
                page(
                        "Your posts",
                        post("Rauf updated his status.", "bu gün<br />yağış"),
                        post("Banu wrote on Rauf's timeline.", "təbrik")));
        assertEquals(
                List.of(": Rauf updated his status.\nbu gün\nyağış", ": Banu wrote on Rauf's timeline.\ntəbrik"),
                pages.heard());
        assertEquals("meta-html-lists", ledger.format());
        assertEquals(
                "2026-11-05T21:14:33",
                ((When.Local) pages.at(1).published()).dateTime().toString());
        assertTrue(ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("2 records name nobody")));
        assertTrue(pages.kept.records.stream().allMatch(record -> record.audience() == Actor.UNSTATED));
    }

    @Test
    void theLinkOfItsTimeIsWhereAPostStood() throws IOException {
        String linked = post("Rauf updated his status.", "a")
                .replace(
                        "<div class=\"_a72d\">" + TIME + "</div>",
                        "<a target=\"_blank\" href=\"https://www.facebook.com/dyi/l/?l=X\"><div class=\"_a72d\">" + TIME
                                + "</div></a>");
        pages.read(POSTS, page("Your posts", linked.replace("dyi/l/?l=X", "rauf/posts/7")));
        assertEquals("https://www.facebook.com/rauf/posts/7", pages.at(1).address());
        assertEquals(TIME, pages.at(1).published().source());
        pages.read(POSTS, page("Your posts", linked));
        assertEquals("", pages.at(1).address());
        assertEquals(
                List.of("noted {\"name\":\"\",\"value\":\"https://www.facebook.com/dyi/l/?l=X\"}"),
                details(pages.at(1)));
    }

    @Test
    void commentsOf2018AreRead() throws IOException {
        pages.read(
                "comments/comments.html",
                page2018(
                        "Comments",
                        said2018(
                                "Rauf commented on Banu's post.",
                                "Nov 5, 2018, 9:14 PM",
                                "<div class=\"_2pin\"><div>yalan</div></div>")));
        assertEquals(List.of(": Rauf commented on Banu's post.\nyalan"), pages.heard());
    }

    private static final String COMMENT =
            "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><div class=\"_a6-p\"><table style=\"table-layout: fixed;\">"
                    + "<tr><td colspan=\"2\" class=\"_2pin _a6_q\">Şərh<div><div>50</div></div></td></tr>"
                    + "<tr><td colspan=\"2\" class=\"_2pin _a6_q\">Media sahibi<div><div>banu_77</div></div></td></tr>"
                    + "<tr><td class=\"_2pin _a6_q\">Vaxt</td><td class=\"_2pin _2piu _a6_r\">05 noy 2026 21:14</td></tr></table></div></div>";

    @Test
    void aCommentOnInstagramHasItsTimeInATable() throws IOException {
        pages.read("your_instagram_activity/comments/post_comments_1.html", page("Comments", COMMENT));
        assertEquals(List.of(": 50\nbanu_77"), pages.heard());
        assertEquals(
                "2026-11-05T21:14",
                ((When.Local) pages.at(1).published()).dateTime().toString());
        assertEquals(
                List.of(
                        "member {\"name\":\"Şərh\",\"value\":\"50\"}",
                        "member {\"name\":\"Media sahibi\",\"value\":\"banu_77\"}",
                        "member {\"name\":\"Vaxt\",\"value\":\"05 noy 2026 21:14\"}"),
                details(pages.at(1)));
    }

    @Test
    void whatACameraNotedIsNoTextAndStaysWithheld() throws IOException {
        String table =
                "<div><table><tr><td class=\"_2pin _a6_q\">Enlik</td><td class=\"_2piu _a6_r\">40.409264</td></tr>"
                        + "<tr><td class=\"_2pin _a6_q\">Kamera</td><td class=\"_2piu _a6_r\">Telefon X</td></tr></table></div>";
        pages.read("your_instagram_activity/media/posts_1.html", page("Posts", instagram("dəniz", TIME, table)));
        assertEquals("dəniz", pages.at(1).object().text());
        assertEquals(
                List.of(
                        "noted {\"name\":\"Enlik\",\"value\":\"40.409264\"}",
                        "noted {\"name\":\"Kamera\",\"value\":\"Telefon X\"}"),
                details(pages.at(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your_facebook_activity/posts/album/0.html", "posts/your_posts_1.html",
                        "your_facebook_activity/groups/group_posts_and_comments.html",
                "your_facebook_activity/comments_and_reactions/comments.html",
                        "your_facebook_activity/groups/your_comments_in_groups.html", "content/posts_1.html",
                "your_instagram_activity/media/stories.html", "posts_1.html"
            })
    void whatPeopleWroteIsKnownByWhereItLies(String path) throws IOException {
        assertTrue(pages.knows(path, page("x", post("Rauf updated his status.", "a"))));
        assertFalse(pages.knows(path, page("x", "<p>" + TIME + "</p>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connections/friends/your_friends.html",
                "your_facebook_activity/comments_and_reactions/likes_and_reactions_1.html",
                "security_and_login_information/logins.html",
                "ads_information/advertisers.html",
                "start_here.html",
                "preferences/settings.html",
                "logged_information/search/your_search_history.html",
                "logged_information/past_instagram_insights/posts.html",
                "your_facebook_activity/stories/story_reactions.html"
            })
    void whatNobodyWroteIsAPageAsAnyOther(String path) throws IOException {
        assertFalse(pages.knows(path, page("x", post("Rauf liked Banu's post.", "a"))));
    }

    @Test
    void aBlockThatLostItsEndDoesNotSwallowWhatFollows() throws IOException {
        String path = "your_instagram_activity/media/posts_1.html";
        String open = instagram("bir", TIME, "<div>a</div>")
                .replaceFirst("</div></div><div class=\"_3-94", "</div><div class=\"_3-94");
        pages.read(
                path,
                page2018("Posts", open, instagram("iki", TIME, "<div>b</div>"), instagram("üç", TIME, "<div>c</div>")));
        assertEquals(List.of(": iki\nb", ": üç\nc"), pages.heard());
        assertEquals(1, pages.kept.unread.size());
    }
}
