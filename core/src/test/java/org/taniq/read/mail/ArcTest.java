package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Chains of ARC that a signer of the tests makes.
final class ArcTest {
    private static final MailSigner.How HOW = MailSigner.How.usual();

    private static String chain(int length) {
        var mail = MailSigner.signed(Mails.PLAIN, HOW);
        for (int i = 1; i <= length; i++) {
            mail = MailSigner.arc(mail, i, i == 1 ? "none" : "pass", HOW);
        }
        return mail;
    }

    private static ArcChain found(String mail) {
        return Mails.proof(Mails.mail(mail), Mails.key("rsa-sha256")).arc();
    }

    private static String word(String mail) {
        return Mails.word(found(mail));
    }

    @Test
    void aMailThatNobodyPassedOnHasNoChain() {
        assertEquals("none", word(Mails.PLAIN));
    }

    @Test
    void chainsOfAnyAllowedLengthPass() {
        var longest = chain(ArcSets.MOST_SETS);
        for (var mail : List.of(chain(1), chain(2), longest)) {
            var passed = assertInstanceOf(ArcChain.Passed.class, found(mail));
            assertEquals(
                    mail.split("\nARC-Message", -1).length - 1, passed.sets().size());
            assertEquals(1, passed.unchangedSince());
        }
        assertEquals("too-many 0", word(MailSigner.arc(longest, ArcSets.MOST_SETS + 1, "pass", HOW)));
    }

    @Test
    void aChainWithEd25519PassesAsItIsStoredWithLf() {
        var how = new MailSigner.How("ed25519-sha256", "relaxed", "simple", HOW.covers(), "");
        var mail = MailSigner.arc(MailSigner.arc(Mails.PLAIN, 1, "none", how), 2, "pass", how);
        var proof = Mails.proof(Mails.mail(mail.replace("\r\n", "\n")), Mails.key("ed25519-sha256"));
        assertEquals("pass", Mails.word(proof.arc()));
    }

    @Test
    void eachOneTellsWhatItFound() {
        var sets = assertInstanceOf(ArcChain.Passed.class, found(chain(2))).sets();
        assertEquals(
                List.of("relay1.example", "relay2.example"),
                sets.stream().map(set -> set.said().server()).toList());
        assertEquals("dkim", sets.getFirst().said().results().getFirst().method());
        assertEquals("pass", sets.getFirst().said().results().getFirst().result());
    }

    @Test
    void whoChangedTheMailOnItsWayIsSeen() {
        var list = MailSigner.arc(MailSigner.signed(Mails.PLAIN, HOW), 1, "none", HOW) + "-- \r\nthe list\r\n";
        var proof = Mails.proof(Mails.mail(MailSigner.arc(list, 2, "pass", HOW)), Mails.key("rsa-sha256"));
        assertEquals(2, assertInstanceOf(ArcChain.Passed.class, proof.arc()).unchangedSince());
        assertEquals("body-hash", Mails.word(proof.signatures().getFirst().verdict()));
        assertEquals("message 1", word(list));
    }

    @Test
    void aChangedByteInAnyFieldOfTheChainIsFound() {
        var mail = chain(2);
        assertEquals("seal 2", word(mail.replace("relay2.example", "relay3.example")));
        assertEquals("seal 2", word(mail.replace("relay1.example", "relay3.example")));
        assertEquals("message 2", word(mail.replace("see you.", "See you.")));
        assertEquals("message 2", word(mail.replace("Subject: a", "Subject: b")));
        assertEquals(
                "message 2", word(mail.replace("ARC-Message-Signature: i=2; ", "ARC-Message-Signature: i=2; t=5; ")));
        assertEquals("seal 2", word(mail.replace("ARC-Message-Signature: i=1; ", "ARC-Message-Signature: i=1; t=5; ")));
        assertEquals("seal 2", word(mail.replace("ARC-Seal: i=1; ", "ARC-Seal: i=1; t=5; ")));
    }

    @Test
    void aChainWithoutOneOfItsFieldsIsNone() {
        var mail = chain(2);
        assertEquals("incomplete 0", word(mail.replaceFirst("ARC-Authentication-Results: i=1[^\n]*\n", "")));
        assertEquals("incomplete 0", word(mail.replace("ARC-Seal: i=1;", "X-Seal: i=1;")));
        assertEquals("incomplete 0", word(mail.replace("ARC-Seal: i=1;", "ARC-Seal: i=2;")));
        assertEquals("incomplete 0", word(mail.replace("ARC-Seal: i=1;", "ARC-Seal: i=x;")));
        assertEquals("incomplete 0", word(mail.replaceFirst("ARC-", "ARC-Seal: i=2; cv=pass\r\nARC-")));
        assertEquals(
                "incomplete 0", word(MailSigner.arc(Mails.PLAIN, 1, "none", HOW).replace("i=1;", "i=2;")));
    }

    @Test
    void whatTheySayOfThoseBeforeMustFit() {
        var signed = MailSigner.signed(Mails.PLAIN, HOW);
        assertEquals("chain 1", word(MailSigner.arc(signed, 1, "pass", HOW)));
        assertEquals("chain 2", word(MailSigner.arc(MailSigner.arc(signed, 1, "none", HOW), 2, "none", HOW)));
        assertEquals("said-broken 2", word(MailSigner.arc(MailSigner.arc(signed, 1, "none", HOW), 2, "fail", HOW)));
        assertEquals("form 1", word(chain(1).replace("cv=none;", "cv=none; h=from;")));
        assertEquals("form 1", word(MailSigner.arc(signed, 1, "none", HOW.covering("from:arc-seal"))));
    }

    @Test
    void aChainWhoseLastSignatureDoesNotCoverTheSenderIsNotRight() {
        var without = MailSigner.arc(Mails.PLAIN, 1, "none", HOW.covering("to:subject"));
        assertEquals("message 1", word(without));
        var sets = assertInstanceOf(ArcChain.Failed.class, found(without)).sets();
        assertEquals("from-not-signed", Mails.word(sets.getFirst().message().verdict()));
        assertEquals("pass", word(MailSigner.arc(without, 2, "pass", HOW)));
    }

    private static Set<Weakness> weaknesses(String mail) {
        return assertInstanceOf(ArcChain.Passed.class, found(mail)).weaknesses();
    }

    @Test
    void aChainTellsWhatIsWeakInItsLastSignatureAndItsSeals() {
        assertEquals(Set.of(), weaknesses(chain(2)));
        var nothing = MailSigner.arc(Mails.PLAIN, 1, "none", HOW.with("l=0; "));
        assertEquals(Set.of(Weakness.BODY_GOES_ON), weaknesses(nothing));
        assertEquals(
                Set.of(Weakness.FIELDS_NOT_SIGNED),
                weaknesses(MailSigner.arc(Mails.PLAIN, 1, "none", HOW.covering("from"))));
        assertEquals(Set.of(Weakness.ENDED), weaknesses(MailSigner.arc(Mails.PLAIN, 1, "none", HOW.with("x=5; "))));
        assertEquals(Set.of(), weaknesses(MailSigner.arc(nothing, 2, "pass", HOW)), "of those before only the seal");
        var tried = Mails.keyText("t=y; " + MailSigner.record("rsa-sha256").replace("v=DKIM1; ", ""));
        var arc = Mails.proof(Mails.mail(chain(1)), tried).arc();
        assertEquals(
                Set.of(Weakness.TESTING),
                assertInstanceOf(ArcChain.Passed.class, arc).weaknesses());
    }

    @Test
    void whoSignedNothingOfTheBodyDoesNotSayThatItIsUnchanged() {
        var nothing = MailSigner.arc(Mails.PLAIN, 1, "none", HOW.with("l=0; "));
        var passed = assertInstanceOf(ArcChain.Passed.class, found(MailSigner.arc(nothing, 2, "pass", HOW)));
        assertEquals(2, passed.unchangedSince());
    }

    @Test
    void withoutAKeyAChainIsNeitherRightNorWrong() {
        var proof = Mails.proof(Mails.mail(chain(2)), Mails.keys(""));
        assertEquals("no-key 2", Mails.word(proof.arc()));
    }
}
