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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.taniq.seal.stamp.Authorities;
import org.taniq.seal.stamp.Authority;

/// Whom the certificate of a signer led to at one moment (RFC 5280). Whether one was revoked is not looked at.
///
/// @param signer the certificate
/// @param reached the signer's and those that lead on from it: others that merely bear the name of an issuer do not
///     count
/// @param moment at which all must have been valid
record StampWay(X509Certificate signer, List<X509Certificate> reached, Instant moment) {
    /// The ways through certificates that vouch for one another are soon more than can be tried.
    private static final int MOST = 8;

    /// Signatures of certificates that are checked for one time-stamp.
    private static final int MOST_CHECKS = 200;

    StampWay {
        reached = List.copyOf(reached);
    }

    /// @param others that may lead on from the signer's
    static StampWay of(X509Certificate signer, List<X509Certificate> others, Instant moment) {
        return new StampWay(signer, reached(signer, others), moment);
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
        return way(roots, Stream.concat(leadingOn().stream(), between.stream()).toList());
    }

    static Optional<Authority> authority(X509Certificate root) {
        return Authorities.known().stream()
                .filter(authority -> authority.anchor().roots().contains(root))
                .findFirst();
    }

    /// To a root that lies there itself, of which nobody says whose it is.
    Optional<Found> toOwnRoot() {
        return way(reached.stream().filter(StampCertificates::isSelfSigned).toList(), leadingOn());
    }

    /// As far as certificates led on, where Java takes none of the ways: it refuses what can be forged.
    Optional<Found> toWhatIsNotTaken() {
        var between = reached.subList(0, reached.size() - 1);
        return between.isEmpty() ? Optional.empty() : Optional.of(new Found(reached.getLast(), between));
    }

    private static List<X509Certificate> reached(X509Certificate signer, List<X509Certificate> others) {
        var reached = new LinkedHashSet<X509Certificate>();
        reached.add(signer);
        var last = List.of(signer);
        var checks = new AtomicInteger();
        while (!last.isEmpty() && reached.size() < MOST) {
            var from = last;
            last = others.stream()
                    .filter(other ->
                            !reached.contains(other) && from.stream().anyMatch(one -> isIssuer(other, one, checks)))
                    .limit(MOST - reached.size())
                    .toList();
            reached.addAll(last);
        }
        return new ArrayList<>(reached);
    }

    private static boolean isIssuer(X509Certificate other, X509Certificate one, AtomicInteger checks) {
        return one.getIssuerX500Principal().equals(other.getSubjectX500Principal())
                && checks.incrementAndGet() <= MOST_CHECKS
                && StampCertificates.isSignedBy(one, other);
    }

    /// Those that can be used on the way to a root: who may vouch for programs alone vouches for no time.
    private List<X509Certificate> leadingOn() {
        return reached.stream()
                .filter(one -> one.equals(signer) || StampPurposes.areForTime(one))
                .filter(StampPurposes::areFew)
                .toList();
    }

    /// Whose it is, whoever vouches for it.
    private static List<Object> owner(X509Certificate certificate) {
        return List.of(certificate.getSubjectX500Principal(), certificate.getPublicKey());
    }

    /// To the first of the roots, one after the other: Java would take any of them. What another one says of a root is
    /// no way to it: anybody can put that there, made in a way that can be forged.
    private Optional<Found> way(List<X509Certificate> roots, List<X509Certificate> between) {
        var byOwner = new LinkedHashMap<List<Object>, X509Certificate>();
        roots.stream().filter(this::isValid).forEach(root -> byOwner.putIfAbsent(owner(root), root));
        var others = between.stream()
                .filter(one -> one.equals(signer) || !byOwner.containsKey(owner(one)))
                .toList();
        return others.contains(signer)
                ? byOwner.values().stream()
                        .flatMap(root -> way(root, others).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Found> way(X509Certificate root, List<X509Certificate> between) {
        var wanted = new X509CertSelector();
        wanted.setCertificate(signer);
        try {
            var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), wanted);
            parameters.setRevocationEnabled(false);
            parameters.setPolicyMappingInhibited(true);
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
