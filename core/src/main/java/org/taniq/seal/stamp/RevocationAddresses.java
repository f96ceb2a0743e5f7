package org.taniq.seal.stamp;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Trouble;

/// Where a certificate says that one can ask whether it was revoked (RFC 5280, sections 4.2.1.13 and 4.2.2.1). Of what
/// cannot be understood nothing is taken, and not more than a few of anything.
public final class RevocationAddresses {
    private static final int MOST = 3;

    private RevocationAddresses() {}

    /// What looks for names.
    private interface Looking {
        List<GeneralName> in(X509CertificateHolder certificate);
    }

    /// Of lists, by http or https.
    public static List<URI> lists(X509Certificate certificate) {
        return web(certificate, RevocationAddresses::points);
    }

    /// Of whoever answers about one certificate (OCSP), by http or https.
    public static List<URI> responders(X509Certificate certificate) {
        return web(certificate, RevocationAddresses::responders);
    }

    private static List<URI> web(X509Certificate certificate, Looking looking) {
        var addresses = new ArrayList<URI>();
        for (var name : understood(certificate, looking)) {
            if (name.getTagNo() == GeneralName.uniformResourceIdentifier && addresses.size() < MOST) {
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

    private static List<GeneralName> understood(X509Certificate certificate, Looking looking) {
        try {
            return Asn1.parsed(() -> looking.in(holder(certificate)), StampAnswer::unreadable);
        } catch (StampRefused notUnderstood) {
            return List.of();
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws IOException {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (GeneralSecurityException unwritten) {
            throw new IOException(unwritten);
        }
    }

    private static List<GeneralName> responders(X509CertificateHolder certificate) {
        var names = new ArrayList<GeneralName>();
        var access = AuthorityInformationAccess.fromExtensions(certificate.getExtensions());
        if (access != null) {
            for (var way : access.getAccessDescriptions()) {
                if (way.getAccessMethod().equals(X509ObjectIdentifiers.id_ad_ocsp)) {
                    names.add(way.getAccessLocation());
                }
            }
        }
        return names;
    }

    /// All names of the points where lists about a certificate are.
    ///
    /// @throws IOException if it cannot be understood
    static List<GeneralName> points(X509Certificate certificate) throws IOException {
        return points(holder(certificate));
    }

    private static List<GeneralName> points(X509CertificateHolder certificate) {
        var names = new ArrayList<GeneralName>();
        var extension = certificate.getExtension(Extension.cRLDistributionPoints);
        if (extension != null) {
            for (var point :
                    CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints()) {
                names.addAll(names(point.getDistributionPoint()));
            }
        }
        return names;
    }

    static List<GeneralName> names(@Nullable DistributionPointName point) {
        return point == null || point.getType() != DistributionPointName.FULL_NAME
                ? List.of()
                : List.of(GeneralNames.getInstance(point.getName()).getNames());
    }
}
