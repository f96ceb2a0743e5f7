package org.taniq.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCheck;
import org.taniq.seal.Verdict;
import org.taniq.seal.Way;

/// Checks a case that was made on this computer. Of a vault that is altered so far that it cannot be opened as one,
/// and of somebody else's, see [Examination].
public final class CaseCheck {
    private final Vault vault;
    private final Known known;
    private final Casebook casebook;

    CaseCheck(Vault vault, Known known, Casebook casebook) {
        this.vault = vault;
        this.known = known;
        this.casebook = casebook;
    }

    /// Checks everything that is sealed, against what this machine remembers.
    public Verdict verify() throws IOException {
        return verify(known.remembered());
    }

    Verdict verify(Map<String, Checkpoint> remembered) throws IOException {
        return canOpen()
                ? VaultCheck.check(vault, remembered, casebook.identity())
                : VaultCheck.check(vault, remembered);
    }

    /// Whether this version can open what is sealed, and the case is not locked here.
    boolean canOpen() {
        return vault.isOfThisFormat() && !casebook.isLocked();
    }

    /// When this folder was made as it is by `taniq copy`, where it is not the one in which this person works and
    /// that is sealed there; else empty. Such a copy is older than is remembered, and nothing is wrong with it.
    String copiedAsItIs() throws IOException {
        return canOpen() ? AsCopied.when(vault, known, casebook.identity()) : "";
    }

    /// The heads of the logs that are here.
    Map<String, Checkpoint> heads() throws IOException {
        return vault.heads().stream().collect(Collectors.toMap(Checkpoint::log, head -> head));
    }

    /// The highest heads of our own logs that were seen here.
    Map<String, Checkpoint> remembered() {
        return known.remembered();
    }

    /// The files in `keys/` that this case does not know, as far as that can be told without trying
    /// passphrases; none where it is locked.
    List<String> strangeWays() throws IOException {
        return canOpen() ? casebook.keys().strange().stream().map(Way::name).toList() : List.of();
    }
}
