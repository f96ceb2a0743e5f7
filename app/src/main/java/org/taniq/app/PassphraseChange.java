package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;
import org.taniq.seal.Way;
import org.taniq.seal.WaysIn;

/// Other words for the person's keys and for every case of hers that is here. First each case gets a way in
/// for the new words, then the keys are locked with them, and only then the old ways in go: at every instant
/// the old words or the new ones open the keys and all of these cases. Done again after a kill, it ends what
/// was begun.
public final class PassphraseChange {
    private final Desk desk;
    private final Passphrase old;
    private final Passphrase chosen;
    private final List<Case> open = new ArrayList<>();
    private final List<Path> left = new ArrayList<>();

    private record Case(Vault vault, Known known, Identity identity) {}

    private PassphraseChange(Desk desk, Passphrase old, Passphrase chosen) {
        this.desk = desk;
        this.old = old;
        this.chosen = chosen;
    }

    /// Changes the words.
    ///
    /// @return the folders of cases that still open with the old words only: they are not here now, or the
    ///     words do not open them
    public static List<Path> of(Desk desk, Passphrase chosen) throws IOException {
        var change = new PassphraseChange(desk, desk.provenPassphrase(), chosen);
        change.findCases();
        for (var each : change.open) {
            change.letIn(each);
        }
        change.lockKeys();
        for (var each : change.open) {
            change.takeOutOld(each);
        }
        return change.left;
    }

    private void findCases() throws IOException {
        for (var known : desk.keyring().vaults()) {
            if (known.isLocked()) {
                continue;
            }
            var vault = here(known);
            var identity = vault.isPresent() ? identity(vault.get(), known) : Optional.<Identity>empty();
            if (identity.isPresent()) {
                open.add(new Case(vault.get(), known, identity.get()));
            } else {
                left.add(known.path());
            }
        }
    }

    private static Optional<Vault> here(Known known) throws IOException {
        if (!Vault.isVault(known.path())) {
            return Optional.empty();
        }
        var vault = Vault.toCheck(known.path());
        return vault.isOfThisFormat()
                        && vault.logNames()
                                .contains(known.keys().evidence().verifier().id())
                ? Optional.of(vault)
                : Optional.empty();
    }

    private Optional<Identity> identity(Vault vault, Known known) throws IOException {
        try {
            var identity = desk.ways(vault).open(old);
            return identity.recipient().equals(known.keys().recipient()) ? Optional.of(identity) : Optional.empty();
        } catch (WrongKey other) {
            return Optional.empty();
        }
    }

    /// What an attempt before this one has added is used.
    private void letIn(Case each) throws IOException {
        if (!desk.ways(each.vault()).openedBy(chosen).isEmpty()) {
            return;
        }
        String name = WaysIn.newName(desk.random());
        try (var casebook = Casebook.open(desk, each.vault().folder())) {
            CaseKeys.seal(casebook, CaseKeys.statement(Way.Kind.PASSPHRASE.word(), Json.of(name), "", desk));
        }
        desk.ways(each.vault()).add(name, each.identity(), chosen);
    }

    private void lockKeys() throws IOException {
        try (var turn = desk.turn()) {
            desk.keyring().change(chosen, turn);
        }
    }

    /// Not what the new words open, which may be the same.
    private void takeOutOld(Case each) throws IOException {
        var ways = desk.ways(each.vault());
        var kept = ways.openedBy(chosen);
        for (var way : ways.openedBy(old)) {
            if (!kept.contains(way)) {
                ways.remove(way.name());
            }
        }
    }
}
