package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

/// Every kind of file of a vault is changed in every way that a disk or a hand changes files: the check says
/// so and
/// says
/// where, with the key and, for what is public, without.
@Tag("slow")
final class SealFlipTest {
    /// A file with more bytes is changed at so many random places.
    private static final int SMALL = 240;

    @TempDir(factory = InMemory.class)
    Path folder;

    private final Random random = new Random(7);

    @BeforeEach
    void seal() throws IOException {
        for (var name : List.of("root", "other")) {
            var place = Files.createDirectory(folder.resolve(name));
            new SealRun(place, new Durable(), new SealRun.Promises()).seal("first");
            SealRun.copy(place, folder.resolve(name + "-early"));
            new SealRun(place, new Durable(), new SealRun.Promises()).seal("second");
        }
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes());
        assertEquals(Verdict.Bytes.UNCHECKED, withoutKey().bytes());
    }

    @Test
    void aFlippedBitOfAPublicFileOrABlobIsNamedWithAKeyAndWithout() throws IOException {
        int flips = 0;
        for (var file : publicFiles(root())) {
            flips += everyFlip(file, () -> {
                named(withoutKey(), file);
                named(withKey(), file);
            });
        }
        IO.println(flips + " flips of public files and blobs, all named without a key and with it");
    }

    @Test
    void aFlippedBitOfAnOpeningIsNamed() throws IOException {
        int flips = 0;
        for (var file : openings(root())) {
            flips += everyFlip(file, () -> named(withKey(), file));
        }
        IO.println(flips + " flips of openings, all named");
    }

    @Test
    void aFlippedBitOfTheFormatIsNeverAVault() throws IOException {
        Path mark = vault(root()).resolve("taniq.json");
        everyFlip(mark, () -> {
            var refused = assertThrows(IOException.class, () -> Vault.at(vault(root())));
            assertTrue(refused instanceof NotThisFormat || refused instanceof Altered, refused.toString());
        });
    }

    @Test
    void aFlippedBitOfAKeyOpensNothing() throws IOException {
        Path ways = vault(root()).resolve("keys");
        for (var file : files(ways)) {
            everyFlip(file, () -> refused(() -> new WaysIn(ways, new Durable()).open(SealRun.words())));
        }
        Path config = SealRun.config(root());
        for (var name : List.of("identity.age", "vaults.age")) {
            everyFlip(config.resolve(name), () -> refused(() -> Keyring.open(config, SealRun.words(), new Durable())));
        }
    }

    @Test
    void aFileThatIsGoneShorterEmptyOrAnothersIsNamed() throws IOException {
        for (var file : concat(publicFiles(root()), openings(root()))) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            named(withKey(), file);
            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                Files.write(file, Arrays.copyOf(bytes, length));
                named(withKey(), file);
            }
            Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
            named(withKey(), file);
            Files.write(file, Files.readAllBytes(likeIt(file)));
            named(withKey(), file);
            Files.write(file, bytes);
        }
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes());
    }

    /// The file of the same kind in another vault.
    private Path likeIt(Path file) throws IOException {
        Path name = vault(root()).relativize(file);
        var others = concat(publicFiles(folder.resolve("other")), openings(folder.resolve("other")));
        return others.stream()
                .filter(other -> vault(folder.resolve("other"))
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

    /// Of the case log no other log speaks: only memory misses it.
    @Test
    void aLogThatIsGoneIsMissedByMemoryAndByStatementsThatPointIntoIt() throws IOException {
        for (var log : logs(root())) {
            boolean pointedTo = isEvidence(log);
            Path away = folder.resolve("away");
            Files.move(log, away);
            assertEquals(Verdict.Bytes.ALTERED, withKey().bytes());
            assertEquals(
                    pointedTo ? Verdict.Bytes.UNCHECKED : Verdict.Bytes.INTACT,
                    withKey(Map.of()).bytes());
            Files.move(away, log);
        }
    }

    @Test
    void anOlderCheckpointIsKnownByMemoryByPointersAndByWhatLiesBeyond() throws IOException {
        for (var log : logs(root())) {
            Path checkpoint = log.resolve("checkpoint");
            byte[] now = Files.readAllBytes(checkpoint);
            Path early = folder.resolve("root-early")
                    .resolve(root().relativize(checkpoint).toString());
            Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
            named(withKey(), checkpoint);
            if (isEvidence(log)) {
                assertEquals(Verdict.Bytes.ALTERED, withKey(Map.of()).bytes(), "statements point behind the cut");
            }
            assertTrue(withoutKey(Map.of()).checks().stream()
                    .anyMatch(check -> check.detail().contains("older checkpoint")));
            Files.write(checkpoint, now);
        }
    }

    @Test
    void aCheckpointFromTwoGroupsAgoIsKnownWithoutMemoryOrKey() throws IOException {
        SealRun.copy(root(), folder.resolve("two"));
        new SealRun(root(), new Durable(), new SealRun.Promises()).seal("third");
        for (var log : logs(root())) {
            Path checkpoint = log.resolve("checkpoint");
            byte[] now = Files.readAllBytes(checkpoint);
            Path early = folder.resolve("root-early")
                    .resolve(root().relativize(checkpoint).toString());
            Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
            named(withoutKey(Map.of()), checkpoint);
            Files.write(checkpoint, now);
        }
    }

    @Test
    void anOlderCopyOfTheWholeVaultIsRefusedAndNothingIsChanged() throws IOException {
        var remembered = remembered();
        SealRun.delete(vault(root()));
        SealRun.copy(vault(folder.resolve("root-early")), vault(root()));
        var before = SealRun.snapshot(vault(root()));
        var seal = new SealRun(root(), new Durable(), new SealRun.Promises());
        var said = assertThrows(Rollback.class, () -> seal.seal("on top of an older copy"));
        assertTrue(
                String.valueOf(said.getMessage()).contains("nothing was changed"), String.valueOf(said.getMessage()));
        assertEquals(Verdict.Bytes.ALTERED, withKey(remembered).bytes());
        assertEquals(before, SealRun.snapshot(vault(root())));
        assertEquals(Verdict.Bytes.INTACT, withKey(Map.of()).bytes(), "whoever remembers nothing cannot know");
    }

    /// The case log alone is older: the evidence log, which is opened first, must not be touched either.
    @Test
    void ofAVaultWithOneOlderLogNothingIsChanged() throws IOException {
        for (var log : logs(root())) {
            String name = log.getFileName().toString();
            Path place = folder.resolve("one-" + name);
            SealRun.copy(root(), place);
            SealRun.delete(vault(place).resolve("log").resolve(name));
            SealRun.copy(
                    vault(folder.resolve("root-early")).resolve("log").resolve(name),
                    vault(place).resolve("log").resolve(name));
            for (var other : logs(place)) {
                Files.writeString(other.resolve(".tmp-0123456789abcdef"), "left by a kill");
            }
            var before = SealRun.snapshot(vault(place));
            var seal = new SealRun(place, new Durable(), new SealRun.Promises());
            assertThrows(Rollback.class, () -> seal.seal("on top of an older log"));
            assertEquals(before, SealRun.snapshot(vault(place)));
        }
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        Files.writeString(vault(root()).resolve("taniq.json"), "{\"format\":2}\n");
        var before = SealRun.snapshot(vault(root()));
        var said = assertThrows(NotThisFormat.class, () -> Vault.at(vault(root())));
        assertTrue(String.valueOf(said.getMessage()).contains("another version"), String.valueOf(said.getMessage()));
        assertThrows(IOException.class, () -> Vault.create(vault(root()), new Durable()));
        assertEquals(before, SealRun.snapshot(vault(root())));
    }

    @Test
    void aForeignRecipientInTheFolderGetsNothing() throws IOException {
        var foreign = Identity.generate(new java.security.SecureRandom());
        var words = Passphrase.of("other words".toCharArray(), 6);
        new WaysIn(vault(root()).resolve("keys"), new Durable()).add(foreign, words, new java.security.SecureRandom());
        Files.write(vault(root()).resolve("keys/0000000000000000.age"), Blobs.wrap(new byte[9], foreign.recipient()));
        Files.writeString(
                vault(root()).resolve("recipients.txt"), foreign.recipient().text());
        var promises = new SealRun.Promises();
        new SealRun(root(), new Durable(), promises).seal("third");
        SealRun.check(root(), promises);
        for (var file : concat(files(vault(root()).resolve("blob")), openings(root()))) {
            try (var encrypted = Files.newInputStream(file)) {
                assertThrows(WrongKey.class, () -> foreign.decrypt(encrypted));
            }
        }
    }

    @Test
    void anOpeningEncryptedToSomebodyElseIsNamedAndAForeignKeyIsNoAlteration() throws IOException {
        var foreign = Identity.generate(new java.security.SecureRandom());
        assertUnchecked(VaultCheck.check(Vault.at(vault(root())), remembered(), foreign));
        for (var file : openings(root())) {
            byte[] before = Files.readAllBytes(file);
            anew(file, foreign.recipient());
            named(withKey(), file);
            Files.write(file, before);
        }
        for (var file : openings(root())) {
            anew(file, foreign.recipient());
        }
        assertUnchecked(withKey());
    }

    private void anew(Path file, Recipient recipient) throws IOException {
        Files.write(file, Blobs.wrap(Blobs.unwrap(Files.readAllBytes(file), identity(), 1 << 20), recipient));
    }

    private static void assertUnchecked(Verdict verdict) {
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertEquals(
                List.of("key"),
                verdict.failed().stream().map(Verdict.Check::name).toList());
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
        int flips = bytes.length <= SMALL ? bytes.length : 200;
        for (int n = 0; n < flips; n++) {
            int at = bytes.length <= SMALL ? n : random.nextInt(bytes.length);
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                seen.check();
            } catch (AssertionError | RuntimeException unseen) {
                throw new AssertionError("byte " + at + " of " + vault(root()).relativize(file), unseen);
            }
        }
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        return flips;
    }

    private static void named(Verdict verdict, Path file) {
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), "not noticed: " + file);
        String text = file.toString();
        String name = text.contains("/opening/")
                ? text.substring(text.indexOf("/opening/"))
                : text.contains("/log/")
                        ? text.replaceAll(".*/log/([0-9a-f]{32})/.*", "$1")
                        : text.replaceAll(".*/", "").replace(".age", "");
        boolean named =
                verdict.failed().stream().anyMatch(check -> check.detail().contains(name) || isAbsent(check, file));
        assertTrue(named, () -> "not named: " + file + " in " + verdict.failed());
    }

    private static boolean isAbsent(Verdict.Check check, Path file) {
        return file.toString().contains("/opening/")
                && check.detail()
                        .contains("lacks the opening that begins at "
                                + file.getFileName().toString().replaceAll("-.*", ""));
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

    private Path root() {
        return folder.resolve("root");
    }

    private static Path vault(Path root) {
        return SealRun.vault(root);
    }

    private Identity identity() throws IOException {
        return new WaysIn(vault(root()).resolve("keys"), new Durable()).open(SealRun.words());
    }

    private Map<String, Checkpoint> remembered() throws IOException {
        return SealRun.known(Keyring.open(SealRun.config(root()), SealRun.words(), new Durable()), root())
                .remembered();
    }

    private Verdict withKey() throws IOException {
        return withKey(remembered());
    }

    private Verdict withKey(Map<String, Checkpoint> remembered) throws IOException {
        return VaultCheck.check(Vault.at(vault(root())), remembered, identity());
    }

    private Verdict withoutKey() throws IOException {
        return withoutKey(remembered());
    }

    private Verdict withoutKey(Map<String, Checkpoint> remembered) throws IOException {
        return VaultCheck.check(Vault.at(vault(root())), remembered);
    }

    private static List<Path> logs(Path root) throws IOException {
        return Vault.at(vault(root)).logFolders();
    }

    private boolean isEvidence(Path log) throws IOException {
        return LogFolder.read(log).leaves().stream()
                .anyMatch(leaf -> leaf.schema().equals("item/1"));
    }

    /// What needs no key: blobs, and of each log the key, the checkpoint and the tiles that reach up to it.
    private static List<Path> publicFiles(Path root) throws IOException {
        var files = new ArrayList<>(files(vault(root).resolve("blob")));
        for (var log : logs(root)) {
            int size = (int) LogFolder.read(log).checkpoint().size();
            assertNotEquals(0, size);
            files.addAll(List.of(
                    log.resolve("vkey"),
                    log.resolve("checkpoint"),
                    LogFolder.entries(log, 0, size),
                    LogFolder.tile(log, 0, 0, size)));
        }
        return files;
    }

    private static List<Path> openings(Path root) throws IOException {
        var files = new ArrayList<Path>();
        for (var log : logs(root)) {
            files.addAll(files(log.resolve("opening")));
        }
        return files;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> concat(List<Path> some, List<Path> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
