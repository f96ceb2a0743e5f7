package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.RevocationList;
import org.taniq.seal.stamp.StampRequest;
import org.taniq.seal.stamp.TestAuthority;

/// Revocation lists that are kept beside a time-stamp, and what is said of them.
final class RevocationsTest {
    private static final String ADDRESS = "http://127.0.0.1:9/list.crl";

    @TempDir
    Path folder;

    private final TestAuthority test;
    private final Authority authority;
    private final TestAuthority.Signer signer;
    private SmallVault small;
    private Revocations revocations;
    private Path kept;

    @SuppressWarnings("NullAway.Init")
    RevocationsTest() throws IOException {
        test = new TestAuthority("Root of tests");
        authority = test.authority();
        signer = test.signerWithList("ldap://127.0.0.1/x", "file:///etc/passwd", ADDRESS);
    }

    @BeforeEach
    void stamp() throws IOException {
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

    private List<Revocations.Wanted> wanted() throws IOException {
        return revocations.wanted(List.of(authority));
    }

    @Test
    void onlyAddressesOfTheWebAreAsked() throws IOException {
        assertEquals(List.of(URI.create(ADDRESS)), wanted().getFirst().lists());
        assertEquals(1, wanted().size());
    }

    @Test
    void aListThatCameAfterTheStampIsKeptOnceAndNoLongerWanted() throws IOException {
        byte[] list = test.crl(THEN.plus(Duration.ofDays(1)));
        var wanted = wanted().getFirst();
        revocations.keepList(wanted, list);
        revocations.keepList(wanted, list);
        assertTrue(Files.exists(kept.resolve("revocation-1.crl")));
        assertTrue(Files.notExists(kept.resolve("revocation-2.crl")));
        assertEquals(List.of(), wanted());
        assertEquals(List.of(), verdict().failed());
        assertTrue(
                verdict().checks().toString().contains("revocation list of 2026-11-21T12:00:00Z kept"),
                verdict().checks().toString());
    }

    @Test
    void anOlderListIsKeptAndANewerOneIsStillWanted() throws IOException {
        revocations.keepList(wanted().getFirst(), test.crl(THEN.minus(Duration.ofDays(1))));
        assertEquals(1, wanted().size());
        revocations.keepList(wanted().getFirst(), test.crl(THEN));
        assertEquals(List.of(), wanted());
        assertTrue(Files.exists(kept.resolve("revocation-2.crl")));
    }

    @Test
    void whatIsNoListOfTheAuthorityIsNotKept() throws IOException {
        var wanted = wanted().getFirst();
        byte[] good = test.crl(THEN);
        byte[] changed = good.clone();
        changed[changed.length - 1] ^= 1;
        for (byte[] bad : List.of(
                new byte[0],
                new byte[] {1},
                changed,
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, good.length - 1),
                new TestAuthority("Root of tests").crl(THEN),
                new TestAuthority("Root of others").crl(THEN),
                new byte[RevocationList.LARGEST + 1])) {
            assertThrows(Altered.class, () -> revocations.keepList(wanted, bad));
        }
        assertTrue(Files.notExists(kept.resolve("revocation-1.crl")));
    }

    @Test
    void aListThatDoesNotHoldIsNamedAndTheStampStays() throws IOException {
        Files.write(kept.resolve("revocation-1.crl"), new TestAuthority("Root of others").crl(THEN));
        var verdict = verdict();
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains("/1/revocation-1.crl"));
        assertTrue(verdict.time() instanceof Verdict.Stamped);
    }

    /// A synchronisation writes it while it is looked at; our own log nobody brings.
    @Test
    void aListOfAnotherWriterThatIsHalfComeIsNotHereYet() throws IOException {
        byte[] list = test.crl(THEN);
        String log = small.keys.evidence().verifier().id();
        var own = Map.of(log, LogFolder.read(small.vault.logFolder(log)).checkpoint());
        for (int length : new int[] {0, 1, list.length / 2, list.length - 1}) {
            Files.write(kept.resolve("revocation-1.crl"), Arrays.copyOf(list, length));
            assertEquals(Verdict.Bytes.UNCHECKED, verdict().bytes());
            assertTrue(verdict().failed().toString().contains("is here in part only"));
            assertTrue(verdict().time() instanceof Verdict.Stamped);
        }
        assertEquals(
                Verdict.Bytes.ALTERED,
                VaultCheck.check(small.vault, own, small.identity).bytes());
    }

    /// Whoever revoked it may have taken it from the list by then.
    @Test
    void aListFromAfterTheCertificateRanOutSaysNothingUnlessItSaysThatItGoesOnNamingIt() throws IOException {
        var ranOut = signer.certificate().getNotAfter().toInstant();
        byte[] late = test.crl(ranOut.plusSeconds(1));
        var wanted = wanted().getFirst();
        assertThrows(Altered.class, () -> revocations.keepList(wanted, late));
        Files.write(kept.resolve("revocation-1.crl"), late);
        assertEquals(1, wanted().size());
        assertTrue(verdict().checks().toString().contains("had run out by then"));
        assertEquals(List.of(), verdict().failed());
        revocations.keepList(wanted, test.crlReaching(ranOut, ranOut.plusSeconds(1)));
        assertEquals(List.of(), wanted());
    }

    @Test
    void oneThatNamesTheCertificateCountsWheneverItCame() throws IOException {
        var late = signer.certificate().getNotAfter().toInstant().plusSeconds(1);
        revocations.keepList(wanted().getFirst(), test.revoking(late, List.of(signer.certificate())));
        assertTrue(verdict().time() instanceof Verdict.Unproven);
    }

    private Verdict revokedAsOf(Duration after, X509CertificateHolder certificate, int reason) throws IOException {
        Files.write(kept.resolve("revocation-1.crl"), test.revoking(THEN.plus(after), List.of(certificate), reason));
        return verdict();
    }

    @Test
    void aCertificateThatWasRevokedBeforeTakesTheTimeAway() throws IOException {
        var verdict = revokedAsOf(Duration.ofHours(1), signer.certificate(), CRLReason.superseded);
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertTrue(verdict.failed().toString().contains("was revoked on 2026-11-19T13:00:00Z"));
        assertTrue(verdict.time() instanceof Verdict.Unproven);
        String log = small.keys.evidence().verifier().id();
        assertEquals(
                List.of(),
                Stamping.standing(small.vault, log, List.of(authority)).last());
        assertEquals(List.of(), wanted());
    }

    @Test
    void oneThatWasReplacedAfterDoesNot() throws IOException {
        for (int reason :
                new int[] {CRLReason.affiliationChanged, CRLReason.superseded, CRLReason.cessationOfOperation}) {
            var verdict = revokedAsOf(Duration.ofDays(3), signer.certificate(), reason);
            assertEquals(List.of(), verdict.failed());
            assertTrue(verdict.checks().toString().contains("was revoked on 2026-11-22T12:00:00Z, after the time"));
            assertTrue(verdict.time() instanceof Verdict.Stamped);
        }
    }

    /// Whoever has the key can state any time (RFC 3161, section 4).
    @Test
    void aStolenKeyTakesTheTimeAwayWheneverItWasNoticed() throws IOException {
        for (int reason : new int[] {CRLReason.keyCompromise, CRLReason.cACompromise, CRLReason.certificateHold}) {
            var verdict = revokedAsOf(Duration.ofDays(3), signer.certificate(), reason);
            assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
            assertTrue(verdict.time() instanceof Verdict.Unproven);
        }
    }

    @Test
    void aCopyHoldsTheListsToo() throws IOException {
        revocations.keepList(wanted().getFirst(), test.crl(THEN));
        var copy = folder.resolve("copy");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(copy, VaultCopy.Keys.WITH);
        String place = small.vault
                .folder()
                .relativize(kept)
                .resolve("revocation-1.crl")
                .toString();
        assertEquals(-1, Files.mismatch(copy.resolve(place), kept.resolve("revocation-1.crl")));
    }

    /// The copy that was made before has none, and comes first.
    @Test
    void theListsOfEveryCopyAreRestored() throws IOException {
        var early = folder.resolve("early");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(early, VaultCopy.Keys.WITH);
        revocations.keepList(wanted().getFirst(), test.crl(THEN));
        var late = folder.resolve("late");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(late, VaultCopy.Keys.WITH);
        var again = folder.resolve("again");
        new VaultRestore(List.of(early, late), small.identity, new Durable()).to(again, Map.of(), _ -> {});
        String place = small.vault
                .folder()
                .relativize(kept)
                .resolve("revocation-1.crl")
                .toString();
        assertEquals(-1, Files.mismatch(again.resolve(place), kept.resolve("revocation-1.crl")));
    }

    private Path copied(String name) throws IOException {
        var copy = folder.resolve(name);
        new VaultCopy(small.vault, Map.of(), new Durable()).to(copy, VaultCopy.Keys.WITH);
        return copy.resolve(small.vault.folder().relativize(kept));
    }

    private List<byte[]> restored(String... copies) throws IOException {
        var again = folder.resolve("again");
        var from = Arrays.stream(copies).map(folder::resolve).toList();
        new VaultRestore(from, small.identity, new Durable()).to(again, Map.of(), _ -> {});
        try (var files = Files.list(again.resolve(small.vault.folder().relativize(kept)))) {
            var lists = new ArrayList<byte[]>();
            for (var file : files.filter(one -> one.toString().endsWith(".crl"))
                    .sorted()
                    .toList()) {
                lists.add(Files.readAllBytes(file));
            }
            return lists;
        }
    }

    @Test
    void aListThatIsDamagedInOneCopyIsRestoredFromAnother() throws IOException {
        byte[] list = test.crl(THEN);
        revocations.keepList(wanted().getFirst(), list);
        var damaged = copied("damaged").resolve("revocation-1.crl");
        byte[] changed = list.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(damaged, changed);
        copied("whole");
        assertEquals(
                List.of(new BigInteger(list)),
                restored("damaged", "whole").stream().map(BigInteger::new).toList());
    }

    /// Two computers went on with copies of one case.
    @Test
    void otherListsOfTheSameNameAreBothRestored() throws IOException {
        Files.write(copied("one").resolve("revocation-1.crl"), test.crl(THEN));
        Files.write(copied("other").resolve("revocation-1.crl"), test.crl(THEN.plusSeconds(60)));
        assertEquals(2, restored("one", "other").size());
    }
}
