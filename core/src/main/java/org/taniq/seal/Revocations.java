package org.taniq.seal;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Durable;

/// Revocation lists that belong to the time-stamps of a log: which are wanted, from where, and keeping them. Asks
/// nobody.
public final class Revocations {
    private final Vault vault;
    private final String log;
    private final Durable durable;

    public Revocations(Vault vault, String log, Durable durable) {
        this.vault = vault;
        this.log = log;
        this.durable = durable;
    }

    /// A list that is about one certificate of a time-stamp.
    public static final class Wanted {
        private final StampFolder folder;
        private final X509Certificate certificate;
        private final X509Certificate issuer;

        private Wanted(StampFolder folder, X509Certificate certificate, X509Certificate issuer) {
            this.folder = folder;
            this.certificate = certificate;
            this.issuer = issuer;
        }

        /// Where the certificate says that it is, by http or https; perhaps nowhere.
        public List<URI> addresses() {
            return RevocationList.addresses(certificate);
        }
    }

    /// Those of which no list is kept that was made after the time-stamp; of time-stamps that hold and that no stranger
    /// put there.
    public List<Wanted> wanted(List<Authority> chosen) throws IOException {
        var wanted = new ArrayList<Wanted>();
        var whole = LogFolder.read(vault.logFolder(log));
        for (var stamp : Stamping.trusted(whole, chosen)) {
            var way = stamp.proven().way();
            for (int at = 0; at + 1 < way.size(); at++) {
                if (!isKept(stamp, way.get(at), way.get(at + 1))) {
                    wanted.add(new Wanted(stamp.folder(), way.get(at), way.get(at + 1)));
                }
            }
        }
        return wanted;
    }

    private static boolean isKept(StampFolder.Judged stamp, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        for (var name : stamp.folder().lists()) {
            if (isLater(stamp, name, certificate, issuer)) {
                return true;
            }
        }
        return false;
    }

    /// One that does not hold is named by `taniq verify`, and is none here.
    private static boolean isLater(
            StampFolder.Judged stamp, String name, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        try {
            var list = stamp.folder().list(name);
            return list.isOf(certificate, issuer)
                    && !list.moment().isBefore(stamp.stamp().notLater());
        } catch (Altered broken) {
            return false;
        }
    }

    /// Keeps a list, if it is what was wanted.
    ///
    /// @return as of when it is
    /// @throws Altered if it is not
    public Instant keep(Wanted wanted, byte[] bytes) throws IOException {
        var list = RevocationList.read(bytes);
        if (!list.isOf(wanted.certificate, wanted.issuer)) {
            throw new Altered("it is by nobody who could revoke a certificate of this time-stamp");
        }
        wanted.folder.keep(list, durable);
        return list.moment();
    }

    /// The most bytes that a list may have.
    public static int most() {
        return RevocationList.LARGEST;
    }
}
