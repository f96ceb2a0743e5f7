package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.HeldCheck;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCheck;
import org.taniq.seal.Verdict;

/// What a check of a vault found, whoever made it.
///
/// @param remembered the heads of its logs that were known here; none where somebody else made it
public record Examination(Verdict verdict, Vault vault, Map<String, Checkpoint> remembered) {
    public Examination {
        remembered = Map.copyOf(remembered);
    }

    /// With its key where this person made it, else what can be checked without.
    ///
    /// @param begun is told of the case once nothing more is asked
    public static Examination of(Desk desk, Path folder, Consumer<Casebook> begun) throws IOException {
        if (!desk.hasKeys()) {
            return withoutKey(folder);
        }
        try (var casebook = Casebook.toCheck(desk, folder)) {
            if (casebook.isOfThisFormat() && !casebook.isLocked()) {
                casebook.identity(); // asks for the passphrase
            }
            begun.accept(casebook);
            return new Examination(casebook.verify(), Vault.toCheck(folder), casebook.remembered());
        } catch (Writing.StrangeVault _) {
            return withoutKey(folder);
        }
    }

    /// Checks the logs of a vault and the names of its blobs, which anybody can.
    public static Examination withoutKey(Path folder) throws IOException {
        var vault = Vault.toCheck(folder);
        return new Examination(VaultCheck.check(vault, Map.of()), vault, Map.of());
    }

    /// The verdict, with what a checkpoint shows that somebody else holds.
    public Verdict against(HeldCheck held) throws IOException {
        return held.ofVault(verdict, vault, remembered);
    }
}
