package org.taniq.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongPassphrase;

/// What one person keeps on one machine, outside every vault, under one passphrase: signing keys,
/// recipients, the highest checkpoints seen. Two files in the configuration folder, both opened by
/// `age -d`:
///
/// - `identity.age`, locked with the passphrase, holds the person's own age identity. It takes 1.5 s to
///   open.
/// - `vaults.age`, encrypted to that identity, holds [Known] vaults. It is written at every [#save], so it
///   must not cost a passphrase each time.
///
/// Whoever knows a recipient can write a file for it. So the recipient of this identity stands nowhere in
/// the clear and is never given to anybody: nobody else can forge a `vaults.age`. (That an older one was
/// put back is not noticed.) For one thread; several processes take turns by [KeyringLock].
public final class Keyring {
    private static final String IDENTITY = "identity.age";
    private static final String VAULTS = "vaults.age";
    private static final int LARGEST_IDENTITY = 4096;

    private final Path folder;
    private final Identity identity;
    private final Durable durable;
    private final List<Known> vaults = new ArrayList<>();
    private String lastUsed = "";
    private Digest asRead;

    private Keyring(Path folder, Identity identity, Durable durable) {
        this.folder = folder;
        this.identity = identity;
        this.durable = durable;
        this.asRead = Digest.of();
    }

    /// Whether there is a keyring in the folder.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(IDENTITY));
    }

    /// Makes a keyring without vaults, and the folder where it is missing.
    ///
    /// @throws IOException also if there is one already
    public static Keyring create(Path folder, Passphrase passphrase, SecureRandom random, Durable durable)
            throws IOException {
        if (isIn(folder)) {
            throw new Trouble(Said.of(
                    "cannot make new keys: there are keys in {folder} already; nothing was changed", "folder", folder));
        }
        durable.createFolder(folder);
        return write(folder, passphrase, random, durable);
    }

    private static Keyring write(Path folder, Passphrase passphrase, SecureRandom random, Durable durable)
            throws IOException {
        var keyring = new Keyring(folder, Identity.generate(random), durable);
        keyring.write(); // first, so that a keyring without its vaults is never there
        keyring.lockWith(passphrase);
        return keyring;
    }

    private void lockWith(Passphrase passphrase) throws IOException {
        durable.replace(folder.resolve(IDENTITY), lockedWith(passphrase));
    }

    /// The person's identity locked with another passphrase, for [#change].
    public byte[] lockedWith(Passphrase passphrase) throws IOException {
        byte[] secret = (identity.secret() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            return passphrase.lock(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Takes the person's identity as another passphrase locks it, at once and for good.
    public void change(byte[] locked, KeyringLock held) throws IOException {
        held.mustBeOn(folder);
        durable.replace(folder.resolve(IDENTITY), locked);
    }

    /// The SHA-256 of the file that the words in force open.
    public static Digest wordsIn(Path folder) throws IOException {
        return Digest.of(Files.readAllBytes(folder.resolve(IDENTITY)));
    }

    /// Makes a keyring without vaults in the place of one whose passphrase is forgotten. That one is kept in
    /// a folder `old-1` (or the next number) beside it, in case the passphrase comes back to mind.
    ///
    /// @param held the turn to write
    public static Keyring renew(
            Path folder, Passphrase passphrase, SecureRandom random, Durable durable, KeyringLock held)
            throws IOException {
        held.mustBeOn(folder);
        Path old = free(folder);
        durable.createFolder(old);
        for (var name : List.of(IDENTITY, VAULTS)) {
            if (Files.exists(folder.resolve(name))) {
                durable.create(old.resolve(name), Files.readAllBytes(folder.resolve(name)));
            }
        }
        durable.settle();
        return write(folder, passphrase, random, durable);
    }

    private static Path free(Path folder) {
        for (int n = 1; ; n++) {
            Path candidate = folder.resolve("old-" + n);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    /// @throws NoSuchFileException if there is none
    /// @throws WrongPassphrase if the passphrase is another
    /// @throws Altered if a file was altered
    /// @throws NotThisFormat if a newer program wrote it
    public static Keyring open(Path folder, Passphrase passphrase, Durable durable) throws IOException {
        byte[] secret = passphrase.unlock(Files.readAllBytes(folder.resolve(IDENTITY)), LARGEST_IDENTITY);
        try {
            return open(folder, Identity.parse(new String(secret, StandardCharsets.US_ASCII)), durable);
        } catch (IllegalArgumentException noIdentity) {
            throw new Altered(Said.of("{file} holds no age identity", "file", IDENTITY));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// As by passphrase, with the person's identity from an open session.
    public static Keyring open(Path folder, Identity identity, Durable durable) throws IOException {
        var keyring = new Keyring(folder, identity, durable);
        byte[] file = Files.readAllBytes(folder.resolve(VAULTS));
        keyring.asRead = Digest.of(file);
        try (InputStream plain = identity.decrypt(new ByteArrayInputStream(file))) {
            KeyringFile read = KeyringFile.parse(plain.readAllBytes());
            keyring.vaults.addAll(read.vaults());
            keyring.lastUsed = read.lastUsed();
        }
        return keyring;
    }

    /// The person's own identity: for a session, and for nobody else.
    public Identity identity() {
        return identity;
    }

    public List<Known> vaults() {
        return List.copyOf(vaults);
    }

    /// The vault that was last seen at this place; the newest, where an older one was moved away or never
    /// finished.
    public Optional<Known> at(Path vault) {
        Path place = vault.toAbsolutePath().normalize();
        return vaults.stream().filter(known -> known.path().equals(place)).reduce((_, newer) -> newer);
    }

    /// The vault that used this log from here: finds a vault that was moved.
    public Optional<Known> withLog(String id) {
        return vaults.stream()
                .filter(known -> known.keys().evidence().verifier().id().equals(id)
                        || known.keys().caseLog().verifier().id().equals(id))
                .findFirst();
    }

    public void add(Known vault) {
        vaults.add(vault);
    }

    /// Forgets the keys of an attempt to make a case that came to nothing.
    public void forgetUnfinished(Path vault) {
        Path place = vault.toAbsolutePath().normalize();
        vaults.removeIf(known -> known.path().equals(place) && known.newKey().unfinished() && !Vault.isVault(place));
    }

    /// The same case under the last key that it was given, where it has another one; it lies in another folder.
    public Optional<Known> after(Known known) {
        return later(known).stream().reduce((_, last) -> last);
    }

    /// Whether the other one is the same case under a later key.
    public boolean isAfter(Known known, Known other) {
        return later(known).contains(other);
    }

    private List<Known> later(Known known) {
        var later = new ArrayList<Known>();
        for (var now = Optional.of(known); now.isPresent() && !later.contains(now.get()); ) {
            later.add(now.get());
            String key = now.get().newKey().recipient();
            now = vaults.stream()
                    .filter(each -> each.keys().recipient().text().equals(key))
                    .reduce((_, newer) -> newer);
        }
        return later.subList(1, later.size());
    }

    /// Where the vault is that was used last.
    public Optional<Path> lastUsed() {
        return lastUsed.isEmpty() ? Optional.empty() : Optional.of(Path.of(lastUsed));
    }

    public void use(Path vault) {
        lastUsed = vault.toAbsolutePath().normalize().toString();
    }

    /// Writes the vaults, at once and for good.
    ///
    /// @throws IOException also if another process has written since this was opened; nothing is changed
    ///     then
    public void save(KeyringLock held) throws IOException {
        held.mustBeOn(folder);
        if (!Digest.of(Files.readAllBytes(folder.resolve(VAULTS))).equals(asRead)) {
            throw new Trouble("cannot save the keys: another Taniq saved its own meanwhile; run the command again");
        }
        write();
    }

    private void write() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = identity.recipient().encrypt(file)) {
            out.write(new KeyringFile(lastUsed, vaults).bytes());
        }
        durable.replace(folder.resolve(VAULTS), file.toByteArray());
        asRead = Digest.of(file.toByteArray());
    }
}
