package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Mails that a signer of the tests signs, and what is found of them.
final class SignedMailTest {
    private static final List<String> CANONS = List.of("simple", "relaxed");
    private static final List<String> ALGORITHMS = List.of("rsa-sha256", "rsa-sha1", "ed25519-sha256");
    private static final List<String> BODIES = List.of(
            "", "\r\n", " \t\r\n", "one", "one\r\n", "one \t two  \r\n\r\n\r\n", "\r\n\r\none\r\n \r\n", "a\rb\r\n\r");

    private static String withBody(String body) {
        return Mails.PLAIN.substring(0, Mails.PLAIN.indexOf("\r\n\r\n") + 4) + body;
    }

    @Test
    void whatIsSignedInAnyWayPasses() {
        int count = 0;
        for (var algorithm : ALGORITHMS) {
            for (var header : CANONS) {
                for (var body : CANONS) {
                    for (var text : BODIES) {
                        var how = new MailSigner.How(algorithm, header, body, "from : to:subject:date:from:x-none", "");
                        count += passes(withBody(text), how);
                    }
                }
            }
        }
        assertEquals(576, count);
    }

    /// As it is and as it is stored with LF, with the whole body signed, all of its length, and a part.
    private static int passes(String mail, MailSigner.How how) {
        int length = MailSigner.body(mail, how.body()).length();
        for (var more : List.of("", "l=" + length + "; ", "l=" + length / 2 + "; ")) {
            var signed = MailSigner.signed(mail, how.with(more));
            for (var stored : List.of(signed, signed.replace("\r\n", "\n"))) {
                var found = Mails.only(Mails.mail(stored), Mails.key(how.algorithm()));
                assertEquals("pass", Mails.word(found.verdict()), () -> how + " " + more + stored);
                assertEquals(length, found.body().size());
                assertEquals(
                        more.isEmpty() ? length : found.field().bodyLength().orElseThrow(),
                        found.body().covered());
            }
        }
        return 6;
    }

    private static CheckedSignature checked(String mail, MailSigner.How how) {
        return Mails.only(Mails.mail(MailSigner.signed(mail, how)), Mails.key(how.algorithm()));
    }

    private static Set<Weakness> weaknesses(CheckedSignature signature) {
        return assertInstanceOf(Verdict.Passed.class, signature.verdict()).weaknesses();
    }

    @Test
    void aSignatureKeepsTheKeyThatItWasCheckedWith() {
        var found = checked(Mails.PLAIN, MailSigner.How.usual());
        var key = assertInstanceOf(Verdict.Passed.class, found.verdict()).key();
        var text = new KeyText(MailSigner.record("rsa-sha256"), "keys.txt", Mails.HAD);
        assertEquals(new Verdict.UsedKey(text, Algorithm.Kind.RSA, 1024), key);
        assertEquals(Set.of(), weaknesses(found));
    }

    @Test
    void sha1IsRightAndWeak() {
        var how = new MailSigner.How("rsa-sha1", "relaxed", "simple", "from:to:subject:date:message-id", "");
        assertEquals(Set.of(Weakness.SHA1), weaknesses(checked(Mails.PLAIN, how)));
    }

    @Test
    void aBodyThatGoesOnBehindWhatIsSignedIsToldWithItsLength() {
        var mail = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual().with("l=5; ")) + "added by somebody\r\n";
        var found = Mails.only(Mails.mail(mail), Mails.key("rsa-sha256"));
        assertEquals(Set.of(Weakness.BODY_GOES_ON), weaknesses(found));
        assertEquals(5, found.body().covered());
        assertEquals(MailSigner.body(mail, "relaxed").length() - 5, found.body().unsigned());
    }

    @Test
    void aBodyShorterThanWhatIsSignedIsWrong() {
        assertEquals(
                "body-too-short",
                Mails.word(checked(Mails.PLAIN, MailSigner.How.usual().with("l=5000; "))
                        .verdict()));
    }

    @Test
    void aSecondSenderOnTopIsToldThoughTheSignatureIsRight() {
        var signed =
                "From: somebody else <x@other.example>\r\n" + MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        var found = Mails.only(Mails.mail(signed), Mails.key("rsa-sha256"));
        assertEquals(Set.of(Weakness.FIELDS_NOT_SIGNED), weaknesses(found));
        var from = found.coverage().important().getFirst();
        assertEquals(new Coverage.Covered("From", 2, 1), from);
        assertEquals(Coverage.State.PARTLY, from.state());
        assertEquals(
                "Aynur <aynur@mail.example>",
                found.coverage().signed().getFirst().value());
    }

    @Test
    void aSecondSenderBreaksASignatureThatNamesOneMore() {
        var how = MailSigner.How.usual().covering("from:from:to:subject:date:message-id");
        assertEquals(
                true,
                checked(Mails.PLAIN, how).coverage().important().getFirst().isClosed());
        var forged = "From: somebody else <x@other.example>\r\n" + MailSigner.signed(Mails.PLAIN, how);
        assertEquals(
                "signature",
                Mails.word(
                        Mails.only(Mails.mail(forged), Mails.key("rsa-sha256")).verdict()));
    }

    @Test
    void fieldsThatAreNotSignedAreNamed() {
        var found = checked(Mails.PLAIN, MailSigner.How.usual().covering("from:date"));
        assertEquals(Set.of(Weakness.FIELDS_NOT_SIGNED), weaknesses(found));
        assertEquals(
                List.of("signed", "unsigned", "unsigned", "signed", "unsigned"),
                found.coverage().important().stream()
                        .map(one -> one.state().word())
                        .toList());
    }

    @Test
    void aLineInTheHeaderThatIsNoFieldIsTold() {
        var signed = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        var key = Mails.key("rsa-sha256");
        assertEquals(
                Set.of(), weaknesses(Mails.only(Mails.mail("From a@b Fri Jan  2 03:00:00 2026\r\n" + signed), key)));
        var stray = signed.replace("X-Other:", "Pay somebody else.\r\nX-Other:");
        assertEquals(Set.of(Weakness.STRAY_LINES), weaknesses(Mails.only(Mails.mail(stray), key)));
    }

    /// Other programs see a second line there, and in it another sender; or no field at all, and the body.
    @Test
    void whatOtherProgramsMayTakeForOtherLinesIsTold() {
        var signed = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        var key = Mails.key("rsa-sha256");
        for (var bare : List.of("X-Other: a\rFrom: x@other.example", "X-Other: a\r\rbody", "X-Other: a\r")) {
            var mail = signed.replace("X-Other: not signed", bare);
            assertEquals(Set.of(Weakness.BARE_CR), weaknesses(Mails.only(Mails.mail(mail), key)), bare);
        }
        var inside = MailSigner.signed(Mails.PLAIN.replace("X-Other: not", "Subject: a\rb"), MailSigner.How.usual());
        assertEquals(true, weaknesses(Mails.only(Mails.mail(inside), key)).contains(Weakness.BARE_CR));
        for (var first : List.of(
                "Pay somebody else.\r\n",
                "From a@b Fri Jan  2 03:00:00 2026\r\n From: x@other.example\r\n",
                " From: x@other.example\r\n",
                ">From a@b\r\n",
                "From\ta@b\r\n")) {
            assertEquals(Set.of(Weakness.STRAY_LINES), weaknesses(Mails.only(Mails.mail(first + signed), key)), first);
        }
    }

    @Test
    void aSignatureWithoutTheSenderIsNone() {
        assertEquals(
                "from-not-signed",
                Mails.word(checked(Mails.PLAIN, MailSigner.How.usual().covering("to:date"))
                        .verdict()));
    }

    @Test
    void aSignatureForAnotherDomainIsNone() {
        assertEquals(
                "pass",
                Mails.word(checked(Mails.PLAIN, MailSigner.How.usual().with("i=a@b.mail.example; "))
                        .verdict()));
        assertEquals(
                "other-domain",
                Mails.word(checked(Mails.PLAIN, MailSigner.How.usual().with("i=a@othermail.example; "))
                        .verdict()));
    }

    @Test
    void theEndIsJudgedWhenTheMailArrived() {
        var arrived = 1_767_322_800L;
        assertEquals(
                Set.of(), weaknesses(checked(Mails.PLAIN, MailSigner.How.usual().with("x=" + arrived + "; "))));
        var late = checked(Mails.PLAIN, MailSigner.How.usual().with("x=" + (arrived - 1) + "; "));
        assertEquals(
                1,
                assertInstanceOf(Verdict.Expired.class, late.verdict())
                                .arrival()
                                .getEpochSecond()
                        - late.field().ends().orElseThrow().getEpochSecond());
    }

    @Test
    void anEndIsNotJudgedWhereNobodyKnowsWhenTheMailArrived() {
        var mail =
                Mails.mail(MailSigner.signed(Mails.PLAIN, MailSigner.How.usual().with("x=5; ")));
        var found = Mails.proof(mail, Mails.key("rsa-sha256"), new Arrival.Unknown())
                .signatures()
                .getFirst();
        assertEquals(Set.of(Weakness.END_NOT_JUDGED), weaknesses(found));
    }

    @Test
    void aSignatureFromAfterTheArrivalIsTold() {
        var how = MailSigner.How.usual().with("t=1767500000; ");
        assertEquals(Set.of(Weakness.MADE_AFTER_ARRIVAL), weaknesses(checked(Mails.PLAIN, how)));
    }

    @Test
    void withoutAKeyTheBodyIsComparedAllTheSame() {
        var signed = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        var found = Mails.only(Mails.mail(signed), Mails.keys(""));
        assertEquals(
                "no-key same",
                Mails.word(found.verdict()) + " " + found.body().agreement().word());
        var changed = Mails.only(Mails.mail(signed + "x"), Mails.keys(""));
        assertEquals(
                "body-hash other",
                Mails.word(changed.verdict()) + " " + changed.body().agreement().word());
    }

    @Test
    void eachOfSeveralSignaturesHasItsOwnVerdict() {
        var twice = MailSigner.signed(MailSigner.signed(Mails.PLAIN, MailSigner.How.usual()), MailSigner.How.usual());
        var broken = twice.replaceFirst("bh=", "bh=AAAA");
        var found = Mails.proof(Mails.mail(broken), Mails.key("rsa-sha256")).signatures();
        assertEquals(
                List.of("body-hash", "pass"),
                found.stream().map(one -> Mails.word(one.verdict())).toList());
    }

    @Test
    void whatCannotBeCheckedSaysWhy() {
        var signed = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        assertEquals("unknown-algorithm", why(signed.replaceFirst("a=rsa-sha256", "a=rsa-sha512")));
        assertEquals("unknown-version", why(signed.replaceFirst("v=1", "v=2")));
        assertEquals("unknown-canonicalisation", why(signed.replaceFirst("c=relaxed", "c=nowsp")));
        assertEquals("unknown-query", why(signed.replaceFirst("q=dns/txt", "q=http")));
        assertEquals("signature-broken", why(signed.replaceFirst("d=mail", "d=mail; d=mail")));
        assertEquals("signature-broken", why(signed.replaceFirst("bh=", "bh=!")));
        assertEquals("signature-broken", why(signed.replaceFirst("d=mail.example", "")));
        assertEquals("signature-broken", why(signed.replaceFirst("q=dns/txt", "t=9; x=8")));
        assertEquals("signature-broken", why(signed.replaceFirst("q=dns/txt", "l=-1")));
    }

    private static String why(String mail) {
        return Mails.word(assertInstanceOf(
                Verdict.NotChecked.class,
                Mails.only(Mails.mail(mail), Mails.key("rsa-sha256")).verdict()));
    }
}
