package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Hash;
import org.taniq.read.record.Activity;

/// Time-stamps that anybody can make: each says what it is worth.
final class StampForgeryTest {
    private static final byte[] LETTER = "what Rauf wrote".getBytes(US_ASCII);

    private final StampMaker maker = new StampMaker();

    private Activity read() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("letter.txt", LETTER);
        members.put("letter.txt.tst", maker.token(LETTER));
        return Proofs.together(members).records.getFirst();
    }

    private void assertSays(String verdict, String strength, String why) throws IOException {
        var record = read();
        assertEquals(
                List.of(verdict, strength, why),
                List.of(
                        Proofs.detail(record, "verdict"),
                        Proofs.detail(record, "strength"),
                        Proofs.detail(record, "why")));
    }

    @Test
    void anybodyCanMakeOne() throws IOException {
        assertSays("valid", "anonymousKey", "chainIncomplete");
        maker.foreign.add(maker.rootCertificate());
        assertSays("valid", "anonymousKey", "certificateNotVouchedFor");
        assertEquals("CN=Root of Nobody", Proofs.member(read(), "root", "subject"));
    }

    @Test
    void oneThatSignsItselfIsSaidToDoSo() throws IOException {
        maker.isSelfSigned = true;
        assertSays("valid", "anonymousKey", "selfSigned");
    }

    @Test
    void withoutACertificateItCannotBeChecked() throws IOException {
        maker.bringsCertificate = false;
        assertSays("not-checked", "none", "noCertificate");
    }

    @Test
    void itIsJudgedAtTheTimeThatItStates() throws IOException {
        maker.until = Instant.parse("2025-06-08T00:00:00Z");
        assertSays("valid", "anonymousKey", "chainIncomplete");
        maker.time = Instant.parse("2025-06-09T00:00:00Z");
        assertSays("not-valid", "none", "outsideItsTime");
    }

    /// Another certificate of the same key, name and number, which the signer did not sign for.
    @Test
    void aCertificateThatWasPutInItsPlaceIsNoticed() throws IOException {
        maker.bringsCertificate = false;
        var members = new LinkedHashMap<String, byte[]>();
        members.put("1.tst", maker.token(LETTER));
        members.put("right.cer", encoded(maker.used.getFirst()));
        assertEquals("valid", Proofs.detail(Proofs.together(members).records.getFirst(), "verdict"));
        maker.until = Instant.parse("2031-01-01T00:00:00Z");
        members.put("right.cer", encoded(maker.certificate()));
        assertEquals(
                "otherCertificate",
                Proofs.detail(Proofs.together(members).records.getFirst(), "why"));
    }

    private static byte[] encoded(java.security.cert.X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException unwritten) {
            throw new IllegalStateException(unwritten);
        }
    }

    @Test
    void certificatesOfOthersInItAreCountedAndNotUsed() throws IOException {
        var other = new StampMaker();
        other.isSelfSigned = true;
        maker.foreign.add(other.rootCertificate());
        maker.foreign.add(other.certificate());
        assertSays("valid", "anonymousKey", "chainIncomplete");
        assertEquals("1", Proofs.detail(read(), "foreignCertificates"));
    }

    @Test
    void aNegativeNumberAndOtherDigestsAreNoDamage() throws IOException {
        maker.serial = BigInteger.TWO.negate();
        for (var kind : List.of(Hash.SHA_384, Hash.SHA_512)) {
            maker.kind = kind;
            var record = read();
            assertEquals("-2", Proofs.detail(record, "serialNumber"));
            assertEquals(kind.word(), Proofs.member(record, "imprint", "algorithm"));
            assertEquals("valid", Proofs.detail(record, "verdict"));
            assertEquals("matches", Proofs.member(record, "stampedFile", "result"));
        }
    }

    @Test
    void oneOfAWeakDigestIsWorthNothing() throws IOException {
        maker.kind = Hash.SHA_1;
        assertSays("valid", "none", "chainIncomplete");
        assertEquals("[\"sha1\"]", Proofs.detail(read(), "weaknesses"));
    }
}
