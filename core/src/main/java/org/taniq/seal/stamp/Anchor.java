package org.taniq.seal.stamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The certificates of a time-stamping authority that are trusted, and others that may lead to them.
///
/// @param roots signed by themselves, one or more: authorities let an older root vouch for a newer one
/// @param between not trusted; some authorities do not send them
public record Anchor(List<X509Certificate> roots, List<X509Certificate> between) {
    /// More is no chain.
    public static final int LARGEST = 256 << 10;

    /// The ways through certificates that vouch for one another are soon more than can be tried.
    private static final int MOST = 20;

    private static final int PEM_LINE = 64;

    private static final Said NO_ROOT = Said.of("this is no file of certificates with one that is signed by itself");

    public Anchor {
        roots = List.copyOf(roots);
        between = List.copyOf(between);
    }

    /// Reads certificates in PEM or one in DER, of which one or more are signed by themselves.
    ///
    /// @throws Trouble if they are not, or more than a chain may have and a few
    public static Anchor read(byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw noRoot();
        }
        var all = certificates(bytes);
        if (all.size() > MOST) {
            throw new Trouble(Said.of(
                    "this file holds more than {most} certificates: keep those of one authority", "most", MOST));
        }
        var roots = all.stream().filter(Anchor::isRoot).toList();
        if (roots.isEmpty()) {
            throw noRoot();
        }
        return new Anchor(roots, all.stream().filter(one -> !isRoot(one)).toList());
    }

    /// The certificates of all of them, each once.
    ///
    /// @throws Trouble if they are more than can be looked through
    public static Anchor together(List<Anchor> anchors) throws Trouble {
        var roots = anchors.stream()
                .flatMap(anchor -> anchor.roots().stream())
                .distinct()
                .toList();
        var between = anchors.stream()
                .flatMap(anchor -> anchor.between().stream())
                .distinct()
                .toList();
        if (roots.size() + between.size() > MOST) {
            throw new Trouble(Said.of(
                    "these authorities have more than {most} certificates together: ask fewer of them", "most", MOST));
        }
        return new Anchor(roots, between);
    }

    /// As [#read], of which no more is read than there may be.
    public static Anchor in(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(LARGEST + 1));
        }
    }

    private static List<X509Certificate> certificates(byte[] bytes) throws Trouble {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException unreadable) {
            throw new Trouble(NO_ROOT, unreadable);
        }
    }

    private static Trouble noRoot() {
        return new Trouble(NO_ROOT);
    }

    private static boolean isRoot(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException changed) {
            return false;
        }
    }

    /// The name of the authority in the program's own list that has these roots, else `root-` and the
    /// SHA-256 of the first. Of a stamp, which leads to one of them, see [Stamp#authority].
    public String name() {
        return Authorities.known().stream()
                .filter(authority -> authority.anchor().fingerprints().equals(fingerprints()))
                .map(Authority::name)
                .findFirst()
                .orElse("root-" + fingerprints().getFirst());
    }

    /// As they are kept: the roots and then the others, in PEM.
    public byte[] pem() {
        var base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'});
        var text = new StringBuilder();
        Stream.concat(roots.stream(), between.stream())
                .forEach(certificate -> text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(base64.encodeToString(der(certificate)))
                        .append("\n-----END CERTIFICATE-----\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// The SHA-256 of each root's bytes (DER), in hex.
    public List<String> fingerprints() {
        return roots.stream().map(Anchor::fingerprint).toList();
    }

    static String fingerprint(X509Certificate certificate) {
        return Digest.of(der(certificate)).hex();
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException unwritten) {
            throw new IllegalStateException("a certificate that was read has bytes", unwritten);
        }
    }
}
