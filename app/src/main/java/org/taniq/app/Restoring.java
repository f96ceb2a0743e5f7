package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.NotGiven;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Copied;
import org.taniq.seal.Keyring;
import org.taniq.seal.KeyringLock;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.OwnLogs;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.VaultRestore;
import org.taniq.seal.WaysIn;

/// Makes a case again from copies of it, on the computer on which it was made or on another one. It goes on in
/// new logs: the keys of the old ones were never copied.
public final class Restoring {
    private static final Set<Json> TEXT_ONLY = Set.of(Json.of("yes"), Json.of("unsure"));

    private final Desk desk;
    private final List<Path> copies;
    private final Path to;

    public Restoring(Desk desk, List<Path> copies, Path to) {
        this.desk = desk;
        this.copies = List.copyOf(copies);
        this.to = to.toAbsolutePath().normalize();
    }

    /// The identity of the case by this person's words. Where there are no keys on this computer yet, they are
    /// made under the same words.
    ///
    /// @throws WrongPassphrase if they open no copy
    /// @throws WrongKey if none of the copies has keys
    public Identity byWords() throws IOException {
        var words = desk.passphrase();
        Optional<IOException> refused = Optional.empty();
        for (var copy : copies) {
            try {
                var identity = new WaysIn(copy.resolve("keys"), desk.durable()).open(words);
                if (!desk.hasKeys()) {
                    desk.makeKeys(words);
                }
                return identity;
            } catch (WrongPassphrase wrong) {
                refused = Optional.of(wrong);
            } catch (WrongKey | Altered | NotGiven unusable) {
                refused = refused.or(() -> Optional.of(unusable));
            }
        }
        throw refused.orElseThrow();
    }

    /// The identity of the case by keys that somebody holds: a paper key, or the age key of a person who was
    /// let in.
    ///
    /// @throws Trouble if none of them opens a copy
    public Identity by(List<Identity> held) throws IOException {
        Optional<Trouble> refused = Optional.empty();
        for (var copy : copies) {
            try {
                return WayBack.keys(held).identity(Vault.remainsAt(copy));
            } catch (Trouble no) {
                refused = refused.or(() -> Optional.of(no));
            }
        }
        throw refused.orElseThrow();
    }

    /// Makes the case, begins new logs in it and seals that it was restored.
    ///
    /// @param byWhom who says so; may be empty
    public Copied restore(Identity identity, String byWhom, VaultCopy.Far far) throws IOException {
        var words = desk.provenPassphrase();
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            return new VaultRestore(copies, identity, desk.durable())
                    .watchedBy(far)
                    .ofWriter(OwnLogs.of(identity.recipient(), keyring.vaults()))
                    .to(to, remembered(keyring, identity), unfinished -> {
                        addWayIn(unfinished, identity, words);
                        begin(unfinished, identity, keyring, turn).seal(statement(unfinished, byWhom));
                    });
        }
    }

    /// An older copy than this computer has seen is said to be one, and so is a log of this case that is in none.
    /// What an attempt that was stopped has begun is not lost, nor is what lies in another folder of the case.
    private Map<String, Checkpoint> remembered(Keyring keyring, Identity identity) throws IOException {
        var all = new HashMap<String, Checkpoint>();
        var copied = new HashSet<String>();
        for (var copy : copies) {
            copied.addAll(Vault.logNames(copy));
        }
        for (var known : keyring.vaults()) {
            var here = new HashSet<>(Vault.logNames(to));
            here.addAll(Vault.logNames(known.path()));
            here.removeAll(copied);
            boolean ofThisCase = known.keys().recipient().equals(identity.recipient());
            known.remembered().forEach((log, head) -> {
                if (ofThisCase && head.size() > 0 && !here.contains(log)) {
                    all.merge(log, head, (one, other) -> one.size() > other.size() ? one : other);
                }
            });
        }
        return all;
    }

    private void addWayIn(Vault unfinished, Identity identity, Passphrase words) throws IOException {
        var ways = desk.ways(unfinished);
        try {
            if (ways.open(words).recipient().equals(identity.recipient())) {
                return;
            }
        } catch (WrongKey | Altered none) {
            ways.add(identity, words, desk.random());
            return;
        }
        ways.add(identity, words, desk.random());
    }

    private Begun begin(Vault unfinished, Identity identity, Keyring keyring, KeyringLock turn) throws IOException {
        var known = known(keyring, identity);
        known.takeOnly(takes(unfinished.unlock(identity, Map.of())));
        keyring.use(to);
        keyring.save(turn);
        var sealer = unfinished.sealer(known.keys(), known.remembered(), desk.durable());
        return new Begun(new Writing(turn, keyring, known, unfinished, sealer));
    }

    /// New logs of this writer.
    private record Begun(Writing writing) {
        void seal(Statement custody) throws IOException {
            writing.remember();
            var group = writing.group(LogKind.EVIDENCE);
            group.add(custody);
            writing.commit(group);
        }
    }

    /// New keys to seal; those of an attempt that was stopped are gone on with.
    private Known known(Keyring keyring, Identity identity) throws IOException {
        var at = keyring.at(to);
        if (at.isPresent() && at.get().keys().recipient().equals(identity.recipient()) && isGoneOnWith(at.get())) {
            return at.get();
        }
        var known = Known.generate(to, identity.recipient(), desk.random());
        keyring.add(known);
        return known;
    }

    /// Whether it is of such an attempt, and not of a case that was lost from here.
    private boolean isGoneOnWith(Known known) throws IOException {
        String log = known.keys().evidence().verifier().id();
        return (known.begun().isEmpty() || Vault.logNames(to).contains(log)) && !isInCopies(known);
    }

    private boolean isInCopies(Known known) throws IOException {
        for (var copy : copies) {
            if (Vault.logNames(copy).contains(known.keys().evidence().verifier().id())) {
                return true;
            }
        }
        return false;
    }

    /// What a case takes in was a property of the lost computer; what was said of it is sealed. Where nobody can
    /// read what was said, nothing that could show a child is taken in.
    static Known.Takes takes(Unlocked sealed) {
        var answers = sealed.statements("custody/1").stream()
                .map(statement -> statement.value("detail"))
                .filter(detail ->
                        detail instanceof Json.Obj said && said.members().containsKey("minors"))
                .map(detail -> ((Json.Obj) detail).members().getOrDefault("minors", Json.NULL))
                .toList();
        boolean media = !answers.isEmpty() && answers.stream().noneMatch(TEXT_ONLY::contains);
        return media ? Known.Takes.EVERYTHING : Known.Takes.TEXT_ONLY;
    }

    private Statement statement(Vault unfinished, String byWhom) throws IOException {
        var logs = unfinished.heads().stream().map(Checkpoint::json).toList();
        return Statement.of("custody/1")
                .with("what", "restored")
                .with("when", desk.clock().instant().toString())
                .with("byWhom", Json.orNull(byWhom))
                .with(
                        "detail",
                        Json.object()
                                .put("copies", copies.size())
                                .put("logs", Json.of(logs))
                                .build());
    }
}
