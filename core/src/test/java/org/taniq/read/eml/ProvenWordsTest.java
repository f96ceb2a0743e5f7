package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.eml.Mails.bytes;
import static org.taniq.read.eml.Mails.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;

/// Whether the words of a mail are those that were signed. All people are invented.
final class ProvenWordsTest {
    private static final Keys KEYS = Mails.keys(MailSigner.DOMAIN);
    private static final String USUAL = "from:to:subject:date";
    private static final String MAIL = String.join(
            "\r\n",
            "From: Aynur <aynur@mail.example>",
            "To: Leyla <leyla@home.example>",
            "Subject: tea",
            "Date: Fri, 2 Jan 2026 02:59:00 +0400",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "She wrote to me, yesterday:",
            "-- ",
            "",
            "I will burn your house",
            "");
    private static final String BARE = MAIL.replace("Content-Type: text/plain; charset=utf-8\r\n", "");

    private static String signed(String mail, String body, String covers) {
        return MailSigner.signed(mail, new MailSigner.How("rsa-sha256", "relaxed", body, covers, ""));
    }

    private static String proven(Activity mail) {
        var dkim = Details.all(mail, "dkim").getFirst();
        return Details.member(dkim, "verdict") + " " + Details.member(dkim, "provesSender") + " "
                + Details.member(dkim, "provesWords") + " " + Details.member(dkim, "why");
    }

    private static String proven(String mail) {
        return proven(Mails.read(bytes(mail), KEYS));
    }

    @Test
    void wordsAreProvenWhereHowTheyAreReadIsSigned() {
        var all = USUAL + ":content-type";
        assertEquals("passed true true null", proven(signed(MAIL, "simple", all)));
        assertEquals("passed true true null", proven(signed(BARE, "simple", all)));
        assertEquals("passed true true null", proven(signed(MAIL, "relaxed", all + ":content-transfer-encoding")));
        assertEquals("passed true false encoding-not-signed", proven(signed(MAIL, "relaxed", all)));
        assertEquals("passed true false fields-not-signed", proven(signed(MAIL, "simple", USUAL)));
        assertEquals("passed true false fields-not-signed", proven(signed(BARE, "simple", USUAL)));
        assertEquals("passed false false null", proven("Subject: war\r\n" + signed(MAIL, "simple", all)));
    }

    /// A border with a space in it is none where that space is many.
    @Test
    void aBorderWithASpaceProvesNoWordsWhereWhiteSpaceIsNotSigned() {
        for (var border : List.of("a", "a b")) {
            var parts = BARE.replaceFirst(
                    "\r\n\r\n",
                    "\r\nContent-Type: multipart/mixed; boundary=\"" + border + "\"\r\n\r\n--" + border + "\r\n\r\n");
            assertEquals(
                    border.equals("a") ? "passed true true null" : "passed true false white-space-not-signed",
                    proven(signed(parts, "relaxed", USUAL + ":content-type")));
            assertEquals("passed true true null", proven(signed(parts, "simple", USUAL + ":content-type")));
        }
    }

    private static final List<String> READ_OTHERWISE = List.of(
            "Content-Type: multipart/mixed; boundary=\"\"",
            "Content-Type: multipart/mixed; boundary=\" \"",
            "Content-Type: multipart/mixed; boundary=x",
            "Content-Type: application/x",
            "Content-Type: text/plain; charset=koi8-r",
            "Content-Disposition: attachment",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable");

    @Test
    void aFieldThatNobodySignedProvesNoOtherWords() {
        var fields = new ArrayList<>(READ_OTHERWISE);
        fields.addAll(PlatformNoticeTest.FIELDS);
        for (var covers : List.of(USUAL, USUAL + ":content-type", USUAL + ":content-type:content-type")) {
            for (var mail : List.of(signed(BARE, "simple", covers), signed(MAIL, "simple", covers))) {
                var words = text(Mails.read(bytes(mail), KEYS));
                for (var field : fields) {
                    var changed = Mails.read(bytes(field + "\r\n" + mail), KEYS);
                    assertTrue(
                            !proven(changed).contains("true true")
                                    || text(changed).equals(words),
                            field);
                }
            }
        }
    }

    /// The line of a signature that mail programs write is no border.
    @Test
    void anEmptyBoundaryPartsNothing() {
        var mail = Mails.read(bytes(READ_OTHERWISE.getFirst() + "\r\n" + BARE), Keys.NONE);
        assertEquals("tea\n\nShe wrote to me, yesterday:\n-- \n\nI will burn your house", text(mail));
    }

    @Test
    void whatAnybodyCanHaveWrittenBesidesIsNamed() {
        var mail = "In-Reply-To: <threat@home.example>\r\nCc: court@state.example\r\n" + signed(MAIL, "simple", USUAL);
        var dkim = Details.all(Mails.read(bytes(mail), KEYS), "dkim").getFirst();
        assertEquals("[\"Cc\",\"In-Reply-To\"]", Details.member(dkim, "notSigned"));
        assertEquals("true", Details.member(dkim, "provesSender"));
    }

    @Test
    void aDisguisedSenderIsALookalikeAndProvesNothing() {
        for (var from : List.of(
                "=?utf-8?B?Ym9zc0BiYW5rLmV4YW1wbGU=?==?utf-8?Q?=00?=@mail.example",
                "<boss@bank.example\0@mail.example>",
                "\"boss@bank.example\"@mail.example",
                "\"boss@bank.example\" <a@mail.example>",
                "\"boss @ bank.example\" <a@mail.example>",
                "=?utf-8?B?Ym9zc++8oGJhbmsuZXhhbXBsZQ==?= <a@mail.example>")) {
            var mail =
                    Mails.read(bytes(signed(MAIL.replace("Aynur <aynur@mail.example>", from), "simple", USUAL)), KEYS);
            assertTrue(mail.marks().contains(Mark.LOOKALIKE), from);
            assertEquals("passed false false null", proven(mail), from);
        }
        for (var from : List.of("Aynur @ work <a@mail.example>", "\"a@mail.example\" <A@mail.example>")) {
            var mail =
                    Mails.read(bytes(signed(MAIL.replace("Aynur <aynur@mail.example>", from), "simple", USUAL)), KEYS);
            assertFalse(mail.marks().contains(Mark.LOOKALIKE), from);
        }
        var other = Mails.read(Mails.utf8("From: a@b\u0430nk.example\nTo: c@d.example\n\nx"), Keys.NONE);
        assertTrue(other.marks().contains(Mark.LOOKALIKE));
    }

    @Test
    void twoTypesOfABodyAreALookalike() {
        assertTrue(Mails.read(bytes("Content-Type: text/html\r\n" + MAIL), Keys.NONE)
                .marks()
                .contains(Mark.LOOKALIKE));
    }

    /// What whoever has the mailbox puts before a signed line is not in the words that are proven.
    @Test
    void theWordsAreThoseThatWereChecked() {
        var sent = MAIL.replace("She wrote to me, yesterday:", "From today on I know where you live");
        var box = "From a@b.example Fri Jan  2 03:00:00 2026\n"
                + signed(sent, "simple", USUAL + ":content-type")
                        .replace("\r\n", "\n")
                        .replace("\nFrom today", "\n>From today");
        var mail = Mails.mailbox(box, KEYS).records.getFirst();
        assertEquals("passed true true null", proven(mail));
        assertTrue(text(mail).contains("\n\nFrom today on"), text(mail));
        assertEquals(1, Details.all(mail, "quotedFromLines").size());
    }

    /// Of a mail that is cut nobody knows whether it is as it was signed.
    @Test
    void aMailThatIsCutIsNotSaidToBeForged() throws IOException {
        var sent = MAIL + "and so on\r\n".repeat(1_000);
        var box = "From a@b.example Fri Jan  2 03:00:00 2026\n" + signed(sent, "simple", USUAL);
        var kept = new Kept();
        var ledger = new MboxFile(KEYS, 4_096).read(Input.alone("x", Bytes.of(bytes(box))::open), kept);
        assertEquals("not-checked false false mail-not-whole", proven(kept.records.getFirst()));
        assertTrue(kept.records.getFirst().marks().contains(Mark.CUT));
        assertTrue(ledger.warningsInEnglish().getFirst().contains("and 0 are not as they were signed"));
        var part = new Kept();
        new EmlFile(KEYS)
                .read(Input.alone("x", torn(signed(sent, "simple", USUAL).substring(0, 2_000))), part);
        assertEquals("not-checked false false mail-not-whole", proven(part.records.getFirst()));
    }

    private static Input.Content torn(String mail) {
        return new Input.Content() {
            @Override
            public InputStream open() throws IOException {
                return Bytes.of(bytes(mail)).open();
            }

            @Override
            public boolean isWhole() {
                return false;
            }
        };
    }

    /// Anybody can seal what he says that the server of another found.
    @Test
    void aServerIsNamedWhereItsOwnDomainSealed() {
        var relay = MailSigner.arc(MAIL, 1, "none", MailSigner.How.usual());
        assertTrue(arc(relay).contains("\"saysItIs\":\"relay1.example\""), arc(relay));
    }

    private static String arc(String mail) {
        return Details.all(Mails.read(bytes(mail), KEYS), "arc").getFirst().canonical();
    }

    @Test
    void aFloodOfSignaturesLeavesNothingElseOut() {
        var flood = IntStream.range(0, 3_000)
                .mapToObj(i -> "DKIM-Signature: v=1; a=rsa-sha256; d=" + "d".repeat(300) + i + "; s=" + "s".repeat(300)
                        + "; h=from; bh=YQ==; b=YQ==\r\n")
                .collect(Collectors.joining());
        var type = "Content-Type: application/pdf; name=hare.pdf";
        var mail = Mails.read(bytes(flood + MAIL.replace("Content-Type: text/plain; charset=utf-8", type)), Keys.NONE);
        assertEquals(30, Details.all(mail, "dkim").size());
        assertEquals(List.of(Json.of(2_970)), Details.all(mail, "signaturesLeftOut"));
        assertEquals(1, Details.all(mail, "attachment").size());
        assertEquals(1, Details.all(mail, "to").size());
    }

    @Test
    void whereDetailsAreLeftOutTheMailIsCut() {
        var flood = ("Authentication-Results: x; dkim=" + "p".repeat(40_000) + "\r\n").repeat(90);
        var mail = Mails.read(bytes(flood + MAIL), Keys.NONE);
        assertEquals(1, Details.all(mail, "to").size());
        assertEquals(!Details.all(mail, "leftOut").isEmpty(), mail.marks().contains(Mark.CUT));
        assertTrue(mail.marks().contains(Mark.CUT));
    }
}
