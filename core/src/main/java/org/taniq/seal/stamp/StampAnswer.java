package org.taniq.seal.stamp;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Said;
import org.taniq.seal.stamp.StampRefused.Reason;

/// An answer of a time-stamping authority, taken apart and not yet believed (RFC 3161, TimeStampResp; the
/// token is CMS SignedData, RFC 5652). Nothing is in it that no rule of [StampCheck] looks at.
public final class StampAnswer {
    public static final int LARGEST = 256 << 10;

    /// As many as a chain may have, and a few more; finding a chain takes longer with each.
    private static final int MOST_CERTIFICATES = 10;

    private static final int GRANTED = 0;
    private static final int GRANTED_WITH_CHANGES = 1;
    private static final int SIGNED_DATA_VERSION = 3;
    private static final int SIGNED_ATTRIBUTES = 3;
    private static final int LONGEST_SAID = 200;

    private final TimeStampToken token;
    private final SignerInformation signer;
    private final List<X509CertificateHolder> certificates;

    private StampAnswer(TimeStampToken token) {
        this.token = token;
        this.signer = token.toCMSSignedData().getSignerInfos().iterator().next();
        this.certificates = List.copyOf(token.getCertificates().getMatches(null));
    }

    public static StampAnswer read(byte[] bytes) throws StampRefused {
        refuseLarge(bytes);
        return Asn1.parsed(() -> taken(bytes), StampAnswer::unreadable);
    }

    /// The time-stamp alone, as [#token] gives it.
    public static StampAnswer readToken(byte[] bytes) throws StampRefused {
        refuseLarge(bytes);
        return Asn1.parsed(() -> takenToken(bytes), StampAnswer::unreadable);
    }

    private static void refuseLarge(byte[] bytes) throws StampRefused {
        if (bytes.length > LARGEST) {
            throw new StampRefused(Reason.TOO_LARGE, Said.of("the answer is larger than any time-stamp"));
        }
    }

    static StampRefused unreadable() {
        return new StampRefused(Reason.UNREADABLE, Said.of("the answer is no time-stamp"));
    }

    private static StampAnswer taken(byte[] bytes) throws IOException, TSPException {
        if (!Asn1.isWrittenAsRead(bytes)) {
            throw unreadable();
        }
        var response = TimeStampResp.getInstance(bytes);
        refuseRejected(response);
        return signed(response.getTimeStampToken());
    }

    private static StampAnswer takenToken(byte[] bytes) throws IOException, TSPException {
        if (!Asn1.isWrittenAsRead(bytes)) {
            throw unreadable();
        }
        return signed(ContentInfo.getInstance(bytes));
    }

    private static StampAnswer signed(@Nullable ContentInfo content) throws IOException, TSPException {
        if (content == null || !content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw unreadable();
        }
        refuseUnusual(SignedData.getInstance(content.getContent()));
        return new StampAnswer(new TimeStampToken(content));
    }

    private static void refuseRejected(TimeStampResp response) throws StampRefused {
        int status = response.getStatus().getStatus().intValueExact();
        if (status == GRANTED || status == GRANTED_WITH_CHANGES) {
            return;
        }
        throw new StampRefused(
                Reason.REJECTED,
                Said.of("the authority refused to stamp it: {words}", "words", words(status, response)));
    }

    private static String words(int status, TimeStampResp response) {
        var text = response.getStatus().getStatusString();
        String said = text == null || text.size() == 0
                ? ""
                : " " + text.getStringAtUTF8(0).getString();
        return status + (said.length() > LONGEST_SAID ? beginning(said) + "…" : said);
    }

    /// No character is cut in two.
    private static String beginning(String said) {
        boolean between = Character.isHighSurrogate(said.charAt(LONGEST_SAID - 1));
        return said.substring(0, between ? LONGEST_SAID - 1 : LONGEST_SAID);
    }

    /// What of the outer parts no signature covers has one form.
    private static void refuseUnusual(SignedData signed) throws StampRefused {
        if (signed.getSignerInfos().size() != 1) {
            throw new StampRefused(Reason.SIGNERS, Said.of("the time-stamp has not exactly one signer"));
        }
        var signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        if (!signed.getVersion().hasValue(SIGNED_DATA_VERSION)
                || !hasSignedAttributes(signed.getSignerInfos().getObjectAt(0))
                || !(signed.getEncapContentInfo().getContent() instanceof ASN1OctetString)
                || !hasDigestOf(signer, signed.getDigestAlgorithms())) {
            throw unreadable();
        }
        if (signed.getCRLs() != null || signer.getUnauthenticatedAttributes() != null) {
            throw unsigned();
        }
        ASN1Set certificates = signed.getCertificates();
        if (certificates == null || certificates.size() == 0) {
            throw new StampRefused(
                    Reason.NO_CERTIFICATE, Said.of("the time-stamp lacks the certificate of its signer"));
        }
        if (certificates.size() > MOST_CERTIFICATES) {
            throw unreadable();
        }
    }

    /// The library takes any tag there.
    private static boolean hasSignedAttributes(ASN1Encodable signer) {
        return ASN1Sequence.getInstance(signer).getObjectAt(SIGNED_ATTRIBUTES) instanceof ASN1TaggedObject attributes
                && attributes.hasContextTag(0);
    }

    private static boolean hasDigestOf(SignerInfo signer, ASN1Set algorithms) {
        if (algorithms.size() != 1 || !Asn1.hasNoParameters(signer.getDigestAlgorithm())) {
            return false;
        }
        var only = AlgorithmIdentifier.getInstance(algorithms.getObjectAt(0));
        return Asn1.hasNoParameters(only)
                && only.getAlgorithm().equals(signer.getDigestAlgorithm().getAlgorithm());
    }

    /// Something in it is of no use to show the time, so that nothing shows whether it was changed.
    static StampRefused unsigned() {
        return new StampRefused(
                Reason.UNSIGNED, Said.of("the time-stamp holds something that the authority did not sign for"));
    }

    /// The bytes of the time-stamp, as they stand in the answer.
    public byte[] token() throws IOException {
        return token.getEncoded();
    }

    TimeStampTokenInfo info() {
        return token.getTimeStampInfo();
    }

    TSTInfo stated() {
        return token.getTimeStampInfo().toASN1Structure();
    }

    SignerInformation signer() {
        return signer;
    }

    List<X509CertificateHolder> certificates() {
        return certificates;
    }

    /// The certificate that the signer names, found by the very bytes.
    public X509CertificateHolder signing() throws StampRefused {
        for (var certificate : certificates) {
            if (SignerName.of(signer).names(certificate)) {
                return certificate;
            }
        }
        throw new StampRefused(Reason.NO_CERTIFICATE, Said.of("the time-stamp lacks the certificate of its signer"));
    }

    /// As many as there are, so that none is of a kind that was not read.
    boolean hasOnlyCertificates() {
        var all = SignedData.getInstance(
                        token.toCMSSignedData().toASN1Structure().getContent())
                .getCertificates();
        return certificates.size() == all.size();
    }
}
