package org.taniq.read.proof;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.seal.stamp.Authorities;
import org.taniq.seal.stamp.Authority;

/// Whom the certificate of a signer led to at one moment (RFC 5280). Whether one was revoked is not looked at.
///
/// @param signer the certificate
/// @param others that may lead on from it
/// @param moment at which all must have been valid
record StampWay(X509Certificate signer, List<X509Certificate> others, Instant moment) {
    /// The ways through certificates that vouch for one another are soon more than can be tried.
    private static final int MOST = 8;

    StampWay {
        others = List.copyOf(others);
    }

    /// A way that was found.
    ///
    /// @param root where it ends
    /// @param between the certificates before it, the signer's first
    record Found(X509Certificate root, List<X509Certificate> between) {
        Found {
            between = List.copyOf(between);
        }
    }

    /// To the root of an authority of the program's own list.
    Optional<Found> toKnownRoot() {
        var between = Authorities.known().stream()
                .flatMap(authority -> authority.anchor().between().stream())
                .toList();
        var roots = Authorities.known().stream()
                .flatMap(authority -> authority.anchor().roots().stream())
                .toList();
        return way(roots, Stream.concat(reached().stream(), between.stream()).toList());
    }

    static Optional<Authority> authority(X509Certificate root) {
        return Authorities.known().stream()
                .filter(authority -> authority.anchor().roots().contains(root))
                .findFirst();
    }

    /// To a root that lies there itself, of which nobody says whose it is.
    Optional<Found> toOwnRoot() {
        var reached = reached();
        return way(reached.stream().filter(StampCertificates::isSelfSigned).toList(), reached);
    }

    /// The signer's and those that lead on from it: others that merely bear the name of an issuer do not count.
    List<X509Certificate> reached() {
        var reached = new LinkedHashSet<X509Certificate>();
        reached.add(signer);
        var last = List.of(signer);
        while (!last.isEmpty() && reached.size() < MOST) {
            var from = last;
            last = others.stream()
                    .filter(other -> !reached.contains(other) && from.stream().anyMatch(one -> isIssuer(other, one)))
                    .limit(MOST - reached.size())
                    .toList();
            reached.addAll(last);
        }
        return new ArrayList<>(reached);
    }

    private static boolean isIssuer(X509Certificate other, X509Certificate one) {
        return one.getIssuerX500Principal().equals(other.getSubjectX500Principal())
                && StampCertificates.isSignedBy(one, other);
    }

    private Optional<Found> way(List<X509Certificate> roots, List<X509Certificate> between) {
        var anchors = roots.stream()
                .filter(this::isValid)
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        var wanted = new X509CertSelector();
        wanted.setCertificate(signer);
        try {
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            var way = built.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return Optional.of(new Found(built.getTrustAnchor().getTrustedCert(), way));
        } catch (CertPathBuilderException noWay) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has PKIX", missing);
        }
    }

    private boolean isValid(X509Certificate root) {
        return !moment.isBefore(root.getNotBefore().toInstant())
                && !moment.isAfter(root.getNotAfter().toInstant());
    }
}
