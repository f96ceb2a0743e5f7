package org.taniq.seal.stamp;

import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// What the certificate of a signer must be for: time-stamps and nothing else, said in a critical extension
/// (RFC 3161, section 2.3).
final class Purpose {
    private static final int V3 = 3;
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    private Purpose() {}

    static void check(X509CertificateHolder certificate) throws StampRefused {
        if (certificate.getVersionNumber() != V3 || !isForTimeAlone(certificate) || !mayOnlySign(certificate)) {
            throw new StampRefused(
                    Reason.PURPOSE,
                    Said.of("the certificate of the signer is not for time-stamps, or not for them alone"));
        }
    }

    private static boolean isForTimeAlone(X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.extendedKeyUsage);
        if (extension == null || !extension.isCritical()) {
            return false;
        }
        var usage = ExtendedKeyUsage.getInstance(extension.getParsedValue());
        return usage.size() == 1 && usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping);
    }

    private static boolean mayOnlySign(X509CertificateHolder certificate) {
        var usage = KeyUsage.fromExtensions(certificate.getExtensions());
        if (usage == null) {
            return true;
        }
        int bits = usage.getBytes().length == 0 ? 0 : usage.getBytes()[0] & 0xff;
        return (bits & SIGNING) != 0 && (bits & ~SIGNING) == 0 && usage.getBytes().length == 1;
    }
}
