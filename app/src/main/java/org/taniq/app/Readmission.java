package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.seal.Keyring;
import org.taniq.seal.Known;
import org.taniq.seal.NewRecipient;
import org.taniq.seal.Vault;
import org.taniq.seal.Way;
import org.taniq.seal.WaysIn;

/// Opens a case whose passphrase is forgotten, or that was made on another computer. This computer then
/// seals into logs of its own: those of before are read, and never written again.
public final class Readmission {
    private final Desk desk;
    private final Vault vault;
    private final Identity identity;

    private Readmission(Desk desk, Vault vault, Identity identity) {
        this.desk = desk;
        this.vault = vault;
        this.identity = identity;
    }

    /// @param back is tried before anything is changed
    public static Readmission of(Desk desk, Path folder, WayBack back) throws IOException {
        var vault = Vault.at(folder);
        return new Readmission(desk, vault, back.identity(vault));
    }

    /// Puts a passphrase before the person's keys: new ones where there are none or the old words are
    /// forgotten.
    public void newWords(Passphrase chosen) throws IOException {
        if (desk.hasKeys()) {
            desk.renewKeys(chosen);
        } else {
            desk.makeKeys(chosen);
        }
    }

    /// Lets the person in by her passphrase. What is sealed next begins logs of this computer's own, unless
    /// it has some.
    public void restore() throws IOException {
        know();
        try (var casebook = Casebook.open(desk, vault.folder())) {
            if (casebook.isLocked()) {
                casebook.keys().locking().unlock(_ -> List.of(identity));
            } else if (desk.ways(vault).openedBy(desk.provenPassphrase()).isEmpty()) {
                letIn(casebook);
            }
        }
    }

    private void letIn(Casebook casebook) throws IOException {
        String name = WaysIn.newName(desk.random());
        CaseKeys.seal(casebook, CaseKeys.statement(Way.Kind.PASSPHRASE.word(), Json.of(name), "", desk));
        desk.ways(vault).add(name, identity, desk.passphrase());
    }

    private void know() throws IOException {
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            try {
                know(Writing.known(keyring, vault), keyring);
            } catch (Writing.StrangeVault _) {
                knowAnew(keyring);
            }
            keyring.use(vault.folder());
            keyring.save(turn);
        }
    }

    /// The key opens this folder. Where it is not the one that was known, either the case was given a new one, as is
    /// sealed in it, or it is another case.
    private void know(Known known, Keyring keyring) throws IOException {
        if (known.keys().recipient().equals(identity.recipient())) {
            return;
        }
        if (!NewRecipient.follows(
                vault.unlock(identity, Map.of()),
                identity.recipient(),
                known.keys().recipient())) {
            throw new Trouble("this key opens another case than the one that was made here");
        }
        known.note(known.newKey().replacedBy(identity.recipient()));
        knowAnew(keyring);
    }

    private void knowAnew(Keyring keyring) throws IOException {
        var known = Known.generate(vault.folder(), identity.recipient(), desk.random());
        known.takeOnly(Restoring.takes(vault.unlock(identity, Map.of())));
        keyring.add(known);
    }
}
