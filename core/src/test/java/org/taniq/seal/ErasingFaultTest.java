package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;

/// The power fails while something is erased: either nothing was sealed of it and all is there, or what was begun
/// is ended the next time; nothing is altered at any instant.
@Tag("slow")
final class ErasingFaultTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private int ended;
    private int whole;

    @SuppressWarnings("NullAway.Init")
    ErasingFaultTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
    }

    private Known known(Path vault) {
        var known = new Known(vault, small.keys, new byte[32], new byte[32]);
        SealRun.remember(small.sealer, known); // as it stood before anything was erased
        return known;
    }

    private void erase(Path folder, Durable durable) throws IOException {
        var vault = Vault.at(folder);
        var known = known(folder);
        var sealer = vault.sealer(small.keys, known.remembered(), durable);
        var unlocked = vault.unlock(small.identity, known.remembered());
        var plan = ToErase.of(unlocked, List.of(unlocked.statement(small.chat)));
        vault.sayErased(vault.logFolder(small.chat.log()), durable);
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(plan.erasure(ErasedVault.STATED, List.of()).statement());
        group.commit();
        finish(vault, known, durable);
    }

    private void finish(Vault vault, Known known, Durable durable) throws IOException {
        var unlocked = vault.unlock(small.identity, known.remembered());
        Erasing.of(vault, unlocked, known, OwnLogs.of(small.identity.recipient(), List.of(known)))
                .finish(Erasing.Index.GOES, small.identity, durable);
    }

    @Test
    void aPowerCutAtAnyInstantIsMadeGood() throws IOException {
        Path root = Files.createDirectory(folder.resolve("watched"));
        SealRun.copy(small.vault.folder(), root.resolve("case"));
        var watch = new PowerCut(root, SealRun.Promises::new);
        erase(root.resolve("case"), new Durable(watch));
        assertTrue(watch.cuts().size() > 20);
        var random = new Random(5);
        var seen = new HashSet<Map<String, String>>();
        for (var cut : watch.cuts()) {
            for (int disk = 0; disk < 2; disk++) {
                Path place = folder.resolve("cut");
                if (disk == 0) {
                    watch.strictest(cut, place);
                } else {
                    watch.lucky(cut, place, random);
                }
                if (seen.add(SealRun.snapshot(place))) {
                    survives(place.resolve("case"), cut.at());
                }
                SealRun.delete(place);
            }
        }
        assertTrue(ended > 2 && whole > 5, ended + " ended, " + whole + " whole");
    }

    private void survives(Path folder, String at) throws IOException {
        try {
            var vault = Vault.at(folder);
            var known = known(folder);
            assertNothingIsAltered(vault, known);
            vault.sealer(small.keys, known.remembered(), new Durable());
            finish(vault, known, new Durable());
            assertNothingIsAltered(vault, known);
            boolean says = !vault.unlock(small.identity, known.remembered())
                    .statements(Erasure.SCHEMA)
                    .isEmpty();
            String left = ErasedVault.of(small).plain(folder);
            assertEquals(says, !left.contains("oldurecem"));
            assertFalse(says && !vault.saysErased());
            ended += says ? 1 : 0;
            whole += says ? 0 : 1;
        } catch (IOException | AssertionError broken) {
            throw new AssertionError("after a power cut at " + at, broken);
        }
    }

    private void assertNothingIsAltered(Vault vault, Known known) throws IOException {
        var verdict = VaultCheck.check(vault, known.remembered(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
    }
}
