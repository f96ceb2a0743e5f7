package org.taniq.seal.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.taniq.base.Digest;

/// A time-stamping authority that nobody trusts: it has a root of its own, and stamps any time that it is
/// told, with any certificate.
public final class TestAuthority {
    public static final Instant THEN = Instant.parse("2026-11-20T12:00:00Z");
    static final Shape HONEST =
            new Shape(true, List.of(KeyPurposeId.id_kp_timeStamping), THEN.minus(Duration.ofDays(90)));

    private static final Duration LIFE = Duration.ofDays(3650);

    private final AtomicLong serial = new AtomicLong(1);
    private final KeyPair rootKey = keys();
    private final X500Name name;
    private final X509CertificateHolder root;

    public TestAuthority(String name) throws IOException {
        this.name = new X500Name("CN=" + name);
        var ca = builder(this.name, rootKey, THEN.minus(LIFE));
        ca.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        ca.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        root = ca.build(signer(rootKey));
    }

    /// What a signer's certificate says; it is valid for ten years.
    record Shape(boolean critical, List<KeyPurposeId> purposes, Instant from) {}

    /// A key and what the authority says of it.
    public record Signer(KeyPair keys, X509CertificateHolder certificate) {}

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, Instant from) {
        return builder(name, subject, keys, from);
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Instant from) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial.getAndIncrement()),
                Date.from(from),
                Date.from(from.plus(LIFE).plus(LIFE)),
                subject,
                keys.getPublic());
    }

    private static ContentSigner signer(KeyPair keys) {
        try {
            String algorithm = switch (keys.getPrivate().getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                case "RSASSA-PSS" -> "SHA256withRSAandMGF1";
                default -> "Ed25519";
            };
            if (algorithm.endsWith("MGF1")) {
                var parameters = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
                return new JcaContentSignerBuilder(algorithm, parameters)
                        .setProvider(new BouncyCastleProvider())
                        .build(keys.getPrivate());
            }
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        } catch (OperatorCreationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public Anchor root() throws IOException {
        return Anchor.read(root.getEncoded());
    }

    /// As a person names one that is in no list; its address is asked by nobody.
    public Authority authority() throws IOException {
        return Authority.own(URI.create("http://127.0.0.1/tsa"), root());
    }

    public X509CertificateHolder rootHolder() {
        return root;
    }

    /// An honest signer, whose certificate says where the list of revoked ones is.
    public Signer signerWithList(String... addresses) throws IOException {
        return signerNaming(List.of(addresses), List.of());
    }

    /// An honest signer, whose certificate says where lists are and who answers about it alone.
    public Signer signerNaming(List<String> lists, List<String> responders) throws IOException {
        var keys = keys();
        var certificate = builder(new X500Name("CN=Signer"), keys, HONEST.from());
        certificate.addExtension(
                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        if (!lists.isEmpty()) {
            certificate.addExtension(Extension.cRLDistributionPoints, false, points(lists));
        }
        if (!responders.isEmpty()) {
            certificate.addExtension(Extension.authorityInfoAccess, false, access(responders));
        }
        return new Signer(keys, certificate.build(signer(rootKey)));
    }

    private static AuthorityInformationAccess access(List<String> addresses) {
        var ways = new ArrayList<AccessDescription>();
        ways.add(new AccessDescription(
                AccessDescription.id_ad_caIssuers,
                new GeneralName(GeneralName.uniformResourceIdentifier, "http://127.0.0.1:9/issuer.cer")));
        for (var address : addresses) {
            var name = new GeneralName(GeneralName.uniformResourceIdentifier, address);
            ways.add(new AccessDescription(AccessDescription.id_ad_ocsp, name));
        }
        return new AuthorityInformationAccess(ways.toArray(AccessDescription[]::new));
    }

    private static CRLDistPoint points(List<String> addresses) {
        var points = new ArrayList<DistributionPoint>();
        for (var address : addresses) {
            var name = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
            points.add(new DistributionPoint(new DistributionPointName(name), null, null));
        }
        return new CRLDistPoint(points.toArray(DistributionPoint[]::new));
    }

    /// An answer by a signer whose certificate says so.
    public byte[] answerWithList(byte[] request, Instant at, String... addresses) throws IOException {
        return answer(request, at, List.of(signerWithList(addresses)));
    }

    /// An answer by a signer whose certificate says where lists are and who answers about it alone.
    public byte[] answerNaming(byte[] request, Instant at, List<String> lists, List<String> responders)
            throws IOException {
        return answer(request, at, List.of(signerNaming(lists, responders)));
    }

    /// A list of no certificates that were revoked (RFC 5280, CertificateList), as of this moment.
    public byte[] crl(Instant at) throws IOException {
        return revoking(at, List.of());
    }

    /// A list of these, which were revoked a day before.
    public byte[] revoking(Instant at, List<X509CertificateHolder> revoked) throws IOException {
        return revoking(at, revoked, CRLReason.keyCompromise);
    }

    public byte[] revoking(Instant at, List<X509CertificateHolder> revoked, int reason) throws IOException {
        return list(at, revoked, reason).build(signer(rootKey)).getEncoded();
    }

    /// A list of no certificates that goes on naming those that ran out since then.
    public byte[] crlReaching(Instant backTo, Instant at) throws IOException {
        var list = list(at, List.of(), CRLReason.unspecified);
        list.addExtension(Extension.expiredCertsOnCRL, false, new ASN1GeneralizedTime(Date.from(backTo)));
        return list.build(signer(rootKey)).getEncoded();
    }

    private X509v2CRLBuilder list(Instant at, List<X509CertificateHolder> revoked, int reason) {
        var list = new X509v2CRLBuilder(name, Date.from(at));
        list.setNextUpdate(Date.from(at.plus(LIFE)));
        for (var certificate : revoked) {
            list.addCRLEntry(certificate.getSerialNumber(), Date.from(at.minus(Duration.ofDays(1))), reason);
        }
        return list;
    }

    /// The root as a file of certificates has it.
    public String pem() throws IOException {
        return pem(root);
    }

    public static String pem(X509CertificateHolder certificate) throws IOException {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + base64.encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    Signer signer(Shape shape) throws IOException {
        var keys = keys();
        var certificate = builder(new X500Name("CN=Signer"), keys, shape.from());
        if (!shape.purposes().isEmpty()) {
            certificate.addExtension(
                    Extension.extendedKeyUsage,
                    shape.critical(),
                    new ExtendedKeyUsage(shape.purposes().toArray(KeyPurposeId[]::new)));
        }
        return new Signer(keys, certificate.build(signer(rootKey)));
    }

    /// Who vouches for others, or for itself.
    public record Ca(X500Name name, KeyPair keys) {}

    public static Ca ca(String name) {
        return new Ca(new X500Name("CN=" + name), keys());
    }

    /// @param bits of the key: 1024 is what nobody may have now
    static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public Ca rootCa() {
        return new Ca(name, rootKey);
    }

    /// One CA vouches for another.
    X509CertificateHolder vouched(Ca by, Ca other) throws IOException {
        var certificate = builder(by.name(), other.name(), other.keys(), THEN.minus(LIFE));
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return certificate.build(signer(by.keys()));
    }

    /// A signer of another than the root.
    Signer signer(Ca by) throws IOException {
        return signer(by, keys());
    }

    Signer signer(Ca by, KeyPair keys) throws IOException {
        var certificate = builder(by.name(), new X500Name("CN=Signer"), keys, HONEST.from());
        certificate.addExtension(
                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new Signer(keys, certificate.build(signer(by.keys())));
    }

    /// An honest answer to a request.
    public byte[] answer(byte[] request, Instant at) throws IOException {
        return answer(request, at, List.of(signer(HONEST)));
    }

    public byte[] answer(byte[] request, Instant at, List<Signer> signers) throws IOException {
        return answer(token(request, at, signers));
    }

    public static byte[] answer(ContentInfo token) throws IOException {
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token).getEncoded();
    }

    static byte[] rejection(String words) throws IOException {
        var status = new PKIStatusInfo(PKIStatus.rejection, new PKIFreeText(new DERUTF8String(words)));
        return new TimeStampResp(status, null).getEncoded();
    }

    ContentInfo token(byte[] request, Instant at, List<Signer> signers) throws IOException {
        return token(
                request, at, signers, signers.stream().map(Signer::certificate).toList());
    }

    ContentInfo token(byte[] request, Instant at, List<Signer> signers, List<X509CertificateHolder> certificates)
            throws IOException {
        try {
            var cms = new CMSSignedDataGenerator();
            for (var signer : signers) {
                var digests = new JcaDigestCalculatorProviderBuilder().build();
                cms.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                        .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(signer)))
                        .build(signer(signer.keys()), signer.certificate()));
            }
            cms.addCertificates(new CollectionStore<>(certificates));
            var content = new CMSProcessableByteArray(
                    PKCSObjectIdentifiers.id_ct_TSTInfo, stated(request, at).getEncoded());
            return ContentInfo.getInstance(
                    cms.generate(content, true).toASN1Structure().toASN1Primitive());
        } catch (CMSException | OperatorCreationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static AttributeTable attributes(Signer signer) throws IOException {
        var id = new ESSCertIDv2(Digest.of(signer.certificate().getEncoded()).bytes());
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
        return new AttributeTable(attributes);
    }

    private TSTInfo stated(byte[] request, Instant at) {
        var asked = TimeStampReq.getInstance(request);
        return new TSTInfo(
                new ASN1ObjectIdentifier("1.2.3.4"),
                asked.getMessageImprint(),
                new ASN1Integer(serial.getAndIncrement()),
                new ASN1GeneralizedTime(Date.from(at)),
                null,
                null,
                asked.getNonce(),
                null,
                null);
    }
}
