package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Said;

/// Keys of domains as they are found in the name service and in files of a person.
final class KeysTest {
    private static final String MAIL = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
    private static final String KEY = MailSigner.key("rsa-sha256");

    private static String found(String record) {
        return Mails.word(Mails.only(Mails.mail(MAIL), Mails.keyText(record)).verdict());
    }

    private static Set<Weakness> weaknesses(String record) {
        var verdict = Mails.only(Mails.mail(MAIL), Mails.keyText(record)).verdict();
        return assertInstanceOf(Verdict.Passed.class, verdict).weaknesses();
    }

    @Test
    void keysAreReadInEachFormThatTheRfcsHave() {
        for (var record : List.of(
                "p=" + KEY,
                "v=DKIM1; p=" + KEY + ";",
                "v=DKIM1; k=rsa; h=sha1:sha256; s=*; n=a note; t=s; p=" + KEY,
                "p=" + MailSigner.bareKey(),
                "k=rsa; s=email; p= " + KEY.substring(0, 50) + "  " + KEY.substring(50))) {
            assertEquals("pass", found(record), record);
        }
    }

    @Test
    void aKeyThatCannotBeUsedSaysWhy() {
        assertEquals("key-revoked", found("v=DKIM1; p="));
        assertEquals("key-broken", found("v=DKIM1; k=rsa"));
        assertEquals("key-broken", found("v=DKIM2; p=" + KEY));
        assertEquals("key-broken", found("p=" + KEY + "; p=" + KEY));
        assertEquals("key-broken", found("p=" + KEY.substring(0, 80)));
        assertEquals("key-broken", found("p=***"));
        assertEquals("key-broken", found("p=MAA="));
        assertEquals("key-of-other-kind", found(MailSigner.record("ed25519-sha256")));
        assertEquals("key-of-other-kind", found("k=kyber; p=" + KEY));
        assertEquals("key-broken", found("k=ed25519; p=" + KEY));
        assertEquals("key-broken", found("k=ed25519; p=Ag" + "A".repeat(41) + "=")); // y = 2 is no point of the curve
        assertEquals("key-for-other-use", found("h=sha1; p=" + KEY));
        assertEquals("key-for-other-use", found("s=tlsrpt; p=" + KEY));
    }

    /// 3 · 2^k as a modulus is no key that anybody has; how long it is, is all that counts here.
    @Test
    void keysThatAreTooShortOrTooLongAreNotTried() {
        assertEquals("key-too-short", found("p=" + ofBytes(63)));
        assertEquals("signature", found("p=" + ofBytes(64)));
        assertEquals("key-too-long", found("p=" + ofBytes(1025)));
    }

    private static String ofBytes(int length) {
        var modulus = "00" + "c0" + "00".repeat(length - 2) + "01";
        var numbers = integer(modulus) + "0203010001";
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex("3082" + hex(numbers) + numbers));
    }

    private static String integer(String bytes) {
        return "0282" + hex(bytes) + bytes;
    }

    private static String hex(String bytes) {
        return java.util.HexFormat.of().toHexDigits((short) (bytes.length() / 2));
    }

    @Test
    void aKeyThatTheDomainOnlyTriesIsRightAndWeak() {
        assertEquals(Set.of(Weakness.TESTING), weaknesses("t=y:s; p=" + KEY));
        assertEquals(Set.of(), weaknesses("t=x; p=" + KEY));
    }

    @Test
    void aKeyForItsOwnNameSpeaksForNoNameBelow() {
        var mail = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual().with("i=@sub.mail.example; "));
        assertEquals(
                "other-domain",
                Mails.word(Mails.only(Mails.mail(mail), Mails.keyText("t=s; p=" + KEY))
                        .verdict()));
        assertEquals(
                "pass",
                Mails.word(
                        Mails.only(Mails.mail(mail), Mails.keyText("p=" + KEY)).verdict()));
    }

    @Test
    void ofSeveralKeysOfOneNameTheRightOneCounts() {
        var name = "k1._domainkey.mail.example ";
        var keys = Mails.keys(name + "p=\n" + name + "p=" + ofBytes(128) + "\n" + name + "p=" + KEY + "\n");
        assertEquals("pass", Mails.word(Mails.only(Mails.mail(MAIL), keys).verdict()));
        var wrong = Mails.keys(name + "p=\n" + name + "p=" + ofBytes(128) + "\n");
        assertEquals("signature", Mails.word(Mails.only(Mails.mail(MAIL), wrong).verdict()));
    }

    @Test
    void theSameKeyFromSeveralFilesIsTriedOnce() {
        var name = "k1._domainkey.mail.example ";
        var keys = Mails.keys((name + "p=" + ofBytes(128) + "\n").repeat(20) + name + "p=" + KEY + "\n");
        assertEquals("pass", Mails.word(Mails.only(Mails.mail(MAIL), keys).verdict()));
    }

    @Test
    void whereNotEveryKeyWasTriedTheSignatureIsNotWrong() {
        var name = "k1._domainkey.mail.example ";
        var lines = new StringBuilder();
        for (int i = 0; i < GivenKeys.MOST_OF_A_NAME; i++) {
            lines.append(name)
                    .append("n=")
                    .append(i)
                    .append("; p=")
                    .append(ofBytes(128))
                    .append('\n');
        }
        var all = Mails.keys(lines.toString());
        assertEquals("signature", Mails.word(Mails.only(Mails.mail(MAIL), all).verdict()));
        var more = Mails.keys(lines + name + "p=" + KEY + "\n");
        var found = Mails.only(Mails.mail(MAIL), more);
        assertEquals("too-many-keys", Mails.word(found.verdict()));
        assertEquals(1, assertInstanceOf(Keys.Found.class, found.key()).leftOut());
        var changed = Mails.mail(MAIL.replace("see you.", "See you."));
        assertEquals("body-hash", Mails.word(Mails.only(changed, more).verdict()));
        var revoked = Mails.keys(lines.toString().replaceAll("p=.*", "p=") + name + "p=" + KEY + "\n");
        assertEquals(
                "too-many-keys",
                Mails.word(Mails.only(Mails.mail(MAIL), revoked).verdict()));
        var first = Mails.keys(name + "p=" + KEY + "\n" + lines);
        assertEquals("pass", Mails.word(Mails.only(Mails.mail(MAIL), first).verdict()));
    }

    @Test
    void linesAreReadAsPeopleHaveThem() {
        for (var line : List.of(
                "K1._domainkey.Mail.Example. 300 IN TXT \"v=DKIM1\\; \" \"p=" + KEY + "\"",
                "# a note\n\nk1._domainkey.mail.example\tTXT\tp=" + KEY + "\r\n",
                "; <<>> DiG\nk1._domainkey.mail.example p=" + KEY)) {
            assertEquals(
                    "pass",
                    Mails.word(Mails.only(Mails.mail(MAIL), Mails.keys(line)).verdict()),
                    line);
        }
    }

    @Test
    void aLineThatIsNoKeyIsTold() throws java.io.IOException {
        var bytes = Bytes.of(MailSigner.bytes("k1._domainkey.mail.example p=" + KEY + "\nhello\nmail.example p=x\n"));
        var given = GivenKeys.of(List.of(new GivenKeys.Source("keys.txt", bytes, Mails.HAD)));
        assertEquals(
                List.of(new GivenKeys.Strange("keys.txt", 2), new GivenKeys.Strange("keys.txt", 3)), given.strange());
    }

    @Test
    void whoeverIsAskedMayKnowNothing() {
        assertEquals("key-gone", Mails.word(asked(new Keys.Gone("198.51.100.1"))));
        assertEquals("key-not-had", Mails.word(asked(new Keys.NotHad(Said.of("no answer in time")))));
    }

    private static Verdict asked(Keys.Answer answer) {
        return Mails.only(Mails.mail(MAIL), _ -> answer).verdict();
    }
}
