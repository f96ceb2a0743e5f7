package org.taniq.read.proof;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.taniq.base.Hash;

/// Makes time-stamps of an invented authority, also such as none should make.
final class StampMaker {
    private static final String POLICY = "1.2.3.4";

    KeyPair root = keys();
    final KeyPair own = keys();
    final KeyPair upper = keys();
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    Instant until = Instant.parse("2030-01-01T00:00:00Z");
    Instant time = Instant.parse("2025-06-07T08:09:10Z");
    BigInteger serial = BigInteger.TWO;
    Hash kind = Hash.SHA_256;
    boolean isSelfSigned;
    boolean bringsCertificate = true;
    boolean hasUnknownDuty;
    int keyUsage = KeyUsage.digitalSignature;
    /// Of the digest by which the signer names its certificate.
    ASN1ObjectIdentifier namedBy = NISTObjectIdentifiers.id_sha256;
    String certificatesSignedWith = "SHA256withECDSA";
    final List<X509Certificate> foreign = new ArrayList<>();

    /// The one of the last time-stamp: each that is made has another signature.
    final List<X509Certificate> used = new ArrayList<>();

    private static KeyPair keys() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static KeyPair ofRsa() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    X509Certificate rootCertificate() throws IOException {
        return certificate("CN=Root of Nobody", "CN=Root of Nobody", root, root.getPrivate(), true);
    }

    X509Certificate upperCertificate() throws IOException {
        return certificate("CN=Upper of Nobody", "CN=Upper of Nobody", upper, upper.getPrivate(), true);
    }

    /// The root, vouched for by the one above it, with something more in it.
    X509Certificate between(ASN1ObjectIdentifier id, ASN1Encodable more) throws IOException {
        try {
            var builder = builder("CN=Upper of Nobody", "CN=Root of Nobody", root);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(id, false, more);
            return signed(builder, upper.getPrivate());
        } catch (GeneralSecurityException | OperatorException bad) {
            throw new IllegalStateException(bad);
        }
    }

    X509Certificate certificate() throws IOException {
        return isSelfSigned
                ? certificate("CN=Stamps of Nobody", "CN=Stamps of Nobody", own, own.getPrivate(), false)
                : certificate("CN=Root of Nobody", "CN=Stamps of Nobody", own, root.getPrivate(), false);
    }

    private X509Certificate certificate(String issuer, String subject, KeyPair of, PrivateKey by, boolean isRoot)
            throws IOException {
        try {
            var builder = builder(issuer, subject, of);
            if (isRoot) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
            }
            return signed(builder, by);
        } catch (GeneralSecurityException | OperatorException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private JcaX509v3CertificateBuilder builder(String issuer, String subject, KeyPair of) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(subject.hashCode()).abs(),
                Date.from(from),
                Date.from(until),
                new X500Name(subject),
                of.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException, OperatorException {
        var signer = new JcaContentSignerBuilder(certificatesSignedWith);
        if (certificatesSignedWith.endsWith("MGF1")) {
            signer.setProvider(new BouncyCastleProvider());
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer.build(by)));
    }

    byte[] token(byte[] of) throws IOException {
        var certificate = certificate();
        used.clear();
        used.add(certificate);
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", own.getPrivate(), certificate),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(namedBy)),
                    new ASN1ObjectIdentifier(POLICY));
            var brought = new ArrayList<>(foreign);
            if (bringsCertificate) {
                brought.add(certificate);
            }
            generator.addCertificates(new JcaCertStore(brought));
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            var request = asking.generate(id(), kind.of(of));
            var more = new ExtensionsGenerator();
            if (hasUnknownDuty) {
                more.addExtension(new ASN1ObjectIdentifier(POLICY), true, new byte[] {5, 0});
            }
            return generator
                    .generate(request, serial, Date.from(time), hasUnknownDuty ? more.generate() : null)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorException | TSPException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private ASN1ObjectIdentifier id() {
        return switch (kind) {
            case SHA_1 -> OIWObjectIdentifiers.idSHA1;
            case SHA_384 -> NISTObjectIdentifiers.id_sha384;
            case SHA_512 -> NISTObjectIdentifiers.id_sha512;
            case SHA_256, SHA_224, MD5, RIPEMD_160, KECCAK_256 -> NISTObjectIdentifiers.id_sha256;
        };
    }
}
