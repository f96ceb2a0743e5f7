package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.taniq.base.Trouble;
import org.taniq.seal.Group;
import org.taniq.seal.Keyring;
import org.taniq.seal.KeyringLock;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Receipt;
import org.taniq.seal.Sealer;
import org.taniq.seal.Vault;

/// The turn to write into one vault: lock, keyring and sealer together. After each commit the heads are
/// remembered outside the vault, so that an older copy put in its place is noticed.
final class Writing implements Closeable {
    private final KeyringLock turn;
    private final Keyring keyring;
    private final Known known;
    private final Sealer sealer;

    Writing(KeyringLock turn, Keyring keyring, Known known, Sealer sealer) {
        this.turn = turn;
        this.keyring = keyring;
        this.known = known;
        this.sealer = sealer;
    }

    /// Takes the turn and opens the vault for sealing.
    static Writing begin(Desk desk, Vault vault) throws IOException {
        return begin(desk, vault, desk.turn());
    }

    /// As [#begin], where the turn is free.
    static Writing beginNow(Desk desk, Vault vault) throws IOException {
        return begin(desk, vault, desk.turnNow());
    }

    private static Writing begin(Desk desk, Vault vault, KeyringLock turn) throws IOException {
        try {
            var keyring = desk.keyring();
            var known = known(keyring, vault);
            known.movedTo(vault.folder());
            keyring.use(vault.folder());
            var writing =
                    new Writing(turn, keyring, known, vault.sealer(known.keys(), known.remembered(), desk.durable()));
            writing.remember();
            return writing;
        } catch (IOException | RuntimeException failed) {
            turn.close();
            throw failed;
        }
    }

    /// What this machine knows of a vault, wherever its folder is now.
    static Known known(Keyring keyring, Vault vault) throws IOException {
        var names = vault.logNames();
        var at = keyring.at(vault.folder());
        if (at.isPresent() && names.contains(log(at.get()))) {
            return at.get();
        }
        var known = names.stream()
                .flatMap(id -> keyring.withLog(id).stream())
                .distinct()
                .toList();
        if (known.size() > 1) {
            throw new Trouble("logs of two cases that were made here lie in one folder: take one of them out");
        }
        return known.isEmpty() ? at.orElseThrow(() -> new StrangeVault(vault.folder())) : known.getFirst();
    }

    private static String log(Known known) {
        return known.keys().evidence().verifier().id();
    }

    /// A vault that was not made on this computer.
    static final class StrangeVault extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Path folder;

        StrangeVault(Path folder) {
            super("the case in " + folder + " was not made on this computer by this person: it can be verified, and not"
                    + " opened here");
            this.folder = folder;
        }

        Path folder() {
            return folder;
        }
    }

    Known known() {
        return known;
    }

    Group group(LogKind kind) {
        return sealer.group(kind);
    }

    /// Commits a group and remembers how far the logs have come.
    List<Receipt> commit(Group group) throws IOException {
        return commit(group, List.of());
    }

    /// Commits a group and remembers the bytes that it sealed, in one saving.
    List<Receipt> commit(Group group, List<Batch.Seen> seen) throws IOException {
        var receipts = group.commit();
        seen.forEach(each -> known.saw(each.sha256(), each.size(), each.index()));
        remember();
        return receipts;
    }

    /// Saves what was learned.
    void remember() throws IOException {
        for (var head : sealer.heads()) {
            known.remember(head.log(), head);
        }
        keyring.save(turn);
    }

    @Override
    public void close() throws IOException {
        turn.close();
    }
}
