package org.taniq.seal.stamp;

import java.io.IOException;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Altered;
import org.taniq.base.Said;

/// The answer of a responder about one certificate (RFC 6960, OCSPResponse), as of one moment. Who signed it is judged
/// by
/// [AnswerSignature].
public final class RevocationAnswer implements Revocation {
    /// Longer is none: it is about one certificate, with a few beside.
    public static final int LARGEST = 64 << 10;

    public static final String ENDING = ".ocsp";

    private static final int SUCCESSFUL = 0;
    private static final int REVOKED = 1;
    private static final int UNKNOWN = 2;

    private final byte[] bytes;
    private final SingleResponse single;
    private final Instant moment;
    private final Instant reachesBackTo;
    private final AnswerSignature signature;

    private RevocationAnswer(byte[] bytes, BasicOCSPResponse answer) throws IOException {
        var stated = answer.getTbsResponseData();
        refuseUnless(stated.getResponses().size() == 1 && stated.getVersion().hasValue(0));
        this.bytes = bytes.clone();
        this.single = SingleResponse.getInstance(stated.getResponses().getObjectAt(0));
        refuseUnless(hasNoDuty(stated.getResponseExtensions()) && hasNoDuty(single.getSingleExtensions()));
        this.moment = Asn1.time(single.getThisUpdate());
        var extensions = single.getSingleExtensions();
        var back =
                extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff);
        this.reachesBackTo = back == null ? moment : Asn1.time(ASN1GeneralizedTime.getInstance(back.getParsedValue()));
        this.signature = new AnswerSignature(answer, Asn1.time(stated.getProducedAt()));
        if (status() == REVOKED) {
            revoked(); // throws where it cannot be read
        }
    }

    /// @throws Altered if it is none, or does not say whether a certificate was revoked
    public static RevocationAnswer read(byte[] bytes) throws Altered {
        int status = parsed(() -> status(bytes));
        if (status != SUCCESSFUL) {
            throw new Altered(Said.of("it gives no answer, but says {status}", "status", status));
        }
        var answer = parsed(() -> made(bytes));
        if (answer.status() == UNKNOWN) {
            throw new Altered("it says that it does not know this certificate");
        }
        return answer;
    }

    private static <T> T parsed(Asn1.Reading<T> reading) throws Altered {
        try {
            return Asn1.parsed(reading, StampAnswer::unreadable);
        } catch (StampRefused notOne) {
            var altered = none();
            altered.addSuppressed(notOne);
            throw altered;
        }
    }

    static Altered none() {
        return new Altered("it is no answer about one certificate");
    }

    private static void refuseUnless(boolean asItShouldBe) throws IOException {
        if (!asItShouldBe) {
            throw none();
        }
    }

    private static int status(byte[] bytes) throws IOException {
        refuseUnless(bytes.length <= LARGEST);
        var response = OCSPResponse.getInstance(bytes);
        refuseUnless(Arrays.equals(response.getEncoded(), bytes)); // the library takes other tags for the same
        return response.getResponseStatus().getIntValue();
    }

    private static RevocationAnswer made(byte[] bytes) throws IOException {
        var whole = OCSPResponse.getInstance(bytes).getResponseBytes();
        refuseUnless(whole != null && whole.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic));
        byte[] signed = whole.getResponse().getOctets();
        var answer = BasicOCSPResponse.getInstance(signed);
        refuseUnless(Arrays.equals(answer.getEncoded(), signed));
        return new RevocationAnswer(bytes, answer);
    }

    /// A critical extension, of which this program knows none, could change what is said.
    private static boolean hasNoDuty(@Nullable Extensions extensions) {
        return extensions == null || !extensions.hasAnyCriticalExtensions();
    }

    private int status() {
        return single.getCertStatus().getTagNo();
    }

    private Revoked revoked() throws IOException {
        var info = RevokedInfo.getInstance(single.getCertStatus().getStatus());
        var since = Asn1.time(info.getRevocationTime());
        var reason = info.getRevocationReason();
        return reason == null
                ? Revoked.since(since)
                : Revoked.because(CRLReason.values()[reason.getValue().intValueExact()], since);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public Instant moment() {
        return moment;
    }

    @Override
    public Instant reachesBackTo() {
        return reachesBackTo;
    }

    @Override
    public boolean isOf(X509Certificate certificate, X509Certificate issuer) {
        try {
            return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                    && Asn1.parsed(
                            () -> RevocationRequest.isOf(single.getCertID(), certificate, issuer)
                                    && signature.isBy(issuer),
                            StampAnswer::unreadable);
        } catch (StampRefused notUnderstood) {
            return false;
        }
    }

    @Override
    public Optional<Revoked> revoked(X509Certificate certificate) {
        try {
            return status() == REVOKED ? Optional.of(revoked()) : Optional.empty();
        } catch (IOException changed) {
            throw new IllegalStateException("it was read before", changed);
        }
    }
}
