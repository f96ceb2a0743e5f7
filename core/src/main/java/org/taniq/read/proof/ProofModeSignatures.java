package org.taniq.read.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    ProofModeSignatures(Input input, String base, ProvenFile file) throws IOException {
        var pgp = PgpSignature.with(input.beside(), "pubkey.asc");
        var folder =
                input.path().substring(0, input.path().length() - input.name().length());
        boolean isOnce = !input.name().endsWith(".csv")
                || !(input.beside().at(base + ".proof.json") instanceof Attachment.Present);
        this.ofClaims = pgp.check(input.name() + ENDING, input.name());
        this.ofFile = file.isIt() && file.file().startsWith(folder) && isOnce
                ? pgp.check(base + ENDING, file.file().substring(folder.length()))
                : Optional.empty();
    }

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        ofClaims.ifPresent(checked -> details.add(checked.detail()));
        ofFile.ifPresent(checked -> details.add(checked.detail()));
        return details;
    }

    /// What holds of the file says nothing of the claims.
    Said said() {
        if (ofClaims.isEmpty()) {
            return Said.of("what ProofMode noted is not signed: whoever had it can have changed it");
        }
        boolean holds = ofClaims.get().holds()
                && ofFile.filter(checked -> !checked.holds()).isEmpty();
        return holds
                ? Said.of(
                        "what ProofMode noted is signed by a key that lies beside it, of which nobody vouches whose it"
                                + " is: anybody can make one")
                : Said.of("a signature beside what ProofMode noted does not hold or could not be checked");
    }
}
