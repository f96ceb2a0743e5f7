package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
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

    @Test
    void certificatesOfOthersInItAreCountedAndNotUsed() throws IOException {
        var other = new StampMaker();
        other.isSelfSigned = true;
        maker.foreign.add(other.rootCertificate());
        maker.foreign.add(other.certificate());
        assertSays("valid", "anonymousKey", "chainIncomplete");
        assertEquals("2", Proofs.detail(read(), "foreignCertificates"));
    }

    /// Others that merely bear its name must not keep the right one from being found.
    @Test
    void certificatesThatBearTheNameOfTheRootDoNotCount() throws IOException {
        for (int i = 0; i < 20; i++) {
            maker.foreign.add(new StampMaker().rootCertificate());
        }
        maker.foreign.add(maker.rootCertificate());
        assertSays("valid", "anonymousKey", "certificateNotVouchedFor");
        assertEquals("20", Proofs.detail(read(), "foreignCertificates"));
    }

    /// A certificate on the way that is signed with SHA-1 can have been made by anybody.
    @Test
    void aWayThatCanBeForgedIsWeak() throws IOException, CMSException {
        var token = new CMSSignedData(maker.token(LETTER));
        var signer = token.getSignerInfos().getSigners().iterator().next();
        var good = new StampWay.Found(maker.rootCertificate(), List.of(maker.used.getFirst()));
        assertEquals(List.of(), StampWeakness.of(maker.used.getFirst(), signer, Optional.empty(), Optional.of(good)));
        maker.certificatesSignedWith = "SHA1withECDSA";
        var forged = new StampWay.Found(good.root(), List.of(maker.certificate()));
        assertEquals(
                List.of("sha1"),
                StampWeakness.of(maker.used.getFirst(), signer, Optional.empty(), Optional.of(forged)));
    }

    /// Values within one another, where certificates must stand.
    @Test
    void certificatesThatAreABombEnd() throws IOException {
        var stated = StampShape.stated(maker.token(LETTER)).orElseThrow().content();
        var bomb = new byte[0];
        for (int i = 0; i < 4000; i++) {
            bomb = der(0x30, bomb);
        }
        var token = tokenWith(stated, bomb);
        var kept = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Proofs.alone("x.tst", token));
        assertEquals(token.length, Proofs.accounted(kept));
        assertEquals("not-valid", Proofs.detail(kept.records.getFirst(), "verdict"));
        assertEquals("2", Proofs.detail(kept.records.getFirst(), "serialNumber"));
    }

    /// In BER, where nothing says how deep it goes.
    @Test
    void certificatesThatGoDeeperThanMemoryEnd() throws IOException {
        var token = maker.token(LETTER);
        var stated = StampShape.stated(token).orElseThrow().content();
        var bomb = hex("3080".repeat(60_000) + "0000".repeat(60_000));
        var bytes = tokenWith(stated, bomb);
        var kept = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Proofs.alone("x.tst", bytes));
        assertEquals(bytes.length, Proofs.accounted(kept));
        assertEquals("2", Proofs.detail(kept.records.getFirst(), "serialNumber"));
    }

    private static byte[] tokenWith(byte[] stated, byte[] certificates) {
        var signed = der(
                0x30,
                hex("020103"),
                hex("3100"),
                der(0x30, hex("060b2a864886f70d0109100104"), der(0xa0, der(0x04, stated))),
                der(0xa0, certificates),
                hex("3100"));
        return der(0x30, hex("06092a864886f70d010702"), der(0xa0, signed));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        return ByteBuffer.allocate(6 + content.size())
                .put((byte) tag)
                .put((byte) 0x84)
                .putInt(content.size())
                .put(content.toByteArray())
                .array();
    }

    /// What lies beside it can be anything.
    @Test
    void certificatesBesideThatAreNoneChangeNothing() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("1.tst", maker.token(LETTER));
        members.put("a.pem", "-----BEGIN CERTIFICATE-----\n****\n-----END CERTIFICATE-----\n".getBytes(US_ASCII));
        members.put("b.cer", hex("30840000000530800000"));
        members.put("c.crt", new byte[300_000]);
        assertEquals("valid", Proofs.detail(Proofs.together(members).records.getFirst(), "verdict"));
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
