package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.Group;
import org.taniq.seal.Keyring;
import org.taniq.seal.KeyringLock;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.OpenedBefore;
import org.taniq.seal.Pointer;
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
    private final Vault vault;
    private boolean hasLearned;
    private Optional<IOException> notRemembered = Optional.empty();

    Writing(KeyringLock turn, Keyring keyring, Known known, Vault vault, Sealer sealer) {
        this.turn = turn;
        this.keyring = keyring;
        this.known = known;
        this.sealer = sealer;
        this.vault = vault;
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
            refuseOtherKey(known, vault);
            known.movedTo(vault.folder());
            noteEarlier(keyring, known, vault);
            if (!known.newKey().isReplaced()) {
                keyring.use(vault.folder());
            }
            var writing = new Writing(
                    turn, keyring, known, vault, vault.sealer(known.keys(), known.remembered(), desk.durable()));
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
        var last = known.stream()
                .filter(each ->
                        Stream.concat(at.stream(), known.stream()).noneMatch(other -> keyring.isAfter(each, other)))
                .toList();
        if (last.size() > 1) {
            throw new Trouble("logs of two cases that were made here lie in one folder: take one of them out");
        }
        return last.isEmpty() ? at.orElseThrow(() -> new StrangeVault(vault.folder())) : last.getFirst();
    }

    /// Where a case was given a new key, this person's earlier logs lie too, and nothing is sealed into them for a
    /// key that was replaced. Which key a folder is sealed for shows by the first opening alone, without any key.
    private static void refuseOtherKey(Known known, Vault vault) throws IOException {
        var opening = vault.firstOpening(log(known));
        if (vault.saysNewKey()
                && opening.isPresent()
                && !opening.get().hex().equals(known.newKey().opening())) {
            throw new Trouble(Said.of(
                    "the case in {folder} was given a new key: let yourself in with `taniq key restore {folder}`, by the key"
                            + " or the words that you were given; nothing was sealed",
                    "folder",
                    vault.folder()));
        }
    }

    /// This person's keys to the same case before it was given the key that it has.
    private static void noteEarlier(Keyring keyring, Known known, Vault vault) throws IOException {
        if (!vault.saysNewKey()) {
            return;
        }
        known.note(known.newKey().finished());
        var recipient = known.keys().recipient();
        for (var id : vault.logNames()) {
            keyring.withLog(id)
                    .filter(other -> !other.keys().recipient().equals(recipient))
                    .filter(other -> !other.newKey().isReplaced())
                    .ifPresent(other -> other.note(other.newKey().replacedBy(recipient)));
        }
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

    /// How many readings this person's log holds.
    long readings() {
        return sealer.countOfReadings();
    }

    /// Commits a group and remembers how far the logs have come.
    List<Receipt> commit(Group group) throws IOException {
        return commit(group, List.of());
    }

    /// Commits a group and remembers the bytes that it sealed, in one saving. What was committed is sealed, also where
    /// it cannot be remembered: [#close] says that.
    List<Receipt> commit(Group group, List<Batch.Seen> seen) throws IOException {
        var receipts = group.commit();
        seen.forEach(each -> known.saw(each.sha256(), each.size(), each.index()));
        rememberSealed(receipts, group);
        return receipts;
    }

    /// Commits a group and remembers the items of which something was read in it, in one saving.
    void commitReadings(Group group, List<Pointer> items) throws IOException {
        var receipts = group.commit();
        learnRead(items);
        rememberSealed(receipts, group);
    }

    private void rememberSealed(List<Receipt> receipts, Group group) {
        if (!receipts.isEmpty()) {
            known.sealed(receipts, group.opening());
        }
        rememberIfPossible();
    }

    private void rememberIfPossible() {
        try {
            remember();
        } catch (IOException failed) {
            notRemembered = Optional.of(failed);
        }
    }

    /// Items of which something was read and is sealed in this person's log.
    void learnRead(Collection<Pointer> items) {
        for (var item : items) {
            hasLearned |= item.log().equals(log(known)) && known.read(item.index());
        }
    }

    /// Openings that were opened, by log.
    void learnOpened(Map<String, OpenedBefore> opened) {
        opened.forEach((log, now) -> hasLearned |= known.note(log, now));
    }

    /// Saves what was learned and is not saved yet.
    void rememberLearned() {
        if (hasLearned) {
            rememberIfPossible();
        }
    }

    /// Saves what was learned.
    void remember() throws IOException {
        for (var head : sealer.heads()) {
            known.remember(head.log(), head);
        }
        if (known.newKey().opening().isEmpty()) {
            var opening = vault.firstOpening(log(known));
            opening.ifPresent(digest -> known.note(known.newKey().with(digest.hex())));
        }
        keyring.save(turn);
        hasLearned = false;
        notRemembered = Optional.empty();
    }

    /// @throws Trouble if what was sealed could not be remembered, also not now
    @Override
    public void close() throws IOException {
        try (turn) {
            if (notRemembered.isPresent()) {
                rememberAtLast();
            }
        }
    }

    private void rememberAtLast() throws Trouble {
        try {
            remember();
        } catch (IOException failed) {
            throw new Trouble(
                    Said.of(
                            "what was sealed is sealed, but this computer could not keep what it remembers of it and"
                                    + " may seal the same again: {why}",
                            "why",
                            String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
