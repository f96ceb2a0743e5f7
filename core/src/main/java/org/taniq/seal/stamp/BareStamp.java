package org.taniq.seal.stamp;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.CollectionStore;

/// An answer of a time-stamping authority that was asked to send no certificates: those that stand beside it are put
/// into it. They are not signed there anyway; the signer signed which of them is its own.
public final class BareStamp {
    private BareStamp() {}

    /// The time-stamp of this answer as [StampCheck#judgeToken] takes it.
    ///
    /// @throws StampRefused if there is none in it
    public static byte[] token(byte[] answer, List<X509Certificate> beside) throws StampRefused {
        if (answer.length > StampAnswer.LARGEST) {
            throw StampAnswer.unreadable();
        }
        return Asn1.parsed(() -> taken(answer, beside), StampAnswer::unreadable);
    }

    private static byte[] taken(byte[] answer, List<X509Certificate> beside) throws IOException, CMSException {
        var token = TimeStampResp.getInstance(answer).getTimeStampToken();
        if (token == null) {
            throw StampAnswer.unreadable();
        }
        var data = new CMSSignedData(token);
        if (!data.getCertificates().getMatches(null).isEmpty()) {
            return token.getEncoded("DER");
        }
        var certificates = new CollectionStore<>(holders(beside));
        return CMSSignedData.replaceCertificatesAndCRLs(
                        data, certificates, data.getAttributeCertificates(), data.getCRLs())
                .getEncoded("DER");
    }

    private static List<X509CertificateHolder> holders(List<X509Certificate> certificates) throws IOException {
        var holders = new ArrayList<X509CertificateHolder>();
        for (var certificate : certificates) {
            try {
                holders.add(new JcaX509CertificateHolder(certificate));
            } catch (CertificateEncodingException unwritten) {
                throw new IOException(unwritten);
            }
        }
        return holders;
    }
}
