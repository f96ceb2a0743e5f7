package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Mails that are made to break or to exhaust whoever reads them. Whatever stands in a mail or in a key, the
/// answer is a verdict and no exception.
final class HostileMailTest {
    private static final String SIGNED = MailSigner.arc(
            MailSigner.signed(
                    "Authentication-Results: a.example; dkim=pass (x) header.d=b\r\n" + Mails.PLAIN,
                    MailSigner.How.usual()),
            1,
            "none",
            MailSigner.How.usual());

    /// What a fuzzer calls.
    private static String found(byte[] mail, String keys) {
        var proof = Mails.proof(Mails.mail(mail), Mails.keys(keys));
        return proof.signatures().stream().map(one -> Mails.word(one.verdict())).collect(Collectors.joining(" "))
                + Mails.word(proof.arc())
                + proof.said().size();
    }

    private static String keys() {
        return "k1._domainkey.mail.example " + MailSigner.record("rsa-sha256");
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        var mutated = Arrays.copyOf(bytes, bytes.length);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(5)) {
                case 0 -> mutated[at] = (byte) random.nextInt();
                case 1 -> mutated[at] = (byte) ";=:\r\n \t\"(\\)@,".charAt(random.nextInt(13));
                case 2 -> mutated = Arrays.copyOf(mutated, at + 1);
                case 3 -> System.arraycopy(bytes, 0, mutated, at, Math.min(bytes.length, mutated.length - at));
                default ->
                    mutated = joined(mutated, at, Arrays.copyOfRange(mutated, at, Math.min(mutated.length, at + 50)));
            }
        }
        return mutated;
    }

    private static byte[] joined(byte[] bytes, int at, byte[] more) {
        var joined = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, joined, at, more.length);
        System.arraycopy(bytes, at, joined, at + more.length, bytes.length - at);
        return joined;
    }

    private static void mutate(int times) {
        var random = new Random(8617);
        var mail = MailSigner.bytes(SIGNED);
        var key = MailSigner.bytes(keys());
        for (int i = 0; i < times; i++) {
            found(mutated(mail, random), keys());
            found(mail, new String(mutated(key, random), StandardCharsets.ISO_8859_1));
            SaidByServer.of(new String(
                    mutated(MailSigner.bytes("a; b=c (d) e.f=\"g\\\"\""), random), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aFewThousandChangesNeverEndInAnException() {
        assertEquals("passpass1", found(MailSigner.bytes(SIGNED), keys()));
        mutate(1_000);
    }

    @Test
    @Tag("slow")
    void manyChangesNeverEndInAnException() {
        mutate(40_000);
    }

    @Test
    void whatIsNoMailIsReadAllTheSame() {
        for (var text : List.of(
                "",
                "\n",
                "\r",
                "\r\n",
                ":",
                ":\n",
                " \n",
                "\0",
                "a",
                "a:",
                "a:\n\n",
                "\n\n\n",
                "DKIM-Signature:",
                "DKIM-Signature: ;",
                "DKIM-Signature: v=1\n continued")) {
            found(MailSigner.bytes(text), "");
        }
        found(new byte[100_000], "");
    }

    @Test
    void onlySoManySignaturesAreChecked() {
        var signature = MailSigner.signed(Mails.PLAIN, MailSigner.How.usual());
        var one = signature.substring(0, signature.length() - Mails.PLAIN.length());
        var proof = Mails.proof(
                Mails.mail(one.repeat(MailProof.MOST_SIGNATURES + 1) + Mails.PLAIN), Mails.key("rsa-sha256"));
        assertEquals(
                "pass",
                Mails.word(proof.signatures().get(MailProof.MOST_SIGNATURES - 1).verdict()));
        assertEquals(
                "too-many-signatures", Mails.word(proof.signatures().getLast().verdict()));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void aHeaderOfNothingButSignaturesIsLookedThroughOnce() {
        var key = Mails.key("rsa-sha256");
        for (var field : List.of("DKIM-Signature:\n", "ARC-Seal:\n", "From:\n", "Authentication-Results:\n")) {
            var mail = Mails.mail(field.repeat(Head.MOST_FIELDS - 100) + "DKIM-Signature:\n".repeat(100) + "\n");
            assertEquals(
                    "signature-broken",
                    Mails.word(Mails.proof(mail, key).signatures().getFirst().verdict()));
        }
    }

    @Test
    void deepCommentsManyTagsAndMuchWhiteSpaceAreReadOnce() {
        assertEquals(List.of(), SaidByServer.of("a; " + "(".repeat(1 << 20)).results());
        assertEquals(false, SaidByServer.of("a; " + "b=c;".repeat(1 << 16)).isWhole());
        assertEquals(true, Tags.of("a=b;".repeat(1 << 20)).isBroken());
        var white = MailSigner.signed(
                "Subject: " + " \t".repeat(500_000) + "x\r\n" + Mails.PLAIN,
                MailSigner.How.usual().covering("from:subject:subject"));
        assertEquals(
                "pass",
                Mails.word(
                        Mails.only(Mails.mail(white), Mails.key("rsa-sha256")).verdict()));
    }

    @Test
    void aSignatureMayBeSoLongAndNoLonger() {
        assertEquals("pass", naming(SignatureField.LONGEST / 2 - 300));
        assertEquals("signature-too-long", naming(SignatureField.LONGEST / 2));
    }

    private static String naming(int fields) {
        var how = MailSigner.How.usual().covering("from:" + "x:".repeat(fields) + "to");
        var mail = Mails.mail(MailSigner.signed(Mails.PLAIN, how));
        return Mails.word(Mails.only(mail, Mails.key("rsa-sha256")).verdict());
    }

    /// A body of 300 MB in a heap of which it would fill a third if it were kept.
    @Test
    @Tag("slow")
    void aLargeBodyIsStreamed() throws IOException {
        var header = MailSigner.bytes(MailSigner.signed(Mails.PLAIN, MailSigner.How.usual()));
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        var mail = RawMail.of(() -> new Endless(header, 300L << 20));
        assertEquals(
                "body-hash",
                Mails.word(Mails.only(mail, Mails.key("rsa-sha256")).verdict()));
        long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertTrue(after - before < 100L << 20, "bytes more: " + (after - before));
    }

    /// A header, and then lines for as long as they are read.
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final long size;
        private long at;

        Endless(byte[] head, long size) {
            this.head = head;
            this.size = size;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            long now = at++;
            return now < head.length ? head[(int) now] : now % 77 == 76 ? '\n' : 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int many = (int) Math.min(length, size - at);
            for (int i = 0; i < many; i++) {
                into[from + i] = (byte) read();
            }
            return many == 0 && length > 0 ? -1 : many;
        }
    }
}
