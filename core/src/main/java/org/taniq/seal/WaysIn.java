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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.NotGiven;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;

/// The vault's identity as it lies in the vault's `keys/`, locked once for each way in. A folder without
/// files is a copy that nobody opens without the paper key. Names are random: they tell nobody's name.
public final class WaysIn {
    private static final int LARGEST = 4096;
    private static final String HEAD = "age-encryption.org/v1\n-> ";
    private static final int LONGEST_HEAD = 64;

    private final Path folder;
    private final Durable durable;

    /// @param folder the `keys/` of the vault
    public WaysIn(Path folder, Durable durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /// One more passphrase that opens the vault. Settled when this returns.
    public void add(Identity vault, Passphrase passphrase, SecureRandom random) throws IOException {
        add(newName(random), vault, passphrase);
    }

    /// A name that no way in has.
    public static String newName(SecureRandom random) {
        var name = new byte[8];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    /// As [#add(Identity, Passphrase, SecureRandom)], under a name that was sealed before.
    public void add(String name, Identity vault, Passphrase passphrase) throws IOException {
        write(name, vault, passphrase::lock);
    }

    /// One more age key that opens the vault. Settled when this returns.
    public void add(String name, Identity vault, Recipient recipient) throws IOException {
        write(name, vault, secret -> {
            var file = new ByteArrayOutputStream();
            try (var out = recipient.encrypt(file)) {
                out.write(secret);
            }
            return file.toByteArray();
        });
    }

    @FunctionalInterface
    private interface Wrapping {
        byte[] wrap(byte[] secret) throws IOException;
    }

    private void write(String name, Identity vault, Wrapping wrapping) throws IOException {
        put(name, wrapped(vault, wrapping));
    }

    private static byte[] wrapped(Identity vault, Wrapping wrapping) throws IOException {
        byte[] secret = (vault.secret() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            return wrapping.wrap(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// The bytes of a way in by a passphrase, for [#put]: so that it can be noted before it is there.
    public static byte[] wrapped(Identity vault, Passphrase passphrase) throws IOException {
        return wrapped(vault, passphrase::lock);
    }

    /// Puts a way in under a name that was sealed before. Settled when this returns.
    public void put(String name, byte[] bytes) throws IOException {
        durable.createFolder(folder);
        durable.create(file(name), bytes);
        durable.settle();
    }

    private Path file(String name) {
        return folder.resolve(name + ".age");
    }

    /// The files that are here, by name.
    public List<Way> list() throws IOException {
        var ways = new ArrayList<Way>();
        for (Path file : files()) {
            ways.add(new Way(name(file), kind(file)));
        }
        return ways;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".age", "");
    }

    private static Way.Kind kind(Path file) throws IOException {
        String head = new String(PlainFile.upTo(LONGEST_HEAD, file), StandardCharsets.ISO_8859_1);
        if (head.startsWith(HEAD + "scrypt ")) {
            return Way.Kind.PASSPHRASE;
        }
        return head.startsWith(HEAD + "X25519 ") ? Way.Kind.AGE_KEY : Way.Kind.OTHER;
    }

    /// The files that this passphrase opens; 1.5 s for each that is locked with one.
    public List<Way> openedBy(Passphrase passphrase) throws IOException {
        var opened = new ArrayList<Way>();
        for (var way : list()) {
            if (way.kind() == Way.Kind.PASSPHRASE && opens(passphrase, way)) {
                opened.add(way);
            }
        }
        return opened;
    }

    private boolean opens(Passphrase passphrase, Way way) throws IOException {
        try {
            Arrays.fill(passphrase.unlock(bytes(file(way.name())), LARGEST), (byte) 0);
            return true;
        } catch (WrongPassphrase | Altered | NotGiven other) {
            return false;
        }
    }

    /// The identities that one of these age keys opens here: more than one where somebody put a file of his
    /// own beside it, so the caller looks which is the vault's.
    public List<Identity> openedBy(List<Identity> held) throws IOException {
        var opened = new ArrayList<Identity>();
        for (Path file : files()) {
            for (var key : held) {
                identity(file, key).ifPresent(opened::add);
            }
        }
        return opened;
    }

    private static Optional<Identity> identity(Path file, Identity key) throws IOException {
        try (InputStream plain = key.decrypt(new ByteArrayInputStream(bytes(file)))) {
            return Optional.of(identity(plain.readNBytes(LARGEST)));
        } catch (WrongKey | Altered | NotGiven other) {
            return Optional.empty();
        }
    }

    /// Takes one way in out of this copy. Settled when this returns.
    ///
    /// @throws NoSuchFileException if there is none of that name
    public void remove(String name) throws IOException {
        if (!PlainFile.isHere(file(name))) {
            throw new NoSuchFileException(file(name).toString());
        }
        durable.delete(file(name));
        durable.settle();
    }

    /// The digest of the file of a way in, by which [#takeAway] knows it again under any name.
    public Digest digest(Way way) throws IOException {
        return Digest.of(bytes(file(way.name())));
    }

    /// Deletes what a process that was killed left here: it may be a way in that never got its name.
    public void sweep() throws IOException {
        durable.sweep(folder);
        durable.settle();
    }

    /// Deletes every file in the folder that has one of these digests, whatever its name: a
    /// synchronisation brings it back under others.
    ///
    /// @return how many there were
    public int takeAway(Collection<Digest> digests) throws IOException {
        int gone = 0;
        for (Path file : everything()) {
            if (digests.contains(Digest.of(PlainFile.upTo(LARGEST, file)))) {
                durable.delete(file);
                gone++;
            }
        }
        durable.settle();
        return gone;
    }

    /// Whether a file with one of these digests is here, under a name that is read.
    public boolean hasAny(Collection<Digest> digests) throws IOException {
        for (Path file : files()) {
            if (digests.contains(Digest.of(PlainFile.upTo(LARGEST, file)))) {
                return true;
            }
        }
        return false;
    }

    private List<Path> everything() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PlainFile::isHere).sorted().toList();
        }
    }

    /// The vault's identity. Each file that the passphrase does not open costs 1.5 s; files for age keys
    /// cost nothing. The caller compares its recipient with the one that is pinned.
    ///
    /// @throws WrongPassphrase if the passphrase opens none of the files
    /// @throws WrongKey if there is none: the vault was locked here, or this copy is meant to stay shut
    /// @throws Altered if the passphrase opens none and one of them was altered
    /// @throws NotGiven if it opens none and the disk does not give one of them
    public Identity open(Passphrase passphrase) throws IOException {
        IOException refused = new WrongKey("this copy of the vault holds no key: it was locked here, or made for"
                + " somebody who must not open it; open it with the paper key or from another copy");
        for (Path file : files()) {
            try {
                return identity(passphrase.unlock(bytes(file), LARGEST));
            } catch (WrongPassphrase wrong) {
                refused = refused instanceof WrongKey ? wrong : refused;
            } catch (Altered | NotGiven damaged) {
                refused = damaged;
            }
        }
        throw refused;
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = PlainFile.upTo(LARGEST, file);
        if (bytes.length > LARGEST) {
            throw new Altered("a file of keys is larger than it may be");
        }
        return bytes;
    }

    private static Identity identity(byte[] secret) throws Altered {
        try {
            return Identity.parse(new String(secret, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException noIdentity) {
            throw new Altered("a file in keys/ holds no age identity");
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private List<Path> files() throws IOException {
        return everything().stream()
                .filter(file -> file.getFileName().toString().matches("[0-9a-f]{16}\\.age"))
                .toList();
    }
}
