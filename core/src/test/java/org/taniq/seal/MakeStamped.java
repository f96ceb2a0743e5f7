package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.seal.stamp.StampAnswer;
import org.taniq.seal.stamp.TestAuthority;

/// Writes what checks from outside look at: a dossier with one time-stamp and with two, the certificates and
/// revocation lists of the authorities, answers about a certificate, and every forgery under a name that says what it
/// is, with what our check
/// says of it.
final class MakeStamped {
    private MakeStamped() {}

    /// @param arguments an empty folder
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var first = new TestAuthority("Root of tests");
        var second = new TestAuthority("Another root of tests");
        Files.writeString(folder.resolve("ca1.pem"), first.pem());
        Files.writeString(folder.resolve("ca2.pem"), second.pem());
        Files.write(folder.resolve("ca1.crl"), first.crl(now));
        Files.write(folder.resolve("ca2.crl"), second.crl(now));
        var dossier = Files.write(folder.resolve("dossier.zip"), Forged.honest());
        var stamped = now.minusSeconds(1);
        var one = StampedSample.of(dossier, stamped, first);
        Files.write(folder.resolve("one.asice"), one.bytes);
        answers(first, StampAnswer.readToken(one.token(1)).signing(), now, folder);
        Files.write(folder.resolve("two.asice"), StampedSample.of(dossier, stamped, first, second).bytes);
        var forged = Files.createDirectory(folder.resolve("forged"));
        var said = new StringBuilder();
        for (var forgery : one.forgeries().entrySet()) {
            String name = forgery.getKey().replace(' ', '-') + ".asice";
            var file = Files.write(forged.resolve(name), forgery.getValue());
            said.append(name + " " + DossierCheck.check(file).bytes().word() + "\n");
        }
        Files.writeString(folder.resolve("said.txt"), said, StandardCharsets.UTF_8);
    }

    /// What a responder says of the certificate that stamped `one.asice`, and of that certificate revoked.
    private static void answers(TestAuthority by, X509CertificateHolder certificate, Instant now, Path folder)
            throws IOException {
        var responder = new TestResponder(by);
        var stolen = TestResponder.revoked(now, CRLReason.keyCompromise);
        Files.writeString(folder.resolve("signer.pem"), TestAuthority.pem(certificate));
        Files.write(folder.resolve("good.ocsp"), responder.answer(certificate, TestResponder.GOOD, now));
        Files.write(folder.resolve("revoked.ocsp"), responder.answer(certificate, stolen, now));
    }
}
