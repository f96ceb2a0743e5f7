package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.eml.Mails.bytes;
import static org.taniq.read.eml.Mails.text;
import static org.taniq.read.eml.Mails.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Mails that are made so that they, or others, are not read. All people are invented.
final class HostileMailboxTest {
    private static final String HEAD = """
            From: Aynur <aynur@mail.example>
            To: Leyla <leyla@home.example>
            Date: Fri, 2 Jan 2026 02:59:00 +0400
            """;

    private static String box(int i, String more, String words) {
        return "From p" + i + "@mail.example Fri Jan  2 03:00:00 2026\nFrom: P" + i + " <p" + i
                + "@mail.example>\nTo: all@mail.example\n" + more + "\n" + words + "\n\n";
    }

    private static String box(int i, String more) {
        return box(i, more, "the words of p" + i);
    }

    private static List<String> texts(Kept kept) {
        return kept.records.stream().map(Mails::text).toList();
    }

    private static Activity read(String mail) {
        return Mails.read(utf8(mail), Keys.NONE);
    }

    /// Here a place that no record can state.
    @Test
    void aMailThatCannotBeWrittenAsARecordEndsNoMailbox() throws IOException {
        var kept = new Kept();
        var handing = new Handing(kept, "x", Keys.NONE);
        for (long end : new long[] {1, 1L << 60, 2}) {
            var mail = RawMail.of(() -> new ByteArrayInputStream(bytes(HEAD + "\nthe words of " + end)));
            var spot = new Spot.Lines(0, end, 1, 1);
            handing.oneOfMany(mail, new Letter.Where(spot, Place.record(1), Set.of(), List.of(), List.of()));
        }
        assertEquals(List.of("the words of 1", "the words of 2"), texts(kept));
        assertEquals(Unread.Reason.READER_FAULT, kept.unread.getFirst().why());
        assertEquals(2, handing.ledger("mbox").records());
    }

    @Test
    void halfALetterOfAPageEndsNoMailbox() {
        var html = "Content-Type: text/html\n";
        for (var page : List.of(
                "<p>x&#xD800;</p>",
                "<p hidden>x&#xD800;</p>",
                "<a href=\"x&#xD800;\">x</a>",
                "<p title=\"x&#xD800;\">x</p>")) {
            var kept = Mails.mailbox(box(0, "") + box(1, html, page) + box(2, ""), Keys.NONE);
            assertTrue(texts(kept).containsAll(List.of("the words of p0", "the words of p2")), page);
            assertEquals(3, kept.records.size() + kept.unread.size(), page);
        }
    }

    @Test
    void fieldsByThousandsHideNoWords() {
        var html = "Content-Type: text/html\n" + HEAD + "\n<p>I am <b>outside</b></p>\n";
        for (var flood : List.of("a:\n".repeat(10_001), "X: " + "x".repeat(5 << 20) + "\n", "x\n".repeat(10_001))) {
            var mail = read(flood + html);
            assertEquals("I am outside", text(mail));
            assertEquals("aynur@mail.example", mail.actor().id());
            assertEquals("leyla@home.example", mail.audience().id());
            assertTrue(mail.marks().contains(Mark.CUT));
        }
    }

    @Test
    void emptyPartsByThousandsHideNoWords() {
        var type = "Content-Type: multipart/mixed; boundary=b\n";
        assertEquals("I am outside", text(read(HEAD + type + "\n" + "--b\n\n".repeat(2_000) + "--b\n\nI am outside")));
        var files = read(HEAD + type + "\n" + "--b\nContent-Type: image/png\n\n".repeat(2_000) + "--b\n\nI am outside");
        assertEquals("I am outside", text(files));
        assertEquals(1_000, files.object().attachments().size());
        assertTrue(files.marks().contains(Mark.CUT));
    }

    private static String length(int length) {
        return "Content-Type: application/x\nContent-Length: " + length + "\n";
    }

    /// Programs state the length of all mails, or of none.
    @Test
    void aLengthThatOneMailStatesTakesNoOthersIn() {
        var behind = box(2, "") + box(3, "");
        for (int more : new int[] {0, behind.length() / 2, behind.length()}) {
            int words = "the words of p1\n\n".length();
            var kept = Mails.mailbox(box(0, "") + box(1, length(words + more)) + behind, Keys.NONE);
            assertEquals(4, kept.records.size());
            assertTrue(texts(kept).containsAll(List.of("the words of p2", "the words of p3")));
        }
    }

    @Test
    void mailsWithinTheLengthOfTheFirstAreNamed() throws IOException {
        var behind = box(1, "") + box(2, "");
        var all = box(0, length("the words of p0\n\n".length() + behind.length())) + behind;
        var kept = new Kept();
        var ledger = new MboxFile(Keys.NONE).read(Input.alone("x", Bytes.of(bytes(all))::open), kept);
        var mail = kept.records.getFirst();
        assertEquals(1, kept.records.size());
        assertEquals(List.of(Json.of(2)), Details.all(mail, "beginningsInside"));
        assertEquals(
                List.of(
                        Json.of("From p1@mail.example Fri Jan  2 03:00:00 2026"),
                        Json.of("From p2@mail.example Fri Jan  2 03:00:00 2026")),
                Details.all(mail, "beginningInside"));
        assertTrue(ledger.warningsInEnglish().stream().anyMatch(one -> one.startsWith("other mails seem to begin")));
    }

    @Test
    void rawLettersInAnEncodedWordAreThere() {
        var mail = read("From: =?utf-8?Q?Rüfət?= <a@b.example>\nTo: c@d.example\n"
                + "Subject: =?utf-8?Q?sən_=C3=B6l=C9=99cəksən?=\n\nx");
        assertEquals("sən öləcəksən\n\nx", text(mail));
        assertEquals("Rüfət", mail.actor().name());
        assertTrue(mail.marks().contains(Mark.NOT_TEXT));
        var raw = Details.all(mail, "field").stream()
                .map(one -> Details.member(one, "value"))
                .collect(Collectors.toSet());
        assertTrue(raw.contains("=?utf-8?Q?sən_=C3=B6l=C9=99cəksən?="), raw::toString);
    }

    @Test
    void pagesInEncodingsThatAreNotReadAreMarked() {
        var japanese = "<p>今夜行く</p>".getBytes(Charset.forName("ISO-2022-JP"));
        var type = "Content-Transfer-Encoding: base64\nContent-Type: text/html; charset=";
        var body = "\n\n" + Base64.getEncoder().encodeToString(japanese);
        var mail = read(HEAD + type + "ISO-2022-JP" + body);
        assertEquals("今夜行く", text(mail));
        assertFalse(mail.marks().contains(Mark.NOT_TEXT));
        for (var name : List.of("utf-7", "ibm037", "x-nobody")) {
            assertTrue(read(HEAD + type + name + body).marks().contains(Mark.NOT_TEXT), name);
        }
        for (var name : List.of("", "us-ascii", "iso-8859-9", "latin5", "koi8-r", "gb2312")) {
            var page = HEAD + "Content-Type: text/html; charset=" + name + "\n\n<p>x</p>";
            assertFalse(read(page).marks().contains(Mark.NOT_TEXT), name);
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void linesThatLookLikeBeginningsAreReadInLittleTime() {
        var line = "From a@b" + " ".repeat(980) + "word\n";
        var digits = "From a@b 1234567" + " 1x".repeat(300) + "\n";
        var kept = Mails.mailbox(box(0, "", line.repeat(10_000) + digits.repeat(2_000)) + box(1, ""), Keys.NONE);
        assertEquals("the words of p1", texts(kept).getLast());
    }
}
