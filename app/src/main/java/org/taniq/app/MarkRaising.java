package org.taniq.app;

import java.io.IOException;
import org.taniq.base.Durable;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Raises what the folder of a case says that it is, where a synchronisation put back an older state: a program of
/// before would be let in.
final class MarkRaising {
    private final Vault vault;
    private final Casebook casebook;
    private final Durable durable;
    private boolean wasTried;

    MarkRaising(Vault vault, Casebook casebook, Durable durable) {
        this.vault = vault;
        this.casebook = casebook;
        this.durable = durable;
    }

    /// Once. Where another program writes, or this disk takes nothing, the next command tries again; a check names it.
    void raise(Unlocked sealed) {
        if (wasTried) {
            return;
        }
        wasTried = true;
        try {
            if (vault.isTooLowFor(sealed)) {
                casebook.inTurnNow(_ -> vault.raiseTo(sealed, vault.logFolder(casebook.log()), durable));
            }
        } catch (IOException _) {
            wasTried = false;
        }
    }
}
