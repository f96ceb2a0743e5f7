package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.seal.stamp.Revocation;
import org.taniq.seal.stamp.RevocationAnswer;
import org.taniq.seal.stamp.RevocationRequest;
import org.taniq.seal.stamp.TestAuthority;

/// OpenSSL answers what this program asks about a certificate, and says the same of answers.
final class OpenSslResponderTest {
    @TempDir
    Path folder;

    private final TestAuthority test;
    private final TestResponder responder;
    private final TestAuthority.Signer signer;

    OpenSslResponderTest() throws IOException {
        test = new TestAuthority("Root of tests");
        responder = new TestResponder(test);
        signer = test.signerWithList();
    }

    @BeforeEach
    void write() throws IOException {
        NotRun.unless(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl ocsp", "no openssl here");
        Files.writeString(folder.resolve("root.pem"), test.pem());
        Files.writeString(folder.resolve("signer.pem"), TestAuthority.pem(signer.certificate()));
    }

    private String openSsl(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl", "ocsp"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }

    private boolean isOf(byte[] answer) throws IOException {
        return RevocationAnswer.read(answer)
                .isOf(TestResponder.read(signer.certificate()), TestResponder.read(test.rootHolder()));
    }

    private String judged(byte[] answer) throws IOException, InterruptedException {
        Files.write(folder.resolve("answer"), answer);
        String at = THEN.plus(Duration.ofDays(1)).getEpochSecond() + "";
        return openSsl(
                "-respin",
                "answer",
                "-issuer",
                "root.pem",
                "-cert",
                "signer.pem",
                "-CAfile",
                "root.pem",
                "-attime",
                at);
    }

    @Test
    void openSslSaysTheSameOfAnAnswer() throws IOException, InterruptedException {
        var certificate = signer.certificate();
        // OpenSSL judges certificates as of -attime, and what an answer is valid for as of now
        var moment = Instant.now().minusSeconds(60);
        String good = judged(responder.answer(certificate, TestResponder.GOOD, moment));
        assertTrue(good.contains("Response verify OK") && good.contains("signer.pem: good"), good);
        var other = responder.other(KeyPurposeId.id_kp_OCSPSigning, THEN);
        String delegated = judged(responder.answer(certificate, TestResponder.GOOD, moment, other));
        assertTrue(delegated.contains("Response verify OK"), delegated);
        var replaced = TestResponder.revoked(THEN, CRLReason.superseded);
        String revoked = judged(responder.answer(certificate, replaced, moment));
        assertTrue(revoked.contains("signer.pem: revoked") && revoked.contains("superseded"), revoked);
        var nobody = responder.other(KeyPurposeId.id_kp_timeStamping, THEN);
        String refused = judged(responder.answer(certificate, TestResponder.GOOD, moment, nobody));
        assertFalse(refused.contains("Response verify OK"), refused);
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /// @param state as a line of OpenSSL's index begins: valid, or revoked and when and why
    private byte[] answered(String state) throws IOException, InterruptedException {
        var root = TestResponder.read(test.rootHolder());
        byte[] request = RevocationRequest.about(TestResponder.read(signer.certificate()), root);
        Files.write(folder.resolve("request"), request);
        var other =
                responder.other(KeyPurposeId.id_kp_OCSPSigning, Instant.now().minusSeconds(60));
        Files.writeString(folder.resolve("other.pem"), TestAuthority.pem(other.certificate()));
        Files.writeString(folder.resolve("other.key"), pem(other.keys()));
        String serial = String.format(Locale.ROOT, "%02X", signer.certificate().getSerialNumber());
        Files.writeString(folder.resolve("index"), state + "\t" + serial + "\tunknown\t/CN=Signer\n");
        var words = new ArrayList<>(List.of("-index", "index", "-CA", "root.pem", "-rsigner", "other.pem"));
        words.addAll(List.of("-rkey", "other.key", "-reqin", "request", "-respout", "said", "-ndays", "1"));
        assertEquals("0", openSsl(words.toArray(String[]::new)).replaceAll("(?s).*(.)", "$1"));
        return Files.readAllBytes(folder.resolve("said"));
    }

    @Test
    void whatOpenSslAnswersIsUnderstood() throws IOException, InterruptedException {
        byte[] good = answered("V\t461120120000Z\t");
        assertTrue(isOf(good));
        var certificate = TestResponder.read(signer.certificate());
        assertTrue(RevocationAnswer.read(good).revoked(certificate).isEmpty());
        assertTrue(Duration.between(RevocationAnswer.read(good).moment(), Instant.now())
                        .abs()
                        .toMinutes()
                < 5);
        byte[] revoked = answered("R\t461120120000Z\t261121120000Z,keyCompromise");
        assertTrue(isOf(revoked));
        assertEquals(
                new Revocation.Revoked(Instant.parse("2026-11-21T12:00:00Z"), false),
                RevocationAnswer.read(revoked).revoked(certificate).orElseThrow());
        byte[] cut = Arrays.copyOf(good, good.length);
        cut[cut.length / 2] ^= 1;
        assertFalse(isTaken(cut));
    }

    private boolean isTaken(byte[] answer) throws IOException {
        try {
            return isOf(answer);
        } catch (org.taniq.base.Altered none) {
            return false;
        }
    }
}
