package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.junit.jupiter.api.Test;
import org.taniq.base.Hash;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Unread;

/// Which certificate a time-stamp is judged by, and what is said where it cannot be judged.
final class StampCertificatesTest {
    private static final byte[] LETTER = "what Rauf wrote".getBytes(US_ASCII);
    private static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("1.2.3.4");

    private final StampMaker maker = new StampMaker();
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private Activity only() throws IOException {
        var kept = Proofs.together(members);
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    private void assertSays(String verdict, String why) throws IOException {
        var record = only();
        assertEquals(List.of(verdict, why), List.of(Proofs.detail(record, "verdict"), Proofs.detail(record, "why")));
    }

    private void assertTokenSays(String verdict, String why) throws IOException {
        members.put("1.tst", maker.token(LETTER));
        assertSays(verdict, why);
    }

    private static byte[] encoded(X509Certificate certificate) {
        return StampCertificates.bytes(certificate);
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    private void stampWithoutCertificate() throws IOException {
        maker.bringsCertificate = false;
        members.put("1.tst", maker.token(LETTER));
    }

    /// Another certificate of the same key, name and number is not what the signer signed for, and proves nothing
    /// against the time-stamp.
    @Test
    void whatBearsTheSameNameAndNumberChangesNothing() throws IOException {
        stampWithoutCertificate();
        members.put("a.cer", encoded(maker.certificate()));
        assertSays("not-checked", "noCertificate");
        members.put("right.cer", encoded(maker.used.getFirst()));
        assertSays("valid", "chainIncomplete");
    }

    @Test
    void anotherCertificateThatWasPutIntoItChangesNothing() throws IOException {
        maker.foreign.add(maker.certificate());
        maker.foreign.add(maker.certificate());
        assertTokenSays("valid", "chainIncomplete");
    }

    /// What stands in it beside the signature anybody can put there.
    @Test
    void oneThatIsSignedForAnotherCertificateThanTheOneInItIsNotWrong() throws IOException {
        maker.bringsCertificate = false;
        maker.foreign.add(maker.certificate());
        assertTokenSays("not-checked", "otherCertificate");
        assertEquals("", Proofs.detail(only(), "certificate"));
    }

    @Test
    void oneThatNamesItsCertificateByAnUnknownDigestIsNotWrong() throws IOException {
        maker.namedBy = NISTObjectIdentifiers.id_sha3_256;
        assertTokenSays("not-checked", "unknown-algorithm");
    }

    /// The signature is said to be made in a way that nobody knows.
    @Test
    void oneThatIsSignedInAnUnknownWayIsNotWrong() throws IOException {
        var token = new String(maker.token(LETTER), java.nio.charset.StandardCharsets.ISO_8859_1);
        var ecdsa = "*\u0086H\u00ce=\u0004\u0003";
        int at = token.lastIndexOf(ecdsa) + ecdsa.length();
        var other = token.substring(0, at) + '\u007f' + token.substring(at + 1);
        members.put("1.tst", other.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertSays("not-checked", "unknown-algorithm");
        assertEquals("none", Proofs.detail(only(), "strength"));
    }

    /// Whoever forges one can put any certificate into it.
    @Test
    void nobodyIsNamedAsWhoSignedWhereTheSignatureFails() throws IOException {
        var token = maker.token(LETTER);
        token[token.length - 1] ^= 1;
        members.put("1.tst", token);
        assertSays("not-valid", "signatureFails");
        assertEquals("", Proofs.detail(only(), "certificate"));
        assertTrue(only().published() instanceof When.Unknown);
    }

    @Test
    void manyFilesInOtherFoldersDoNotKeepTheCertificateFromBeingFound() throws IOException {
        stampWithoutCertificate();
        for (int i = 0; i < 2001; i++) {
            members.put("album/" + i + ".txt", new byte[0]);
        }
        members.put("ca.pem", pem(encoded(maker.used.getFirst())).getBytes(US_ASCII));
        var record = Proofs.together(members).records.stream()
                .filter(each -> !Proofs.detail(each, "verdict").isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("valid", Proofs.detail(record, "verdict"));
    }

    @Test
    void oneThatIsDamagedTakesNoneOfTheOthersAway() throws IOException {
        stampWithoutCertificate();
        var both = pem(new byte[] {0x30, 5, 1, 2}) + pem(encoded(maker.used.getFirst()));
        members.put("ca.pem", both.getBytes(US_ASCII));
        assertSays("valid", "chainIncomplete");
    }

    @Test
    void whereNotAllFilesAreLookedAtThisIsSaid() throws IOException {
        stampWithoutCertificate();
        for (int i = 0; i < 11; i++) {
            members.put(i + ".pem", new byte[0]);
        }
        assertSays("not-checked", "tooMuch");
    }

    @Test
    void oneWithMoreCertificatesThanAreLookedAtIsNotWrong() throws IOException {
        for (int i = 0; i < 51; i++) {
            maker.foreign.add(maker.certificate());
        }
        assertTokenSays("not-checked", "tooMuch");
    }

    @Test
    void oneThatIsLargerThanIsReadIsNotWrong() throws IOException {
        maker.foreign.add(maker.between(ANY, new DEROctetString(new byte[300_000])));
        var token = maker.token(LETTER);
        var kept = Proofs.alone("1.tst", token);
        assertEquals("tooMuch", Proofs.detail(kept.records.getFirst(), "why"));
        assertEquals("not-checked", Proofs.detail(kept.records.getFirst(), "verdict"));
        assertEquals(Unread.Reason.TOO_LARGE, kept.unread.getFirst().why());
        assertEquals(token.length, Proofs.accounted(kept));
    }

    private static PolicyInformation policy(String id) {
        return new PolicyInformation(new ASN1ObjectIdentifier(id));
    }

    /// Java follows such policies in all ways that there are: with more of them memory ends.
    @Test
    void policiesInAllWaysAreNotFollowed() throws IOException {
        maker.foreign.add(maker.upperCertificate());
        maker.foreign.add(maker.between(
                Extension.certificatePolicies, new CertificatePolicies(new PolicyInformation[] {policy("1.2.3")})));
        assertTokenSays("valid", "certificateNotVouchedFor");
        maker.foreign.set(
                1, maker.between(Extension.certificatePolicies, new CertificatePolicies(new PolicyInformation[] {
                    policy("1.2.3"), policy("1.2.3")
                })));
        assertTokenSays("valid", "chainIncomplete");
        var one = CertPolicyId.getInstance(new ASN1ObjectIdentifier("1.2.3"));
        maker.foreign.set(1, maker.between(Extension.policyMappings, new PolicyMappings(one, one)));
        assertTokenSays("valid", "chainIncomplete");
    }

    @Test
    void whoMayVouchForOtherThingsAloneVouchesForNoTime() throws IOException {
        maker.foreign.add(maker.upperCertificate());
        maker.foreign.add(
                maker.between(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
        assertTokenSays("valid", "chainIncomplete");
        maker.foreign.set(
                1, maker.between(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
        assertTokenSays("valid", "certificateNotVouchedFor");
    }

    @Test
    void aKeyThatMayNotSignSignsNoTime() throws IOException {
        maker.keyUsage = KeyUsage.keyEncipherment;
        assertTokenSays("not-valid", "notForTime");
    }

    @Test
    void whatItAsksForAndIsNotKnownHereIsNotPassedOver() throws IOException {
        maker.hasUnknownDuty = true;
        assertTokenSays("not-checked", "criticalExtension");
    }

    /// A digest of another length than its kind has.
    @Test
    void whatIsOfAnUnknownDigestIsSaidNotToBeCompared() throws IOException {
        maker.kind = Hash.RIPEMD_160;
        assertTokenSays("not-checked", "digestNotKnown");
        assertEquals("notChecked", Proofs.member(only(), "stampedFile", "result"));
    }

    /// Java says nothing of why it does not take such a way.
    @Test
    void aWayThatJavaRefusesIsSaidToBeWeak() throws IOException {
        maker.root = StampMaker.ofRsa();
        maker.certificatesSignedWith = "MD5withRSA";
        maker.foreign.add(maker.rootCertificate());
        assertTokenSays("valid", "chainIncomplete");
        assertEquals("none", Proofs.detail(only(), "strength"));
        assertEquals("[\"md5\"]", Proofs.detail(only(), "weaknesses"));
    }

    @Test
    void aCertificateWhosePaddingRestsOnSha1IsWeak() throws IOException {
        maker.root = StampMaker.ofRsa();
        for (var weak : Map.of("SHA1withRSAandMGF1", List.of("sha1"), "SHA256withRSAandMGF1", List.<String>of())
                .entrySet()) {
            maker.certificatesSignedWith = weak.getKey();
            var way = new StampWay.Found(maker.rootCertificate(), List.of(maker.certificate()));
            assertEquals(weak.getValue(), StampWeakness.of(way));
        }
    }

    /// Which one Java would take is decided by where they lie in memory.
    @Test
    void ofTwoRootsOfOneKeyTheFirstIsNamed() throws IOException {
        maker.foreign.add(maker.rootCertificate());
        maker.foreign.add(maker.rootCertificate());
        members.put("1.tst", maker.token(LETTER));
        var digest = Proofs.member(only(), "root", "digest");
        for (int i = 0; i < 30; i++) {
            assertEquals(digest, Proofs.member(only(), "root", "digest"));
        }
    }

    /// It is in the part that is not signed: anybody can put it there, made in a way that can be forged.
    @Test
    void aRootIsNotReachedByWayOfAnother() throws IOException {
        maker.foreign.add(maker.upperCertificate());
        maker.foreign.add(maker.between(ANY, new DEROctetString(new byte[] {5, 0})));
        maker.foreign.add(maker.rootCertificate());
        for (int i = 0; i < 10; i++) {
            members.put("1.tst", maker.token(LETTER));
            assertEquals("CN=Root of Nobody", Proofs.member(only(), "root", "subject"));
        }
    }
}
