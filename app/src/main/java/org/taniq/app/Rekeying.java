package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.seal.Copied;
import org.taniq.seal.Keyring;
import org.taniq.seal.KeyringLock;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.NewRecipient;
import org.taniq.seal.OwnLogs;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.VaultRekey;

/// Gives a case a new key: the case is made again in a new folder, and this computer goes on there in new logs. The
/// old folder stays as it is, and takes nothing any more from here.
public final class Rekeying {
    private final Desk desk;
    private final Path folder;
    private final Path to;

    /// @param folder of the case as it is
    public Rekeying(Desk desk, Path folder, Path to) {
        this.desk = desk;
        this.folder = folder;
        this.to = to.toAbsolutePath().normalize();
    }

    /// What a person must know before.
    ///
    /// @param bytes how much is sealed again
    /// @param lacking what of the case will not be in the new folder
    /// @param ways into the case that cannot be taken along, because nobody here knows what opens them
    /// @param others who seals into the case too
    public record Plan(long bytes, List<Said> lacking, List<WayIn> ways, List<OtherWriter> others) {
        public Plan {
            lacking = List.copyOf(lacking);
            ways = List.copyOf(ways);
            others = List.copyOf(others);
        }
    }

    /// What of a case is not whole is left behind only by who says so.
    public enum Lacking {
        REFUSED,
        LEFT
    }

    /// Changes nothing, but that what was erased here is erased again where it came back.
    ///
    /// @throws Desk.Locked if the case is locked here
    public Plan plan(Casebook casebook) throws IOException {
        var identity = casebook.identity();
        var unlocked = casebook.unlocked();
        refuseAgain(casebook);
        var own = OwnLogs.of(identity.recipient(), desk.keyring().vaults());
        var rekey =
                VaultRekey.of(Vault.at(folder), identity, own, casebook.known().remembered(), desk.durable());
        var ways = casebook.keys().list().stream()
                .filter(way -> way.standing() != WayIn.Standing.OWN && way.standing() != WayIn.Standing.GONE)
                .toList();
        return new Plan(rekey.bytes(), rekey.lacking(), ways, OtherWriter.of(unlocked, casebook.known()));
    }

    private static void refuseAgain(Casebook casebook) throws IOException {
        var now = casebook.newFolder();
        if (now.isPresent() && Vault.isVault(now.get())) {
            throw new Trouble(
                    Said.of("this case was given a new key already, and goes on in {folder}", "folder", now.get()));
        }
    }

    /// Makes the case again, begins new logs in it and seals that its key is new.
    ///
    /// @param byWhom who says so; may be empty
    public Copied rekey(Lacking lacking, String byWhom, VaultCopy.Far far) throws IOException {
        var words = desk.provenPassphrase();
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            var vault = Vault.at(folder);
            var known = Writing.known(keyring, vault);
            var old = desk.unlock(vault, known);
            var own = OwnLogs.of(old.recipient(), keyring.vaults());
            var rekey = VaultRekey.of(vault, old, own, known.remembered(), desk.durable());
            if (lacking == Lacking.REFUSED && !rekey.lacking().isEmpty()) {
                throw new Trouble("not all of this case is here and whole: nothing was changed");
            }
            var fresh = new Fresh(known, Identity.generate(desk.random()), keyring, turn);
            var made = rekey.watchedBy(far)
                    .to(to, fresh.identity(), unfinished -> prepare(unfinished, fresh, words, byWhom));
            known.note(known.newKey().replacedBy(fresh.identity().recipient()));
            keyring.at(to).ifPresent(now -> now.note(now.newKey().finished()));
            keyring.use(to); // only now: the next command is not to look for a case in what was stopped
            keyring.save(turn);
            return made;
        }
    }

    /// A key that is being made, and where it is noted.
    ///
    /// @param before what is known of the case under its key until now
    private record Fresh(Known before, Identity identity, Keyring keyring, KeyringLock turn) {}

    private void prepare(Vault unfinished, Fresh fresh, Passphrase words, String byWhom) throws IOException {
        var heads = unfinished.heads();
        desk.ways(unfinished).add(fresh.identity(), words, desk.random());
        var known = known(fresh);
        fresh.keyring().forgetUnfinished(to);
        fresh.keyring().add(known);
        fresh.keyring().save(fresh.turn());
        var sealer = unfinished.sealer(known.keys(), known.remembered(), desk.durable());
        var writing = new Writing(fresh.turn(), fresh.keyring(), known, unfinished, sealer);
        writing.remember();
        var group = writing.group(LogKind.EVIDENCE);
        group.add(new NewRecipient(fresh.before().keys().recipient(), heads)
                .statement(desk.clock().instant(), byWhom));
        writing.commit(group);
    }

    /// What the case takes and whom it asks stays, and so does how far the old logs had come.
    private Known known(Fresh fresh) {
        var known = Known.generate(to, fresh.identity().recipient(), desk.random());
        known.takeOnly(fresh.before().takes());
        known.stampWith(fresh.before().stamps());
        known.note(known.newKey().begun());
        fresh.before().remembered().forEach((log, head) -> {
            if (head.size() > 0) {
                known.remember(log, head);
            }
        });
        return known;
    }
}
