package org.taniq.app;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.taniq.base.Digest;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.Known;
import org.taniq.seal.OtherWords;
import org.taniq.seal.Vault;
import org.taniq.seal.Way;
import org.taniq.seal.WaysIn;

/// Takes the person's way in out of this copy of a case, so that this computer can seal and not open, also
/// with the passphrase; and puts it back. Each step can be the last: that the case is locked is saved first,
/// and whatever is then still there is deleted by the next command.
public final class Locking {
    private final Desk desk;
    private final Vault vault;
    private final Casebook casebook;

    Locking(Desk desk, Vault vault, Casebook casebook) {
        this.desk = desk;
        this.vault = vault;
        this.casebook = casebook;
    }

    /// The ways back that do not lie in a passphrase: paper keys, and people whose way in is in this copy.
    public List<WayIn> waysBack() throws IOException {
        var here = desk.ways(vault).list().stream().map(Way::name).toList();
        return casebook.keys().added().stream()
                .filter(way -> way.kind().equals(WayIn.PAPER)
                        || way.kind().equals(Way.Kind.AGE_KEY.word()) && here.contains(way.name()))
                .toList();
    }

    /// The copies that this case knows of, asked while it is open; none where it cannot be opened any more.
    public List<CopyMade> copies() throws IOException {
        try {
            return CopiesMade.of(casebook.unlocked());
        } catch (WrongKey _) {
            return List.of();
        }
    }

    /// Locks.
    ///
    /// @return the ways in that stay in this copy
    public List<Way> lock() throws IOException {
        var ways = desk.ways(vault);
        var own = new HashMap<String, Digest>();
        for (var way : ways.openedBy(desk.provenPassphrase())) {
            own.put(way.name(), ways.digest(way));
        }
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            var known = Writing.known(keyring, vault);
            known.lock(own, desk.random());
            keyring.save(turn);
            desk.sweep();
            takeAway(own.values());
            desk.forget(known);
        }
        return ways.list();
    }

    /// Does again what a lock does, where a synchronisation brought something back or the program was stopped
    /// in between.
    ///
    /// @return whether there was something
    boolean again(Known known) throws IOException {
        return known.isLocked() && takeAway(known.takenAway().values());
    }

    /// Deletes what opens with words that are not in force: those of before a change, or new ones that never came
    /// to be hers. Nothing is deleted where it could be the last way in.
    ///
    /// @return whether there was something
    boolean endChange(Known known) throws IOException {
        var words = known.otherWords();
        if (words.equals(OtherWords.NONE)) {
            return false;
        }
        var ways = desk.ways(vault);
        var inForce = desk.wordsInForce();
        return (known.isLocked() || ways.hasAny(words.staying(inForce)))
                && ways.takeAway(words.going(inForce).values()) > 0;
    }

    private boolean takeAway(Collection<Digest> files) throws IOException {
        int keys = desk.ways(vault).takeAway(files);
        desk.ways(vault).sweep();
        // All of the index: also what another passphrase of this person could open.
        return vault.deleteDerived(desk.durable()) || keys > 0;
    }

    /// Opens the case on this computer again, with the person's passphrase as it is now.
    public void unlock(WayBack back) throws IOException {
        putBack(back.identity(vault, casebook.known().keys().recipient()));
    }

    /// First the keyring knows that the case is open, then the file is there: a case that says that it is
    /// locked never holds it. It gets the name that it had, by which the log knows it.
    private void putBack(Identity identity) throws IOException {
        var passphrase = desk.provenPassphrase();
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            var known = Writing.known(keyring, vault);
            var before = known.takenAway().keySet().stream().findFirst();
            known.unlock();
            keyring.save(turn);
            if (desk.ways(vault).openedBy(passphrase).isEmpty()) {
                desk.ways(vault).add(before.orElseGet(() -> WaysIn.newName(desk.random())), identity, passphrase);
            }
        }
    }
}
