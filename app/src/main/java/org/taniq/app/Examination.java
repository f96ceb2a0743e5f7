package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
/// @param strangeWays files in `keys/` that the case does not know, where it could be opened and is intact
/// @param copied when `taniq copy` left it as it is, where that is sealed in the case; empty for all else
public record Examination(
        Verdict verdict, Vault vault, Map<String, Checkpoint> remembered, List<String> strangeWays, String copied) {
    public Examination {
        remembered = Map.copyOf(remembered);
        strangeWays = List.copyOf(strangeWays);
    }

    /// With its key where this person made it, else what can be checked without.
    ///
    /// @param begun is told of the case once nothing more is asked
    public static Examination of(Desk desk, Path folder, Consumer<Casebook> begun) throws IOException {
        if (!desk.hasKeys()) {
            return withoutKey(folder);
        }
        try (var casebook = Casebook.toCheck(desk, folder)) {
            if (casebook.check().canOpen()) {
                casebook.identity(); // asks for the passphrase
            }
            begun.accept(casebook);
            var copied = casebook.check().copiedAsItIs();
            var remembered = copied.isEmpty()
                    ? casebook.check().remembered()
                    : casebook.check().heads();
            var verdict = casebook.check().verify(remembered);
            List<String> strange =
                    verdict.bytes() == Verdict.Bytes.INTACT ? casebook.check().strangeWays() : List.of();
            return new Examination(verdict, Vault.toCheck(folder), remembered, strange, copied);
        } catch (Writing.StrangeVault _) {
            return withoutKey(folder);
        }
    }

    /// Checks the logs of a vault and the names of its blobs, which anybody can.
    public static Examination withoutKey(Path folder) throws IOException {
        var vault = Vault.toCheck(folder);
        return new Examination(VaultCheck.check(vault, Map.of()), vault, Map.of(), List.of(), "");
    }

    /// The verdict, with what checkpoints show that somebody else holds.
    public Verdict against(List<HeldCheck> held) throws IOException {
        return HeldCheck.ofVault(held, verdict, vault, remembered);
    }
}
