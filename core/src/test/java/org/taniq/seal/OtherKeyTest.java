package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.seal.VaultCopy.Keys;

/// A case and the same case under a new key are never copied into one another.
final class OtherKeyTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private Rekeyed rekeyed;
    private Path stick;

    @SuppressWarnings("NullAway.Init")
    OtherKeyTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        rekeyed = Rekeyed.to(folder.resolve("new"));
        rekeyed.from(small);
        stick = folder.resolve("stick");
    }

    private static Copied copy(Path from, Path to) throws IOException {
        return new VaultCopy(Vault.at(from), Map.of(), new Durable()).to(to, Keys.WITH);
    }

    private void refusesToCopy(Path from, Path to) throws IOException {
        var before = SealRun.snapshot(folder);
        var refused = assertThrows(Trouble.class, () -> copy(from, to));
        assertTrue(refused.toString().contains("under another key"), refused.toString());
        assertEquals(before, SealRun.snapshot(folder));
    }

    private void refusesToRestore(Identity identity, String why, Path... copies) throws IOException {
        var before = SealRun.snapshot(folder);
        var refused = assertThrows(
                Trouble.class,
                () -> new VaultRestore(List.of(copies), identity, new Durable())
                        .to(folder.resolve("again"), Map.of(), _ -> {}));
        assertTrue(refused.toString().contains(why), refused.toString());
        assertEquals(before, SealRun.snapshot(folder));
    }

    @Test
    void neitherIsCopiedOntoACopyOfTheOther() throws IOException {
        copy(small.vault.folder(), stick);
        refusesToCopy(rekeyed.folder, stick);
        SealRun.delete(stick);
        copy(rekeyed.folder, stick);
        refusesToCopy(small.vault.folder(), stick);
        assertEquals(0, copy(rekeyed.folder, stick).changes().written());
    }

    @Test
    void norOntoACopyThatWasNeverFinished() throws IOException {
        copy(small.vault.folder(), stick);
        Files.delete(stick.resolve("taniq.json"));
        refusesToCopy(rekeyed.folder, stick);
    }

    /// It would be cleared away by the next attempt.
    @Test
    void nothingIsCopiedIntoAnAttemptThatWasStopped() throws IOException {
        copy(small.vault.folder(), stick);
        Files.move(stick.resolve("taniq.json"), stick.resolve(RekeyAttempt.UNFINISHED));
        var before = SealRun.snapshot(folder);
        assertThrows(Trouble.class, () -> copy(small.vault.folder(), stick));
        assertEquals(before, SealRun.snapshot(folder));
    }

    @Test
    void theSecondNewKeyIsToldFromTheFirst() throws IOException {
        var again = Rekeyed.to(folder.resolve("newer"));
        again.from(Vault.at(rekeyed.folder), rekeyed.identity, new Durable());
        copy(rekeyed.folder, stick);
        refusesToCopy(again.folder, stick);
        refusesToCopy(small.vault.folder(), stick);
    }

    /// What was erased is written again under its name too, and one file may be damaged.
    @Test
    void aCopyUnderTheSameKeyIsBroughtUpToDate() throws IOException {
        copy(small.vault.folder(), stick);
        var erased = ErasedVault.of(small);
        erased.erase(small.letter, small.chat, small.picture);
        Path opening = stick.resolve("log/" + small.complaint.log() + "/opening/1-1.age");
        byte[] bytes = Files.readAllBytes(opening);
        bytes[bytes.length / 2] ^= 1;
        Files.write(opening, bytes);
        var copied = new VaultCopy(small.vault, Map.of(), new Durable())
                .openedBy(() -> small.identity)
                .to(stick, VaultCopy.Keys.WITH);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> copied.failed() + "");
    }

    @Test
    void ofBothTogetherNothingIsRestored() throws IOException {
        refusesToRestore(rekeyed.identity, "under another key", rekeyed.folder, small.vault.folder());
        refusesToRestore(small.identity, "under another key", small.vault.folder(), rekeyed.folder);
    }

    /// As a synchronisation mixes them that never overwrites: openings of one, blobs and logs of both.
    @Test
    void aMixtureIsNoCopyOfEither() throws IOException {
        SealRun.copy(small.vault.folder(), stick);
        bring(rekeyed.folder, stick);
        refusesToCopy(rekeyed.folder, stick);
        refusesToRestore(rekeyed.identity, "is a mixture", stick);
        var made = new VaultRestore(List.of(stick, rekeyed.folder), rekeyed.identity, new Durable())
                .to(folder.resolve("again"), Map.of(), _ -> {});
        assertEquals(Verdict.Bytes.INTACT, made.bytes(), made.failed()::toString);
        assertEquals(
                Verdict.Bytes.ALTERED,
                VaultCheck.check(Vault.at(stick), heads(), rekeyed.identity).bytes());
    }

    private Map<String, Checkpoint> heads() throws IOException {
        var heads = new java.util.HashMap<String, Checkpoint>();
        Vault.at(rekeyed.folder).heads().forEach(head -> heads.put(head.log(), head));
        return heads;
    }

    private static void bring(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else if (!Files.exists(there)) {
                    Files.copy(file, there);
                }
            }
        }
    }
}
