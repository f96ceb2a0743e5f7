package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One changed byte in what is signed makes a signature wrong, and one beside it does not.
final class OneByteTest {
    private static final MailSigner.How HOW =
            new MailSigner.How("rsa-sha256", "relaxed", "relaxed", "from:to:subject:date:message-id:received", "");

    private static String found(byte[] mail) {
        var proof = Mails.proof(Mails.mail(mail), Mails.key(HOW.algorithm()));
        return proof.signatures().isEmpty()
                ? "none"
                : Mails.word(proof.signatures().getFirst().verdict());
    }

    /// The places of a mail at which another byte leaves the signature right.
    private static TreeSet<Integer> withoutEffect(String mail, int change) {
        var bytes = MailSigner.bytes(mail);
        var without = new TreeSet<Integer>();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) change;
            if (found(bytes).equals("pass")) {
                without.add(i);
            }
            bytes[i] ^= (byte) change;
        }
        return without;
    }

    @Test
    void everyByteOfWhatIsSignedCounts() {
        var mail = MailSigner.signed(Mails.PLAIN, HOW);
        int from = mail.indexOf("X-Other:");
        var field = IntStream.range(from, mail.indexOf('\n', from)).boxed().toList();
        var without = withoutEffect(mail, 1);
        // the last digit of base64 has two bits that say nothing
        without.remove(mail.indexOf("=\r\nReceived") - 1);
        assertEquals(field, List.copyOf(without), mail);
    }

    @Test
    void everyByteOfABodyBehindItsSignedLengthIsFree() {
        var how = new MailSigner.How("rsa-sha256", "relaxed", "simple", HOW.covers(), "l=10; ");
        var mail = MailSigner.signed(Mails.PLAIN, how);
        int body = mail.indexOf("\r\n\r\n") + 4;
        var without = withoutEffect(mail, 0x40);
        assertEquals(true, without.headSet(body + 10).tailSet(body).isEmpty());
        assertEquals(mail.length() - body - 10, without.tailSet(body + 10).size());
    }

    @Test
    void theTextOfAnAttachmentCounts() {
        var mail = MailSigner.bytes(MailSigner.signed(Mails.PLAIN, HOW) + "x".repeat(200_000));
        assertEquals("body-hash", found(mail));
    }
}
