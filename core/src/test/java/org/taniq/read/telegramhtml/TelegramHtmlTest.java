package org.taniq.read.telegramhtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegramhtml.Pages.day;
import static org.taniq.read.telegramhtml.Pages.details;
import static org.taniq.read.telegramhtml.Pages.joined;
import static org.taniq.read.telegramhtml.Pages.message;
import static org.taniq.read.telegramhtml.Pages.notice;
import static org.taniq.read.telegramhtml.Pages.page;
import static org.taniq.read.telegramhtml.Pages.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;

/// Pages of Telegram Desktop are read as they are shown. The people are invented.
final class TelegramHtmlTest {
    private static final String T = "04.08.2026 08:56:15 UTC+04:00";

    private final Pages pages = new Pages();

    private Activity one(String inner) throws IOException {
        pages.read(page("Sınaq", message(10, T, "Aygün", inner)));
        assertEquals(1, pages.kept.records.size());
        assertEquals(0, pages.kept.unread.size());
        return pages.kept.records.getFirst();
    }

    @Test
    void aMessageHasWhoWroteItWhenAndWhat() throws IOException {
        var record = one(text("salam &amp; xoş gəldin<br>ikinci &lt;b&gt; sətir"));
        assertEquals(new Actor.Named("Aygün", ""), record.actor());
        assertEquals(new Actor.Named("Sınaq", ""), record.audience());
        assertEquals(new When.Exact(T, Instant.parse("2026-08-04T04:56:15Z")), record.published());
        assertEquals("salam & xoş gəldin\nikinci <b> sətir", record.object().text());
        assertEquals("10", record.id());
        String page = page("Sınaq", message(10, T, "Aygün", text("a")));
        pages.read(page);
        var spot = pages.kept.records.getFirst().spot();
        String there = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .substring((int) spot.from(), (int) spot.to());
        assertTrue(there.startsWith("<div class=\"message default clearfix\" id=\"message10\">"), there);
        assertTrue(there.endsWith("</div>"), there);
    }

    @Test
    void aTimeWithoutAZoneIsThatOfTheComputer() throws IOException {
        pages.read(page("Sınaq", message(10, "04.08.2020 08:56:15", "Aygün", text("a"))));
        assertEquals(
                new When.Local(
                        "04.08.2020 08:56:15",
                        LocalDateTime.of(2020, 8, 4, 8, 56, 15),
                        "",
                        "D.M.Y, as Telegram Desktop writes it"),
                pages.kept.records.getFirst().published());
        pages.read(page("Sınaq", message(10, "31.02.2020 08:56:15", "Aygün", text("a"))));
        assertEquals(
                new When.Unknown("31.02.2020 08:56:15", "not as Telegram writes it"),
                pages.kept.records.getFirst().published());
    }

    @Test
    void aJoinedMessageIsOfWhoWroteTheOneBefore() throws IOException {
        pages.read(page(
                "Sınaq",
                day(1, "4 August 2026"),
                message(10, T, "Aygün", text("a")),
                joined(11, T, text("b")),
                message(12, T, "Rauf", text("c")),
                joined(13, T, text("d"))));
        assertEquals(List.of("Aygün", "Aygün", "Rauf", "Rauf"), pages.senders());
        assertEquals(List.of("a", "b", "c", "d"), pages.texts());
        assertEquals(0, pages.kept.unread.size());
    }

    @Test
    void aMessageJoinedToNoneHasNobody() throws IOException {
        for (var before : List.of(notice(9, "Rauf joined Telegram"), "<p>x</p>", "x", message(9, T, " ", text("z")))) {
            var ledger = pages.read(page("Sınaq", message(8, T, "Aygün", text("y")), before, joined(11, T, text("b"))));
            assertEquals(Actor.UNSTATED, pages.kept.records.getLast().actor(), before);
            assertTrue(
                    ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("without the name of who")),
                    before);
        }
    }

    @Test
    void aMessageJoinedToTheLastOneOfThePageBeforeIsOfThatOne() throws IOException {
        String before = page("Sınaq", message(9, T, "Rauf", text("a")), joined(10, T, text("b")));
        pages.beside(Map.of("messages.html", before, "messages9.html", before));
        String next = page("Sınaq", joined(11, T, text("c")), message(12, T, "Aygün", text("d")));
        pages.read("messages2.html", next);
        assertEquals(List.of("Rauf", "Aygün"), pages.senders());
        pages.read("messages10.html", next);
        assertEquals(List.of("Rauf", "Aygün"), pages.senders());
        pages.read("messages3.html", next);
        assertEquals(List.of("", "Aygün"), pages.senders());
    }

    @Test
    void aNoticeIsWhatTelegramSaysAndOfNobody() throws IOException {
        pages.read(
                page(
                        "Sınaq",
                        day(1, "4 August 2026"),
                        notice(
                                13,
                                "Aygün pinned <a href=\"#go_to_message10\" onclick=\"return GoToMessage(10)\">this message</a>")));
        var record = pages.kept.records.getFirst();
        assertEquals("Aygün pinned this message", record.object().text());
        assertEquals(Actor.UNSTATED, record.actor());
        assertEquals(Set.of(Mark.SYSTEM), record.marks());
        assertEquals(List.of("refersTo {\"message\":\"10\"}"), details(record));
        assertEquals(
                new When.Day("4 August 2026", LocalDate.of(2026, 8, 4), "the line with the day above it"),
                record.published());
        assertEquals(1, pages.kept.records.size());
    }

    @Test
    void anAnswerNamesWhatItAnswers() throws IOException {
        String to = """
                <div class="reply_to details">
                In reply to <a href="%s" onclick="return GoToMessage(10)">this message</a>
                </div>""";
        assertEquals("10", one(to.formatted("#go_to_message10") + text("a")).inReplyTo());
        assertEquals(
                "7",
                one(to.formatted("messages3.html#go_to_message7") + text("a")).inReplyTo());
        var elsewhere =
                one("<div class=\"reply_to details\">\nIn reply to a message in another chat\n</div>" + text("a"));
        assertEquals("", elsewhere.inReplyTo());
        assertEquals(List.of("replyTo In reply to a message in another chat"), details(elsewhere));
    }

    @Test
    void whatWasForwardedSaysFromWhom() throws IOException {
        String inner = """
                <div class="pull_left forwarded userpic_wrap">
                <div class="userpic userpic1"><div class="initials">
                K
                </div></div></div>
                <div class="forwarded body">
                <div class="from_name">
                Kənan <span class="date details" title="03.08.2026 10:00:00 UTC+04:00"> 03.08.2026 10:00:00</span>
                </div>
                <div class="text">
                onu tapacam
                </div>
                </div>""";
        var record = one(inner);
        assertEquals("onu tapacam", record.object().text());
        assertEquals("Aygün", record.actor().name());
        assertEquals(Set.of(Mark.FORWARDED), record.marks());
        assertEquals(List.of("forwardedAt 03.08.2026 10:00:00 UTC+04:00", "forwardedFrom Kənan"), details(record));
        String again = "<div class=\"forwarded body\">" + text("b") + "</div>";
        pages.read(page("Sınaq", message(10, T, "Aygün", inner), joined(11, T, again), message(12, T, "Rauf", again)));
        assertEquals(List.of("forwardedFrom Kənan"), details(pages.kept.records.get(1)));
        assertEquals(List.of(), details(pages.kept.records.get(2)));
    }

    @Test
    void theAddressOfALinkAndWhatIsHiddenIsSaid() throws IOException {
        var record =
                one(text("Bax: <a href=\"https://example.org/x\">bura</a> <a href=\"https://e.org\">https://e.org</a>"
                        + " <span class=\"spoiler hidden\" onclick=\"ShowSpoiler(this)\"><span aria-hidden=\"true\">sirr</span></span>"
                        + " <a href=\"\" onclick=\"return ShowHashtag(&quot;x&quot;)\">#x</a> <s>yox</s>"));
        assertEquals(
                "Bax: bura https://e.org sirr #x yox\nhttps://example.org/x",
                record.object().text());
        assertEquals(
                List.of(
                        "stretch {\"address\":\"https://example.org/x\",\"kind\":\"text_link\",\"words\":\"bura\"}",
                        "stretch {\"kind\":\"spoiler\",\"words\":\"sirr\"}",
                        "stretch {\"kind\":\"strikethrough\",\"words\":\"yox\"}"),
                details(record));
    }

    @Test
    void filesAreThereOrLeftOut() throws IOException {
        var photo = one("<div class=\"media_wrap clearfix\"><a class=\"photo_wrap clearfix pull_left\""
                + " href=\"photos/a.jpg\"><img class=\"photo\" src=\"photos/a_thumb.jpg\" style=\"width: 260px\"/></a></div>"
                + text("şəkil"));
        assertEquals(
                List.of(new Attachment("photos/a.jpg", new Attachment.Present(3))),
                photo.object().attachments());
        assertEquals(List.of("thumbnail photos/a_thumb.jpg"), details(photo));
        var left = one("""
                <div class="media_wrap clearfix"><div class="media clearfix pull_left media_file">
                <div class="fill pull_left"></div><div class="body">
                <div class="title bold">
                pasport.pdf
                </div>
                <div class="description">
                Not included, change data exporting settings to download.
                </div>
                <div class="status details">
                1.2 MB
                </div></div></div></div>""");
        assertEquals("pasport.pdf", left.object().text());
        assertEquals(
                List.of(new Attachment("pasport.pdf", Attachment.State.OMITTED)),
                left.object().attachments());
    }

    @Test
    void callsPlacesContactsAndPollsAreMarked() throws IOException {
        String media = """
                <div class="media_wrap clearfix"><%s class="media clearfix pull_left %s"%s>
                <div class="fill pull_left"></div><div class="body">
                <div class="title bold">
                %s
                </div>
                <div class="status details">
                %s
                </div></div></%1$s></div>""";
        var call = one(media.formatted("div", "media_call success", "", "Rauf", "Outgoing (5 seconds)"));
        assertEquals(Set.of(Mark.CALL), call.marks());
        assertEquals(List.of(), call.object().attachments());
        assertEquals("", call.object().text());
        var place = one(media.formatted(
                "a",
                "block_link media_location",
                " href=\"https://maps.google.com/maps?q=40.4,49.8\"",
                "Location",
                "40.4, 49.8"));
        assertEquals(Set.of(Mark.LOCATION), place.marks());
        assertEquals("https://maps.google.com/maps?q=40.4,49.8", place.object().text());
        var contact = one(media.formatted("div", "media_contact", "", "Leyla Q", "+994 50 000 00 00"));
        assertEquals(Set.of(Mark.CONTACT), contact.marks());
        assertEquals("Leyla Q\n+994 50 000 00 00", contact.object().text());
        var gone = one(media.formatted("div", "media_photo", "", "Self-destructing photo", "Expired"));
        assertEquals(Set.of(Mark.VIEW_ONCE), gone.marks());
        var poll = one(
                "<div class=\"media_wrap clearfix\"><div class=\"media_poll\"><div class=\"question bold\">\nKim?\n</div>"
                        + "<div class=\"details\">\nAnonymous poll\n</div><div class=\"answer\">\n- mən <span class=\"details\">2 votes</span>\n</div>"
                        + "<div class=\"total details\t\">\n2 votes\n</div></div></div>");
        assertEquals(Set.of(Mark.POLL), poll.marks());
        assertEquals("Kim?\n- mən 2 votes", poll.object().text());
    }

    @Test
    void thePictureOfAnEmojiIsAFileAndNoWords() throws IOException {
        var record = one(text("bax <a href = \"stickers/x.tgs\">👋</a>"));
        assertEquals("bax 👋", record.object().text());
        assertEquals(
                List.of("stretch {\"file\":\"stickers/x.tgs\",\"kind\":\"custom_emoji\",\"words\":\"👋\"}"),
                details(record));
    }

    @Test
    void anAnswerInWhatWasAGroupHasItsNumber() throws IOException {
        assertEquals(
                "-999999990",
                one("<div class=\"reply_to details\">\nIn reply to <a href=\"#go_to_message-999999990\">this message</a>\n</div>"
                                + text("a"))
                        .inReplyTo());
    }

    @Test
    void whatNoLineKnowsIsTextToo() throws IOException {
        assertEquals(
                "a\nyeni söz",
                one(text("a") + "<table class=\"new\"><tr><td>yeni söz</td></tr></table>")
                        .object()
                        .text());
    }

    @Test
    void aReactionSaysWhoGaveIt() throws IOException {
        assertEquals(
                List.of("reaction {\"by\":[\"Rauf Q\"],\"chosen\":true,\"count\":\"2\",\"sign\":\"👍\"}"),
                details(one(text("a") + """

                         <span class="reactions">

                          <span class="reaction active">

                           <span class="emoji">
                        👍
                           </span>

                           <span class="userpics">

                            <div class="userpic userpic1" style="width: 20px; height: 20px">

                             <div class="initials" style="line-height: 20px" title="Rauf Q">
                        RQ
                             </div>

                            </div>

                           </span>

                           <span class="count">
                        2
                           </span>

                          </span>

                         </span>
                        """)));
    }
}
