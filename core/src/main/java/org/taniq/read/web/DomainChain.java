package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The certificate of a domain, and those that vouch for it.
///
/// @param all the domain's first
record DomainChain(List<X509Certificate> all) {
    private static final int LARGEST = 64 << 10;
    private static final int MOST = 10;
    private static final int DNS = 2;
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";

    DomainChain {
        all = List.copyOf(all);
    }

    static Optional<DomainChain> read(String pem) {
        if (pem.length() > LARGEST) {
            return Optional.empty();
        }
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return certificates.isEmpty() || certificates.size() > MOST
                    ? Optional.empty()
                    : Optional.of(new DomainChain(certificates));
        } catch (CertificateException none) {
            return Optional.empty();
        }
    }

    PublicKey key() {
        return all.getFirst().getPublicKey();
    }

    /// Whether the certificate is of this domain.
    boolean names(String domain) {
        try {
            var names = all.getFirst().getSubjectAlternativeNames();
            return !domain.isEmpty()
                    && names != null
                    && names.stream()
                            .anyMatch(name -> name.getFirst().equals(DNS)
                                    && name.get(1) instanceof String text
                                    && text.equalsIgnoreCase(domain));
        } catch (CertificateException unreadable) {
            return false;
        }
    }

    /// Whether it led to a root that is known here, as of that time.
    boolean leadsToRoot(Instant time) {
        var wanted = new X509CertSelector();
        wanted.setCertificate(all.getFirst());
        var roots = Observers.domains().roots().stream()
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        try {
            var parameters = new PKIXBuilderParameters(roots, wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            var path = CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
            return !path.getCertificates().isEmpty() && isOfServer();
        } catch (CertPathBuilderException noWay) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has PKIX", missing);
        }
    }

    private boolean isOfServer() throws CertificateException {
        return Objects.requireNonNullElse(all.getFirst().getExtendedKeyUsage(), List.of())
                .contains(SERVER);
    }
}
