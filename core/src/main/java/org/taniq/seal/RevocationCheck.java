package org.taniq.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Said;

/// Judges the revocation lists that were kept with a time-stamp (docs/format.md, section 7.1). One that is none, or
/// that nobody signed who may, is named and says nothing of the stamp.
final class RevocationCheck {
    private final StampFolder.Judged stamp;
    private boolean isRevoked;

    RevocationCheck(StampFolder.Judged stamp) {
        this.stamp = stamp;
    }

    /// Whether no list says that a certificate of the stamp was revoked when it was made.
    boolean holds(Checked checked) throws IOException {
        for (var name : stamp.folder().lists()) {
            String file = stamp.folder().name() + "/" + name;
            var said = new ArrayList<Said>();
            if (checked.passes(StampsCheck.NAME, file, () -> said.add(check(name)))) {
                checked.fine(StampsCheck.NAME, Said.of("{of}: {why}", Map.of("of", file, "why", said.getFirst())));
            }
        }
        return !isRevoked;
    }

    private Said check(String name) throws IOException {
        var list = stamp.folder().list(name);
        var revoked = list.revoked(certificate(list));
        if (revoked.isEmpty()) {
            return Said.of("revocation list of {date} kept", "date", list.moment());
        }
        if (!revoked.get().isAfter(stamp.stamp().notLater())) {
            isRevoked = true;
            throw new Altered(Said.of(
                    "a certificate of this time-stamp was revoked on {date}, before the time that it states",
                    "date",
                    revoked.get()));
        }
        return Said.of(
                "revocation list of {date} kept: a certificate of this time-stamp was revoked on {since}, after the"
                        + " time that it states; ask the authority why",
                Map.of("date", list.moment(), "since", revoked.get()));
    }

    /// The one on the way to the root that this list is about.
    private X509Certificate certificate(RevocationList list) throws Altered {
        var way = stamp.proven().way();
        for (int at = 0; at + 1 < way.size(); at++) {
            if (list.isOf(way.get(at), way.get(at + 1))) {
                return way.get(at);
            }
        }
        throw new Altered("it is by nobody who could revoke a certificate of this time-stamp");
    }
}
