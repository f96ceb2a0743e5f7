package org.taniq.read.proof;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;

/// Whether the signature of a time-stamp was made with the key of a certificate.
enum StampHolds {
    YES,
    NO,
    /// It is made in a way that this Java does not know.
    NOT_KNOWN;

    private static final int DEEPEST = 20;
    /// As Java says of curves that it reads and cannot compute with.
    private static final String NO_CURVE = "not supported";

    /// As the library says of ways that have no name there.
    private static final String NO_NAME = "Unknown signature type";

    static StampHolds by(X509Certificate certificate, SignerInformation signer) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey())) ? YES : NO;
        } catch (OperatorCreationException | RuntimeOperatorException | CMSException bad) {
            return isOfUnknownWay(bad) ? NOT_KNOWN : NO;
        } catch (ProviderException | UnsupportedOperationException unknown) {
            return NOT_KNOWN;
        } catch (IllegalArgumentException bad) {
            if (says(bad, NO_NAME)) {
                return NOT_KNOWN;
            }
            throw bad;
        }
    }

    /// No such algorithm, a key that is not for it, or a curve that is not known.
    private static boolean isOfUnknownWay(Exception bad) {
        Throwable cause = bad;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof OperatorCreationException
                    || cause instanceof GeneralSecurityException other && isUnknown(other)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isUnknown(GeneralSecurityException bad) {
        return !(bad instanceof SignatureException) || says(bad, NO_CURVE);
    }

    private static boolean says(Exception bad, String words) {
        return String.valueOf(bad.getMessage()).contains(words);
    }
}
