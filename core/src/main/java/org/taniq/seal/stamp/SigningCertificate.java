package org.taniq.seal.stamp;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// Checks that the signer signed which certificate is its own, so that no other with the same key can take
/// its place: ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035, RFC 5816), the first of the list.
final class SigningCertificate {
    private final X509CertificateHolder certificate;

    private SigningCertificate(X509CertificateHolder certificate) {
        this.certificate = certificate;
    }

    static void check(SignerInformation signer, X509CertificateHolder certificate) throws StampRefused {
        boolean holds =
                Asn1.parsed(() -> new SigningCertificate(certificate).isSignedBy(signer), SigningCertificate::another);
        if (!holds) {
            throw another();
        }
    }

    private static StampRefused another() {
        return new StampRefused(
                Reason.SIGNING_CERTIFICATE, Said.of("the signer signed for another certificate, or for none"));
    }

    /// One of both must be there; where both are, both must hold.
    private boolean isSignedBy(SignerInformation signer) throws IOException, StampRefused {
        var attributes = signer.getSignedAttributes();
        if (attributes == null) {
            return false;
        }
        var first = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificate);
        var second = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (first.size() > 1 || second.size() > 1 || first.size() + second.size() == 0) {
            return false;
        }
        return (first.size() == 0 || isFirst(Attribute.getInstance(first.get(0))))
                && (second.size() == 0 || isSecond(Attribute.getInstance(second.get(0))));
    }

    private boolean isFirst(Attribute attribute) throws IOException {
        ESSCertID id = org.bouncycastle.asn1.ess.SigningCertificate.getInstance(only(attribute))
                .getCerts()[0];
        return MessageDigest.isEqual(id.getCertHash(), StampCheck.digest("SHA-1", certificate.getEncoded()))
                && isIssuer(id.getIssuerSerial());
    }

    private boolean isSecond(Attribute attribute) throws IOException, StampRefused {
        ESSCertIDv2 id = SigningCertificateV2.getInstance(only(attribute)).getCerts()[0];
        String digest = Algorithms.digest(id.getHashAlgorithm().getAlgorithm().getId());
        return MessageDigest.isEqual(id.getCertHash(), StampCheck.digest(digest, certificate.getEncoded()))
                && isIssuer(id.getIssuerSerial());
    }

    private static org.bouncycastle.asn1.ASN1Encodable only(Attribute attribute) {
        if (attribute.getAttrValues().size() != 1) {
            throw new IllegalArgumentException("an attribute with several values");
        }
        return attribute.getAttrValues().getObjectAt(0);
    }

    private boolean isIssuer(@Nullable IssuerSerial named) {
        if (named == null) {
            return true;
        }
        return named.getSerial().hasValue(certificate.getSerialNumber())
                && Arrays.asList(named.getIssuer().getNames()).contains(new GeneralName(certificate.getIssuer()));
    }
}
