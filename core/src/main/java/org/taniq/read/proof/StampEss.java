package org.taniq.read.proof;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.taniq.base.Hash;

/// Which certificate the signer signed to be its own: ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035).
enum StampEss {
    ITS_OWN,
    /// Another one.
    ANOTHER,
    /// None, or it does not say which.
    NONE,
    /// It is named by a digest of a kind that is not known here.
    NOT_KNOWN;

    static StampEss of(X509Certificate certificate, SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        if (attributes == null) {
            return NONE;
        }
        var first = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificate);
        var second = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (first.size() > 1 || second.size() > 1 || first.size() + second.size() == 0) {
            return NONE;
        }
        if (first.size() > 0 && !isFirst(certificate, Attribute.getInstance(first.get(0)))) {
            return ANOTHER;
        }
        return second.size() == 0 ? ITS_OWN : second(certificate, Attribute.getInstance(second.get(0)));
    }

    private static boolean isFirst(X509Certificate certificate, Attribute attribute) {
        var id = SigningCertificate.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return isDigest(certificate, Hash.SHA_1, id.getCertHash());
    }

    private static StampEss second(X509Certificate certificate, Attribute attribute) {
        var id = SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        var kind = StampHash.of(id.getHashAlgorithm().getAlgorithm().getId());
        if (kind.isEmpty()) {
            return NOT_KNOWN;
        }
        return isDigest(certificate, kind.get(), id.getCertHash()) ? ITS_OWN : ANOTHER;
    }

    private static boolean isDigest(X509Certificate certificate, Hash kind, byte[] stated) {
        return MessageDigest.isEqual(kind.of(StampCertificates.bytes(certificate)), stated);
    }
}
