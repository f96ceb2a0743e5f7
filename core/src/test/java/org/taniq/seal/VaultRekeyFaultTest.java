package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Durable;

/// Giving a vault a new key fails at every instant: what is left is no vault, and is cleared away by the next
/// attempt, or the vault is whole. The old one is never changed.
@Tag("slow")
final class VaultRekeyFaultTest {
    /// All of them in `./check --long`.
    private static final int EVERY = Instants.STEP == 1 ? 1 : 47;

    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private String contents = "";
    private Map<String, String> before = Map.of();

    @SuppressWarnings("NullAway.Init")
    VaultRekeyFaultTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        contents = Rekeyed.contents(small.unlocked(), small.vault.logNames());
        before = SealRun.snapshot(small.vault.folder());
    }

    private void isWhole(Rekeyed rekeyed) throws IOException {
        var verdict = rekeyed.check();
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
        assertEquals(contents, Rekeyed.contents(rekeyed.unlocked(), small.vault.logNames()));
        assertEquals(before, SealRun.snapshot(small.vault.folder()));
        try (var files = Files.walk(rekeyed.folder)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().contains(".tmp-")
                    || file.getFileName().toString().contains("unfinished")));
        }
    }

    @Test
    void aKillAtAnyInstantIsGoneOnFrom() throws IOException {
        int instants = 0;
        for (boolean killed = true; killed; instants += EVERY) {
            var rekeyed = Rekeyed.to(folder.resolve("new"));
            int last = instants;
            var passed = new int[1];
            killed = false;
            try {
                rekeyed.from(small.vault, small.identity, new Durable((op, file, moment) -> {
                    if (passed[0]++ >= last) {
                        throw new IOException("the disk failed");
                    }
                }));
            } catch (IOException failed) {
                assertEquals("the disk failed", failed.getMessage());
                killed = true;
            }
            isWhole(ended(rekeyed));
            SealRun.delete(rekeyed.folder);
        }
        assertTrue(instants > 200, "instants " + instants);
        IO.println("new key: " + instants + " instants");
    }

    /// The next attempt makes another key.
    private Rekeyed ended(Rekeyed stopped) throws IOException {
        if (Vault.isVault(stopped.folder)) {
            return stopped;
        }
        var next = Rekeyed.to(stopped.folder);
        next.from(small);
        return next;
    }

    @Test
    void aPowerCutAtAnyInstantIsGoneOnFrom() throws IOException {
        Path root = Files.createDirectory(folder.resolve("watched"));
        var rekeyed = Rekeyed.to(root.resolve("new"));
        var watch = new PowerCut(root, SealRun.Promises::new);
        rekeyed.from(small.vault, small.identity, new Durable(watch));
        assertTrue(watch.cuts().size() > 50);
        var random = new Random(8);
        var seen = new HashSet<Map<String, String>>();
        for (int n = 0; n < watch.cuts().size(); n += Instants.STEP == 1 ? 1 : 17) {
            var cut = watch.cuts().get(n);
            Path place = folder.resolve("cut");
            if (n % 2 == 0) {
                watch.strictest(cut, place);
            } else {
                watch.lucky(cut, place, random);
            }
            if (seen.add(SealRun.snapshot(place))) {
                survives(rekeyed.at(place.resolve("new")), cut.at());
            }
            SealRun.delete(place);
        }
        IO.println("power cuts: " + seen.size() + " different disks");
    }

    private void survives(Rekeyed stopped, String at) throws IOException {
        try {
            isWhole(ended(stopped));
        } catch (IOException | AssertionError broken) {
            throw new AssertionError("after a power cut at " + at, broken);
        }
    }
}
