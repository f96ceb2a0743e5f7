package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCheck;
import org.taniq.seal.Verdict;

/// Checks a vault, whoever made it.
public final class Examination {
    private Examination() {}

    /// With its key where this person made it, else what can be checked without.
    ///
    /// @param begun is run once nothing more is asked
    public static Verdict of(Desk desk, Path folder, Runnable begun) throws IOException {
        if (!desk.hasKeys()) {
            return withoutKey(folder);
        }
        try (var casebook = Casebook.toCheck(desk, folder)) {
            if (casebook.isOfThisFormat()) {
                casebook.identity(); // asks for the passphrase
            }
            begun.run();
            return casebook.verify();
        } catch (Writing.StrangeVault _) {
            return withoutKey(folder);
        }
    }

    /// Checks the logs of a vault and the names of its blobs, which anybody can.
    public static Verdict withoutKey(Path folder) throws IOException {
        return VaultCheck.check(Vault.toCheck(folder), Map.of());
    }
}
