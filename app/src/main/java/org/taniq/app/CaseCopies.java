package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import org.taniq.base.Destination;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.Copied;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.WaysIn;

/// Keeps a case elsewhere too.
public final class CaseCopies {
    private final Desk desk;
    private final Vault vault;
    private final Known known;
    private final Casebook casebook;

    CaseCopies(Desk desk, Vault vault, Known known, Casebook casebook) {
        this.desk = desk;
        this.vault = vault;
        this.known = known;
        this.casebook = casebook;
    }

    /// Copies the case to another place and checks the copy, without its key. Nobody is kept from sealing
    /// meanwhile.
    public Copied copy(Destination to, VaultCopy.Keys keys, VaultCopy.Far far) throws IOException {
        var copy = new VaultCopy(vault, known.remembered(), desk.durable()).watchedBy(far);
        if (!casebook.isLocked()) {
            copy.openedBy(casebook::identity);
        }
        if (!casebook.isLocked() && vault.mayLackErased()) {
            copy.without(casebook.erasing().of(casebook.unlocked()), casebook.identity());
        }
        return copy.to(to, keys);
    }

    /// Whether a copy lies there that has no keys and would get some now: who holds it could open it then.
    public boolean bringsKeys(Path copy) throws IOException {
        return Vault.isVault(copy)
                && new WaysIn(copy.resolve("keys"), desk.durable()).list().isEmpty()
                && !desk.ways(vault).list().isEmpty();
    }

    /// Seals that a copy was made.
    public void made(Copied copy, CopySaid said) throws IOException {
        casebook.seal(said.statement(copy, desk.clock().instant()));
    }

    /// Seals that the copies at a place are lost: they save nothing any more.
    ///
    /// @param place as it was stated when they were made; empty for those of which nobody said where they are
    /// @param byWhom who says so; may be empty
    /// @return how many are lost
    /// @throws Trouble if none was made there
    public int lost(String place, String byWhom) throws IOException {
        long there = CopiesMade.of(casebook.unlocked()).stream()
                .filter(copy -> copy.place().equals(place))
                .count();
        if (there == 0) {
            throw new Trouble(
                    Said.of("no copy is known of which it was said that it is here: {place}", "place", place));
        }
        casebook.seal(CopyLost.statement(place, byWhom, desk.clock().instant()));
        return (int) there;
    }

    /// The SOCKS5 proxy through which this person has others asked about this case; empty where she named none.
    public String proxy() {
        return known.stamps().proxy();
    }
}
