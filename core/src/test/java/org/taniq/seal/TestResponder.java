package org.taniq.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.taniq.seal.stamp.TestAuthority;

/// Answers about single certificates of a [TestAuthority] (RFC 6960), whatever it is told to say.
public final class TestResponder {
    static final CertificateStatus GOOD = CertificateStatus.GOOD;
    private static final Duration DAY = Duration.ofDays(1);

    private final TestAuthority.Ca ca;
    private final X509CertificateHolder root;
    private final TestAuthority.Signer own;

    public TestResponder(TestAuthority authority) throws IOException {
        ca = authority.rootCa();
        root = authority.rootHolder();
        own = new TestAuthority.Signer(ca.keys(), root);
    }

    static CertificateStatus revoked(Instant since, int reason) {
        return new RevokedStatus(Date.from(since), reason);
    }

    static CertificateStatus revokedWithoutReason(Instant since) {
        return new RevokedStatus(Date.from(since));
    }

    /// That what was asked about was not revoked, as of this moment.
    public byte[] answer(byte[] request, Instant at) throws IOException {
        var asked = new OCSPReq(request).getRequestList();
        return answer(asked[0].getCertID(), GOOD, at, own, List.of());
    }

    byte[] answer(X509CertificateHolder certificate, CertificateStatus status, Instant at) throws IOException {
        return answer(certificate, status, at, own);
    }

    byte[] answer(X509CertificateHolder certificate, CertificateStatus status, Instant at, TestAuthority.Signer by)
            throws IOException {
        var certificates = by.equals(own) ? List.<X509CertificateHolder>of() : List.of(by.certificate());
        return answer(id(certificate, root), status, at, by, certificates);
    }

    static CertificateID id(X509CertificateHolder certificate, X509CertificateHolder issuer) throws IOException {
        try {
            var sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
            return new CertificateID(sha1, issuer, certificate.getSerialNumber());
        } catch (OperatorCreationException | OCSPException failed) {
            throw new IOException(failed);
        }
    }

    byte[] answer(
            CertificateID about,
            CertificateStatus status,
            Instant at,
            TestAuthority.Signer by,
            List<X509CertificateHolder> certificates)
            throws IOException {
        return answer(about, status, at, by, certificates, null);
    }

    /// @param extensions of what is said of the certificate
    byte[] answer(
            CertificateID about,
            CertificateStatus status,
            Instant at,
            TestAuthority.Signer by,
            List<X509CertificateHolder> certificates,
            @org.jspecify.annotations.Nullable Extensions extensions)
            throws IOException {
        try {
            var answer = new BasicOCSPRespBuilder(new RespID(by.certificate().getSubject()));
            answer.addResponse(about, status, Date.from(at), Date.from(at.plus(DAY)), extensions);
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(by.keys().getPrivate());
            var made = answer.build(signer, certificates.toArray(X509CertificateHolder[]::new), Date.from(at));
            return new OCSPRespBuilder()
                    .build(OCSPResponseStatus.SUCCESSFUL, made)
                    .getEncoded();
        } catch (OperatorCreationException | OCSPException failed) {
            throw new IOException(failed);
        }
    }

    static byte[] refusal(int status) throws IOException {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException failed) {
            throw new IOException(failed);
        }
    }

    /// Somebody to whom the root gave a certificate, for ten days from this moment.
    TestAuthority.Signer other(KeyPurposeId purpose, Instant from) throws IOException {
        return other(ca, purpose, from);
    }

    static TestAuthority.Signer other(TestAuthority.Ca by, KeyPurposeId purpose, Instant from) throws IOException {
        KeyPair keys = TestAuthority.ca("Responder").keys();
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                    by.name(),
                    BigInteger.valueOf(7_000),
                    Date.from(from),
                    Date.from(from.plus(DAY.multipliedBy(10))),
                    new X500Name("CN=Responder"),
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(by.keys().getPrivate());
            return new TestAuthority.Signer(keys, certificate.build(signer));
        } catch (OperatorCreationException failed) {
            throw new IOException(failed);
        }
    }

    static X509Certificate read(X509CertificateHolder certificate) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }
}
