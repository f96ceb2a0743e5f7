package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;

/// The vault's identity as it lies in the vault's `keys/`, locked once for each way in. A folder without
/// files is a copy that nobody opens without the paper key. Names are random: they tell nobody's name.
public final class WaysIn {
    private static final int LARGEST = 4096;

    private final Path folder;
    private final Durable durable;

    /// @param folder the `keys/` of the vault
    public WaysIn(Path folder, Durable durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /// One more passphrase that opens the vault. Settled when this returns.
    public void add(Identity vault, Passphrase passphrase, SecureRandom random) throws IOException {
        var name = new byte[8];
        random.nextBytes(name);
        byte[] secret = (vault.secret() + "\n").getBytes(StandardCharsets.US_ASCII);
        durable.createFolder(folder);
        try {
            durable.create(folder.resolve(HexFormat.of().formatHex(name) + ".age"), passphrase.lock(secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        durable.settle();
    }

    /// The vault's identity. Each file that the passphrase does not open costs 1.5 s; files for age keys
    /// cost nothing. The caller compares its recipient with the one that is pinned.
    ///
    /// @throws WrongPassphrase if the passphrase opens none of the files
    /// @throws WrongKey if there is none: the vault was locked here, or this copy is meant to stay shut
    /// @throws Altered if the passphrase opens none and one of them was altered
    public Identity open(Passphrase passphrase) throws IOException {
        IOException refused = new WrongKey("this copy of the vault holds no key: it was locked here, or made for"
                + " somebody who must not open it; open it with the paper key or from another copy");
        for (Path file : files()) {
            try {
                return identity(passphrase.unlock(bytes(file), LARGEST));
            } catch (WrongPassphrase wrong) {
                refused = refused instanceof Altered ? refused : wrong;
            } catch (Altered altered) {
                refused = altered;
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
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{16}\\.age"))
                    .filter(PlainFile::isHere)
                    .sorted()
                    .toList();
        }
    }
}
