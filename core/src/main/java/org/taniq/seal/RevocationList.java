package org.taniq.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.base.Altered;
import org.taniq.base.Trouble;

/// Which certificates somebody revoked (RFC 5280, section 5, CertificateList), as of one moment.
final class RevocationList {
    /// Longer is none that an authority for time-stamps needs.
    static final int LARGEST = 4 << 20;

    private static final int SIGNS_LISTS = 6;
    private static final int MOST_ADDRESSES = 3;

    private final byte[] bytes;
    private final X509CRL list;
    private final X509CRLHolder holder;

    private RevocationList(byte[] bytes) throws IOException, CertificateException, CRLException {
        this.bytes = bytes.clone();
        this.list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
        this.holder = new X509CRLHolder(bytes);
        if (!Arrays.equals(list.getEncoded(), bytes)) {
            throw unreadable();
        }
    }

    /// @throws Altered if it is none
    static RevocationList read(byte[] bytes) throws Altered {
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

    /// Where lists about a certificate are, by http or https.
    static List<URI> addresses(X509Certificate certificate) {
        var addresses = new ArrayList<URI>();
        for (var name : points(certificate)) {
            if (name.getTagNo() == GeneralName.uniformResourceIdentifier && addresses.size() < MOST_ADDRESSES) {
                address(name.getName().toString()).ifPresent(addresses::add);
            }
        }
        return List.copyOf(addresses);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(Authority.address(text));
        } catch (Trouble notToBeAsked) {
            return Optional.empty();
        }
    }

    private static List<GeneralName> points(X509Certificate certificate) {
        try {
            return Asn1.parsed(() -> named(certificate), StampAnswer::unreadable);
        } catch (StampRefused notUnderstood) {
            return List.of();
        }
    }

    private static List<GeneralName> named(X509Certificate certificate) throws IOException {
        var names = new ArrayList<GeneralName>();
        var extension = holder(certificate).getExtension(Extension.cRLDistributionPoints);
        if (extension != null) {
            for (var point :
                    CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints()) {
                names.addAll(names(point.getDistributionPoint()));
            }
        }
        return names;
    }

    private static List<GeneralName> names(@org.jspecify.annotations.Nullable DistributionPointName point) {
        return point == null || point.getType() != DistributionPointName.FULL_NAME
                ? List.of()
                : List.of(GeneralNames.getInstance(point.getName()).getNames());
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws IOException {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (GeneralSecurityException unwritten) {
            throw new IOException(unwritten);
        }
    }

    /// Whether the issuer of a certificate signed this list, and it would name the certificate if that were revoked.
    boolean isOf(X509Certificate certificate, X509Certificate issuer) {
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
        return point == null || names(point).stream().anyMatch(named(certificate)::contains);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// As of when it is.
    Instant moment() {
        return list.getThisUpdate().toInstant();
    }

    /// What it says of a certificate that is revoked; nothing of one that is not.
    Optional<Revoked> revoked(X509Certificate certificate) {
        return Optional.ofNullable(list.getRevokedCertificate(certificate))
                .map(entry -> new Revoked(entry.getRevocationDate().toInstant(), isOnlyFromThen(entry)));
    }

    /// @param onlyFromThen whether what was signed before holds all the same
    record Revoked(Instant since, boolean onlyFromThen) {}

    /// The reasons that leave earlier time-stamps standing (RFC 3161, section 4). Where none is said, the key may be in
    /// the hands of somebody who can state any time.
    private static boolean isOnlyFromThen(X509CRLEntry entry) {
        return entry.getRevocationReason() != null
                && switch (entry.getRevocationReason()) {
                    case UNSPECIFIED, AFFILIATION_CHANGED, SUPERSEDED, CESSATION_OF_OPERATION -> true;
                    case KEY_COMPROMISE,
                            CA_COMPROMISE,
                            CERTIFICATE_HOLD,
                            UNUSED,
                            REMOVE_FROM_CRL,
                            PRIVILEGE_WITHDRAWN,
                            AA_COMPROMISE -> false;
                };
    }
}
