package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.mail.Keys;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// One mail. All people are invented.
final class MailTest {
    private static final String HEAD = """
            From: Aynur <aynur@mail.example>
            To: Leyla <leyla@home.example>
            Subject: about tea
            Date: Fri, 2 Jan 2026 02:59:00 +0400
            Message-ID: <1@mail.example>
            MIME-Version: 1.0
            """;

    private static Activity read(String mail) {
        return Mails.read(Mails.bytes(mail), Keys.NONE);
    }

    private static String text(Activity mail) {
        return mail.object().text();
    }

    @Test
    void aMailIsARecordOfItsSenderWithItsTimeAndWords() {
        var mail = read(HEAD + "Cc: \"Sevda, the baker\" <s@x.example>, x@y.example\n\nHello Leyla,\nsee you.\n");
        assertEquals(new Actor.Named("Aynur", "aynur@mail.example"), mail.actor());
        assertEquals(new Actor.Named("Leyla", "leyla@home.example"), mail.audience());
        assertEquals("about tea\n\nHello Leyla,\nsee you.", text(mail));
        assertEquals("<1@mail.example>", mail.id());
        assertEquals(
                new When.Exact("Fri, 2 Jan 2026 02:59:00 +0400", Instant.parse("2026-01-01T22:59:00Z")),
                mail.published());
        var cc = Details.all(mail, "cc");
        assertEquals("Sevda, the baker", Details.member(cc.getFirst(), "name"));
        assertEquals("x@y.example", Details.member(cc.getLast(), "address"));
        assertEquals(Set.of(), mail.marks());
    }

    @Test
    void aNameThatLooksLikeAnotherAddressIsALookalike() {
        var mail = read("From: \"boss@bank.example\" <thief@other.example>\nTo: a@b.example\n\nPay.\n");
        assertTrue(mail.marks().contains(Mark.LOOKALIKE));
        assertEquals("thief@other.example", mail.actor().id());
        var hidden = read("From: =?utf-8?B?" + base64("boss@bank.example", StandardCharsets.UTF_8)
                + "?= <thief@other.example>\nTo: a@b.example\n\nPay.\n");
        assertTrue(hidden.marks().contains(Mark.LOOKALIKE));
        assertEquals("thief@other.example", hidden.actor().id());
        var same = read("From: \"a@b.example\" <A@b.example>\nTo: a@b.example\n\nx\n");
        assertFalse(same.marks().contains(Mark.LOOKALIKE));
    }

    /// What encoded words stand for is no part of the form of a field.
    @Test
    void anEncodedWordAddsNoSender() {
        var mail = read("From: =?utf-8?Q?x=3Ca=40bank=2Eexample=3E=2C?= <thief@other.example>\nTo: a@b.example\n\nx\n");
        assertEquals("thief@other.example", mail.actor().id());
        assertEquals(List.of(), Details.all(mail, "alsoFrom"));
    }

    @Test
    void twoSendersAreALookalikeAndBothAreKept() {
        var mail = read("From: a@one.example\nFrom: b@two.example\nTo: c@d.example\n\nx\n");
        assertTrue(mail.marks().contains(Mark.LOOKALIKE));
        assertEquals(
                "b@two.example", Details.member(Details.all(mail, "alsoFrom").getFirst(), "address"));
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    @Test
    void wordsInOldEncodingsAreRead() {
        for (var pair : List.of(
                List.of("windows-1251", "Я тебя найду"),
                List.of("koi8-r", "Я тебя найду"),
                List.of("windows-1254", "Seni bulacağım, şirin"),
                List.of("iso-8859-9", "Seni bulacağım, şirin"),
                List.of("utf-8", "Səni tapacağam"))) {
            var charset = Charset.forName(pair.getFirst());
            var said = pair.getLast();
            var mail = read("From: =?" + pair.getFirst() + "?B?" + base64(said, charset) + "?= <a@b.example>\n"
                    + "To: c@d.example\nSubject: x\nContent-Type: text/plain; charset=\"" + pair.getFirst() + "\"\n"
                    + "Content-Transfer-Encoding: base64\n\n" + base64(said, charset) + "\n");
            assertEquals(said, mail.actor().name(), pair.getFirst());
            assertEquals("x\n\n" + said, text(mail));
            var raw = ("From: " + said + " <a@b.example>\nTo: c@d.example\nContent-Type: text/plain; charset="
                            + pair.getFirst() + "\n\n" + said + "\n")
                    .getBytes(charset);
            assertEquals(said, Mails.read(raw, Keys.NONE).actor().name());
            assertEquals(said, text(Mails.read(raw, Keys.NONE)));
        }
    }

    @Test
    void aLetterSplitOverTwoWordsIsWhole() {
        var bytes = "ə".getBytes(StandardCharsets.UTF_8);
        var mail = read("From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?Q?s=" + hex(bytes[0]) + "?=\n =?utf-8?Q?="
                + hex(bytes[1]) + "n?=\n\nx\n");
        assertEquals("sən\n\nx", text(mail));
    }

    private static String hex(byte b) {
        return String.format(Locale.ROOT, "%02X", b & 0xFF);
    }

    @Test
    void utf7IsNotDecoded() {
        var mail = read("From: a@b.example\nTo: c@d.example\nContent-Type: text/plain; charset=utf-7\n\n+AGEAYg-\n");
        assertEquals("+AGEAYg-", text(mail));
        assertTrue(mail.marks().contains(Mark.NOT_TEXT));
    }

    @Test
    void filesAreNamedCountedAndDigested() {
        var mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary="b"

                nobody sees this
                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                s=C9=99n soft=
                 break   \s
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*0*=utf-8''%C5%9F%C9%99kil; filename*1=.pdf
                Content-Transfer-Encoding: base64

                YWJj
                --b--
                after
                """);
        assertEquals("about tea\n\nsən soft break", text(mail));
        assertEquals(
                List.of("şəkil.pdf"),
                mail.object().attachments().stream().map(one -> one.name()).toList());
        assertEquals("present", mail.object().attachments().getFirst().state().word());
        var file = Details.all(mail, "attachment").getFirst();
        assertEquals("3", Details.member(file, "size"));
        assertEquals("application/pdf", Details.member(file, "mediaType"));
        assertEquals(
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Details.member(file, "digest"));
        assertEquals(List.of(Json.of("nobody sees this"), Json.of("after")), Details.all(mail, "outsideOfParts"));
    }

    @Test
    void ofHtmlTheShownWordsAreTheTextAndTheHiddenAreKept() {
        var mail = read(HEAD + "Content-Type: text/html; charset=utf-8\n\n<p>I know <b>where</b> you live</p>"
                + "<p style=\"display:none\">hidden hare</p><a href=\"https://evil.example/x\">here</a>\n");
        assertEquals("about tea\n\nI know where you live\nhere", text(mail));
        assertEquals(List.of(Json.of("hidden hare")), Details.all(mail, "notShown"));
        assertEquals(List.of(Json.of("https://evil.example/x")), Details.all(mail, "link"));
    }

    private static final String BOTH = HEAD + """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            See you at six.
            --b
            Content-Type: text/html

            <div>%s</div>
            --b--
            """;

    @Test
    void whatHtmlSaysAgainStandsThereOnceAndWhatItSaysOtherwiseIsThere() {
        assertEquals("about tea\n\nSee you at six.", text(read(BOTH.formatted("See <i>you</i> at six."))));
        assertEquals(
                "about tea\n\nSee you at six.\n\nI will find you.", text(read(BOTH.formatted("I will find you."))));
    }

    @Test
    void aMailWithinTheMailIsADetailAndItsWordsAreInTheText() {
        var mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b

                Look at this.
                --b
                Content-Type: message/rfc822

                From: Rufat <rufat@other.example>
                Subject: the wolf
                Date: Thu, 1 Jan 2026 10:00:00 +0000

                I am outside.
                --b--
                """);
        assertEquals("about tea\n\nLook at this.\n\nthe wolf\n\nI am outside.", text(mail));
        assertEquals("aynur@mail.example", mail.actor().id());
        var within = Details.all(mail, "mailWithin").getFirst();
        assertTrue(Details.member(within, "from").contains("rufat@other.example"));
        int at = Integer.parseInt(Details.member(within, "textFrom"));
        assertTrue(text(mail).substring(at).startsWith("the wolf"));
    }

    @Test
    void partsThatNeverEndAndNestForEverAreReadAsFarAsTheyGo() {
        var deep = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 5000; i++) {
            deep.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        assertTrue(text(read(deep + "the last words\n")).contains("the last words"));
        var many = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(50_000);
        assertTrue(read(many).marks().contains(Mark.CUT));
        assertEquals("about tea\n\nno boundary", text(read(HEAD + "Content-Type: multipart/mixed\n\nno boundary\n")));
    }

    /// Nothing that stands in a mail makes the reader fall.
    @Test
    void anyMailThatIsCutOrChangedIsARecord() {
        var mail = BOTH.formatted("x <b>y</b>").replace("\n", "\r\n");
        for (int i = 1; i < mail.length(); i += 7) {
            read(mail.substring(0, i));
            for (char c : new char[] {'\n', '\r', '"', '<', '=', '?', ';', '\u00FF', '\0', '-'}) {
                read(mail.substring(0, i) + c + mail.substring(i + 1));
            }
        }
    }

    @Test
    void aHeaderOfOneHugeFieldIsReadInLittleTime() {
        for (var junk : List.of("(", "\"", "<", "=?utf-8?Q?", ",", "a@b ", "=?a?B?YQ==?= ", ";x=", "\\")) {
            var huge = junk.repeat(300_000 / junk.length());
            read("From: " + huge + "\nTo: " + huge + "\nSubject: " + huge + "\nContent-Type: text/plain; " + huge
                    + "\nContent-Disposition: " + huge + "\nDate: " + huge + "\n\n\"" + huge + "\n");
        }
    }

    @Test
    void receivedAndUnknownFieldsAreDetails() {
        var mail = read(
                "Received: from a by b; Fri, 2 Jan 2026 03:00:00 +0000\nX-Odd: =?utf-8?Q?=C9=99?=\n" + HEAD + "\nx\n");
        assertEquals(List.of(Json.of("from a by b; Fri, 2 Jan 2026 03:00:00 +0000")), Details.all(mail, "passedOn"));
        assertTrue(Details.all(mail, "field").stream()
                .anyMatch(one -> Details.member(one, "value").equals("ə")));
    }
}
