package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;

/// A vault, or a part of it, is as it once was: who remembers a checkpoint knows, and so does whoever finds
/// a statement that points behind the cut.
@Tag("slow")
final class SealOlderTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private TwoVaults vaults = TwoVaults.none();

    @BeforeEach
    void seal() throws IOException {
        vaults = TwoVaults.in(folder);
    }

    /// Of the case log no other log speaks: only memory misses it.
    @Test
    void aLogThatIsGoneIsMissedByMemoryAndByStatementsThatPointIntoIt() throws IOException {
        for (var log : TwoVaults.logs(vaults.root())) {
            boolean pointedTo = TwoVaults.isEvidence(log);
            Path away = folder.resolve("away");
            Files.move(log, away);
            assertEquals(Verdict.Bytes.ALTERED, vaults.withKey().bytes());
            assertEquals(
                    pointedTo ? Verdict.Bytes.UNCHECKED : Verdict.Bytes.INTACT,
                    vaults.withKey(Map.of()).bytes());
            Files.move(away, log);
        }
    }

    @Test
    void anOlderCheckpointIsKnownByMemoryByPointersAndByWhatLiesBeyond() throws IOException {
        for (var log : TwoVaults.logs(vaults.root())) {
            Path checkpoint = log.resolve("checkpoint");
            byte[] now = Files.readAllBytes(checkpoint);
            Path early = folder.resolve("root-early")
                    .resolve(vaults.root().relativize(checkpoint).toString());
            Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
            TwoVaults.named(vaults.withKey(), checkpoint);
            if (TwoVaults.isEvidence(log)) {
                assertEquals(
                        Verdict.Bytes.UNCHECKED, vaults.withKey(Map.of()).bytes(), "statements point behind the cut");
            }
            assertTrue(vaults.withoutKey(Map.of()).checks().stream()
                    .anyMatch(check -> check.detail().contains("older checkpoint")));
            Files.write(checkpoint, now);
        }
    }

    @Test
    void aCheckpointFromTwoGroupsAgoIsKnownWithoutMemoryOrKey() throws IOException {
        SealRun.copy(vaults.root(), folder.resolve("two"));
        new SealRun(vaults.root(), new Durable(), new SealRun.Promises()).seal("third");
        for (var log : TwoVaults.logs(vaults.root())) {
            Path checkpoint = log.resolve("checkpoint");
            byte[] now = Files.readAllBytes(checkpoint);
            Path early = folder.resolve("root-early")
                    .resolve(vaults.root().relativize(checkpoint).toString());
            Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
            TwoVaults.namedAsUnchecked(vaults.withoutKey(Map.of()), checkpoint);
            TwoVaults.namedAsUnchecked(vaults.withKey(Map.of()), checkpoint);
            Files.write(checkpoint, now);
        }
    }

    @Test
    void anOlderCopyOfTheWholeVaultIsRefusedAndNothingIsChanged() throws IOException {
        var remembered = vaults.remembered();
        SealRun.delete(TwoVaults.vault(vaults.root()));
        SealRun.copy(TwoVaults.vault(folder.resolve("root-early")), TwoVaults.vault(vaults.root()));
        var before = SealRun.snapshot(TwoVaults.vault(vaults.root()));
        var seal = new SealRun(vaults.root(), new Durable(), new SealRun.Promises());
        var said = assertThrows(Rollback.class, () -> seal.seal("on top of an older copy"));
        assertTrue(
                String.valueOf(said.getMessage()).contains("nothing was changed"), String.valueOf(said.getMessage()));
        assertEquals(Verdict.Bytes.ALTERED, vaults.withKey(remembered).bytes());
        assertEquals(before, SealRun.snapshot(TwoVaults.vault(vaults.root())));
        assertEquals(Verdict.Bytes.INTACT, vaults.withKey(Map.of()).bytes(), "whoever remembers nothing cannot know");
    }

    /// The case log alone is older: the evidence log, which is opened first, must not be touched either.
    @Test
    void ofAVaultWithOneOlderLogNothingIsChanged() throws IOException {
        for (var log : TwoVaults.logs(vaults.root())) {
            String name = log.getFileName().toString();
            Path place = folder.resolve("one-" + name);
            SealRun.copy(vaults.root(), place);
            SealRun.delete(TwoVaults.vault(place).resolve("log").resolve(name));
            SealRun.copy(
                    TwoVaults.vault(folder.resolve("root-early")).resolve("log").resolve(name),
                    TwoVaults.vault(place).resolve("log").resolve(name));
            for (var other : TwoVaults.logs(place)) {
                Files.writeString(other.resolve(".tmp-0123456789abcdef"), "left by a kill");
            }
            var before = SealRun.snapshot(TwoVaults.vault(place));
            var seal = new SealRun(place, new Durable(), new SealRun.Promises());
            assertThrows(Rollback.class, () -> seal.seal("on top of an older log"));
            assertEquals(before, SealRun.snapshot(TwoVaults.vault(place)));
        }
    }
}
