package org.taniq.seal.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// Judges the answer of a time-stamping authority (RFC 3161, RFC 5816) against what was asked and the
/// authority's certificate that is trusted. All certificates are judged at the time that the answer states, whatever
/// the time is now; whether one of them was revoked is not looked at.
///
/// A byte of the token that is changed is noticed, but for one place: which of two names of the same
/// signature algorithm stands beside the signature (`rsaEncryption` or `sha256WithRSAEncryption`).
public final class StampCheck {
    private final StampAnswer answer;
    private final StampRequest request;
    private final Anchor anchor;

    private StampCheck(StampAnswer answer, StampRequest request, Anchor anchor) {
        this.answer = answer;
        this.request = request;
        this.anchor = anchor;
    }

    /// What holds.
    ///
    /// @param way the certificates from the signer's to the root
    public record Proven(Stamp stamp, List<X509Certificate> way) {
        public Proven {
            way = List.copyOf(way);
        }
    }

    /// What the authority states.
    ///
    /// @throws StampRefused if the answer does not prove it
    public static Stamp judge(byte[] answer, StampRequest request, Anchor anchor) throws StampRefused {
        return prove(answer, request, anchor).stamp();
    }

    /// As [#judge], and by which certificates.
    public static Proven prove(byte[] answer, StampRequest request, Anchor anchor) throws StampRefused {
        var check = new StampCheck(StampAnswer.read(answer), request, anchor);
        return Asn1.parsed(check::judged, StampAnswer::unreadable);
    }

    /// As [#judge], of the time-stamp alone without the answer that brought it (RFC 3161, TimeStampToken): which
    /// request it answers is not seen in it.
    ///
    /// @param imprint what it must be of
    public static Stamp judgeToken(byte[] token, Digest imprint, Anchor anchor) throws IOException {
        var check = new StampCheck(StampAnswer.readToken(token), StampRequest.anyOf(imprint), anchor);
        return Asn1.parsed(check::judged, StampAnswer::unreadable).stamp();
    }

    private Proven judged() throws StampRefused, CMSException {
        checkAnswers();
        var signing = answer.signing();
        SigningCertificate.check(answer.signer(), signing);
        Purpose.check(signing);
        var chain = new StampChain(anchor, instant());
        var certificates = chain.read(answer.certificates());
        chain.checkTimes(certificates);
        checkSignature(chain.read(signing));
        var root = chain.check(chain.read(signing), certificates);
        if (!answer.hasOnlyCertificates() || !chain.needsAll(certificates)) {
            throw StampAnswer.unsigned();
        }
        return new Proven(stated(root), chain.way(root, chain.read(signing), certificates));
    }

    private void checkAnswers() throws StampRefused {
        var stated = answer.stated();
        if (!stated.getVersion().hasValue(1) || hasUnknownDuty()) {
            throw StampAnswer.unreadable();
        }
        if (!request.isOf(stated.getMessageImprint())) {
            throw new StampRefused(Reason.IMPRINT, Said.of("the time-stamp is of something else"));
        }
        if (!request.isAnsweredBy(stated)) {
            throw new StampRefused(Reason.NONCE, Said.of("the time-stamp answers another request"));
        }
    }

    /// A critical extension, of which this program knows none.
    private boolean hasUnknownDuty() {
        var extensions = answer.stated().getExtensions();
        return extensions != null && extensions.hasAnyCriticalExtensions();
    }

    private Stamp stated(X509Certificate root) throws StampRefused {
        var info = answer.info();
        return new Stamp(
                instant(),
                accuracy(info.getAccuracy()),
                info.getPolicy().getId(),
                info.getSerialNumber().toString(16).toLowerCase(Locale.ROOT),
                Anchor.fingerprint(root));
    }

    /// Read by ourselves: the library cuts what is finer than a millisecond.
    private Instant instant() throws StampRefused {
        return StatedTime.of(answer.stated().getGenTime().getTimeString());
    }

    private static Duration accuracy(org.bouncycastle.asn1.tsp.@org.jspecify.annotations.Nullable Accuracy accuracy) {
        if (accuracy == null) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(number(accuracy.getSeconds()))
                .plusMillis(number(accuracy.getMillis()))
                .plusNanos(1000 * number(accuracy.getMicros()));
    }

    private static long number(@org.jspecify.annotations.Nullable ASN1Integer number) {
        BigInteger value = number == null ? BigInteger.ZERO : number.getValue();
        return value.intValueExact();
    }

    private void checkSignature(X509Certificate signing) throws StampRefused, CMSException {
        Algorithms.refuseWeak(answer.signer());
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(signing.getPublicKey());
            if (!answer.signer().verify(verifier)) {
                throw badSignature();
            }
        } catch (OperatorCreationException | RuntimeOperatorException | CMSException bad) {
            var refused = badSignature();
            refused.addSuppressed(bad);
            throw refused;
        }
    }

    private static StampRefused badSignature() {
        return new StampRefused(Reason.SIGNATURE, Said.of("the signature of the time-stamp does not hold"));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }
}
