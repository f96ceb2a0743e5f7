package org.taniq.seal.stamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// The way from the signer's certificate to the root that is trusted, as it was at one moment (RFC 5280).
/// Whether a certificate was revoked is not looked at.
final class StampChain {
    private final Anchor anchor;
    private final Instant moment;

    StampChain(Anchor anchor, Instant moment) {
        this.anchor = anchor;
        this.moment = moment;
    }

    List<X509Certificate> read(List<X509CertificateHolder> holders) throws StampRefused {
        var certificates = new ArrayList<X509Certificate>();
        for (var holder : holders) {
            certificates.add(read(holder));
        }
        return certificates;
    }

    X509Certificate read(X509CertificateHolder holder) throws StampRefused {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (CertificateException | IOException bad) {
            var refused = StampAnswer.unreadable();
            refused.addSuppressed(bad);
            throw refused;
        }
    }

    /// Refuses a time at which one of them, or every root, was not yet or no longer to be used.
    void checkTimes(List<X509Certificate> certificates) throws StampRefused {
        try {
            for (var certificate : certificates) {
                certificate.checkValidity(Date.from(moment));
            }
        } catch (CertificateExpiredException | CertificateNotYetValidException outside) {
            throw outside();
        }
        if (roots().isEmpty()) {
            throw outside();
        }
    }

    private static StampRefused outside() {
        return new StampRefused(
                Reason.OUTSIDE_ITS_TIME, Said.of("a certificate was not valid at the time that the time-stamp states"));
    }

    private List<X509Certificate> roots() {
        return Authorities.knownFirst(
                anchor.roots().stream().filter(this::isValid).toList());
    }

    private boolean isValid(X509Certificate root) {
        return !moment.isBefore(root.getNotBefore().toInstant())
                && !moment.isAfter(root.getNotAfter().toInstant());
    }

    /// The first of the roots that vouches for the signer; those of the program's list come first.
    ///
    /// @throws StampRefused if there is none
    X509Certificate check(X509Certificate signing, List<X509Certificate> between) throws StampRefused {
        for (var certificate : between) {
            if (!anchor.roots().contains(certificate)) {
                Algorithms.refuseWeak(certificate);
            }
        }
        for (var root : roots()) {
            if (leadsTo(root, signing, between)) {
                Algorithms.refuseWeak(root.getPublicKey());
                return root;
            }
        }
        throw new StampRefused(
                Reason.CHAIN, Said.of("the certificate of the signer does not lead to the authority's root"));
    }

    /// Whether each certificate is the root or leads to it, so that each of its bytes counts.
    boolean needsAll(List<X509Certificate> certificates) {
        return certificates.stream()
                .allMatch(certificate -> anchor.roots().contains(certificate)
                        || roots().stream().anyMatch(root -> leadsTo(root, certificate, certificates)));
    }

    private boolean leadsTo(X509Certificate root, X509Certificate certificate, List<X509Certificate> between) {
        return !way(root, certificate, between).isEmpty();
    }

    /// The certificates on the way to the root, which is the last; none where there is no way.
    List<X509Certificate> way(X509Certificate root, X509Certificate certificate, List<X509Certificate> between) {
        try {
            var way = new ArrayList<X509Certificate>();
            var built = CertPathBuilder.getInstance("PKIX").build(parameters(root, certificate, between));
            built.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .forEach(way::add);
            way.add(root);
            return way;
        } catch (CertPathBuilderException noWay) {
            return List.of();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException missing) {
            throw new IllegalStateException("every Java has PKIX", missing);
        }
    }

    private PKIXBuilderParameters parameters(
            X509Certificate root, X509Certificate certificate, List<X509Certificate> between) {
        var wanted = new X509CertSelector();
        wanted.setCertificate(certificate);
        try {
            var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(known(between))));
            return parameters;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has PKIX", missing);
        }
    }

    /// What the answer holds, and what was given with the root: neither is trusted, both may lead to it. Weak ones
    /// in the answer were refused.
    private List<X509Certificate> known(List<X509Certificate> between) {
        var given = anchor.between().stream().filter(Algorithms::isStrong);
        return Stream.concat(between.stream(), given).toList();
    }
}
