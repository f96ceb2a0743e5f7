package org.taniq.read.proof;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.taniq.base.Hash;
import org.taniq.read.proof.StampVerdict.Result;
import org.taniq.read.proof.StampVerdict.Signer;
import org.taniq.read.proof.StampVerdict.Strength;

/// Checks the signature of a time-stamp, whoever made it: by the certificate inside, else by one that lies beside it,
/// as of the time that it states. Weak ways of signing are told, not refused: it is evidence, and not asked for by us.
final class StampSignature {
    private final CMSSignedData data;
    private final Optional<Instant> time;
    private final Optional<Imprint> imprint;
    private final List<X509CertificateHolder> inside;
    private final List<X509Certificate> beside;

    private StampSignature(CMSSignedData data, StampContent content, List<X509Certificate> beside) {
        this.data = data;
        this.time = content.time() instanceof org.taniq.base.When.Exact exact
                ? Optional.of(exact.instant())
                : Optional.empty();
        this.imprint = content.imprint();
        this.inside = List.copyOf(data.getCertificates().getMatches(null));
        this.beside = beside;
    }

    /// Certificates of which nobody says what they are worth, looked for where they are needed.
    @FunctionalInterface
    interface Beside {
        List<X509Certificate> certificates() throws IOException;
    }

    /// What a token states, whatever form of BER it is written in.
    static byte[] stated(ContentInfo token) throws IOException {
        try {
            return (byte[]) new CMSSignedData(token).getSignedContent().getContent();
        } catch (CMSException none) {
            throw new IOException(none);
        }
    }

    /// @param token as it stands in the file
    /// @param beside certificates of which nobody says what they are worth
    static StampVerdict check(byte[] token, StampContent content, List<X509Certificate> beside) {
        return StampContent.parsed(() -> {
                    try {
                        return new StampSignature(new CMSSignedData(token), content, beside).checked();
                    } catch (CMSException none) {
                        throw new IOException(none);
                    }
                })
                .orElseGet(() -> StampVerdict.failed("form"));
    }

    private StampVerdict checked() {
        var signers = List.copyOf(data.getSignerInfos().getSigners());
        if (signers.size() != 1 || inside.size() > StampCertificates.MOST) {
            return StampVerdict.failed("signers");
        }
        var signer = signers.getFirst();
        var own = inside.stream().filter(one -> signer.getSID().match(one)).findFirst();
        var certificate = own.flatMap(StampCertificates::read)
                .map(one -> new Signer(one, true))
                .or(() -> lyingBeside(signer));
        if (certificate.isEmpty()) {
            return StampVerdict.notChecked("noCertificate");
        }
        var way = new StampWay(certificate.get().certificate(), others(), time.orElse(Instant.EPOCH));
        return by(certificate.get().certificate(), signer, way).of(certificate.get(), foreign(way));
    }

    private Optional<Signer> lyingBeside(SignerInformation signer) {
        return beside.stream()
                .filter(one -> signer.getSID().match(holder(one)))
                .findFirst()
                .map(one -> new Signer(one, false));
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        return StampContent.parsed(() -> {
                    try {
                        return new X509CertificateHolder(certificate.getEncoded());
                    } catch (java.security.cert.CertificateEncodingException unwritten) {
                        throw new IOException(unwritten);
                    }
                })
                .orElseThrow();
    }

    private List<X509Certificate> others() {
        var all = new ArrayList<X509Certificate>();
        inside.forEach(holder -> StampCertificates.read(holder).ifPresent(all::add));
        all.addAll(beside);
        return all;
    }

    /// Those of the time-stamp alone: what lies beside it is not of it.
    private long foreign(StampWay way) {
        var reached = way.reached();
        return inside.stream()
                .filter(holder ->
                        StampCertificates.read(holder).filter(reached::contains).isEmpty())
                .count();
    }

    private StampVerdict by(X509Certificate certificate, SignerInformation signer, StampWay way) {
        if (!holds(certificate, signer)) {
            return StampVerdict.failed("signatureFails");
        }
        if (!namesItself(certificate, signer)) {
            return StampVerdict.failed("otherCertificate");
        }
        if (!isForTime(certificate)) {
            return StampVerdict.failed("notForTime");
        }
        if (time.isEmpty() || !isValid(certificate, time.get())) {
            return StampVerdict.failed("outsideItsTime");
        }
        return worth(certificate, signer, way);
    }

    private StampVerdict worth(X509Certificate certificate, SignerInformation signer, StampWay way) {
        var known = way.toKnownRoot();
        var weak = StampWeakness.of(certificate, signer, imprint, known);
        if (known.isPresent()) {
            var strength = weak.isEmpty() ? Strength.KNOWN_AUTHORITY : Strength.NONE;
            return passed("", strength, weak, known);
        }
        var own = way.toOwnRoot();
        var why = StampCertificates.isSelfSigned(certificate)
                ? "selfSigned"
                : own.isPresent() ? "certificateNotVouchedFor" : "chainIncomplete";
        return passed(why, weak.isEmpty() ? Strength.ANONYMOUS_KEY : Strength.NONE, weak, own);
    }

    private static StampVerdict passed(String why, Strength strength, List<String> weak, Optional<StampWay.Found> way) {
        return new StampVerdict(Result.PASSED, why, strength, weak, Optional.empty(), way.map(StampWay.Found::root), 0);
    }

    private static boolean holds(X509Certificate certificate, SignerInformation signer) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (OperatorCreationException | RuntimeOperatorException | CMSException bad) {
            return false;
        }
    }

    /// Whether the signer signed that this certificate is its own: ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035).
    private static boolean namesItself(X509Certificate certificate, SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        if (attributes == null) {
            return false;
        }
        var first = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificate);
        var second = attributes.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (first.size() > 1 || second.size() > 1 || first.size() + second.size() == 0) {
            return false;
        }
        return (first.size() == 0 || isFirst(certificate, Attribute.getInstance(first.get(0))))
                && (second.size() == 0 || isSecond(certificate, Attribute.getInstance(second.get(0))));
    }

    private static boolean isFirst(X509Certificate certificate, Attribute attribute) {
        var id = SigningCertificate.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return isDigest(certificate, Hash.SHA_1, id.getCertHash());
    }

    private static boolean isSecond(X509Certificate certificate, Attribute attribute) {
        ESSCertIDv2 id = SigningCertificateV2.getInstance(
                        attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return StampHash.of(id.getHashAlgorithm().getAlgorithm().getId())
                .filter(kind -> isDigest(certificate, kind, id.getCertHash()))
                .isPresent();
    }

    private static boolean isDigest(X509Certificate certificate, Hash kind, byte[] stated) {
        return StampContent.parsed(() -> kind.of(holder(certificate).getEncoded()))
                .filter(computed -> java.security.MessageDigest.isEqual(computed, stated))
                .isPresent();
    }

    private static boolean isForTime(X509Certificate certificate) {
        try {
            TSPUtil.validateCertificate(holder(certificate));
            return true;
        } catch (TSPValidationException other) {
            return false;
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }
}
