package org.taniq.read.proof;

import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.cms.SignerInformation;
import org.taniq.base.Hash;

/// What of a time-stamp can be forged today: then it shows no time of yesterday. The digest of the file, the ways in
/// which the time-stamp and each certificate up to the root are signed, and the length of their keys.
final class StampWeakness {
    private static final int SMALLEST = 2048;
    private static final String SHA_1 = "sha1";
    private static final String MD5 = "md5";

    /// Signatures that name their digest.
    private static final Map<String, String> FORGEABLE = Map.of(
            "1.2.840.113549.1.1.2", MD5,
            "1.2.840.113549.1.1.4", MD5,
            "1.2.840.113549.1.1.5", SHA_1,
            "1.3.14.3.2.29", SHA_1,
            "1.3.14.3.2.27", SHA_1,
            "1.2.840.10040.4.3", SHA_1,
            "1.2.840.10045.4.1", SHA_1);

    private StampWeakness() {}

    /// @param way to a root that is known, or one that Java refused; where there is none, nothing rests on the
    ///     certificates
    static List<String> of(
            X509Certificate certificate,
            SignerInformation signer,
            Optional<Imprint> imprint,
            Optional<StampWay.Found> way) {
        var weak = new TreeSet<String>();
        StampHash.of(signer.getDigestAlgOID()).ifPresent(kind -> ofHash(kind, weak));
        imprint.ifPresent(of -> ofHash(of.kind(), weak));
        ofSignature(signer.getEncryptionAlgOID(), weak);
        ofKey(certificate, weak);
        way.map(StampWeakness::of).ifPresent(weak::addAll);
        return List.copyOf(weak);
    }

    /// Of the certificates on a way, and the key of its root.
    static List<String> of(StampWay.Found way) {
        var weak = new TreeSet<String>();
        way.between().forEach(each -> {
            ofSignature(each.getSigAlgOID(), weak);
            ofPadding(each).ifPresent(kind -> ofHash(kind, weak));
            ofKey(each, weak);
        });
        ofKey(way.root(), weak);
        return List.copyOf(weak);
    }

    private static void ofHash(Hash kind, TreeSet<String> weak) {
        if (kind.isForgeable()) {
            weak.add(kind == Hash.MD5 ? MD5 : SHA_1);
        }
    }

    private static void ofSignature(String id, TreeSet<String> weak) {
        Optional.ofNullable(FORGEABLE.get(id)).ifPresent(weak::add);
    }

    /// The digest of a signature whose name does not say it: RSASSA-PSS (RFC 4055), SHA-1 where it is left out.
    private static Optional<Hash> ofPadding(X509Certificate certificate) {
        if (!certificate.getSigAlgOID().equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
            return Optional.empty();
        }
        var stated = certificate.getSigAlgParams();
        return stated == null
                ? Optional.of(Hash.SHA_1)
                : StampContent.parsed(() -> RSASSAPSSparams.getInstance(stated).getHashAlgorithm())
                        .flatMap(kind -> StampHash.of(kind.getAlgorithm().getId()));
    }

    private static void ofKey(X509Certificate certificate, TreeSet<String> weak) {
        boolean isShort = switch (certificate.getPublicKey()) {
            case RSAKey rsa -> rsa.getModulus().bitLength() < SMALLEST;
            case DSAKey dsa -> dsa.getParams().getP().bitLength() < SMALLEST;
            default -> false;
        };
        if (isShort) {
            weak.add("short-key");
        }
    }
}
