package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Activity;

/// Time-stamps as other programs write them, or as none should: not those of the library that reads them here.
final class StampByHandTest {
    private static final String TIME = "20250607080910Z";

    private final HandmadeStamp stamp = new HandmadeStamp();

    private static Activity only(byte[] token) throws IOException {
        var kept = Proofs.alone("1.tst", token);
        assertEquals(1, kept.records.size());
        assertEquals(token.length, Proofs.accounted(kept));
        return kept.records.getFirst();
    }

    private static void assertSays(String verdict, String why, Activity record) {
        assertEquals(List.of(verdict, why), List.of(Proofs.detail(record, "verdict"), Proofs.detail(record, "why")));
    }

    private static byte[] info(ASN1Encodable... more) throws IOException {
        return HandmadeStamp.info(1, TIME, more);
    }

    @Test
    void oneAsOthersWriteItHolds() throws IOException {
        assertSays("valid", "selfSigned", only(stamp.token(info())));
    }

    @Test
    void aCurveThatThisJavaDoesNotComputeWithIsNotWrong() throws IOException {
        var other = HandmadeStamp.onCurve("brainpoolP256r1");
        assertEquals("not-checked", Proofs.detail(only(other.token(info())), "verdict"));
    }

    @Test
    void aDigestThatThisJavaDoesNotComputeIsNotWrong() throws IOException {
        stamp.way = "RIPEMD160withRSA";
        assertSays("not-checked", "unknown-algorithm", only(stamp.token(info())));
    }

    /// Then it is not known who signed, whoever's certificate lies in it.
    @Test
    void oneThatIsSignedForNoCertificateIsWrong() throws IOException {
        stamp.namesItsCertificate = false;
        assertSays("not-valid", "otherCertificate", only(stamp.token(info())));
    }

    @Test
    void oneOfAnotherVersionIsNotWrong() throws IOException {
        assertSays("not-checked", "unknownVersion", only(stamp.token(HandmadeStamp.info(2, TIME))));
    }

    @Test
    void aTimeInAnotherFormIsNotWrong() throws IOException {
        for (var time : List.of("20250607120910+0400", "202506070809Z")) {
            var record = only(stamp.token(HandmadeStamp.info(1, time)));
            assertSays("not-checked", "timeUnreadable", record);
            assertTrue(record.published() instanceof When.Unknown, time);
        }
    }

    /// The library refuses zeros.
    @Test
    void anAccuracyOfZeroIsRead() throws IOException {
        var seconds = new ASN1Integer(1);
        var zero = new DERTaggedObject(false, 0, new ASN1Integer(0));
        var micros = new DERTaggedObject(false, 1, new ASN1Integer(0));
        var record = only(stamp.token(info(new DERSequence(new ASN1Encodable[] {seconds, zero, micros}))));
        assertSays("valid", "selfSigned", record);
        assertEquals("1", Proofs.detail(record, "accuracySeconds"));
    }

    @Test
    void oneInPiecesIsReadWithWhatStandsBehindIt() throws IOException {
        var token = stamp.token(info());
        assertTrue(new String(token, java.nio.charset.StandardCharsets.ISO_8859_1).contains("$\u0080"), "in pieces");
        var out = new ByteArrayOutputStream();
        out.writeBytes(token);
        out.writeBytes("\n".getBytes(US_ASCII));
        var kept = Proofs.alone("1.tst", out.toByteArray());
        assertSays("valid", "selfSigned", kept.records.getFirst());
        assertEquals(token.length, kept.unread.getFirst().spot().from());
    }

    /// The status of an answer is not signed.
    @Test
    void anAnswerThatRefusesAndBringsOneIsRemarked() throws IOException {
        var answer = HandmadeStamp.refusedWith(stamp.token(info()));
        var record = only(answer);
        assertSays("valid", "selfSigned", record);
        assertEquals("rejection", Proofs.detail(record, "answered"));
        assertTrue(Proofs.warnings("1.tsr", answer).contains("brings a time-stamp all the same"));
    }
}
