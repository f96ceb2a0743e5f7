package org.taniq.read.proof;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// What a certificate on the way to a root says that those below it are for.
final class StampPurposes {
    private static final Set<String> TIME =
            Set.of(KeyPurposeId.id_kp_timeStamping.getId(), KeyPurposeId.anyExtendedKeyUsage.getId());
    private static final int MOST_POLICIES = 32;

    private StampPurposes() {}

    /// Whether nothing in it says that it is for other things.
    static boolean areForTime(X509Certificate certificate) {
        try {
            var purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(TIME::contains);
        } catch (CertificateParsingException unread) {
            return false;
        }
    }

    /// Java follows policies that stand there twice, or are mapped to one another, in all ways that there are: a few
    /// small certificates of nobody would take all memory.
    static boolean areFew(X509Certificate certificate) {
        var mapped = certificate.getExtensionValue(Extension.policyMappings.getId());
        var policies = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        return mapped == null && (policies == null || areFew(policies));
    }

    private static boolean areFew(byte[] policies) {
        return StampContent.parsed(() -> CertificatePolicies.getInstance(
                                ASN1OctetString.getInstance(policies).getOctets())
                        .getPolicyInformation())
                .filter(all -> all.length <= MOST_POLICIES)
                .filter(all -> Stream.of(all)
                                .map(policy -> policy.getPolicyIdentifier())
                                .distinct()
                                .count()
                        == all.length)
                .isPresent();
    }
}
