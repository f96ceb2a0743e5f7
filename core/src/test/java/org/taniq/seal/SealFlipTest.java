package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.WrongKey;

/// Every kind of file of a vault is changed in every way that a disk or a hand changes files: the check
/// says so and says where, with the key and, for what is public, without.
@Tag("slow")
final class SealFlipTest {
    /// A file with more bytes is changed at so many random places.
    private static final int SMALL = 240;

    private static final int PLACES = "long".equals(System.getProperty("taniq.check")) ? 1000 : 30;

    private final Random random = new Random(7);

    @TempDir(factory = InMemory.class)
    Path folder;

    private TwoVaults vaults = TwoVaults.none();

    @BeforeEach
    void seal() throws IOException {
        vaults = TwoVaults.in(folder);
    }

    @Test
    void aFlippedBitOfAPublicFileOrABlobIsNamedWithAKeyAndWithout() throws IOException {
        int flips = 0;
        for (var file : TwoVaults.publicFiles(vaults.root())) {
            flips += everyFlip(file, () -> {
                TwoVaults.named(vaults.withoutKey(), file);
                TwoVaults.named(vaults.withKey(), file);
            });
        }
        IO.println(flips + " flips of public files and blobs, all named without a key and with it");
    }

    @Test
    void aFlippedBitOfAnOpeningIsNamed() throws IOException {
        int flips = 0;
        for (var file : TwoVaults.openings(vaults.root())) {
            flips += everyFlip(file, () -> TwoVaults.named(vaults.withKey(), file));
        }
        IO.println(flips + " flips of openings, all named");
    }

    @Test
    void aFlippedBitOfTheFormatIsRefusedOrAnotherFormatThatHidesNothing() throws IOException {
        Path vault = TwoVaults.vault(vaults.root());
        byte[] right = Files.readAllBytes(vault.resolve("taniq.json"));
        int formats = 0;
        for (int bit = 0; bit < right.length * Byte.SIZE; bit++) {
            byte[] flipped = right.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(vault.resolve("taniq.json"), flipped);
            if (VaultFormat.of(flipped).isPresent()) {
                formats++;
                assertEquals(List.of(), vaults.withKey().failed(), "bit " + bit);
            } else {
                var refused = assertThrows(IOException.class, () -> Vault.at(vault), "bit " + bit);
                assertTrue(refused instanceof NotThisFormat || refused instanceof Altered, refused.toString());
            }
        }
        Files.write(vault.resolve("taniq.json"), right);
        assertEquals(2, formats);
    }

    @Test
    void aFlippedBitOfAKeyOpensNothing() throws IOException {
        Path ways = TwoVaults.vault(vaults.root()).resolve("keys");
        for (var file : TwoVaults.files(ways)) {
            everyFlip(file, () -> refused(() -> new WaysIn(ways, new Durable()).open(SealRun.words())));
        }
        Path config = SealRun.config(vaults.root());
        for (var name : List.of("identity.age", "vaults.age")) {
            everyFlip(config.resolve(name), () -> refused(() -> Keyring.open(config, SealRun.words(), new Durable())));
        }
    }

    @Test
    void aFileThatIsGoneShorterEmptyOrAnothersIsNamed() throws IOException {
        for (var file : TwoVaults.concat(TwoVaults.publicFiles(vaults.root()), TwoVaults.openings(vaults.root()))) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            TwoVaults.named(vaults.withKey(), file);
            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                Files.write(file, Arrays.copyOf(bytes, length));
                TwoVaults.named(vaults.withKey(), file);
            }
            Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
            TwoVaults.named(vaults.withKey(), file);
            Files.write(file, Files.readAllBytes(likeIt(file)));
            TwoVaults.named(vaults.withKey(), file);
            Files.write(file, bytes);
        }
        assertEquals(Verdict.Bytes.INTACT, vaults.withKey().bytes());
    }

    /// The file of the same kind in another vault.
    private Path likeIt(Path file) throws IOException {
        Path name = TwoVaults.vault(vaults.root()).relativize(file);
        var others = TwoVaults.concat(
                TwoVaults.publicFiles(folder.resolve("other")), TwoVaults.openings(folder.resolve("other")));
        return others.stream()
                .filter(other -> TwoVaults.vault(folder.resolve("other"))
                                .relativize(other)
                                .getName(0)
                                .equals(name.getName(0))
                        && (!name.startsWith("log") || likes(name, other)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean likes(Path name, Path other) {
        Path last = name.getName(2);
        return other.toString().contains("/" + last + "/") || other.endsWith(last);
    }

    /// A change and what must be seen of it.
    @FunctionalInterface
    private interface Seen {
        void check() throws IOException;
    }

    /// Flips one bit of every byte, or of some bytes of a larger file, and puts it back each time.
    private int everyFlip(Path file, Seen seen) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var time = Files.getLastModifiedTime(file);
        int flips = bytes.length <= SMALL ? bytes.length : PLACES;
        for (int n = 0; n < flips; n++) {
            int at = bytes.length <= SMALL ? n : random.nextInt(bytes.length);
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                seen.check();
            } catch (AssertionError | RuntimeException unseen) {
                throw new AssertionError(
                        "byte " + at + " of " + TwoVaults.vault(vaults.root()).relativize(file), unseen);
            }
        }
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        return flips;
    }

    @FunctionalInterface
    private interface Opening {
        Object open() throws IOException;
    }

    private static void refused(Opening opening) {
        var refused = assertThrows(IOException.class, opening::open);
        assertTrue(
                refused instanceof Altered || refused instanceof WrongKey || refused instanceof NotThisFormat,
                refused.toString());
    }
}
