package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.TestResponder.GOOD;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.RevocationAnswer;
import org.taniq.seal.stamp.StampRequest;
import org.taniq.seal.stamp.TestAuthority;

/// Answers about single certificates (OCSP) that are kept beside a time-stamp, and what is said of them.
final class RevocationAnswersTest {
    private static final String ADDRESS = "http://127.0.0.1:9/ocsp";
    private static final Instant LATER = THEN.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private final TestAuthority test;
    private final TestResponder responder;
    private final Authority authority;
    private final TestAuthority.Signer signer;
    private SmallVault small;
    private Revocations revocations;
    private Path kept;

    @SuppressWarnings("NullAway.Init")
    RevocationAnswersTest() throws IOException {
        test = new TestAuthority("Root of tests");
        responder = new TestResponder(test);
        authority = test.authority();
        signer = test.signerNaming(List.of(), List.of("ldap://127.0.0.1/x", ADDRESS));
    }

    /// A vault with a time-stamp.
    private void stamp() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        String log = small.keys.evidence().verifier().id();
        var head = LogFolder.read(small.vault.logFolder(log));
        var request = StampRequest.of(org.taniq.base.Digest.of(head.note()), new SecureRandom());
        byte[] answer = test.answer(request.bytes(), THEN, List.of(signer));
        StampFolder.keep(head, request, answer, authority.anchor(), new Durable());
        revocations = new Revocations(small.vault, log, new Durable());
        kept = head.folder().resolve("time/" + head.checkpoint().size() + "/1");
    }

    private Verdict verdict() throws IOException {
        return VaultCheck.check(small.vault, Map.of(), small.identity);
    }

    private Revocations.Wanted wanted() throws IOException {
        return revocations.wanted(List.of(authority)).getFirst();
    }

    private byte[] said(CertificateStatus status, Instant at) throws IOException {
        return responder.answer(signer.certificate(), status, at);
    }

    @Test
    void theResponderThatTheCertificateNamesIsAskedAboutThisCertificateAndToldNothingElse() throws IOException {
        stamp();
        assertEquals(List.of(URI.create(ADDRESS)), wanted().responders());
        assertEquals(List.of(), wanted().lists());
        var asked = new OCSPReq(wanted().request());
        assertEquals(
                List.of(TestResponder.id(signer.certificate(), test.rootHolder())),
                Arrays.stream(asked.getRequestList())
                        .map(one -> one.getCertID())
                        .toList());
        assertFalse(asked.hasExtensions() || asked.isSigned());
    }

    @Test
    void anAnswerThatCameAfterTheStampIsKeptOnceAsItCame() throws IOException {
        stamp();
        byte[] answer = responder.answer(wanted().request(), LATER);
        var wanted = wanted();
        assertEquals(LATER, revocations.keepAnswer(wanted, answer));
        revocations.keepAnswer(wanted, answer);
        assertArrayEquals(answer, Files.readAllBytes(kept.resolve("revocation-1.ocsp")));
        assertTrue(Files.notExists(kept.resolve("revocation-2.ocsp")));
        assertEquals(List.of(), revocations.wanted(List.of(authority)));
        assertEquals(List.of(), verdict().failed());
        assertTrue(
                verdict().checks().toString().contains("answer of 2026-11-21T12:00:00Z about one certificate kept"),
                verdict().checks().toString());
    }

    /// Whether it says something of the signer's certificate that may be believed.
    private boolean holds(byte[] answer) throws IOException {
        var certificate = TestResponder.read(signer.certificate());
        return RevocationAnswer.read(answer).isOf(certificate, TestResponder.read(test.rootHolder()));
    }

    private static void assertIsNone(String why, byte[] answer) {
        var refused = assertThrows(Altered.class, () -> RevocationAnswer.read(answer));
        assertTrue(refused.said().toString().contains(why), refused.said().toString());
    }

    @Test
    void whatIsNoAnswerIsNotKept() throws IOException {
        byte[] good = said(GOOD, LATER);
        for (byte[] bad : List.of(
                new byte[0],
                new byte[] {1},
                new byte[] {0x30, 0},
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, good.length - 1),
                new byte[RevocationAnswer.LARGEST + 1])) {
            assertIsNone("no answer about one certificate", bad);
        }
        assertIsNone("says 3", TestResponder.refusal(OCSPResponseStatus.TRY_LATER));
        assertIsNone("does not know", said(new UnknownStatus(), LATER));
    }

    @Test
    void whatIsAboutAnotherCertificateIsNotKept() throws IOException {
        var another = test.signerWithList();
        assertFalse(holds(responder.answer(another.certificate(), GOOD, LATER)));
        var same = new TestAuthority("Root of tests");
        var id = TestResponder.id(signer.certificate(), same.rootHolder());
        var root = new TestAuthority.Signer(test.rootCa().keys(), test.rootHolder());
        assertFalse(holds(responder.answer(id, GOOD, LATER, root, List.of())));
    }

    @Test
    void whateverByteIsChangedItIsNotKept() throws IOException {
        byte[] good = said(GOOD, LATER);
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            assertFalse(isTaken(changed), "byte " + at);
        }
        assertTrue(isTaken(good));
    }

    private boolean isTaken(byte[] answer) throws IOException {
        try {
            return holds(answer);
        } catch (Altered none) {
            return false;
        }
    }

    /// What would change the meaning, and is not known here.
    @Test
    void whatHasACriticalExtensionIsNotKept() throws IOException {
        var duty =
                new Extensions(new Extension(new ASN1ObjectIdentifier("1.2.3"), true, DERNull.INSTANCE.getEncoded()));
        var root = new TestAuthority.Signer(test.rootCa().keys(), test.rootHolder());
        var id = TestResponder.id(signer.certificate(), test.rootHolder());
        assertIsNone("no answer", responder.answer(id, GOOD, LATER, root, List.of(), duty));
    }

    @Test
    void anAnswerFromAfterTheCertificateRanOutSaysNothingUnlessItReachesBack() throws IOException {
        var ranOut = signer.certificate().getNotAfter().toInstant();
        var certificate = TestResponder.read(signer.certificate());
        assertTrue(RevocationAnswer.read(said(GOOD, ranOut)).reaches(certificate));
        assertFalse(RevocationAnswer.read(said(GOOD, ranOut.plusSeconds(1))).reaches(certificate));
        var back = new ASN1GeneralizedTime(Date.from(ranOut)).getEncoded();
        var cutoff = new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff, false, back));
        var root = new TestAuthority.Signer(test.rootCa().keys(), test.rootHolder());
        var id = TestResponder.id(signer.certificate(), test.rootHolder());
        byte[] reaching = responder.answer(id, GOOD, ranOut.plusSeconds(1), root, List.of(), cutoff);
        assertTrue(holds(reaching) && RevocationAnswer.read(reaching).reaches(certificate));
    }

    @Test
    void whomTheIssuerAllowedToAnswerIsBelieved() throws IOException {
        var other = responder.other(KeyPurposeId.id_kp_OCSPSigning, THEN);
        assertTrue(holds(responder.answer(signer.certificate(), GOOD, LATER, other)));
    }

    @Test
    void whomTheIssuerDidNotAllowIsNot() throws IOException {
        var strange = new TestAuthority("Root of tests");
        for (var other : List.of(
                responder.other(KeyPurposeId.id_kp_timeStamping, THEN),
                responder.other(KeyPurposeId.id_kp_OCSPSigning, LATER.plusSeconds(1)),
                responder.other(KeyPurposeId.id_kp_OCSPSigning, LATER.minus(Duration.ofDays(11))),
                TestResponder.other(strange.rootCa(), KeyPurposeId.id_kp_OCSPSigning, THEN),
                new TestAuthority.Signer(strange.rootCa().keys(), strange.rootHolder()),
                signer)) {
            assertFalse(holds(responder.answer(signer.certificate(), GOOD, LATER, other)));
        }
    }

    /// It says that it is by the issuer, whose key signed something else.
    @Test
    void aSignatureOfAnotherKeyIsNone() throws IOException {
        var strange = new TestAuthority.Signer(TestAuthority.ca("x").keys(), test.rootHolder());
        assertFalse(holds(responder.answer(signer.certificate(), GOOD, LATER, strange)));
    }

    @Test
    void anAnswerThatDoesNotHoldIsNamedAndTheStampStays() throws IOException {
        stamp();
        var another = new TestResponder(new TestAuthority("Root of others"));
        Files.write(kept.resolve("revocation-1.ocsp"), another.answer(wanted().request(), LATER));
        var verdict = verdict();
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains("/1/revocation-1.ocsp"));
        assertTrue(verdict.time() instanceof Verdict.Stamped);
    }

    private Verdict after(CertificateStatus status) throws IOException {
        Files.write(kept.resolve("revocation-1.ocsp"), said(status, THEN.plus(Duration.ofDays(3))));
        return verdict();
    }

    @Test
    void aCertificateThatWasRevokedBeforeOrWhoseKeyWasStolenTakesTheTimeAway() throws IOException {
        stamp();
        var verdict = after(TestResponder.revoked(THEN.minusSeconds(1), CRLReason.superseded));
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains("was revoked on 2026-11-20T11:59:59Z"));
        assertTrue(verdict.time() instanceof Verdict.Unproven);
        for (var status : List.of(
                TestResponder.revoked(LATER, CRLReason.keyCompromise), TestResponder.revokedWithoutReason(LATER))) {
            assertTrue(after(status).time() instanceof Verdict.Unproven);
        }
    }

    @Test
    void oneThatWasReplacedAfterDoesNot() throws IOException {
        stamp();
        var verdict = after(TestResponder.revoked(LATER, CRLReason.superseded));
        assertEquals(List.of(), verdict.failed());
        assertTrue(verdict.checks().toString().contains("was revoked on 2026-11-21T12:00:00Z, after the time"));
        assertTrue(verdict.time() instanceof Verdict.Stamped);
    }

    /// The first copy was made before the answer that came after the time-stamp.
    @Test
    void copiesHoldTheAnswersAndEveryOneIsRestored() throws IOException {
        stamp();
        revocations.keepAnswer(wanted(), said(GOOD, THEN.minusSeconds(1)));
        var early = folder.resolve("early");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(early, VaultCopy.Keys.WITH);
        revocations.keepAnswer(wanted(), said(GOOD, THEN));
        assertEquals(List.of(), revocations.wanted(List.of(authority)));
        var late = folder.resolve("late");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(late, VaultCopy.Keys.WITH);
        var again = folder.resolve("again");
        new VaultRestore(List.of(early, late), small.identity, new Durable()).to(again, Map.of(), _ -> {});
        var place = small.vault.folder().relativize(kept);
        for (var name : List.of("revocation-1.ocsp", "revocation-2.ocsp")) {
            assertEquals(-1, Files.mismatch(late.resolve(place).resolve(name), kept.resolve(name)));
            assertEquals(-1, Files.mismatch(again.resolve(place).resolve(name), kept.resolve(name)));
        }
    }
}
