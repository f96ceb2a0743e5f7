package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.eml.Mails.bytes;
import static org.taniq.read.eml.Mails.text;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.read.Kept;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;

/// What signatures prove of a mail. All people are invented.
final class MailProofTest {
    private static final String MAIL = String.join(
            "\r\n",
            "From: Aynur <aynur@mail.example>",
            "To: Leyla <leyla@home.example>",
            "Subject: tea",
            "Date: Fri, 2 Jan 2026 02:59:00 +0400",
            "Message-ID: <1@mail.example>",
            "",
            "I saw you.",
            "");
    private static final String ALL = "from:to:subject:date:message-id";

    private static String signedBy(String domain, String mail) {
        return MailSigner.signed(mail, new MailSigner.How("rsa-sha256", "relaxed", "relaxed", ALL, "", domain));
    }

    private static List<String> proves(String mail, Keys keys) {
        return Details.all(Mails.read(bytes(mail), keys), "dkim").stream()
                .map(one -> Details.member(one, "verdict") + " " + Details.member(one, "provesSender"))
                .toList();
    }

    @Test
    void aRightSignatureOfAnyDomainProvesNoSender() {
        var keys = Mails.keys("mail.example", "example", "sub.mail.example", "other.example", "il.example");
        assertEquals(List.of("passed true"), proves(signedBy("mail.example", MAIL), keys));
        for (var domain : List.of("other.example", "sub.mail.example", "il.example", "example")) {
            assertEquals(List.of("passed false"), proves(signedBy(domain, MAIL), keys), domain);
        }
        var below = MAIL.replace("aynur@mail.example", "aynur@news.mail.example");
        assertEquals(List.of("passed true"), proves(signedBy("mail.example", below), keys));
        assertEquals(List.of("not-checked false"), proves(signedBy("mail.example", MAIL), Keys.NONE));
    }

    @Test
    void whereASecondSenderStandsOrSomethingIsWeakNoSenderIsProven() {
        var keys = Mails.keys("mail.example");
        var signed = signedBy("mail.example", MAIL);
        for (var field : List.of("From: Nigar <nigar@mail.example>", "Subject: death", "no field", "To: x@y.example")) {
            assertEquals(List.of("passed false"), proves(field + "\r\n" + signed, keys), field);
        }
        var part = new MailSigner.How("rsa-sha256", "relaxed", "relaxed", ALL, "l=3; ");
        assertEquals(List.of("passed false"), proves(MailSigner.signed(MAIL, part), keys));
        var sha1 = new MailSigner.How("rsa-sha1", "relaxed", "relaxed", ALL, "");
        assertEquals(List.of("passed false"), proves(MailSigner.signed(MAIL, sha1), keys));
        var two = MAIL.replace("<aynur@mail.example>", "<aynur@mail.example>, x@other.example");
        assertEquals(List.of("passed false"), proves(signedBy("mail.example", two), keys));
    }

    @Test
    void theLedgerTellsASignatureOfTheSenderFromThatOfAnybody() throws IOException {
        var keys = Mails.keys("mail.example", "other.example");
        assertEquals(
                "of 1 signed mails 1 bear a right signature of some domain, 1 one that proves the domain of the sender,"
                        + " 0 of them the words too, and 0 are not as they were signed",
                warning(signedBy("mail.example", MAIL), keys));
        assertEquals(
                "of 1 signed mails 1 bear a right signature of some domain, 0 one that proves the domain of the sender,"
                        + " 0 of them the words too, and 0 are not as they were signed",
                warning(signedBy("other.example", MAIL), keys));
    }

    private static String warning(String mail, Keys keys) throws IOException {
        return new EmlFile(keys)
                .read(Input.alone("x", Bytes.of(bytes(mail))::open), new Kept())
                .warningsInEnglish()
                .getFirst();
    }

    private static final String PARTS = String.join(
            "\r\n",
            "From: Aynur <aynur@mail.example>",
            "To: Leyla <leyla@home.example>",
            "Subject: tea",
            "Date: Fri, 2 Jan 2026 02:59:00 +0400",
            "Content-Type: multipart/mixed; boundary=\"a b\"",
            "",
            "--a b",
            "Content-Type: text/plain",
            "",
            "Hide: nothing",
            "",
            "I saw you.",
            "--a b",
            "Content-Type: text/plain",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "He=",
            "llo",
            "--a b--",
            "");

    /// The white space of a relaxed body is not signed: whoever has the mail can change it.
    @Test
    void noWhiteSpaceOfASignedBodyMovesItsWords() {
        var keys = Mails.keys("mail.example");
        var signed = signedBy("mail.example", PARTS);
        var words = text(Mails.read(bytes(signed), keys));
        assertEquals("tea\n\nHide: nothing\n\nI saw you.\n\nHello", words);
        int body = signed.indexOf("\r\n\r\n") + 4;
        for (var white : List.of(" ", "\t", " ".repeat(1_500), " ".repeat(9_000), "\t".repeat(70_000))) {
            for (int end = signed.indexOf("\r\n", body); end > 0; end = signed.indexOf("\r\n", end + 2)) {
                assertWords(words, signed.substring(0, end) + white + signed.substring(end), keys);
            }
            for (int at = signed.indexOf(' ', body); at > 0; at = signed.indexOf(' ', at + 1)) {
                var changed = signed.substring(0, at) + white + signed.substring(at + 1);
                var mail = Mails.read(bytes(changed), keys);
                // a line between parts of more than 8 KiB is none
                if (white.length() < 8_000 || !signed.startsWith("--a", at - 3)) {
                    assertEquals(words, text(mail).replaceAll("[ \t]+", " "));
                }
            }
            assertWords(words, signed.replace("boundary=\"a b\"", "boundary=\"a" + white + "b\""), keys);
            assertWords(words, signed.replace("mixed; ", "mixed;" + white), keys);
        }
    }

    private static void assertWords(String words, String changed, Keys keys) {
        var mail = Mails.read(bytes(changed), keys);
        assertEquals(List.of("passed"), results(mail));
        assertEquals(words, text(mail).replaceAll("[ \t]+(?=\n|$)", ""));
    }

    private static List<String> results(Activity mail) {
        return Details.all(mail, "dkim").stream()
                .map(one -> Details.member(one, "verdict"))
                .toList();
    }

    @Test
    void whichOfSeveralFieldsAreSignedIsSaid() {
        var two = MAIL.replace("Subject: tea", "Subject: tea\r\nSubject: war");
        var how = new MailSigner.How("rsa-sha256", "relaxed", "relaxed", "from:subject:to", "");
        var mail = Mails.read(bytes(MailSigner.signed(two, how)), Mails.keys("mail.example"));
        assertEquals(
                "[\"From\",\"Subject 1/2\",\"To\"]",
                Details.member(Details.all(mail, "dkim").getFirst(), "fieldsSigned"));
    }

    @Test
    void signaturesStandInTheRecordAsTheyAreWritten() {
        var mail = Mails.read(bytes(signedBy("mail.example", MAIL)), Keys.NONE);
        assertTrue(
                Details.all(mail, "field").stream()
                        .anyMatch(one -> Details.member(one, "name").equals("DKIM-Signature")
                                && Details.member(one, "value").contains("; b=")),
                "raw");
        assertEquals("dkim", mail.details().getFirst().name());
    }

    @Test
    void ofThoseWhoPassedItOnTheKeysAreKept() {
        var mail = Mails.read(
                bytes(MailSigner.arc(MAIL, 1, "none", MailSigner.How.usual())), Mails.keys(MailSigner.DOMAIN));
        var arc = Details.all(mail, "arc").getFirst().canonical();
        assertTrue(arc.contains("\"verdict\":\"passed\""), arc);
        assertEquals(2, arc.split("\"keyFrom\":\"keys.txt\"", -1).length - 1, arc);
        assertTrue(
                Details.all(mail, "field").stream()
                        .anyMatch(one -> Details.member(one, "name").equals("ARC-Seal")),
                "raw");
    }

    @Test
    void aKeyThatAServerDidNotGiveIsSaid() throws IOException {
        Keys silent = _ -> new Keys.NotHad(Said.of("nobody answers"));
        var mail = bytes(signedBy("mail.example", MAIL));
        var ledger = new EmlFile(silent).read(Input.alone("x.eml", Bytes.of(mail)::open), new Kept());
        assertTrue(
                ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("did not give their keys")),
                ledger.warningsInEnglish()::toString);
    }
}
