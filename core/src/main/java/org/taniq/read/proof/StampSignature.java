package org.taniq.read.proof;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.jspecify.annotations.Nullable;
import org.taniq.read.proof.StampVerdict.Result;
import org.taniq.read.proof.StampVerdict.Signer;
import org.taniq.read.proof.StampVerdict.Strength;

/// Checks the signature of a time-stamp, whoever made it: by the certificate that the signer signed to be its own,
/// which is inside or lies beside it, as of the time that it states. What merely bears its name and number changes
/// nothing:
/// anybody can put it there. Weak ways of signing are told, not refused: it is evidence, and not asked for by us.
final class StampSignature {
    private static final String OTHER_CERTIFICATE = "otherCertificate";

    private final CMSSignedData data;
    private final StampContent content;
    private final Optional<Instant> time;
    private final Optional<Imprint> imprint;
    private final List<X509CertificateHolder> inside;
    private final StampCertificates.Found beside;

    private StampSignature(CMSSignedData data, StampContent content, StampCertificates.Found beside) {
        this.data = data;
        this.content = content;
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
        StampCertificates.Found certificates() throws IOException;
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
    static StampVerdict check(byte[] token, StampContent content, StampCertificates.Found beside) {
        var data = StampContent.parsed(() -> {
            try {
                return new CMSSignedData(token);
            } catch (CMSException none) {
                throw new IOException(none);
            }
        });
        if (data.isEmpty()) {
            return StampVerdict.failed("form");
        }
        return StampContent.parsed(() -> new StampSignature(data.get(), content, beside).checked())
                .orElseGet(() -> StampVerdict.notChecked("stampUnreadable"));
    }

    private StampVerdict checked() {
        var signers = List.copyOf(data.getSignerInfos().getSigners());
        if (inside.size() > StampCertificates.MOST) {
            return StampVerdict.notChecked("tooMuch");
        }
        return signers.size() == 1 ? checked(signers.getFirst()) : StampVerdict.failed("signers");
    }

    private StampVerdict checked(SignerInformation signer) {
        var named = new ArrayList<Signer>();
        inside().filter(one -> matches(one, signer))
                .map(one -> new Signer(one, true))
                .forEach(named::add);
        beside.certificates().stream()
                .filter(one -> matches(one, signer))
                .map(one -> new Signer(one, false))
                .forEach(named::add);
        var own = named.stream()
                .filter(one -> StampEss.of(one.certificate(), signer) == StampEss.ITS_OWN)
                .findFirst();
        return own.isPresent() ? by(own.get(), signer) : withoutOwn(named, signer);
    }

    /// Who signs for no certificate does what none may. That another one is signed for than lies in it is not wrong:
    /// anybody can make one of the same key, and put it there.
    private StampVerdict withoutOwn(List<Signer> named, SignerInformation signer) {
        if (named.stream().anyMatch(one -> StampEss.of(one.certificate(), signer) == StampEss.NOT_KNOWN)) {
            return StampVerdict.notChecked("unknown-algorithm");
        }
        for (var one : named) {
            if (one.isInside() && StampHolds.by(one.certificate(), signer) == StampHolds.YES) {
                return StampEss.of(one.certificate(), signer) == StampEss.NONE
                        ? StampVerdict.failed(OTHER_CERTIFICATE)
                        : StampVerdict.notChecked(OTHER_CERTIFICATE);
            }
        }
        boolean isUnread = inside.stream()
                .filter(one -> signer.getSID().match(one))
                .anyMatch(one -> StampCertificates.read(one).isEmpty());
        if (isUnread) {
            return StampVerdict.notChecked("certificateUnreadable");
        }
        return StampVerdict.notChecked(beside.isAll() ? "noCertificate" : "tooMuch");
    }

    private static boolean matches(X509Certificate one, SignerInformation signer) {
        return signer.getSID().match(StampCertificates.holder(one));
    }

    private Stream<X509Certificate> inside() {
        return inside.stream().flatMap(holder -> StampCertificates.read(holder).stream());
    }

    private StampWay way(Signer signer) {
        return StampWay.of(signer.certificate(), others(), time.orElse(Instant.EPOCH));
    }

    private List<X509Certificate> others() {
        return Stream.concat(inside(), beside.certificates().stream()).toList();
    }

    /// Those of the time-stamp alone: what lies beside it is not of it.
    private long foreign(StampWay way) {
        return inside.stream()
                .filter(holder -> StampCertificates.read(holder)
                        .filter(way.reached()::contains)
                        .isEmpty())
                .count();
    }

    /// Who signed is named only where the signature holds: anybody can put a certificate there.
    private StampVerdict by(Signer own, SignerInformation signer) {
        return switch (StampHolds.by(own.certificate(), signer)) {
            case NOT_KNOWN -> StampVerdict.notChecked("unknown-algorithm");
            case NO -> StampVerdict.failed("signatureFails");
            case YES -> {
                var way = way(own);
                yield judged(own.certificate(), signer, way).of(own, foreign(way));
            }
        };
    }

    private StampVerdict judged(X509Certificate certificate, SignerInformation signer, StampWay way) {
        if (!content.info().getVersion().hasValue(1)) {
            return StampVerdict.notChecked("unknownVersion");
        }
        if (content.hasUnknownDuty()) {
            return StampVerdict.notChecked("criticalExtension");
        }
        if (imprint.isEmpty()) {
            return StampVerdict.notChecked("digestNotKnown");
        }
        if (!isForTime(certificate)) {
            return StampVerdict.failed("notForTime");
        }
        if (time.isEmpty()) {
            return StampVerdict.notChecked("timeUnreadable");
        }
        return isValid(certificate, time.get())
                ? worth(certificate, signer, way)
                : StampVerdict.failed("outsideItsTime");
    }

    private StampVerdict worth(X509Certificate certificate, SignerInformation signer, StampWay way) {
        var known = way.toKnownRoot();
        if (known.isPresent()) {
            var weak = StampWeakness.of(certificate, signer, imprint, known);
            return passed("", weak.isEmpty() ? Strength.KNOWN_AUTHORITY : Strength.NONE, weak, known);
        }
        var own = way.toOwnRoot();
        var weak = StampWeakness.of(
                certificate, signer, imprint, own.isPresent() ? Optional.empty() : way.toWhatIsNotTaken());
        var why = StampCertificates.isSelfSigned(certificate)
                ? "selfSigned"
                : own.isPresent() ? "certificateNotVouchedFor" : "chainIncomplete";
        return passed(why, weak.isEmpty() ? Strength.ANONYMOUS_KEY : Strength.NONE, weak, own);
    }

    private static StampVerdict passed(String why, Strength strength, List<String> weak, Optional<StampWay.Found> way) {
        return new StampVerdict(Result.PASSED, why, strength, weak, Optional.empty(), way.map(StampWay.Found::root), 0);
    }

    private static boolean isForTime(X509Certificate certificate) {
        try {
            var holder = StampCertificates.holder(certificate);
            TSPUtil.validateCertificate(holder);
            return maySign(KeyUsage.fromExtensions(holder.getExtensions()));
        } catch (TSPValidationException other) {
            return false;
        }
    }

    /// What a key may be used for binds where it is said (RFC 5280, section 4.2.1.3).
    private static boolean maySign(@Nullable KeyUsage usage) {
        return usage == null || usage.hasUsages(KeyUsage.digitalSignature) || usage.hasUsages(KeyUsage.nonRepudiation);
    }

    private static boolean isValid(X509Certificate certificate, Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }
}
