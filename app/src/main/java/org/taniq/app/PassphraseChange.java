package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;
import org.taniq.seal.Way;
import org.taniq.seal.WaysIn;

/// Other words for the person's keys and for every case of hers that is here. First each case gets a way in
/// for the new words, then the keys are locked with them, and only then the old ways in go: at every instant
/// the old words or the new ones open the keys and all of these cases. After a kill the next command on a case
/// takes out what the words that are not in force still open.
public final class PassphraseChange {
    private final Desk desk;
    private final Passphrase old;
    private final Passphrase chosen;
    private final List<Case> open = new ArrayList<>();
    private final List<Ready> ready = new ArrayList<>();
    private final List<Path> left = new ArrayList<>();

    private record Case(Vault vault, Known known, Identity identity) {}

    /// A case as it will be, with the files of the old words and of the new ones.
    private record Ready(Vault vault, Map<String, Digest> after, Map<String, Digest> before, Later file) {}

    /// Writes a way in.
    @FunctionalInterface
    private interface Later {
        void put() throws IOException;
    }

    private PassphraseChange(Desk desk, Passphrase old, Passphrase chosen) {
        this.desk = desk;
        this.old = old;
        this.chosen = chosen;
    }

    /// Changes the words.
    ///
    /// @return the folders of cases that still open with the old words only: they are not here now, the words do
    ///     not open them, or nothing can be sealed into them
    public static List<Path> of(Desk desk, Passphrase chosen) throws IOException {
        var change = new PassphraseChange(desk, desk.provenPassphrase(), chosen);
        change.findCases();
        for (var each : change.open) {
            change.prepare(each);
        }
        change.lockKeys();
        for (var each : change.ready) {
            change.takeOutOld(each);
        }
        return change.left;
    }

    private void findCases() throws IOException {
        for (var known : desk.keyring().vaults()) {
            if (known.isLocked() || isLeftBehind(known)) {
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

    /// A case that was given a new key and whose old folder is gone, or one that never came to be.
    private static boolean isLeftBehind(Known known) {
        return (known.newKey().isReplaced() || known.newKey().unfinished()) && !Vault.isVault(known.path());
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

    /// What opens with the new words already is used. A case into which nothing can be sealed keeps the old ones.
    private void prepare(Case each) throws IOException {
        var ways = desk.ways(each.vault());
        try (var casebook = Casebook.open(desk, each.vault().folder())) {
            casebook.keys().endChange();
            var there = digests(ways, chosen);
            if (there.isEmpty()) {
                String name = WaysIn.newName(desk.random());
                CaseKeys.seal(casebook, CaseKeys.statement(Way.Kind.PASSPHRASE.word(), Json.of(name), "", desk));
                byte[] file = WaysIn.wrapped(each.identity(), chosen);
                there.put(name, Digest.of(file));
                ready.add(new Ready(each.vault(), there, digests(ways, old), () -> ways.put(name, file)));
            } else {
                ready.add(new Ready(each.vault(), there, digests(ways, old), () -> {}));
            }
        } catch (Trouble refused) {
            left.add(each.known().path());
        }
    }

    private static Map<String, Digest> digests(WaysIn ways, Passphrase passphrase) throws IOException {
        var all = new HashMap<String, Digest>();
        for (var way : ways.openedBy(passphrase)) {
            all.put(way.name(), ways.digest(way));
        }
        return all;
    }

    /// First what is to go is noted for either outcome, then the files are written, then the keys are locked.
    private void lockKeys() throws IOException {
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            byte[] locked = keyring.lockedWith(chosen);
            for (var each : ready) {
                var known = Writing.known(keyring, each.vault());
                known.change(
                        known.otherWords().then(desk.wordsInForce(), Digest.of(locked), each.before(), each.after()));
            }
            keyring.save(turn);
            for (var each : ready) {
                each.file().put();
            }
            keyring.change(locked, turn);
            desk.sweep();
        }
    }

    private void takeOutOld(Ready each) throws IOException {
        try (var casebook = Casebook.open(desk, each.vault().folder())) {
            casebook.keys().endChange();
            desk.ways(each.vault()).sweep();
        }
    }
}
