package org.taniq.seal.stamp;

import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// What a time-stamp may be signed with: RSA of 2048 bits or more, ECDSA or Ed25519, with SHA-2. Nothing that
/// can be forged today proves a time of yesterday.
final class Algorithms {
    private static final int SMALLEST_RSA = 2048;

    private static final Map<String, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    private static final Set<String> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
            EdECObjectIdentifiers.id_Ed25519.getId());

    private Algorithms() {}

    /// The name in Java of a digest.
    static String digest(String id) throws StampRefused {
        String name = DIGESTS.get(id);
        if (name == null) {
            throw weak();
        }
        return name;
    }

    static void refuseWeak(SignerInformation signer) throws StampRefused {
        digest(signer.getDigestAlgOID());
        String signature = signer.getEncryptionAlgOID();
        refusePss(signature);
        boolean plainRsa = signature.equals(PKCSObjectIdentifiers.rsaEncryption.getId());
        if (!plainRsa && !SIGNATURES.contains(signature)) {
            throw weak();
        }
        if (!Asn1.hasNoParameters(signer.toASN1Structure().getDigestEncryptionAlgorithm())) {
            throw weak();
        }
    }

    /// Not weak, but its parameters have many forms, of which none is looked at here.
    private static void refusePss(String signature) throws StampRefused {
        if (signature.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
            throw new StampRefused(
                    Reason.ALGORITHM,
                    Said.of("the time-stamp is signed with RSASSA-PSS, which this program does not check: it is not"
                            + " wrong for that; ask another authority"));
        }
    }

    static void refuseWeak(X509Certificate certificate) throws StampRefused {
        refusePss(certificate.getSigAlgOID());
        if (!isStrong(certificate)) {
            throw weak();
        }
    }

    /// Of a root the key alone counts: nothing rests on what it signs of itself.
    static void refuseWeak(PublicKey key) throws StampRefused {
        if (!isStrong(key)) {
            throw weak();
        }
    }

    static boolean isStrong(X509Certificate certificate) {
        return SIGNATURES.contains(certificate.getSigAlgOID()) && isStrong(certificate.getPublicKey());
    }

    static boolean isStrong(X509CRL list) {
        return SIGNATURES.contains(list.getSigAlgOID());
    }

    /// Of a signature that stands alone.
    static boolean isStrong(AlgorithmIdentifier signature) {
        return SIGNATURES.contains(signature.getAlgorithm().getId()) && Asn1.hasNoParameters(signature);
    }

    static boolean isStrong(PublicKey key) {
        return !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= SMALLEST_RSA;
    }

    private static StampRefused weak() {
        return new StampRefused(
                Reason.ALGORITHM, Said.of("the time-stamp is signed in a way that is too weak or not known here"));
    }
}
