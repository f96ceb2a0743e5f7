package org.taniq.seal.stamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.stamp.TestAuthority.HONEST;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.StampRefused.Reason;

/// Answers of an authority of our own, honest and not, judged here and by OpenSSL.
final class StampCheckTest {
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final TestAuthority authority;
    private final StampRequest request = asked("checkpoint");

    StampCheckTest() throws IOException {
        authority = new TestAuthority("Root of tests");
    }

    private static StampRequest asked(String text) throws IOException {
        return StampRequest.of(Digest.of(text.getBytes(StandardCharsets.UTF_8)), new SecureRandom());
    }

    private byte[] answer(TestAuthority.Shape shape) throws IOException {
        return authority.answer(request.bytes(), THEN, List.of(authority.signer(shape)));
    }

    private static TestAuthority.Shape with(boolean critical, KeyPurposeId... purposes) {
        return new TestAuthority.Shape(critical, List.of(purposes), HONEST.from());
    }

    /// Every dishonest answer, with what is wrong with it.
    private Map<Reason, List<byte[]>> bad() throws IOException {
        var bad = new LinkedHashMap<Reason, List<byte[]>>();
        bad.put(Reason.IMPRINT, List.of(authority.answer(asked("another").bytes(), THEN)));
        bad.put(Reason.NONCE, List.of(authority.answer(asked("checkpoint").bytes(), THEN)));
        bad.put(Reason.REJECTED, List.of(TestAuthority.rejection("too busy")));
        bad.put(Reason.SIGNERS, List.of(twoSigners()));
        bad.put(Reason.NO_CERTIFICATE, List.of(withoutCertificate()));
        bad.put(
                Reason.PURPOSE,
                List.of(
                        answer(with(true)),
                        answer(with(false, KeyPurposeId.id_kp_timeStamping)),
                        answer(with(true, KeyPurposeId.id_kp_codeSigning)),
                        answer(with(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning))));
        bad.put(
                Reason.OUTSIDE_ITS_TIME,
                List.of(answer(new TestAuthority.Shape(true, HONEST.purposes(), THEN.plusSeconds(1)))));
        bad.put(Reason.CHAIN, List.of(new TestAuthority("Root of others").answer(request.bytes(), THEN)));
        bad.put(Reason.SIGNATURE, List.of(forged()));
        return bad;
    }

    private byte[] twoSigners() throws IOException {
        return authority.answer(request.bytes(), THEN, List.of(authority.signer(HONEST), authority.signer(HONEST)));
    }

    private byte[] withoutCertificate() throws IOException {
        return TestAuthority.answer(
                authority.token(request.bytes(), THEN, List.of(authority.signer(HONEST)), List.of()));
    }

    /// The certificate of one and the key of another.
    private byte[] forged() throws IOException {
        var honest = authority.signer(HONEST);
        var other = authority.signer(HONEST);
        return authority.answer(
                request.bytes(), THEN, List.of(new TestAuthority.Signer(other.keys(), honest.certificate())));
    }

    private Reason refused(byte[] answer) throws IOException {
        var root = authority.root();
        return assertThrows(StampRefused.class, () -> StampCheck.judge(answer, request, root))
                .reason();
    }

    @Test
    void anHonestAnswerSaysItsTime() throws IOException {
        var stamp = StampCheck.judge(authority.answer(request.bytes(), THEN), request, authority.root());
        assertEquals(THEN, stamp.notLater());
        assertEquals("1.2.3.4", stamp.policy());
    }

    @Test
    void aRequestThatWasKeptIsReadAgain() throws IOException {
        var kept = StampRequest.read(request.bytes());
        assertEquals(
                THEN,
                StampCheck.judge(authority.answer(request.bytes(), THEN), kept, authority.root())
                        .stated());
        assertTrue(kept.asksFor(Digest.of("checkpoint".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everyDishonestAnswerIsRefusedForItsReason() throws IOException {
        for (var bad : bad().entrySet()) {
            for (var answer : bad.getValue()) {
                assertEquals(bad.getKey(), refused(answer));
            }
        }
    }

    /// A character of two halves where it is cut would be no text any more, and end the command.
    @Test
    void whatAnAuthoritySaysIsCutBetweenCharacters() throws IOException {
        var root = authority.root();
        for (int before = 195; before < 202; before++) {
            byte[] answer = TestAuthority.rejection("x".repeat(before) + "\uD83D\uDE00".repeat(9));
            var refused = assertThrows(StampRefused.class, () -> StampCheck.judge(answer, request, root));
            assertTrue(Json.of(refused.said().toString()).canonical().length() > before);
        }
    }

    /// What is kept has one, as docs/format.md says.
    @Test
    void aRequestWithoutANumberIsNotOfOurs() throws IOException {
        var digest = Digest.of("checkpoint".getBytes(StandardCharsets.UTF_8));
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        byte[] without =
                asked.generate(NISTObjectIdentifiers.id_sha256, digest.bytes()).getEncoded();
        assertFalse(StampRequest.read(without).asksFor(digest));
    }

    @Test
    void whatIsNoAnswerIsRefused() throws IOException {
        byte[] answer = authority.answer(request.bytes(), THEN);
        assertEquals(Reason.UNREADABLE, refused(new byte[0]));
        assertEquals(Reason.UNREADABLE, refused("<html>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.UNREADABLE, refused(Arrays.copyOf(answer, answer.length + 1)));
        assertEquals(Reason.UNREADABLE, refused(Arrays.copyOf(answer, answer.length - 1)));
        assertEquals(Reason.UNREADABLE, refused(request.bytes()));
        assertEquals(Reason.TOO_LARGE, refused(new byte[(256 << 10) + 1]));
    }

    @Test
    void aCertificateThatIsOfNoUseIsRefused() throws IOException {
        var signer = authority.signer(HONEST);
        var stranger = new TestAuthority("Root of others").signer(HONEST);
        var token = authority.token(
                request.bytes(), THEN, List.of(signer), List.of(signer.certificate(), stranger.certificate()));
        assertEquals(Reason.UNSIGNED, refused(TestAuthority.answer(token)));
    }

    private Stamp judged(TestAuthority.Ca by, List<X509CertificateHolder> between) throws IOException {
        byte[] answer = authority.answer(request.bytes(), THEN, List.of(authority.signer(by)));
        return StampCheck.judge(answer, request, anchor(between));
    }

    private Anchor anchor(List<X509CertificateHolder> between) throws IOException {
        var pem = new StringBuilder(authority.pem());
        for (var certificate : between) {
            pem.append(TestAuthority.pem(certificate));
        }
        return Anchor.read(pem.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void rsaAndEd25519HoldToo() throws IOException {
        for (var keys : List.of(TestAuthority.keys("RSA", 2048), TestAuthority.keys("Ed25519", 255))) {
            var signer = authority.signer(authority.rootCa(), keys);
            byte[] answer = authority.answer(request.bytes(), THEN, List.of(signer));
            assertEquals(
                    THEN, StampCheck.judge(answer, request, authority.root()).stated());
        }
        var pss = authority.signer(authority.rootCa(), TestAuthority.keys("RSASSA-PSS", 2048));
        byte[] unknown = authority.answer(request.bytes(), THEN, List.of(pss));
        var said = assertThrows(StampRefused.class, () -> StampCheck.judge(unknown, request, authority.root()));
        assertTrue(String.valueOf(said.getMessage()).contains("RSASSA-PSS"));
        var weak = authority.signer(authority.rootCa(), TestAuthority.keys("RSA", 1024));
        assertEquals(Reason.ALGORITHM, refused(authority.answer(request.bytes(), THEN, List.of(weak))));
    }

    /// Some authorities do not send it.
    @Test
    void whatWasGivenWithTheRootMayLeadToIt() throws IOException {
        var ca = TestAuthority.ca("Between");
        assertEquals(
                THEN,
                judged(ca, List.of(authority.vouched(authority.rootCa(), ca))).stated());
    }

    /// Whoever can compute the key of one in between makes any stamp.
    @Test
    void aWeakKeyInBetweenLeadsToNoRoot() throws IOException {
        var weak = new TestAuthority.Ca(new X500Name("CN=Between"), TestAuthority.keys("RSA", 1024));
        var given = List.of(authority.vouched(authority.rootCa(), weak));
        assertEquals(
                Reason.CHAIN,
                assertThrows(StampRefused.class, () -> judged(weak, given)).reason());
    }

    /// Certificates that vouch for one another have more ways through them than can be tried.
    @Test
    void manyWaysThatLeadNowhereAreNotAllTried() throws IOException {
        for (int many : new int[] {5, 12}) {
            var all = new ArrayList<TestAuthority.Ca>();
            for (int i = 0; i < many; i++) {
                all.add(TestAuthority.ca("Same"));
            }
            var given = new ArrayList<X509CertificateHolder>();
            for (var by : all) {
                for (var other : all) {
                    if (!by.equals(other)) {
                        given.add(authority.vouched(by, other));
                    }
                }
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThrows(Trouble.class, () -> judged(all.getFirst(), given)));
        }
    }

    /// The authority's certificates may have ended long since.
    @Test
    void theTimeNowDoesNotMatter() throws IOException {
        var old = Instant.parse("2017-03-01T00:00:00Z");
        var shape = new TestAuthority.Shape(true, HONEST.purposes(), old.minus(Duration.ofDays(1)));
        byte[] answer = authority.answer(request.bytes(), old, List.of(authority.signer(shape)));
        assertEquals(old, StampCheck.judge(answer, request, authority.root()).stated());
    }

    @Test
    void aChangedByteIsNeverAccepted() throws IOException {
        byte[] answer = authority.answer(request.bytes(), THEN);
        Flips.assertNoneIsAccepted(answer, request, authority.root());
    }

    /// The library reads on where nothing is left.
    @Test
    void whatIsCutShortWithinIsRefused() throws IOException {
        var root = authority.root();
        var answers = Cuts.of(authority.answer(request.bytes(), THEN));
        assertTrue(answers.size() > 100);
        for (var answer : answers) {
            assertThrows(
                    StampRefused.class,
                    () -> StampCheck.judge(answer, request, root),
                    () -> HexFormat.of().formatHex(answer));
        }
        for (var cut : Cuts.of(request.bytes())) {
            assertThrows(StampRefused.class, () -> StampCheck.judge(answers.getFirst(), StampRequest.read(cut), root));
        }
    }

    /// OpenSSL takes the time to judge at from the command line.
    @Test
    void openSslSaysTheSame() throws IOException, InterruptedException {
        NotRun.unless(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl ts", "no openssl here");
        Files.writeString(folder.resolve("root.pem"), authority.pem());
        Files.write(folder.resolve("request"), request.bytes());
        assertEquals(true, openSslAccepts(authority.answer(request.bytes(), THEN)));
        for (var bad : bad().entrySet()) {
            for (var answer : bad.getValue()) {
                assertEquals(false, openSslAccepts(answer), bad.getKey() + "");
            }
        }
    }

    private boolean openSslAccepts(byte[] answer) throws IOException, InterruptedException {
        Files.write(folder.resolve("answer"), answer);
        var command = new ArrayList<>(List.of("openssl", "ts", "-verify", "-queryfile", "request"));
        command.addAll(List.of("-in", "answer", "-CAfile", "root.pem", "-attime", THEN.getEpochSecond() + ""));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean accepted = process.waitFor() == 0;
        assertEquals(accepted, said.contains("Verification: OK"), said);
        return accepted;
    }

    @Test
    void anAccuracyMakesTheTimeLater() {
        var stamp = new Stamp(LATER, Duration.ofMillis(1500), "1.2", "1", "");
        assertEquals(LATER.plusSeconds(2), stamp.notLater());
    }
}
