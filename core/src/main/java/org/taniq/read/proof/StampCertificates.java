package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.base.Digest;
import org.taniq.read.record.Input;

/// Certificates that a time-stamp brings, and those in files beside it, of which nobody says what they are worth.
final class StampCertificates {
    static final int MOST = 50;
    private static final int MOST_FILES = 10;
    private static final int LONGEST_DSA = 4096;
    private static final int LONGEST_RSA = 8192;
    private static final int LONGEST_EXPONENT = 64;
    private static final int LARGEST = 256 << 10;
    private static final List<String> ENDINGS = List.of(".pem", ".crt", ".cer");

    private static final Pattern BEGIN = Pattern.compile("(?=-----BEGIN )");

    private StampCertificates() {}

    /// Those that lie beside it.
    ///
    /// @param isAll whether all of them were looked at; not where they are too many or too large
    record Found(List<X509Certificate> certificates, boolean isAll) {
        Found {
            certificates = List.copyOf(certificates);
        }
    }

    /// Nothing where it is none that this Java reads.
    static Optional<X509Certificate> read(X509CertificateHolder holder) {
        return StampContent.parsed(holder::getEncoded)
                .map(StampCertificates::read)
                .filter(read -> !read.isEmpty())
                .map(List::getFirst);
    }

    /// Several in one file are read one by one: one that is damaged takes none of the others away.
    private static List<X509Certificate> read(byte[] bytes) {
        var blocks = BEGIN.split(new String(bytes, StandardCharsets.ISO_8859_1));
        return blocks.length < 2
                ? readTogether(bytes)
                : Stream.of(blocks)
                        .limit(MOST + 1L)
                        .flatMap(block -> readTogether(block.getBytes(StandardCharsets.ISO_8859_1)).stream())
                        .toList();
    }

    private static List<X509Certificate> readTogether(byte[] bytes) {
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

    /// The keys of curves are what they are; others could be made to take time.
    private static boolean isOfUsualSize(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case DSAKey dsa -> dsa.getParams() != null && dsa.getParams().getP().bitLength() <= LONGEST_DSA;
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() <= LONGEST_RSA
                        && rsa.getPublicExponent().bitLength() <= LONGEST_EXPONENT;
            default -> true;
        };
    }

    /// Those in the files of the same folder whose names say so.
    static Found beside(Input input) throws IOException {
        var files = input.beside().inFolder(ENDINGS, MOST_FILES + 1);
        var found = new ArrayList<X509Certificate>();
        boolean isAll = files.size() <= MOST_FILES;
        for (var file : files.stream().limit(MOST_FILES).toList()) {
            isAll &= take(input.beside().open(file), found);
        }
        var distinct = found.stream().distinct().toList();
        return new Found(distinct.stream().limit(MOST).toList(), isAll && distinct.size() <= MOST);
    }

    /// Whether all of the file was looked at.
    private static boolean take(Optional<Input.Content> content, List<X509Certificate> found) throws IOException {
        if (content.isEmpty()) {
            return false;
        }
        try (var in = content.get().open()) {
            var bytes = in.readNBytes(LARGEST + 1);
            found.addAll(read(bytes));
            return bytes.length <= LARGEST && content.get().isWhole();
        }
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
        return Digest.of(bytes(certificate)).hex();
    }

    static byte[] bytes(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException unwritten) {
            throw new IllegalStateException("a certificate that was read has bytes", unwritten);
        }
    }

    static X509CertificateHolder holder(X509Certificate certificate) {
        return StampContent.parsed(() -> new X509CertificateHolder(bytes(certificate)))
                .orElseThrow();
    }
}
