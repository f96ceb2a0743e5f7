package org.taniq.seal.stamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.taniq.base.Altered;

/// Which certificates somebody revoked (RFC 5280, section 5, CertificateList), as of one moment.
public final class RevocationList implements Revocation {
    /// Longer is none that an authority for time-stamps needs.
    public static final int LARGEST = 4 << 20;

    private static final int SIGNS_LISTS = 6;

    private final byte[] bytes;
    private final X509CRL list;
    private final X509CRLHolder holder;
    private final Instant reachesBackTo;

    private RevocationList(byte[] bytes) throws IOException, CertificateException, CRLException {
        this.bytes = bytes.clone();
        this.list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
        this.holder = new X509CRLHolder(bytes);
        if (!Arrays.equals(list.getEncoded(), bytes)) {
            throw unreadable();
        }
        var back = holder.getExtension(Extension.expiredCertsOnCRL);
        this.reachesBackTo =
                back == null ? moment() : Asn1.time(ASN1GeneralizedTime.getInstance(back.getParsedValue()));
    }

    /// @throws Altered if it is none
    public static RevocationList read(byte[] bytes) throws Altered {
        if (bytes.length > LARGEST) {
            throw unreadable();
        }
        try {
            return Asn1.parsed(() -> made(bytes), StampAnswer::unreadable);
        } catch (StampRefused notOne) {
            var altered = unreadable();
            altered.addSuppressed(notOne);
            throw altered;
        }
    }

    private static RevocationList made(byte[] bytes) throws IOException {
        try {
            return new RevocationList(bytes);
        } catch (CertificateException | CRLException notOne) {
            throw new IOException(notOne);
        }
    }

    private static Altered unreadable() {
        return new Altered("it is no revocation list");
    }

    /// Whether the issuer of a certificate signed this list, and it would name the certificate if that were revoked.
    @Override
    public boolean isOf(X509Certificate certificate, X509Certificate issuer) {
        return list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                && issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && mayHold(certificate)
                && isSignedBy(issuer);
    }

    private boolean isSignedBy(X509Certificate issuer) {
        var usage = issuer.getKeyUsage();
        if (usage != null && !usage[SIGNS_LISTS] || !Algorithms.isStrong(list)) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private boolean mayHold(X509Certificate certificate) {
        try {
            return Asn1.parsed(() -> isWhole() && isFor(certificate), StampAnswer::unreadable);
        } catch (StampRefused notUnderstood) {
            return false;
        }
    }

    /// Neither what was added to an earlier list nor anything whose meaning is not known here.
    private boolean isWhole() {
        return holder.getExtension(Extension.deltaCRLIndicator) == null && !list.hasUnsupportedCriticalExtension();
    }

    /// A list may be for certificates of one kind, or of one address.
    private boolean isFor(X509Certificate certificate) throws IOException {
        var extension = holder.getExtension(Extension.issuingDistributionPoint);
        if (extension == null) {
            return true;
        }
        var scope = IssuingDistributionPoint.getInstance(extension.getParsedValue());
        if (scope.isIndirectCRL() || scope.onlyContainsAttributeCerts() || scope.getOnlySomeReasons() != null) {
            return false;
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        if (authority ? scope.onlyContainsUserCerts() : scope.onlyContainsCACerts()) {
            return false;
        }
        var point = scope.getDistributionPoint();
        return point == null
                || RevocationAddresses.names(point).stream()
                        .anyMatch(RevocationAddresses.points(certificate)::contains);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String ending() {
        return ".crl";
    }

    @Override
    public Instant moment() {
        return list.getThisUpdate().toInstant();
    }

    @Override
    public Instant reachesBackTo() {
        return reachesBackTo;
    }

    @Override
    public Optional<Revoked> revoked(X509Certificate certificate) {
        return Optional.ofNullable(list.getRevokedCertificate(certificate)).map(RevocationList::revoked);
    }

    private static Revoked revoked(X509CRLEntry entry) {
        var since = entry.getRevocationDate().toInstant();
        var reason = entry.getRevocationReason();
        return reason == null ? Revoked.since(since) : Revoked.because(reason, since);
    }
}
