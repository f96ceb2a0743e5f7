package org.taniq.read.eml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.eml.Mails.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;

/// Notices of platforms, and what they prove. All people are invented.
final class PlatformNoticeTest {
    private static final String HEAD = String.join(
            "\r\n",
            "Date: Mon, 7 Nov 2025 15:13:21 -0800",
            "To: Leyla <leyla@home.example>",
            "Subject: Rufat commented: \"I know where you live\"",
            "From: \"Facebook\" <notification@facebookmail.com>",
            "X-Facebook-Notify: comment; mailid=1",
            "MIME-Version: 1.0",
            "");
    private static final String NOTICE = HEAD
            + String.join(
                    "\r\n", "Content-Type: text/plain; charset=utf-8", "", "Rufat wrote: \"nobody will help you\"", "");
    private static final String PAGE = HEAD
            + String.join(
                    "\r\n",
                    "Content-Transfer-Encoding: quoted-printable",
                    "Content-Type: text/html; charset=utf-8",
                    "",
                    "<p class=3D\"x\">Rufat wrote: nobody =",
                    "will help you, 1=3D3C</p>",
                    "");

    private static final String FACEBOOK = "facebookmail.com";
    private static final String ALL = "date:to:subject:from:mime-version:content-type";
    private static final Keys KEYS = Mails.keys(FACEBOOK);

    private static String signed(String mail, String covers, String more) {
        return MailSigner.signed(mail, new MailSigner.How("rsa-sha256", "relaxed", "simple", covers, more, FACEBOOK));
    }

    private static String signed(String mail) {
        return signed(mail, ALL, "");
    }

    private static String said(Activity mail) {
        return Details.all(mail, "platformNotice").stream()
                .map(notice -> Details.member(notice, "platform") + " " + Details.member(notice, "signedByPlatform")
                        + " " + Details.member(notice, "why"))
                .findFirst()
                .orElse("no notice");
    }

    private static String said(String mail, Keys keys) {
        return said(Mails.read(bytes(mail), keys));
    }

    private static boolean isSigned(Activity mail) {
        return said(mail).startsWith("Facebook true");
    }

    @Test
    void aNoticeIsSignedByTheKeyOfThePlatformAndByNothingElse() {
        assertEquals("Facebook true null", said(signed(NOTICE), KEYS));
        assertEquals("Facebook false no-key", said(signed(NOTICE), Keys.NONE));
        assertEquals("Facebook false not-signed", said(NOTICE, KEYS));
        assertEquals("Facebook false fields-not-signed", said(signed(NOTICE, "from:date", ""), KEYS));
        assertEquals("Facebook false body-goes-on", said(signed(NOTICE, ALL, "l=5; "), KEYS));
        assertEquals("Facebook false body-hash", said(signed(NOTICE).replace("nobody", "nobodi"), KEYS));
    }

    @Test
    void noChangedByteOfANoticeLeavesItSignedWithOtherWords() {
        for (var mail : List.of(signed(NOTICE), signed(PAGE))) {
            var before = Mails.read(bytes(mail), KEYS);
            assertTrue(isSigned(before));
            for (int i = mail.indexOf("Date:"); i < mail.length(); i++) {
                for (int flip : new int[] {1, 2, 4, 16, 32}) {
                    var changed = mail.substring(0, i) + (char) (mail.charAt(i) ^ flip) + mail.substring(i + 1);
                    assertSame(before, changed, Set.of("X-Facebook-Notify"));
                }
            }
        }
    }

    /// Either it is not said to be signed by the platform, or it is the same but for what is said not to be signed.
    private static void assertSame(Activity before, String changed, Set<String> loose) {
        var after = Mails.read(bytes(changed), KEYS);
        if (!isSigned(after)) {
            return;
        }
        var notSigned = Details.member(Details.all(after, "platformNotice").getFirst(), "notSigned");
        assertEquals(before.actor(), after.actor(), changed);
        assertEquals(before.audience(), after.audience(), changed);
        assertEquals(before.published(), after.published(), changed);
        assertEquals(before.object(), after.object(), changed);
        assertEquals(before.marks(), after.marks(), changed);
        for (var detail : after.details()) {
            boolean isNew = !before.details().contains(detail);
            assertTrue(!isNew || isSaidNotToBeSigned(detail, notSigned, loose), detail + "\n" + changed);
        }
    }

    private static boolean isSaidNotToBeSigned(Detail detail, String notSigned, Set<String> loose) {
        return switch (detail.name()) {
            case "platformNotice", "dkim", "saidByServer", "passedOn" -> true;
            case "cc", "bcc", "sender" -> notSigned.toLowerCase(Locale.ROOT).contains("\"" + detail.name() + "\"");
            case "replyTo" -> notSigned.contains("\"Reply-To\"");
            case "field" -> {
                var name = Details.member(detail.value(), "name");
                yield notSigned.contains("\"" + name + "\"")
                        || loose.contains(name)
                        || !Set.of("To", "From", "Subject", "Date").contains(name);
            }
            default -> false;
        };
    }

    static final List<String> FIELDS = List.of(
            "From: \"Court\" <court@state.example>",
            "From : \"Court\" <notification@facebookmail.com>",
            ">From : \"Court\" <notification@facebookmail.com>",
            "To: Nigar <nigar@home.example>",
            "Cc: Nigar <nigar@home.example>",
            "Bcc: Nigar <nigar@home.example>",
            "Subject: you lost",
            "Date: Tue, 8 Nov 2016 15:13:21 -0800",
            "Reply-To: thief@other.example",
            "Sender: thief@other.example",
            "Message-ID: <x@other.example>",
            "In-Reply-To: <y@other.example>",
            "MIME-Version: 2.0",
            "Content-Type: text/html",
            "Content-Type: multipart/mixed; boundary=Rufat",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: 8bit",
            "Content-Disposition: attachment; filename=x.txt",
            "Content-Language: az",
            "Content-Length: 3",
            "Resent-From: court@state.example",
            "X-Facebook-Notify: court",
            "Received: from a by b; Fri, 2 Jan 2026 03:00:00 +0000",
            "Authentication-Results: x; dkim=pass",
            "a line that is no field",
            "DKIM-Signature: v=1; a=rsa-sha256; d=other.example; s=k; h=from; bh=YQ==; b=YQ==");

    /// Whatever somebody writes into the header of a notice, above or below, alone and in a mailbox.
    @Test
    void noFieldThatIsPutInLeavesItSignedWithOtherWords() {
        for (var mail : List.of(signed(NOTICE), signed(PAGE))) {
            var before = Mails.read(bytes(mail), KEYS);
            assertTrue(isSigned(before));
            for (var field : FIELDS) {
                for (var place : List.of("DKIM-", "Date:", "From:", "Content-Type:", "\r\n\r\n")) {
                    int at = mail.indexOf(place) + (place.isBlank() ? 2 : 0);
                    var changed = mail.substring(0, at) + field + "\r\n" + mail.substring(at);
                    assertSame(before, changed, Set.of());
                    assertSame(before, mail.replaceFirst("(?m)^" + name(field) + " ?:[^\r]*\r\n", ""), Set.of());
                }
            }
        }
    }

    private static String name(String field) {
        return field.substring(0, Math.max(1, field.indexOf(':'))).strip();
    }

    /// In a mailbox `>` is taken away before lines of the body alone.
    @Test
    void aSenderThatIsQuotedInTheHeaderIsNotTheSigned() {
        var forged = signed(NOTICE)
                .replace(
                        "From: \"Facebook\"",
                        "From: \"Court\" <notification@facebookmail.com>\r\n>From : \"Facebook\"");
        var box = "From x@y.example Fri Jan  2 03:00:00 2026\n" + forged;
        var mail = Mails.mailbox(box, KEYS).records.getFirst();
        assertEquals("Facebook false signature", said(mail));
        assertEquals(List.of("failed"), results(mail));
    }

    private static List<String> results(Activity mail) {
        return Details.all(mail, "dkim").stream()
                .map(one -> Details.member(one, "verdict"))
                .toList();
    }

    @Test
    void whatIsNotSignedOfANoticeIsSaidAndNotPartOfIt() {
        var more = NOTICE.replace("To: Leyla", "Cc: c@d.example\r\nReply-To: thief@other.example\r\nTo: Leyla");
        var notice = Details.all(Mails.read(bytes(signed(more)), KEYS), "platformNotice")
                .getFirst();
        assertEquals("true", Details.member(notice, "signedByPlatform"));
        assertEquals("[\"Reply-To\",\"Cc\"]", Details.member(notice, "notSigned"));
        assertTrue(!notice.canonical().contains("mailid"), notice::canonical);
    }

    /// How the body is to be read must be signed, or be sure from the body itself.
    @Test
    void anEncodingThatIsNotSignedMustBeSure() {
        assertEquals("Facebook true null", said(signed(PAGE), KEYS));
        var without = signed(PAGE).replace("Content-Transfer-Encoding: quoted-printable\r\n", "");
        assertEquals("Facebook false encoding-not-signed", said(without, KEYS));
        var typed = NOTICE.replace("nobody will", "=3Cb=3Enobody will");
        assertEquals("Facebook false encoding-not-signed", said(signed(typed), KEYS));
        var base64 = NOTICE.replace("Rufat wrote: \"nobody will help you\"", "bm9ib2R5");
        assertEquals("Facebook false encoding-not-signed", said(signed(base64), KEYS));
        var all = ALL + ":content-transfer-encoding";
        assertEquals("Facebook true null", said(signed(typed, all, ""), KEYS));
        for (var field : List.of("Content-Disposition: attachment", "Content-Transfer-Encoding: base64")) {
            assertTrue(!isSigned(Mails.read(bytes(field + "\r\n" + signed(NOTICE)), KEYS)), field);
        }
    }

    @Test
    void aBodyWhoseWhiteSpaceIsNotSignedProvesNoNotice() {
        var how = new MailSigner.How("rsa-sha256", "relaxed", "relaxed", ALL, "", FACEBOOK);
        assertEquals("Facebook false white-space-not-signed", said(MailSigner.signed(NOTICE, how), KEYS));
    }

    @Test
    void whatIsQuotedInANoticeIsADetail() {
        var mail = Mails.read(bytes(signed(NOTICE)), KEYS);
        assertEquals(
                List.of(Json.of("I know where you live"), Json.of("nobody will help you")),
                Details.all(mail, "inQuotes"));
        var key = Details.member(Details.all(mail, "dkim").getFirst(), "key");
        assertTrue(key.contains("keys.txt") && key.contains(MailSigner.record("rsa-sha256")), key);
    }

    /// A domain of a platform carries the words of others, too: forms, shared files, mail of people.
    @Test
    void onlyTheAddressFromWhichAPlatformSendsIsItsVoice() {
        var senders = new ArrayList<String>();
        for (var from : List.of(
                "notification@facebookmail.com",
                "x@notfacebookmail.com",
                "x@facebookmail.com.evil.example",
                "facebook.com@x.example",
                "rufat@facebook.com",
                "groupupdates@facebookmail.com",
                "forms-receipts-noreply@google.com",
                "drive-shares-noreply@google.com",
                "rufat@google.com")) {
            var mail = Mails.read(bytes("From: Facebook <" + from + ">\nTo: a@b.example\n\nx\n"), Keys.NONE);
            senders.addAll(Details.all(mail, "platformNotice").isEmpty() ? List.of() : List.of(from));
        }
        assertEquals(List.of("notification@facebookmail.com"), senders);
    }

    /// Of platforms of which no signed notice was looked at, nothing is said to be signed.
    @Test
    void aPlatformThatWasNotSeenProvesNothing() {
        var google = NOTICE.replace("notification@facebookmail.com", "no-reply@accounts.google.com");
        var how = new MailSigner.How("rsa-sha256", "relaxed", "simple", ALL, "", "accounts.google.com");
        assertEquals("Google false not-seen", said(MailSigner.signed(google, how), Mails.keys("accounts.google.com")));
    }
}
