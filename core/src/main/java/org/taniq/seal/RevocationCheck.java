package org.taniq.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.seal.stamp.Revocation;
import org.taniq.seal.stamp.RevocationAnswer;
import org.taniq.seal.stamp.RevocationList;

/// Judges the revocation lists and answers that were kept with a time-stamp (docs/format.md, section 7.1). One that is
/// none, or
/// that nobody signed who may, is named and says nothing of the stamp.
final class RevocationCheck {
    private final StampFolder.Judged stamp;
    private final Remembered remembered;
    private boolean isRevoked;

    RevocationCheck(StampFolder.Judged stamp, Remembered remembered) {
        this.stamp = stamp;
        this.remembered = remembered;
    }

    /// Whether no list says that a certificate of the stamp was revoked when it was made.
    boolean holds(Checked checked) throws IOException {
        for (var name : stamp.folder().revocations()) {
            String file = stamp.folder().name() + "/" + name;
            checked.passes(StampsCheck.NAME, file, () -> check(name, file, checked));
        }
        return !isRevoked;
    }

    /// That somebody revoked a certificate changes no byte: the time is not proven by this stamp then.
    private void check(String name, String file, Checked checked) throws IOException {
        if (!remembered.isOwn(stamp.folder().id()) && stamp.folder().isCut(name)) {
            throw CutFile.of(name);
        }
        var list = stamp.folder().revocation(name);
        var certificate = certificate(list);
        var found = list.revoked(certificate);
        if (found.isEmpty()) {
            said(checked::fine, file, list.reaches(certificate) ? kept(list) : tooLate(list));
            return;
        }
        var revoked = found.get();
        if (revoked.onlyFromThen() && revoked.since().isAfter(stamp.stamp().notLater())) {
            said(
                    checked::fine,
                    file,
                    Said.of(
                            "{kept}: a certificate of this time-stamp was revoked on {since}, after the time that it"
                                    + " states and for a reason that leaves it standing",
                            Map.of("kept", kept(list), "since", revoked.since())));
            return;
        }
        isRevoked = true;
        said(
                checked::unknown,
                file,
                Said.of(
                        "a certificate of this time-stamp was revoked on {date}, so it proves no time",
                        "date",
                        revoked.since()));
    }

    private static Said kept(Revocation revocation) {
        return switch (revocation) {
            case RevocationList list -> Said.of("revocation list of {date} kept", "date", list.moment());
            case RevocationAnswer answer ->
                Said.of("answer of {date} about one certificate kept", "date", answer.moment());
        };
    }

    private static Said tooLate(Revocation revocation) {
        return Said.of(
                "{kept}; it says nothing: the certificate had run out by then, and need not be named any more",
                "kept",
                kept(revocation));
    }

    private static void said(BiConsumer<String, Said> how, String file, Said why) {
        how.accept(StampsCheck.NAME, Said.of("{of}: {why}", Map.of("of", file, "why", why)));
    }

    private X509Certificate certificate(Revocation revocation) throws Altered {
        return stamp.of(revocation)
                .orElseThrow(() -> new Altered("it is by nobody who could revoke a certificate of this time-stamp"));
    }
}
