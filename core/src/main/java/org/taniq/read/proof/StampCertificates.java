package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.base.Digest;
import org.taniq.read.record.Input;

/// Certificates that a time-stamp brings, and those in files beside it, of which nobody says what they are worth.
final class StampCertificates {
    static final int MOST = 50;
    private static final int MOST_FILES = 10;
    private static final int LONGEST_DSA = 4096;
    private static final int MOST_LOOKED_THROUGH = 2000;
    private static final int LARGEST = 256 << 10;
    private static final List<String> ENDINGS = List.of(".pem", ".crt", ".cer");

    private StampCertificates() {}

    /// Nothing where it is none that this Java reads.
    static Optional<X509Certificate> read(X509CertificateHolder holder) {
        return StampContent.parsed(holder::getEncoded)
                .map(StampCertificates::read)
                .filter(read -> !read.isEmpty())
                .map(List::getFirst);
    }

    private static List<X509Certificate> read(byte[] bytes) {
        return StampContent.parsed(() -> {
                    try {
                        return CertificateFactory.getInstance("X.509")
                                .generateCertificates(new ByteArrayInputStream(bytes))
                                .stream()
                                .map(X509Certificate.class::cast)
                                .filter(StampCertificates::isOfUsualSize)
                                .toList();
                    } catch (CertificateException none) {
                        throw new IOException(none);
                    }
                })
                .orElse(List.of());
    }

    /// Java bounds the keys of RSA, and those of curves are what they are; one of DSA could be as long as the file.
    private static boolean isOfUsualSize(X509Certificate certificate) {
        return !(certificate.getPublicKey() instanceof DSAKey key)
                || key.getParams() != null && key.getParams().getP().bitLength() <= LONGEST_DSA;
    }

    /// Those in the files of the same folder whose names say so.
    static List<X509Certificate> beside(Input input) throws IOException {
        var all = input.beside().files(MOST_LOOKED_THROUGH);
        var found = new ArrayList<X509Certificate>();
        for (var file : all.stream()
                .filter(StampCertificates::isNamedSo)
                .limit(MOST_FILES)
                .toList()) {
            var content = input.beside().open(file);
            if (content.isPresent()) {
                try (var in = content.get().open()) {
                    found.addAll(read(in.readNBytes(LARGEST)));
                }
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    private static boolean isNamedSo(String file) {
        return file.indexOf('/') < 0
                && ENDINGS.stream()
                        .anyMatch(ending ->
                                file.regionMatches(true, file.length() - ending.length(), ending, 0, ending.length()));
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        return isSignedBy(certificate, certificate);
    }

    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException changed) {
            return false;
        }
    }

    /// The SHA-256 of its bytes.
    static String fingerprint(X509Certificate certificate) {
        try {
            return Digest.of(certificate.getEncoded()).hex();
        } catch (CertificateException unwritten) {
            throw new IllegalStateException("a certificate that was read has bytes", unwritten);
        }
    }
}
