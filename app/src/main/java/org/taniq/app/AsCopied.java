package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.read.Records;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Known;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// A copy that is as it was when it was made: that it was copied is sealed after it, so it is older than what this
/// computer remembers, and yet nothing was cut from it.
final class AsCopied {
    private AsCopied() {}

    /// When `taniq copy` last left a copy with exactly the heads that this folder has; empty where that is not
    /// sealed in the folder in which the case is gone on with, or this is that folder.
    static String when(Vault copy, Known known, Identity identity) throws IOException {
        if (!Vault.isVault(known.path()) || Files.isSameFile(known.path(), copy.folder())) {
            return "";
        }
        var heads = Json.of(copy.heads().stream().map(Checkpoint::json).toList());
        return said(known, identity).stream()
                .filter(statement -> statement.value("what").equals(Json.of(CopySaid.COPIED)))
                .filter(statement -> statement.value("detail") instanceof Json.Obj detail
                        && heads.equals(detail.members().get("logs")))
                .map(statement -> Records.text(statement.value("when")))
                .reduce("", (_, later) -> later);
    }

    /// Nothing where that folder cannot be read: a copy is checked then too.
    private static List<Unlocked.Sealed> said(Known known, Identity identity) throws IOException {
        try {
            return Vault.at(known.path()).unlock(identity, known.remembered()).statements("custody/1");
        } catch (Trouble damaged) {
            return List.of();
        }
    }
}
