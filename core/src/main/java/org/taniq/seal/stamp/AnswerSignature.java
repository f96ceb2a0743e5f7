package org.taniq.seal.stamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/// Who signed the answer of a responder: the issuer of the certificate that was asked about, or somebody to whom that
/// issuer itself gave a certificate for it (RFC 6960, section 4.2.2.2).
final class AnswerSignature {
    private static final int MOST_CERTIFICATES = 10;
    private static final int SIGNS = 0;

    private final BasicOCSPResponse answer;
    private final Instant made;
    private final List<X509Certificate> certificates = new ArrayList<>();

    /// @param made when it was signed, as it says itself
    AnswerSignature(BasicOCSPResponse answer, Instant made) throws IOException {
        this.answer = answer;
        this.made = made;
        var all = answer.getCerts();
        if (all == null) {
            return;
        }
        if (all.size() > MOST_CERTIFICATES) {
            throw RevocationAnswer.none();
        }
        for (ASN1Encodable certificate : all) {
            certificates.add(certificate(certificate.toASN1Primitive().getEncoded()));
        }
    }

    private static X509Certificate certificate(byte[] der) throws IOException {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException none) {
            throw new IOException(none);
        }
    }

    boolean isBy(X509Certificate issuer) throws IOException {
        if (isMadeWith(issuer)) {
            return true;
        }
        for (var other : certificates) {
            if (maySpeakFor(other, issuer) && isMadeWith(other)) {
                return true;
            }
        }
        return false;
    }

    /// Whether that certificate was revoked in its turn is not looked at.
    private boolean maySpeakFor(X509Certificate other, X509Certificate issuer) {
        try {
            other.verify(issuer.getPublicKey());
            return other.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && isForAnswers(other)
                    && Algorithms.isStrong(other)
                    && !made.isBefore(other.getNotBefore().toInstant())
                    && !made.isAfter(other.getNotAfter().toInstant());
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static boolean isForAnswers(X509Certificate other) throws GeneralSecurityException {
        var purposes = other.getExtendedKeyUsage();
        var usage = other.getKeyUsage();
        return purposes != null
                && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                && (usage == null || usage[SIGNS])
                && !other.hasUnsupportedCriticalExtension();
    }

    private boolean isMadeWith(X509Certificate certificate) throws IOException {
        var algorithm = answer.getSignatureAlgorithm();
        if (!names(certificate)
                || !Algorithms.isStrong(algorithm)
                || !Algorithms.isStrong(certificate.getPublicKey())) {
            return false;
        }
        try {
            var signature = Signature.getInstance(new DefaultSignatureNameFinder().getAlgorithmName(algorithm));
            signature.initVerify(certificate.getPublicKey());
            signature.update(answer.getTbsResponseData().getEncoded());
            return signature.verify(answer.getSignature().getOctets());
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private boolean names(X509Certificate certificate) throws IOException {
        var named = answer.getTbsResponseData().getResponderID();
        return named.getKeyHash() == null
                ? new X500Principal(named.getName().getEncoded()).equals(certificate.getSubjectX500Principal())
                : Arrays.equals(named.getKeyHash(), RevocationRequest.keyDigest("SHA-1", certificate));
    }
}
