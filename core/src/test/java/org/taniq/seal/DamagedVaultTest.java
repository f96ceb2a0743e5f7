package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// What somebody with no key, a bad disk or a torn copy does to the folder of a case: what is gone is said, and
/// what is left is read and checked.
final class DamagedVaultTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private final Map<String, Checkpoint> remembered = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    DamagedVaultTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        remember();
    }

    private void remember() throws IOException {
        for (var kind : LogKind.values()) {
            var log = LogFolder.read(log(small.keys.key(kind)));
            remembered.put(log.key().id(), log.checkpoint());
        }
    }

    private Path log(SigningKey key) {
        return small.vault.logFolder(key.verifier().id());
    }

    private Path evidence() {
        return log(small.keys.evidence());
    }

    private Unlocked unlocked() throws IOException {
        return small.vault.unlock(small.identity, remembered);
    }

    private Verdict check() throws IOException {
        return VaultCheck.check(small.vault, remembered, small.identity);
    }

    private void loseLetter() throws IOException {
        String blob = unlocked().statement(small.letter).line().blob();
        Files.delete(small.vault.folder().resolve("blob/" + blob.substring(0, 2) + "/" + blob + ".age"));
    }

    private void assertAllIsRead() throws IOException {
        assertEquals(small.letter, unlocked().statement(small.letter).pointer());
        assertEquals(1, unlocked().statements("step/1").size());
    }

    @Test
    void aLogOfOurOwnThatIsGoneIsSaid() throws IOException {
        SealRun.delete(evidence());
        var gaps = unlocked().gaps();
        assertEquals(1, gaps.size());
        assertTrue(gaps.getFirst() instanceof Gap.Damaged, () -> gaps + "");
        assertEquals(1, unlocked().statements("step/1").size());
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @Test
    void aLogOfOurOwnThatWasSetBackIsSaid() throws IOException {
        byte[] earlier = Files.readAllBytes(evidence().resolve("checkpoint"));
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("later.txt", "text/plain", "later".getBytes(StandardCharsets.UTF_8)));
        group.commit();
        remember();
        Files.write(evidence().resolve("checkpoint"), earlier);
        assertTrue(unlocked().gaps().getFirst() instanceof Gap.Damaged);
        assertAllIsRead();
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @Test
    void anAlteredTileOfOneOfOurLogsLeavesTheOther() throws IOException {
        Files.write(evidence().resolve("tile/entries/000.p/5"), new byte[9]);
        assertTrue(unlocked().gaps().getFirst() instanceof Gap.Damaged);
        assertEquals(1, unlocked().statements("step/1").size());
    }

    /// Whoever can write into the folder can write a log into it.
    private void strangerWrites(String schema) throws IOException {
        var stranger = Identity.generate(new SecureRandom()).recipient();
        var key = SigningKey.random(new SecureRandom());
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(Files.createDirectories(log(key)), key, none, new Durable());
        log.prepare();
        log.commit(
                List.of(
                        new Leaf("log/1", Collections.nCopies(6, Base64Url.encode(new byte[32]))),
                        new Leaf(schema, List.of(Base64Url.encode(new byte[32])))),
                Blobs.wrap("{}\n{}\n".getBytes(StandardCharsets.UTF_8), stranger));
    }

    @Test
    void aStrangerForbidsNothing() throws IOException {
        strangerWrites("mustforget/1");
        assertAllIsRead();
        assertEquals(Verdict.Bytes.UNCHECKED, check().bytes());
        var friend = new SecureRandom();
        var keys = new WriterKeys(SigningKey.random(friend), SigningKey.random(friend), small.identity.recipient());
        assertEquals(
                2, small.vault.sealer(keys, Map.of(), new Durable()).heads().size());
        loseLetter();
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    /// A file where a folder should be gives an error of its own.
    @Test
    void whatTheDiskDoesNotGiveOfALogStopsNothing() throws IOException {
        var key = SigningKey.random(new SecureRandom());
        var log = Files.createDirectories(log(key));
        Files.writeString(log.resolve("vkey"), key.verifier().text() + "\n");
        Files.write(log.resolve("checkpoint"), new Checkpoint(key.verifier().origin(), 1, new Tree().root()).sign(key));
        Files.writeString(log.resolve("tile"), "x");
        assertAllIsRead();
        assertEquals(Verdict.Bytes.UNCHECKED, check().bytes());
        loseLetter();
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/proc/self/mem"})
    @Timeout(60)
    void aLinkIsNoFileOfALog(String to) throws IOException {
        var vkey = small.vault.folder().resolve("log/" + "a".repeat(32) + "/vkey");
        Files.createDirectories(vkey.getParent());
        Files.createSymbolicLink(vkey, Path.of(to));
        var opening = log(small.keys.key(LogKind.CASE)).resolve("opening/1-1.age");
        Files.delete(opening);
        Files.createSymbolicLink(opening, Path.of(to));
        assertEquals(small.letter, unlocked().statement(small.letter).pointer());
        assertEquals(2, unlocked().gaps().size());
        assertEquals(Verdict.Bytes.ALTERED, check().bytes(), "an opening of our own is gone");
    }

    @Test
    void aSaltOfAnotherLengthIsAlteredAndTakesAwayItsGroupOnly() throws IOException {
        var opening = log(small.keys.key(LogKind.CASE)).resolve("opening/1-1.age");
        var text =
                new String(Blobs.unwrap(Files.readAllBytes(opening), small.identity, 1 << 20), StandardCharsets.UTF_8);
        var forged = text.replaceFirst("\"salts\":\\[\"[^\"]{22}\"", "\"salts\":[\"x\"");
        Files.write(opening, Blobs.wrap(forged.getBytes(StandardCharsets.UTF_8), small.identity.recipient()));
        assertEquals(small.letter, unlocked().statement(small.letter).pointer());
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1", "1-2", "1-5", "1-9", "1-999"})
    void aSecondOpeningOfAGroupTakesNothingAway(String name) throws IOException {
        Files.write(evidence().resolve("opening/" + name + ".age"), new byte[300]);
        assertAllIsRead();
        assertFalse(unlocked().gaps().isEmpty());
        assertEquals(Verdict.Bytes.ALTERED, check().bytes());
    }

    @Test
    void whatWaitsForTheNextCheckpointOfAFriendIsSaid() throws IOException {
        var random = new SecureRandom();
        var keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
        var sealer = small.vault.sealer(keys, Map.of(), new Durable());
        byte[] earlier = Files.readAllBytes(log(keys.evidence()).resolve("checkpoint"));
        for (var text : List.of("one", "two", "three")) {
            var group = sealer.group(LogKind.EVIDENCE);
            group.add(SmallVault.item(text, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
            group.commit();
        }
        Files.write(log(keys.evidence()).resolve("checkpoint"), earlier);
        assertTrue(unlocked().gaps().getFirst() instanceof Gap.NotHere);
    }

    /// As a disk station makes one in every folder.
    @Test
    void aFolderOfAnotherProgramIsNoLog() throws IOException {
        Files.createDirectories(small.vault.folder().resolve("log/@eaDir"));
        assertEquals(Verdict.Bytes.INTACT, check().bytes());
        assertEquals(List.of(), unlocked().gaps());
    }
}
