package org.taniq.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.Keyring;
import org.taniq.seal.KeyringLock;
import org.taniq.seal.Known;
import org.taniq.seal.Vault;
import org.taniq.seal.WaysIn;

/// One person at one computer: her configuration folder, her way to say the passphrase, clock and chance.
/// Asks for the passphrase once at most, and not at all in an open session.
public final class Desk implements AutoCloseable {
    /// How long a command waits for another one that is writing.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path configuration;
    private final Asking asking;
    private final Optional<Session> session;
    private final Clock clock;
    private final Durable durable;
    private final SecureRandom random = new SecureRandom();
    private Optional<Passphrase> passphrase = Optional.empty();
    private Optional<Identity> person = Optional.empty();

    /// Where the passphrase comes from; asked only when it is needed.
    @FunctionalInterface
    public interface Asking {
        Passphrase passphrase() throws IOException;
    }

    public Desk(Path configuration, Asking asking, Optional<Session> session, Clock clock) {
        this(configuration, asking, session, clock, new Durable());
    }

    Desk(Path configuration, Asking asking, Optional<Session> session, Clock clock, Durable durable) {
        this.durable = durable;
        this.configuration = configuration;
        this.asking = asking;
        this.session = session;
        this.clock = clock;
    }

    /// Whether this person has keys here already.
    public boolean hasKeys() {
        return Keyring.isIn(configuration);
    }

    /// Makes the person's keys under a new passphrase.
    public void makeKeys(Passphrase chosen) throws IOException {
        try (var _ = turn()) {
            person = Optional.of(
                    Keyring.create(configuration, chosen, random, durable).identity());
            passphrase = Optional.of(chosen);
        }
    }

    /// Makes the person's keys anew, because the passphrase is forgotten; the old ones are set aside.
    public void renewKeys(Passphrase chosen) throws IOException {
        try (var turn = turn()) {
            person = Optional.of(
                    Keyring.renew(configuration, chosen, random, durable, turn).identity());
            passphrase = Optional.of(chosen);
        }
    }

    /// The turn to write; one process of a person at a time.
    KeyringLock turn() throws IOException {
        return KeyringLock.take(configuration, PATIENCE, durable);
    }

    /// As [#turn], where it is free.
    KeyringLock turnNow() throws IOException {
        return KeyringLock.take(configuration, Duration.ZERO, durable);
    }

    /// The keyring as it is on the disk now.
    public Keyring keyring() throws IOException {
        if (!hasKeys()) {
            throw new NoKeys();
        }
        if (person.isEmpty() && session.isPresent()) {
            person = Optional.of(session.get().identity());
        }
        if (person.isPresent()) {
            return Keyring.open(configuration, person.get(), durable);
        }
        var opened = Keyring.open(configuration, passphrase(), durable);
        person = Optional.of(opened.identity());
        return opened;
    }

    /// There are no keys on this computer yet.
    public static final class NoKeys extends IOException {
        private static final long serialVersionUID = 1;

        NoKeys() {
            super("there are no keys on this computer yet: begin with `taniq init`");
        }
    }

    /// The identity that opens a vault.
    ///
    /// @throws WrongKey if this copy of the vault was not made for this person
    Identity unlock(Vault vault, Known known) throws IOException {
        if (known.isLocked()) {
            throw new Locked();
        }
        var recipient = known.keys().recipient();
        if (session.isPresent()) {
            var kept = session.get().vault(recipient);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        var identity = ways(vault).open(passphrase());
        if (!identity.recipient().equals(recipient)) {
            throw new WrongKey("the key in this folder opens another vault than the one that was made here;"
                    + " somebody may have put it there");
        }
        if (session.isPresent()) {
            session.get().keep(identity);
        }
        return identity;
    }

    /// The case is locked on this computer.
    public static final class Locked extends IOException {
        private static final long serialVersionUID = 1;

        Locked() {
            super("this case is locked on this computer");
        }
    }

    /// Deletes what a process that was killed left in the configuration folder, which may be older keys.
    void sweep() throws IOException {
        durable.sweep(configuration);
        durable.settle();
    }

    /// No open session keeps the key of this vault any more, as far as this one can tell.
    void forget(Known known) throws IOException {
        if (session.isPresent()) {
            session.get().forget(known.keys().recipient());
        }
    }

    /// Of which words are in force, see [org.taniq.seal.OtherWords].
    Digest wordsInForce() throws IOException {
        return Keyring.wordsIn(configuration);
    }

    WaysIn ways(Vault vault) {
        return new WaysIn(vault.folder().resolve("keys"), durable);
    }

    Passphrase passphrase() throws IOException {
        if (passphrase.isEmpty()) {
            passphrase = Optional.of(asking.passphrase());
        }
        return passphrase.get();
    }

    /// The passphrase, tried: nothing may be locked with a mistyped one.
    Passphrase provenPassphrase() throws IOException {
        var typed = passphrase();
        if (session.isPresent()) {
            Keyring.open(configuration, typed, durable);
        } else {
            keyring();
        }
        return typed;
    }

    /// Asks for the passphrase and tries it.
    public void prove() throws IOException {
        var _ = provenPassphrase();
    }

    /// The person's own identity, for an open session.
    public Identity identity() throws IOException {
        return keyring().identity();
    }

    Durable durable() {
        return durable;
    }

    SecureRandom random() {
        return random;
    }

    Clock clock() {
        return clock;
    }

    /// The vault that is meant: the one named, else the one around the current folder, else the one used
    /// last.
    ///
    /// @param named what the person named, if anything
    public Path choose(Optional<Path> named, Path current) throws IOException {
        if (named.isPresent()) {
            return named.get();
        }
        for (var folder = current.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Vault.isVault(folder)) {
                return folder;
            }
        }
        var last = keyring().lastUsed();
        if (last.isPresent() && Files.isDirectory(last.get())) {
            return last.get();
        }
        throw new NoCase();
    }

    /// No case was named, and none is around.
    public static final class NoCase extends IOException {
        private static final long serialVersionUID = 1;

        NoCase() {
            super("there is no case here: name one with --vault, or make one with `taniq init`");
        }
    }

    @Override
    public void close() {
        passphrase.ifPresent(Passphrase::close);
    }
}
