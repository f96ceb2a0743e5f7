package org.taniq.read.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Hash;
import org.taniq.base.Said;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;

/// The signatures of a bundle of ProofMode: of what was noted, and of the file that it is of.
final class ProofModeSignatures {
    private static final String ENDING = ".asc";

    private final Optional<PgpSignature.Checked> ofClaims;
    private final Optional<PgpSignature.Checked> ofFile;

    /// @param base the digest by which the files of the bundle are called
    ProofModeSignatures(Input input, String base) throws IOException {
        var pgp = PgpSignature.with(input.beside(), "pubkey.asc");
        boolean isOnce = !input.name().endsWith(".csv") || !hasClaims(input, base + ".proof.json");
        this.ofClaims = pgp.check(input.name() + ENDING, input.name());
        this.ofFile = isOnce ? ofFile(pgp, input, base) : Optional.empty();
    }

    /// Whether what lies beside it in JSON makes a record, which says so.
    private static boolean hasClaims(Input input, String json) throws IOException {
        var content = input.beside().open(json);
        if (content.isEmpty()) {
            return false;
        }
        try (var in = content.get().open()) {
            return ProofModeFile.makesRecord(in.readNBytes(ProofModeFile.LARGEST));
        }
    }

    /// Of the file that the bundle is called by, in its own folder: another of the same digest may lie elsewhere.
    private static Optional<PgpSignature.Checked> ofFile(PgpSignature pgp, Input input, String base)
            throws IOException {
        var folder =
                input.path().substring(0, input.path().length() - input.name().length());
        var alike = input.beside().having(Hash.SHA_256, base.toLowerCase(Locale.ROOT));
        var here = alike.stream()
                .map(Attachment::name)
                .filter(path -> path.startsWith(folder))
                .findFirst();
        return here.isPresent()
                ? pgp.check(base + ENDING, here.get().substring(folder.length()))
                : pgp.ofMissing(base + ENDING, alike.size());
    }

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        ofClaims.ifPresent(checked -> details.addAll(checked.details()));
        ofFile.ifPresent(checked -> details.addAll(checked.details()));
        return details;
    }

    /// What holds of the file says nothing of the claims.
    Said said() {
        if (ofClaims.isEmpty()) {
            return Said.of("what ProofMode noted is not signed: whoever had it can have changed it");
        }
        var all = Stream.concat(ofClaims.stream(), ofFile.stream()).toList();
        if (!all.stream().allMatch(PgpSignature.Checked::holds)) {
            return Said.of("a signature beside what ProofMode noted does not hold or could not be checked");
        }
        return all.stream().anyMatch(PgpSignature.Checked::isForgeable)
                ? Said.of("what ProofMode noted is signed in a way that can be forged today: take the signature as a"
                        + " hint")
                : Said.of("what ProofMode noted is signed by a key that lies beside it, of which nobody vouches whose"
                        + " it is: anybody can make one; whether it was revoked, had ended or is for other things was"
                        + " not looked at");
    }
}
