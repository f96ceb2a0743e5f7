package org.taniq.read.proof;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.taniq.base.Hash;

/// Makes time-stamps of an invented authority whose every value is written by hand.
final class HandmadeStamp {
    private static final Provider MAKER = new BouncyCastleProvider();
    private static final String STATED = "1.2.840.113549.1.9.16.1.4";
    private static final String NAME = "CN=Stamps of Nobody";

    private final KeyPair keys;
    String way;
    boolean namesItsCertificate = true;

    private HandmadeStamp(KeyPair keys, String way) {
        this.keys = keys;
        this.way = way;
    }

    HandmadeStamp() {
        this(keys("RSA", ""), "SHA256withRSA");
    }

    static HandmadeStamp onCurve(String curve) {
        return new HandmadeStamp(keys("EC", curve), "SHA256withECDSA");
    }

    private static KeyPair keys(String kind, String curve) {
        try {
            var maker = KeyPairGenerator.getInstance(kind, MAKER);
            if (curve.isEmpty()) {
                maker.initialize(2048);
            } else {
                maker.initialize(new ECGenParameterSpec(curve));
            }
            return maker.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// TSTInfo, with more values behind the time, which is not brought into the form that it must have.
    static byte[] info(int version, String time, ASN1Encodable... more) throws IOException {
        var values = new ArrayList<ASN1Encodable>(List.of(
                new ASN1Integer(version),
                new ASN1ObjectIdentifier("1.2.3.4"),
                new DERSequence(new ASN1Encodable[] {
                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), new DEROctetString(new byte[32])
                }),
                new ASN1Integer(2),
                new ASN1GeneralizedTime(time)));
        values.addAll(List.of(more));
        return new BERSequence(values.toArray(new ASN1Encodable[0])).getEncoded();
    }

    byte[] token(byte[] info) throws IOException {
        try {
            var signer = new JcaContentSignerBuilder(way).setProvider(MAKER).build(keys.getPrivate());
            var certificate = certificate();
            var digests =
                    new JcaDigestCalculatorProviderBuilder().setProvider(MAKER).build();
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(certificate)))
                    .build(signer, certificate));
            generator.addCertificate(certificate);
            var content = new CMSProcessableByteArray(new ASN1ObjectIdentifier(STATED), info);
            return generator.generate(content, true).getEncoded();
        } catch (OperatorException | CMSException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private X509CertificateHolder certificate() throws IOException, OperatorException {
        var from = Date.from(Instant.parse("2024-01-01T00:00:00Z"));
        var until = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
        var name = new X500Name(NAME);
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.TWO, from, until, name, keys.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        boolean isRsa = keys.getPublic().getAlgorithm().equals("RSA");
        return builder.build(new JcaContentSignerBuilder(isRsa ? "SHA256withRSA" : "SHA256withECDSA")
                .setProvider(MAKER)
                .build(keys.getPrivate()));
    }

    private AttributeTable attributes(X509CertificateHolder certificate) throws IOException {
        if (!namesItsCertificate) {
            return new AttributeTable(new ASN1EncodableVector());
        }
        var id = new SigningCertificateV2(new ESSCertIDv2(Hash.SHA_256.of(certificate.getEncoded())));
        return new AttributeTable(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(id)));
    }

    /// An answer that refuses, with a time-stamp.
    static byte[] refusedWith(byte[] token) throws IOException {
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.rejection), ContentInfo.getInstance(token)).getEncoded();
    }
}
