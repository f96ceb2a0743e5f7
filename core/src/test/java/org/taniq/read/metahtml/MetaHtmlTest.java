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

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;

/// Conversations. The people are invented.
final class MetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";

    private final MetaPages pages = new MetaPages();

    @Test
    void aMessageHasWhoWhatWhenAndWhere() throws IOException {
        String page = page(
                "Aytən Quliyeva",
                said("Aytən Quliyeva", TIME, "salam<br />necəsən &lt;b&gt;"),
                said("Rauf", TIME, "yaxşı"));
        var ledger = pages.read(page);
        assertEquals(List.of("Aytən Quliyeva: salam\nnecəsən <b>", "Rauf: yaxşı"), pages.heard());
        var first = pages.at(1);
        assertEquals(
                "2026-11-05T21:14:33",
                ((When.Local) first.published()).dateTime().toString());
        assertEquals(TIME, first.published().source());
        assertEquals("", ((When.Local) first.published()).zone());
        assertEquals(List.of("folder inbox"), details(first));
        assertEquals(Set.of(), first.marks());
        var bytes = page.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var there = new String(
                bytes,
                (int) first.spot().from(),
                (int) (first.spot().to() - first.spot().from()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(said("Aytən Quliyeva", TIME, "salam<br />necəsən &lt;b&gt;"), there);
        assertEquals("meta-html-thread", ledger.format());
        assertEquals(3, ledger.records());
        assertEquals(0, ledger.skipped());
    }

    @Test
    void whoWroteToWhomIsKnownOfTheOneWhomThePageIsCalledAs() throws IOException {
        pages.read(page("Aytən", said("Aytən", TIME, "a"), said("Rauf", TIME, "b")));
        assertEquals(
                new Actor.Named("inbox/aytenquliyeva_123", "").name(),
                pages.at(1).audience().id());
        assertEquals("", pages.at(1).audience().name());
        assertEquals("Aytən", pages.at(2).audience().name());
    }

    @Test
    void thePageItselfIsANoticeWithItsTitle() throws IOException {
        pages.read(page("Aytən", said("Rauf", TIME, "b")));
        assertEquals("Aytən\nAytən", pages.at(0).object().text());
        assertEquals(Set.of(Mark.SYSTEM), pages.at(0).marks());
        assertEquals(Actor.UNSTATED, pages.at(0).actor());
    }

    @Test
    void formsOfEveryYearAreRead() throws IOException {
        assertEquals(
                "meta-html-thread",
                pages.read(page2018(
                                "Banu",
                                said2018("Banu", "Nov 5, 2019, 9:14 PM", parts("bir")),
                                said2018("Rauf", "5 Nov 2019, 21:15", parts("iki"))))
                        .format());
        assertEquals(List.of("Banu: bir", "Rauf: iki"), pages.heard());
        assertEquals(
                "2019-11-05T21:14",
                ((When.Local) pages.at(1).published()).dateTime().toString());
        pages.read(page(
                "Banu",
                instagram("Banu", "Nov 05, 2023 9:14 pm", parts("bir")),
                instagram("Rauf", TIME, parts("iki"))));
        assertEquals(List.of("Banu: bir", "Rauf: iki"), pages.heard());
        pages.read(
                "messages.htm",
                old(
                        thread(
                                "Banu, Rauf",
                                oldSaid("Banu", "Sunday, November 20, 2016 at 2:16am CST", "bir"),
                                oldSaid("Rauf", "Sunday, November 20, 2016 at 2:15am UTC+04", "iki")),
                        thread("Elçin, Rauf", oldSaid("Elçin", "Sunday, November 20, 2016 at 2:15am UTC+04", "üç"))));
        assertEquals(List.of("Banu: bir", "Rauf: iki", "Elçin: üç"), pages.heard());
        assertEquals(
                List.of("", "Banu, Rauf", "Banu, Rauf", "Banu, Rauf", "Elçin, Rauf", "Elçin, Rauf"),
                pages.kept.records.stream().map(record -> record.audience().name()).toList().stream()
                        .map(name -> name.equals("Rauf") ? "" : name)
                        .toList());
        assertEquals(
                "2016-11-19T22:15:00Z",
                ((When.Exact) pages.at(3).published()).instant().toString());
    }

    @Test
    void aPageWithClassesThatNobodyKnowsIsReadByHowItIsBuilt() throws IOException {
        String page = page(
                        "Banu",
                        said("Banu", TIME, "bir"),
                        said("Rauf", TIME, "iki"),
                        said("Banu", "5 noy 2026 21:14", "üç"))
                .replace("_a6-g", "_x1")
                .replace("_a6-h", "_x2")
                .replace("_a6-i", "_x3")
                .replace("_a6-p", "_x4")
                .replace("_a6-o", "_x5")
                .replace("_2ph_", "_x6");
        pages.read(page);
        assertEquals(List.of("Banu: bir", "Rauf: iki", "Banu: üç"), pages.heard());
        assertFalse(pages.knows("other/page.html", page));
    }

    @Test
    void whatIsSharedIsNotTheSendersWords() throws IOException {
        String shared =
                "<div><div><div>Gözəl gün</div><div>elcin_55</div><div><a target=\"_blank\" href=\"https://www.instagram.com/reel/A/\">https://www.instagram.com/reel/A/</a></div></div></div>";
        pages.read(page(
                "Banu",
                message("Banu", TIME, parts("bax", shared, "", "")),
                message("Banu", TIME, parts("", shared, "")),
                message(
                        "Banu",
                        TIME,
                        parts(
                                "https://a.example/x",
                                "<div><a href=\"https://a.example/x\">https://a.example/x</a></div>"))));
        assertEquals(
                "bax\nGözəl gün\nelcin_55\nhttps://www.instagram.com/reel/A/",
                pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains("mainWords bax"));
        assertFalse(pages.at(1).marks().contains(Mark.FORWARDED));
        assertTrue(details(pages.at(2)).contains("mainWords "));
        assertTrue(pages.at(2).marks().contains(Mark.FORWARDED));
        assertEquals("https://a.example/x", pages.at(3).object().text());
        assertEquals(Set.of(), pages.at(3).marks());
    }

    @Test
    void filesAreFoundBesideAndMissingOnesAreSaid() throws IOException {
        String at = "your_facebook_activity/messages/inbox/aytenquliyeva_123/";
        String photo = "<div><div><a target=\"_blank\" href=\"" + at + "photos/1.jpg\"><img src=\"" + at
                + "photos/1.jpg\" class=\"_a6_o _3-96\" /></a></div></div>";
        String film = "<div><video src=\"" + at + "videos/2.mp4\" controls=\"1\"><a target=\"_blank\" href=\"" + at
                + "videos/2.mp4\"><div>Click for video:</div></a></video></div>";
        var ledger = pages.beside("../../../../" + at + "photos/1.jpg")
                .read(page("Banu", message("Banu", TIME, parts("", "", photo, film))));
        var files = pages.at(1).object().attachments();
        assertEquals(
                List.of(at + "photos/1.jpg", at + "videos/2.mp4"),
                files.stream().map(Attachment::name).toList());
        assertEquals(new Attachment.Present(3), files.getFirst().state());
        assertEquals(Attachment.State.MISSING, files.getLast().state());
        assertEquals("", pages.at(1).object().text());
        assertTrue(details(pages.at(1)).contains("notShown Click for video:"));
        assertTrue(ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("another ZIP archive")));
    }

    @Test
    void reactionsSayWhoAndWithWhatAndAreNoText() throws IOException {
        String list =
                "<ul class=\"_a6-q\"><li><span>❤️Banu<span> (Jun 01, 2025 3:32:01 pm)</span></span></li><li>😂Elçin Q</li></ul>";
        pages.read(page("Banu", message("Rauf", TIME, parts("salam", "", "", list))));
        assertEquals("salam", pages.at(1).object().text());
        assertEquals(Map.of("reactions", 2L), pages.at(1).counts());
        assertEquals(
                List.of(
                        "folder inbox",
                        "reaction {\"actor\":\"Banu\",\"reaction\":\"❤️\",\"timestamp\":\"Jun 01, 2025 3:32:01 pm\"}",
                        "reaction {\"actor\":\"Elçin Q\",\"reaction\":\"😂\"}"),
                details(pages.at(1)));
    }

    @Test
    void whoTakesPartIsANotice() throws IOException {
        String people =
                "<section class=\"_a6-g\" aria-labelledby=\"u\"><h2 class=\"_2ph_ _a6-h\" id=\"u\">Participants: Banu, Elçin and Rauf</h2></section>";
        pages.read(page("Qrup", people, said("Banu", TIME, "a")));
        assertEquals("Participants: Banu, Elçin and Rauf", pages.at(1).object().text());
        assertEquals(Actor.UNSTATED, pages.at(1).actor());
        assertEquals(Set.of(Mark.SYSTEM), pages.at(1).marks());
    }

    @Test
    void whereNobodyIsNamedNobodyWrote() throws IOException {
        String block = said("Banu", TIME, "a").replaceAll("<h2.*</h2>", "");
        var ledger = pages.read(page("Qrup", block, said("Banu", TIME, "b")));
        assertEquals(List.of(": a", "Banu: b"), pages.heard());
        assertTrue(ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("1 records name nobody")));
    }

    @Test
    void whatDoesNotFitIsKeptAsWordsOfNobody() throws IOException {
        String two = said("Banu", TIME, "a").replace("</h2>", "</h2><h2 class=\"_2ph_ _a6-h _a6-i\">Elçin</h2>");
        String odd = said("Banu", TIME, "b").replace("<footer", "<div class=\"_zzz\">sonra</div><footer");
        pages.read(page("Qrup", said("Banu", TIME, "c"), two, odd));
        assertEquals(List.of("Banu: c", ": Banu\nElçin\na\n" + TIME, ": Banu\nb\nsonra\n" + TIME), pages.heard());
        assertTrue(pages.at(2).marks().contains(Mark.OTHER_SHAPE));
    }

    @Test
    void whatSomebodyTypedIsNoTag() throws IOException {
        String typed = said("Rauf", TIME, "yalan")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        pages.read(page("Banu", said("Banu", TIME, typed), said("Rauf", TIME, "b")));
        assertEquals(2, pages.heard().size());
        assertEquals("Banu", pages.at(1).actor().name());
        assertEquals(said("Rauf", TIME, "yalan"), pages.at(1).object().text());
    }

    @Test
    void strangersLieInAFolderOfTheirOwn() throws IOException {
        for (var folder :
                List.of("inbox", "message_requests", "filtered_threads", "archived_threads", "e2ee_cutover")) {
            for (var root :
                    List.of("", "messages/".repeat(0), "your_activity_across_facebook/", "your_instagram_activity/")) {
                pages.read(root + "messages/" + folder + "/x_1/message_1.html", page("Banu", said("Banu", TIME, "a")));
                assertTrue(details(pages.at(1)).contains("folder " + folder));
                assertEquals(folder + "/x_1", pages.at(1).audience().id());
            }
        }
    }

    @Test
    void aMissingPartIsSaid() throws IOException {
        String path = MetaPages.AYTEN.replace("_1.html", "_2.html");
        String page = page("Banu", said("Banu", TIME, "a"));
        assertTrue(pages.read(path, page).warningsInEnglish().stream()
                .anyMatch(said -> said.startsWith("message_1.html of")));
        assertFalse(pages.beside("message_1.html").read(path, page).warningsInEnglish().stream()
                .anyMatch(said -> said.startsWith("message_1.html of")));
    }

    @Test
    void goneAccountsAreDoubted() throws IOException {
        assertTrue(pages.read(page("Facebook user", said("Facebook user", TIME, "a"))).warningsInEnglish().stream()
                .anyMatch(said -> said.contains("account is gone")));
    }
}
