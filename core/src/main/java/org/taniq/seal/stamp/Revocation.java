package org.taniq.seal.stamp;

import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/// What somebody said of whether certificates were revoked, as of one moment: a list of those that were, or an answer
/// about one. The bytes are as they came; nothing is believed before [#isOf].
public sealed interface Revocation permits RevocationList, RevocationAnswer {
    byte[] bytes();

    /// How the names of files that hold such end.
    String ending();

    /// As of when it is.
    Instant moment();

    /// Whether somebody who may say it said it of this certificate.
    boolean isOf(X509Certificate certificate, X509Certificate issuer);

    /// What it says of a certificate that it is of; nothing where that was not revoked.
    Optional<Revoked> revoked(X509Certificate certificate);

    /// Since when certificates that ran out are still named; those that ran out before need not be (RFC 5280, section
    /// 3.3; RFC 6960, section 4.4.4). Where nothing is said of it, that is the moment itself.
    Instant reachesBackTo();

    /// Whether it would say so, had a certificate that it is of been revoked.
    default boolean reaches(X509Certificate certificate) {
        return !certificate.getNotAfter().toInstant().isBefore(reachesBackTo());
    }

    /// @param onlyFromThen whether what was signed before holds all the same
    record Revoked(Instant since, boolean onlyFromThen) {
        /// Where no reason is said, the key may be in the hands of somebody who can state any time.
        static Revoked since(Instant since) {
            return new Revoked(since, false);
        }

        static Revoked because(CRLReason reason, Instant since) {
            return new Revoked(since, isOnlyFromThen(reason));
        }

        /// The reasons that leave earlier time-stamps standing (RFC 3161, section 4).
        private static boolean isOnlyFromThen(CRLReason reason) {
            return switch (reason) {
                case UNSPECIFIED, AFFILIATION_CHANGED, SUPERSEDED, CESSATION_OF_OPERATION -> true;
                case KEY_COMPROMISE,
                        CA_COMPROMISE,
                        CERTIFICATE_HOLD,
                        UNUSED,
                        REMOVE_FROM_CRL,
                        PRIVILEGE_WITHDRAWN,
                        AA_COMPROMISE -> false;
            };
        }
    }
}
