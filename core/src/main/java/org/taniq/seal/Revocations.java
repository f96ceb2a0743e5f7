package org.taniq.seal;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Revocation;
import org.taniq.seal.stamp.RevocationAddresses;
import org.taniq.seal.stamp.RevocationAnswer;
import org.taniq.seal.stamp.RevocationList;
import org.taniq.seal.stamp.RevocationRequest;

/// What shows that no certificate of the time-stamps of a log was revoked: which lists and answers are wanted, from
/// where, and keeping them. Asks nobody.
public final class Revocations {
    private final Vault vault;
    private final String log;
    private final Durable durable;

    public Revocations(Vault vault, String log, Durable durable) {
        this.vault = vault;
        this.log = log;
        this.durable = durable;
    }

    /// That something is said of one certificate of a time-stamp.
    public static final class Wanted {
        private final StampFolder.Judged stamp;
        private final X509Certificate certificate;
        private final X509Certificate issuer;

        private Wanted(StampFolder.Judged stamp, X509Certificate certificate, X509Certificate issuer) {
            this.stamp = stamp;
            this.certificate = certificate;
            this.issuer = issuer;
        }

        /// Whose certificate it is, as that says itself.
        public String subject() {
            return certificate.getSubjectX500Principal().getName();
        }

        /// Where the certificate says that a list is, by http or https; perhaps nowhere.
        public List<URI> lists() {
            return RevocationAddresses.lists(certificate);
        }

        /// Who answers about this certificate alone, by http or https, and learns which one is meant; perhaps nobody.
        public List<URI> responders() {
            return RevocationAddresses.responders(certificate);
        }

        /// What a responder is asked ([#REQUEST]).
        public byte[] request() throws IOException {
            return RevocationRequest.about(certificate, issuer);
        }
    }

    /// The media type of what a responder is asked (RFC 6960, appendix A).
    public static final String REQUEST = "application/ocsp-request";

    /// That of which nothing is kept that was said after the time-stamp; of time-stamps that hold and that no stranger
    /// put there.
    public List<Wanted> wanted(List<Authority> chosen) throws IOException {
        var wanted = new ArrayList<Wanted>();
        var whole = LogFolder.read(vault.logFolder(log));
        for (var stamp : Stamping.trusted(whole, chosen)) {
            var way = stamp.proven().way();
            for (int at = 0; at + 1 < way.size(); at++) {
                wanted.add(new Wanted(stamp, way.get(at), way.get(at + 1)));
            }
        }
        return stillOf(wanted);
    }

    /// Those of them that are still wanted.
    public List<Wanted> stillOf(List<Wanted> wanted) throws IOException {
        var still = new ArrayList<Wanted>();
        for (var each : wanted) {
            if (!isKept(each.stamp, each.certificate, each.issuer)) {
                still.add(each);
            }
        }
        return still;
    }

    private static boolean isKept(StampFolder.Judged stamp, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        for (var name : stamp.folder().revocations()) {
            if (isLater(stamp, name, certificate, issuer)) {
                return true;
            }
        }
        return false;
    }

    /// What was said after the certificate had run out may leave it out. One that does not hold is named by `taniq
    /// verify`, and is none here.
    private static boolean isLater(
            StampFolder.Judged stamp, String name, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        try {
            var said = stamp.folder().revocation(name);
            return said.isOf(certificate, issuer)
                    && says(said, certificate)
                    && !said.moment().isBefore(stamp.stamp().notLater());
        } catch (Altered broken) {
            return false;
        }
    }

    private static boolean says(Revocation said, X509Certificate certificate) {
        return said.reaches(certificate) || said.revoked(certificate).isPresent();
    }

    /// Keeps a list, if it is what was wanted.
    ///
    /// @return as of when it is
    /// @throws Altered if it is not
    public Instant keepList(Wanted wanted, byte[] bytes) throws IOException {
        return keep(wanted, RevocationList.read(bytes));
    }

    /// Keeps the answer of a responder, if it is what was wanted.
    ///
    /// @return as of when it is
    /// @throws Altered if it is not
    public Instant keepAnswer(Wanted wanted, byte[] bytes) throws IOException {
        return keep(wanted, RevocationAnswer.read(bytes));
    }

    private Instant keep(Wanted wanted, Revocation said) throws IOException {
        if (!said.isOf(wanted.certificate, wanted.issuer)) {
            throw new Altered("it is by nobody who could revoke a certificate of this time-stamp");
        }
        if (!says(said, wanted.certificate)) {
            throw new Altered(
                    "the certificate had run out by then, and need not be named any more where it was revoked");
        }
        wanted.stamp.folder().keep(said, durable);
        return said.moment();
    }

    /// The most bytes that a list may have.
    public static int most() {
        return RevocationList.LARGEST;
    }
}
