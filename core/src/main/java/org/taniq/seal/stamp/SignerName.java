package org.taniq.seal.stamp;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/// How a signer names its certificate: by issuer and number, or by the key's identifier (RFC 5652, section
/// 5.3). No signature covers it, so it is compared byte by byte and not as names are.
record SignerName(SignerInfo info) {
    private static final int BY_ISSUER = 1;
    private static final int BY_KEY = 3;

    static SignerName of(SignerInformation signer) {
        return new SignerName(signer.toASN1Structure());
    }

    boolean names(X509CertificateHolder certificate) throws StampRefused {
        return Asn1.parsed(() -> isNameOf(certificate), StampAnswer::unreadable);
    }

    private boolean isNameOf(X509CertificateHolder certificate) throws IOException {
        ASN1Encodable id = info.getSID().getId();
        if (id instanceof ASN1OctetString key) {
            return info.getVersion().hasValue(BY_KEY) && hasKey(certificate, key);
        }
        byte[] named = IssuerAndSerialNumber.getInstance(id).getEncoded();
        byte[] whole = new IssuerAndSerialNumber(certificate.getIssuer(), certificate.getSerialNumber()).getEncoded();
        return info.getVersion().hasValue(BY_ISSUER) && Arrays.equals(named, whole);
    }

    private static boolean hasKey(X509CertificateHolder certificate, ASN1OctetString key) {
        var own = SubjectKeyIdentifier.fromExtensions(certificate.getExtensions());
        return own != null && Arrays.equals(own.getKeyIdentifier(), key.getOctets());
    }
}
