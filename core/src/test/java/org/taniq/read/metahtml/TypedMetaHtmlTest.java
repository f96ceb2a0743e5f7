package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.details;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.message;
import static org.taniq.read.metahtml.MetaPages.old;
import static org.taniq.read.metahtml.MetaPages.oldSaid;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.page2018;
import static org.taniq.read.metahtml.MetaPages.parts;
import static org.taniq.read.metahtml.MetaPages.said;
import static org.taniq.read.metahtml.MetaPages.said2018;
import static org.taniq.read.metahtml.MetaPages.thread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// What somebody types stays his words, under his name, and changes nothing of what others wrote. The people are
/// invented.
final class TypedMetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";
    private static final String COMMENTS = "your_instagram_activity/comments/post_comments_1.html";

    private final MetaPages pages = new MetaPages();

    static List<String> typed() {
        return List.of(
                said("Banu", TIME, "yalan"),
                "</div></div></section>" + said2018("Banu", TIME, parts("yalan")),
                "</p></div>" + thread("Banu, Elçin", oldSaid("Banu", TIME, "yalan")),
                page("Banu", said("Banu", TIME, "yalan")),
                "\"><section class=\"_a6-g\"><h2 class=\"_a6-h\">Banu",
                "' class='_a6-g' x='",
                "<!-- --> <script>alert(1)</script> <![CDATA[ x ]]> --> <style>",
                "<section class=\"_a6-g\"",
                "&lt;section class=&quot;_a6-g&quot;&gt; &#60;div&#62; &amp;amp;",
                "<textarea><title><template><plaintext><svg><math><table><tr><td>",
                "\uFFFD".repeat(40),
                "a" + "\u202E" + "unaB\u2066\u200B",
                TIME,
                "Banu: salam (" + TIME + ")",
                "<".repeat(500) + ">".repeat(500),
                "=\"".repeat(300),
                "base64," + "SeniTapacagam".repeat(100),
                "data:image/png;base64," + "A".repeat(2000));
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }

    /// Who, what and when of those that others wrote.
    private List<String> ofOthers() {
        return pages.kept.records.stream()
                .filter(record -> record.object().text().startsWith("o"))
                .map(record -> record.actor() + " " + record.object().text() + " " + record.published() + " "
                        + record.marks() + withoutTitle(record))
                .toList();
    }

    /// What the conversation is called stands with each of its messages.
    private static List<Detail> withoutTitle(Activity record) {
        return record.details().stream()
                .filter(detail -> !detail.name().equals("chat"))
                .toList();
    }

    private List<String> ofOthers(String path, String page) throws IOException {
        pages.read(path, page);
        assertEquals(List.of(), pages.kept.unread);
        return ofOthers();
    }

    /// A conversation in each form, into which that is typed by Rauf.
    private static Stream<String> conversations(String typed) {
        String his = escaped(typed);
        String list = "<ul class=\"_a6-q\"><li>❤" + his + "</li></ul>";
        String link = "<div><a href=\"https://a.example/" + his + "\">" + his + "</a></div>";
        return Stream.of(
                page(
                        "Qrup",
                        said("Banu", TIME, "o1"),
                        message("Rauf", TIME, parts(his, link, "<img alt=\"" + his + "\" src=\"a.jpg\" />", list)),
                        said("Elçin", TIME, "o2")),
                page("Qrup", said("Banu", TIME, "o1"), said(his, TIME, "x"), said("Elçin", TIME, "o2")),
                page(his, said("Banu", TIME, "o1"), said("Rauf", TIME, "x"), said("Elçin", TIME, "o2")),
                page2018(
                        "Qrup",
                        said2018("Banu", TIME, parts("o1")),
                        said2018("Rauf", TIME, parts(his)),
                        said2018("Elçin", TIME, parts("o2"))),
                old(thread(
                        "Banu, Rauf, Elçin",
                        oldSaid("Banu", TIME, "o1"),
                        oldSaid("Rauf", TIME, his),
                        oldSaid("Elçin", TIME, "o2"))));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void whatIsTypedChangesNothingOfOthers(String typed) throws IOException {
        var harmless = conversations("x").toList();
        var hostile = conversations(typed).toList();
        for (int i = 0; i < harmless.size(); i++) {
            var expected = ofOthers(MetaPages.AYTEN, harmless.get(i));
            int records = pages.kept.records.size();
            assertEquals(expected, ofOthers(MetaPages.AYTEN, hostile.get(i)));
            assertEquals(2, expected.size());
            assertEquals(records, pages.kept.records.size());
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void whatIsTypedIsKeptUnderTheNameOfWhoTypedIt(String typed) throws IOException {
        for (var page : conversations(typed).toList()) {
            pages.read(page);
            boolean isName = pages.kept.records.stream()
                    .anyMatch(record -> record.actor().name().equals(typed));
            boolean isTitle = pages.at(0).object().text().contains(typed.strip().split("\\s+")[0]);
            boolean isHis = pages.kept.records.stream()
                    .anyMatch(record -> record.actor().name().equals("Rauf")
                            && record.object().text().startsWith(typed));
            assertTrue(isName || isTitle || isHis, typed);
        }
    }

    @Test
    void whoTypesLettersThatAreNoneLosesNoMessage() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var parts = page("Banu", said("Banu", TIME, "HERE"), said("Rauf", TIME, "b"))
                .split("HERE");
        bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {
            -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        });
        bytes.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        pages.read(MetaPages.AYTEN, bytes.toByteArray());
        assertEquals(List.of("Rauf: b"), pages.heard());
        assertEquals(Unread.Reason.HOLE, pages.kept.unread.getFirst().why());
        pages.read(page("Banu", said("Banu", TIME, "öldürərəm" + "\uFFFD".repeat(16))));
        assertEquals(List.of("Banu: öldürərəm" + "\uFFFD".repeat(16)), pages.heard());
    }

    private static String comment(String words, String time) {
        return "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><div class=\"_a6-p\"><table>"
                + "<tr><td colspan=\"2\" class=\"_2pin _a6_q\">Şərh<div><div>" + words + "</div></div></td></tr>" + time
                + "</table></div></div>";
    }

    @Test
    void aTimeThatSomebodyTypedIsWordsAndNoTime() throws IOException {
        String time =
                "<tr><td class=\"_2pin _a6_q\">Vaxt</td><td class=\"_2pin _2piu _a6_r\">05 noy 2026 21:14</td></tr>";
        pages.read(
                COMMENTS,
                page("x", comment("salam", time), comment("Nov 5, 2020 9:14 pm", time), comment("Nov 6, 2020", "")));
        assertEquals(List.of(": salam", ": Nov 5, 2020 9:14 pm", ": Nov 6, 2020"), pages.heard());
        assertEquals(
                "2026-11-05T21:14",
                ((When.Local) pages.at(2).published()).dateTime().toString());
        assertEquals("", pages.at(3).published().source());
    }

    @Test
    void longWordsBesideWhatACameraNotedAreText() throws IOException {
        String words = "uzun sözlər ".repeat(30).strip();
        String table = "<div><table><tr><td colspan=\"2\">Başlıq<div><div>" + words + "</div></div></td></tr>"
                + "<tr><td>Enlik</td><td>40.409264</td></tr></table></div>";
        pages.read("your_instagram_activity/media/posts_1.html", page("Posts", instagram("dəniz", TIME, table)));
        assertEquals("dəniz\n" + words, pages.at(1).object().text());
        assertEquals(
                "noted {\"name\":\"Enlik\",\"value\":\"40.409264\"}",
                details(pages.at(1)).getLast());
    }

    @Test
    void whereWordsStandAboveTheirSenderNothingIsLearned() throws IOException {
        String page = page("Banu", turned("bir", "Banu"), turned("iki", "Rauf"), turned("üç", "Banu"));
        assertFalse(pages.knows(MetaPages.AYTEN, page));
    }

    private static String turned(String words, String sender) {
        return "<div class=\"_x1\"><div class=\"_x2\">" + words + "</div><div class=\"_x3\">" + sender
                + "</div><div class=\"_x4\">" + TIME + "</div></div>";
    }

    @Test
    void messagesOutsideOfAConversationAreThoseOfAnotherProgram() throws IOException {
        String said = oldSaid("Banu", "Sunday, November 20, 2016 at 2:16am CST", "bir");
        assertTrue(pages.knows("messages.htm", old(thread("Banu, Rauf", said))));
        assertFalse(pages.knows("messages.htm", old(said)));
    }

    @Test
    void aFlippedBitInABeginningGivesNoConversationTheMessagesOfAnother() throws IOException {
        String page = old(
                thread("Banu, Rauf", oldSaid("Banu", TIME, "bir")),
                thread("Elçin, Rauf", oldSaid("Elçin", TIME, "iki")));
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        int from = page.getBytes(StandardCharsets.UTF_8).length - tail(page, "<div class=\"thread\">Elçin");
        int to = bytes.length - tail(page, "Elçin, Rauf");
        for (int at = from; at < to; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                pages.read("messages.htm", changed);
                var second = pages.kept.records.stream()
                        .filter(record -> record.object().text().equals("iki"))
                        .toList();
                assertEquals(1, second.size());
                assertFalse(second.getFirst().audience().name().contains("Banu"), "flipped at " + at);
            }
        }
    }

    private static int tail(String page, String from) {
        return page.substring(page.indexOf(from)).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aCallIsNotForwarded() throws IOException {
        pages.read(page("Banu", message("Banu", TIME, parts("zəng", "<span class=\"_idm\">Duration: 5 s</span>"))));
        assertEquals("zəng\nDuration: 5 s", pages.at(1).object().text());
        assertFalse(pages.at(1).marks().contains(Mark.FORWARDED));
        assertTrue(details(pages.at(1)).contains("mainWords zəng"));
    }

    @Test
    void aThreatIsNotForwardedBecauseALinkStandsBesideIt() throws IOException {
        String link = "<div>Xəbər başlığı</div><a href=\"https://a.example\">https://a.example</a>";
        pages.read(page("Banu", message("Rauf", TIME, parts("təhdid", link))));
        assertEquals(
                "təhdid\nXəbər başlığı\nhttps://a.example", pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains("mainWords təhdid"));
        assertFalse(pages.at(1).marks().contains(Mark.FORWARDED));
    }

    @Test
    void aLinkToAFileOfAnotherConversationIsWords() throws IOException {
        String other = "messages/inbox/elcin_1/photos/1.jpg";
        String own = "messages/inbox/aytenquliyeva_123/files/2.pdf";
        String links = "<div><a href=\"" + other + "\">bax</a><a href=\"" + own + "\">bax</a></div>";
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", links))));
        assertEquals("salam\nbaxbax\n" + other, pages.at(1).object().text());
        assertEquals(
                List.of(own),
                pages.at(1).object().attachments().stream()
                        .map(Attachment::name)
                        .toList());
    }

    @Test
    void aNameThatBeginsWithASignThatJoinsIsNotCut() throws IOException {
        String list = "<ul class=\"_a6-q\"><li>❤\u200DBanu</li></ul>";
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", "", "", list))));
        assertEquals(
                "reaction {\"reaction\":\"❤\u200DBanu\"}", details(pages.at(1)).getLast());
    }

    @Test
    void aDrawingInAPageDoesNotMakeAMessageUnread() throws IOException {
        String drawing = "<svg viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\"><path d=\"M0 0\"></path></svg>";
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", drawing))));
        assertEquals(List.of("Rauf: salam"), pages.heard());
        assertEquals(List.of(), pages.kept.unread);
    }

    @Test
    void wordsThatStandThereTwiceAreKeptTwice() throws IOException {
        String same = "<div>salam</div>";
        pages.read(page(
                "Banu", message("Rauf", TIME, parts("salam", same + same, "<img src=\"1.jpg\" alt=\"salam\" />"))));
        assertEquals("salam\nsalam\nsalam\nsalam", pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains("mainWords salam"));
        pages.read("posts/your_posts_1.html", page("Posts", message("salam", TIME, same)));
        assertEquals("salam\nsalam", pages.at(1).object().text());
    }

    @Test
    void wordsWithoutATimeAreNoNotice() throws IOException {
        String untimed = said("Rauf", TIME, "təhdid").replaceAll("<footer.*</footer>", "");
        pages.read(page("Banu", said("Banu", TIME, "a"), untimed));
        assertEquals(List.of("Banu: a", ": Rauf\ntəhdid"), pages.heard());
        assertTrue(pages.at(2).marks().contains(Mark.OTHER_SHAPE));
    }

    @Test
    void whatIsSaidOfAPictureIsKeptBehindTheWords() throws IOException {
        String picture = "<div><img src=\"a.jpg\" alt=\"iki nəfər\" title=\"başlıq\" aria-label=\"etiket\" /></div>";
        pages.read(page("Banu", message("Banu", TIME, parts("bax", "", picture))));
        assertEquals("bax\niki nəfər\nbaşlıq\netiket", pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains("mainWords bax"));
        String path = "posts/your_posts_1.html";
        String linked = message("<a href=\"https://a.example/x\">Rauf</a> yazdı", TIME, "<div>a</div>");
        pages.read(path, page("Posts", linked));
        assertEquals("Rauf yazdı\na\nhttps://a.example/x", pages.at(1).object().text());
    }

    @Test
    void ofALostEndOnlyItsOwnPostIsUnread() throws IOException {
        String shared = instagram("Elçin", "Nov 05, 2025 9:14 pm", "<div>köhnə</div>");
        String outer = instagram("bir", TIME, "<div>" + shared + "</div>");
        String open = instagram("sıfır", TIME, parts("x")).replaceFirst("</div>$", "");
        pages.read("your_instagram_activity/media/posts_1.html", page("Posts", open, outer, outer, outer));
        String whole = ": bir\nElçin\nköhnə\nNov 05, 2025 9:14 pm";
        assertEquals(List.of(whole, whole, whole), pages.heard());
        assertEquals(1, pages.kept.unread.size());
    }

    @Test
    void aConversationOf2018HasNoNumber() throws IOException {
        pages.read(
                "messages/banu_2ca6/message.html",
                page2018("Banu", said2018("Rauf", "Nov 5, 2018 9:14pm", parts("a"))));
        Activity first = pages.at(1);
        assertEquals("banu_2ca6", first.audience().id());
        assertEquals(List.of(), details(first));
        assertEquals(Map.of(), first.counts());
    }

    @Test
    void whatCannotStandInAPageSoIsUnreadAndNamed() throws IOException {
        String cell = "<td class=\"_a6-g\">gizli söz<h2 class=\"_a6-h\">Banu</h2></td>";
        String page = page("Banu", said("Banu", TIME, "a"), cell, said("Rauf", TIME, "b"));
        pages.read(page);
        assertEquals(List.of("Banu: a", "Rauf: b"), pages.heard());
        var unread = pages.kept.unread.getFirst();
        assertEquals(Unread.Reason.NO_MESSAGE, unread.why());
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        int from = (int) unread.spot().from();
        assertEquals(cell, new String(bytes, from, (int) unread.spot().to() - from, StandardCharsets.UTF_8));
    }

    @Test
    void wordsThatATagSwallowsAreNamed() throws IOException {
        String hidden = said("Rauf", TIME, "a<script>söz</script>");
        pages.read(page("Banu", said("Banu", TIME, "a"), hidden));
        assertEquals(List.of("Banu: a"), pages.heard());
        assertEquals(1, pages.kept.unread.size());
        pages.read(page("Banu", said("Banu", TIME, "a"), "<p class=\"x>söz</p>"));
        assertEquals(List.of("Banu: a"), pages.heard());
        assertEquals(1, pages.kept.unread.size());
    }
}
