package org.taniq.seal.stamp;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// Asks a responder about one certificate (RFC 6960, OCSPRequest), and nothing else. It is not signed, and has no
/// number
/// used once: as of when the answer is stands in it, and what was made beforehand for everybody is enough.
public final class RevocationRequest {
    private RevocationRequest() {}

    /// As it is sent (DER). The certificate is named by SHA-1, which every responder knows (RFC 5019, section 2.1.1):
    /// nothing rests on it, because whoever signed the certificate signs the answer.
    public static byte[] about(X509Certificate certificate, X509Certificate issuer) throws IOException {
        var named = named(certificate, issuer, OIWObjectIdentifiers.idSHA1, "SHA-1");
        var all = new DERSequence(new Request(named, null));
        return new OCSPRequest(new TBSRequest(null, all, (org.bouncycastle.asn1.x509.Extensions) null), null)
                .getEncoded("DER");
    }

    private static CertID named(
            X509Certificate certificate, X509Certificate issuer, ASN1ObjectIdentifier id, String digest) {
        return new CertID(
                new AlgorithmIdentifier(id, DERNull.INSTANCE),
                new DEROctetString(StampCheck.digest(
                        digest, certificate.getIssuerX500Principal().getEncoded())),
                new DEROctetString(keyDigest(digest, issuer)),
                new ASN1Integer(certificate.getSerialNumber()));
    }

    /// Whether it names this certificate.
    static boolean isOf(CertID named, X509Certificate certificate, X509Certificate issuer) throws StampRefused {
        var id = named.getHashAlgorithm().getAlgorithm();
        String digest = id.equals(OIWObjectIdentifiers.idSHA1) ? "SHA-1" : Algorithms.digest(id.getId());
        var wanted = named(certificate, issuer, id, digest);
        return named.getIssuerNameHash().equals(wanted.getIssuerNameHash())
                && named.getIssuerKeyHash().equals(wanted.getIssuerKeyHash())
                && named.getSerialNumber().equals(wanted.getSerialNumber());
    }

    /// Of the bits of the key alone, without what kind it is.
    static byte[] keyDigest(String digest, X509Certificate certificate) {
        var key = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        return StampCheck.digest(digest, key.getPublicKeyData().getBytes());
    }
}
