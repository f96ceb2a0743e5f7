package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Said;

/// A vault that is checked while another process seals into it. No lock is taken.
final class GrowingTest {
    private static final int GROUPS = 60;

    @TempDir
    Path folder;

    private SmallVault small;

    @SuppressWarnings("NullAway.Init")
    GrowingTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
    }

    private Map<String, Checkpoint> own() throws IOException {
        var own = new HashMap<String, Checkpoint>();
        for (var kind : LogKind.values()) {
            var log = LogFolder.read(
                    small.vault.logFolder(small.keys.key(kind).verifier().id()));
            own.put(log.key().id(), log.checkpoint());
        }
        return own;
    }

    private void seal(int n) throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        byte[] text = ("letter " + n).getBytes(StandardCharsets.UTF_8);
        var letter = group.add(SmallVault.item("letter.txt", "text/plain", text));
        group.commit();
        var steps = small.sealer.group(LogKind.CASE);
        steps.add(SmallVault.sent(letter));
        steps.commit();
    }

    /// What the check says of its bytes, how often, and why.
    @FunctionalInterface
    private interface Check {
        Verdict verdict() throws IOException;
    }

    private Map<Verdict.Bytes, String> whileSealing(Check check)
            throws IOException, InterruptedException, ExecutionException {
        var said = new TreeMap<Verdict.Bytes, String>();
        try (var other = Executors.newSingleThreadExecutor()) {
            var sealing = other.submit(() -> {
                for (int n = 0; n < GROUPS; n++) {
                    seal(n);
                }
                return GROUPS;
            });
            while (!sealing.isDone()) {
                var verdict = check.verdict();
                said.put(verdict.bytes(), verdict.failed().toString());
            }
            assertEquals(GROUPS, sealing.get(), "how many groups were sealed");
        }
        return said;
    }

    @Test
    @Tag("slow")
    void whatAnotherProcessSealsMeanwhileDoesNotMakeAVaultAltered() throws Exception {
        var own = own();
        var said = whileSealing(() -> VaultCheck.check(small.vault, own, small.identity));
        assertFalse(said.containsKey(Verdict.Bytes.ALTERED), said::toString);
        assertEquals(
                Verdict.Bytes.INTACT,
                VaultCheck.check(small.vault, own(), small.identity).bytes());
    }

    @Test
    @Tag("slow")
    void withoutAKeyItIsNotAlteredEither() throws Exception {
        var own = own();
        var said = whileSealing(() -> VaultCheck.check(small.vault, own));
        assertFalse(said.containsKey(Verdict.Bytes.ALTERED), said::toString);
    }

    private Path evidence() {
        return small.vault.logFolder(small.letter.log());
    }

    private static void fails(Checked checked) {
        checked.wrong("log", Said.of("it has lost its checkpoint"));
    }

    @Test
    void whatIsWrongOnlyWhileALogGrowsIsNotWrong() throws IOException {
        var trials = new int[1];
        var checked = new Growing(small.vault, evidence()).check(trial -> {
            if (trials[0]++ < 2) {
                seal(trials[0]);
                fails(trial);
            }
        });
        assertEquals(Verdict.Bytes.INTACT, checked.bytes(Verdict.Bytes.INTACT));
        assertEquals(3, trials[0]);
    }

    @Test
    void whatIsWrongWithALogThatDoesNotGrowIsWrongAtOnce() throws IOException {
        var trials = new int[1];
        var checked = new Growing(small.vault, evidence()).check(trial -> {
            trials[0]++;
            fails(trial);
        });
        assertEquals(Verdict.Bytes.ALTERED, checked.bytes(Verdict.Bytes.INTACT));
        assertEquals(1, trials[0]);
    }

    @Test
    void aLogThatGrowsWithoutEndIsUncheckedAndWhatWasSeenIsNamed() throws IOException {
        var trials = new int[1];
        var checked = new Growing(small.vault).check(trial -> {
            seal(trials[0]++);
            fails(trial);
        });
        assertEquals(Verdict.Bytes.UNCHECKED, checked.bytes(Verdict.Bytes.INTACT));
        assertEquals(2, checked.all().size());
        assertTrue(trials[0] < 10, "trials: " + trials[0]);
    }

    /// A process that begins moves what an earlier one left behind.
    @Test
    void aGroupThatIsSetAsideMeanwhileIsNotWrong() throws IOException {
        var trials = new int[1];
        var checked = new Growing(small.vault, evidence()).check(trial -> {
            if (trials[0]++ == 0) {
                Files.createDirectories(small.vault.folder().resolve("orphan/log/tile"));
                Files.write(small.vault.folder().resolve("orphan/log/tile/000"), new byte[1]);
                fails(trial);
            }
        });
        assertEquals(Verdict.Bytes.INTACT, checked.bytes(Verdict.Bytes.INTACT));
    }
}
