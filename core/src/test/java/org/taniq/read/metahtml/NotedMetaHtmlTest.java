package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.details;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.message;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.parts;
import static org.taniq.read.metahtml.MetaPages.said;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;
import org.taniq.read.record.Attachment;

/// Which values in tables are words, and which were noted by a camera or the platform. The people are invented.
final class NotedMetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";
    private static final String POSTS = "your_instagram_activity/media/posts_1.html";
    private static final String COMMENTS = "your_instagram_activity/comments/post_comments_1.html";

    private final MetaPages pages = new MetaPages();

    private static String below(String name, String value) {
        return "<tr><td colspan=\"2\" class=\"_2pin _a6_q\">" + name + "<div><div>" + value + "</div></div></td></tr>";
    }

    private static String beside(String name, String value) {
        return "<tr><td class=\"_2pin _a6_q\">" + name + "</td><td class=\"_2pin _2piu _a6_r\">" + value + "</td></tr>";
    }

    private static String table(String... rows) {
        return "<div><table style=\"table-layout: fixed;\">" + String.join("", rows) + "</table></div>";
    }

    private static String comment(String... rows) {
        return "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><div class=\"_a6-p\">" + table(rows)
                + "</div></div>";
    }

    private void post(String content) throws IOException {
        pages.read(POSTS, page("Posts", instagram("dəniz", TIME, content)));
    }

    private static String noted(String name, String value) {
        return "noted {\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
    }

    @Test
    void wordsBelowTheirNameStayWordsBesideNumbers() throws IOException {
        post(table(below("Başlıq", "ünvanın və təhdid"), beside("Bəyənmə", "12"), below("Say", "7")));
        assertEquals("dəniz\nünvanın və təhdid\n7", pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains(noted("Bəyənmə", "12")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your_facebook_activity/groups/your_comments_in_groups.html",
                "your_facebook_activity/groups/group_posts_and_comments.html",
                "comments/comments.html",
                "comments.html",
                "comments_1.html",
                "post_comments_1.html",
                "your_comments_in_groups.html"
            })
    void commentsOfNumbersAreWords(String path) throws IOException {
        String time = beside("Vaxt", "05 noy 2026 21:14");
        pages.read(path, page("x", comment(below("Şərh", "+994 50 000 00 00"), beside("Qrup", "112"), time)));
        assertEquals(List.of(": +994 50 000 00 00\n112"), pages.heard());
        assertEquals("05 noy 2026 21:14", pages.at(1).published().source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Device ID", "Camera model", "Source", "Cihazın ID-si", "Enlik", "Широта:", "IP ünvanı", "Konum"
            })
    void placesAndDevicesAreNotedByTheirNames(String name) throws IOException {
        String plain = name.replace(":", "");
        for (var row : List.of(beside(name, "söz"), below(name, "söz"))) {
            post(table(row));
            assertEquals("dəniz", pages.at(1).object().text());
            assertEquals(List.of(noted(name, "söz")), details(pages.at(1)));
            pages.read(COMMENTS, page("x", comment(below("Şərh", "salam"), beside("Vaxt", "5 noy 2026 9:14"), row)));
            assertEquals("salam", pages.at(1).object().text());
        }
        String label = "<div class=\"_a6-q\">" + plain + "</div><div><div class=\"_a6-q\">söz</div></div>";
        for (var row :
                List.of(label, "<table><tr><td colspan=\"2\" class=\"_2pin _a6_q\">" + label + "</td></tr></table>")) {
            post("<div>" + row + "</div>");
            assertEquals("dəniz", pages.at(1).object().text());
            assertEquals(List.of(noted(plain, "söz")), details(pages.at(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40.409264",
                "(40.409264, 49.867092)",
                "40.409264° N",
                "40°24'33",
                "٤٠٫٤٠٩٢",
                "192.0.2.7",
                "192.0.2.7 (Bakı)",
                "2001:db8:0:0:0:0:0:7"
            })
    void placesAndAddressesAreNotedByHowTheyAreWritten(String value) throws IOException {
        post(table(below("Naməlum", value)));
        assertEquals("dəniz", pages.at(1).object().text());
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", value, "<div>IP: 192.0.2.7</div>"))));
        assertEquals("salam", pages.at(1).object().text());
        assertEquals(List.of("folder inbox", noted("", value), noted("", "IP: 192.0.2.7")), details(pages.at(1)));
    }

    @Test
    void whoTypesSuchAValueHasWrittenIt() throws IOException {
        for (var typed : List.of("IP: 192.0.2.7", "40.409264, 49.867092", "Latitude")) {
            pages.read(page("Banu", said("Rauf", TIME, typed)));
            assertEquals(typed, pages.at(1).object().text());
        }
    }

    @Test
    void theTimeOfSomethingElseIsNotThatOfAPost() throws IOException {
        String untimed = instagram("dəniz", "", table(beside("Date taken", "Aug 06, 2012 4:13 pm")))
                .replaceFirst("<div class=\"_3-94 _a6-o\"></div>", "");
        pages.read(POSTS, page("Posts", instagram("a", TIME, "<div>b</div>"), untimed));
        assertEquals("", pages.at(2).published().source());
        assertEquals(List.of(noted("Date taken", "Aug 06, 2012 4:13 pm")), details(pages.at(2)));
        String shared = comment(below("Şərh", "köhnə"), beside("Vaxt", "Nov 05, 2020 9:14 pm"));
        String outer = "<div class=\"_a6-g\"><div class=\"_a6-p\"><div>yeni</div>" + shared + "</div></div>";
        String own = comment(below("Şərh", "salam"), beside("Vaxt", TIME));
        pages.read(COMMENTS, page("x", own, outer));
        assertEquals("", pages.at(2).published().source());
        assertTrue(details(pages.at(2)).getLast().contains("Nov 05, 2020 9:14 pm"));
    }

    @Test
    void aTimeBesideItsNameInAPostIsKept() throws IOException {
        post(table(beside("Ad", "Nov 5, 2020 9:14 pm"), beside("Ad", "Nov 5, 2021 9:14 pm")));
        assertEquals(
                List.of(noted("Ad", "Nov 5, 2020 9:14 pm"), noted("Ad", "Nov 5, 2021 9:14 pm")), details(pages.at(1)));
        assertEquals(TIME, ((When.Local) pages.at(1).published()).source());
    }

    @Test
    void whatIsTakenOutKeepsItsLinksFilesAndDescriptions() throws IOException {
        String link =
                "<a href=\"https://a.example/banu\" title=\"başlıq\">bax</a><img src=\"media/1.jpg\" alt=\"iki nəfər\" />";
        post(table(beside("Link", link)));
        assertEquals("dəniz", pages.at(1).object().text());
        assertEquals(List.of(noted("Link", "bax\\nbaşlıq\\nhttps://a.example/banu\\niki nəfər")), details(pages.at(1)));
        assertEquals(
                List.of("media/1.jpg"),
                pages.at(1).object().attachments().stream()
                        .map(Attachment::name)
                        .toList());
        String named = below("", "").replace("<div><div></div></div>", "") + beside(link, "uzun söz ".repeat(30));
        post(table(named));
        assertTrue(details(pages.at(1)).getFirst().contains("https://a.example/banu"));
        assertEquals(1, pages.at(1).object().attachments().size());
        pages.read(
                COMMENTS,
                page(
                        "x",
                        comment(
                                below("Şərh", "a"),
                                beside("Vaxt", "<a href=\"https://a.example/t\">" + TIME + "</a>"))));
        assertTrue(details(pages.at(1)).getLast().contains("https://a.example/t"));
    }

    @Test
    void aReactionThatIsDrawnSaysItsSignAndItsLink() throws IOException {
        String list =
                "<ul class=\"_a6-q\"><li><img alt=\"❤\" src=\"icons/1.png\" /><a href=\"https://a.example/banu\">Banu</a></li></ul>";
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", "", "", list))));
        assertEquals("salam", pages.at(1).object().text());
        assertEquals(
                "reaction {\"actor\":\"Banu\",\"notShown\":\"https://a.example/banu\",\"reaction\":\"❤\"}",
                details(pages.at(1)).getLast());
        assertEquals(1, pages.at(1).object().attachments().size());
        assertFalse(pages.at(1).object().text().contains("❤"));
    }
}
