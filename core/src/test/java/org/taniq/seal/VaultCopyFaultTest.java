package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.taniq.Instants;
import org.taniq.NotRun;
import org.taniq.base.Durable;
import org.taniq.base.Durable.Moment;
import org.taniq.base.Durable.Op;
import org.taniq.seal.VaultCopy.Keys;

/// Copying fails at every instant, in every way that a kill, a stick that is pulled out or a power cut can make
/// it fail; what is left is no vault yet, or one of which nothing is altered, and copying again makes it whole.
@Tag("slow")
final class VaultCopyFaultTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;

    @SuppressWarnings("NullAway.Init")
    VaultCopyFaultTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        Files.write(folder.resolve("case/keys/0123456789abcdef.age"), new byte[] {1, 2, 3});
    }

    private Copied copy(Path to, Durable durable) throws IOException {
        return new VaultCopy(small.vault, Map.of(), durable).to(to, Keys.WITH);
    }

    private Path older() throws IOException {
        Path older = folder.resolve("older");
        copy(older, new Durable());
        var group = small.sealer.group(LogKind.EVIDENCE);
        var letter = group.add(SmallVault.item("more.txt", "text/plain", new byte[] {1, 2}));
        group.commit();
        for (int n = 0; n < 2; n++) {
            var steps = small.sealer.group(LogKind.CASE);
            steps.add(SmallVault.sent(letter));
            steps.commit();
        }
        return older;
    }

    /// What a stranger finds is a vault or none, and nothing in it is altered.
    private static void isVaultOrNotYet(Path stick) throws IOException {
        if (Vault.isVault(stick)) {
            var verdict = VaultCheck.check(Vault.at(stick), Map.of());
            assertNotEquals(Verdict.Bytes.ALTERED, verdict.bytes(), verdict.failed()::toString);
        }
    }

    private void goesOn(Path stick) throws IOException {
        var copied = copy(stick, new Durable());
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
        assertEquals(List.of(), copied.changes().mended());
        var verdict = VaultCheck.check(Vault.at(stick), Map.of(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
        try (var files = Files.walk(stick)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().startsWith(".tmp-"))
                            .toList());
        }
    }

    private int everyKill(Path before) throws IOException {
        for (int moment = 0; ; moment += Instants.STEP) {
            Path stick = folder.resolve("stick");
            SealRun.copy(before, stick);
            int last = moment;
            var passed = new int[1];
            var killed = false;
            try {
                copy(stick, new Durable((Op op, Path file, Moment when) -> {
                    if (passed[0]++ >= last) {
                        throw new IOException("the disk failed");
                    }
                }));
            } catch (IOException failed) {
                assertEquals("the disk failed", failed.getMessage());
                killed = true;
            }
            isVaultOrNotYet(stick);
            goesOn(stick);
            SealRun.delete(stick);
            if (!killed) {
                return moment;
            }
        }
    }

    @Test
    void aKillAtAnyInstantOfAFirstCopyIsGoneOnFrom() throws IOException {
        int instants = everyKill(Files.createDirectory(folder.resolve("nothing")));
        assertTrue(instants > 200, "instants " + instants);
        IO.println("first copy: " + instants + " instants");
    }

    @Test
    void aKillAtAnyInstantOfALaterCopyIsGoneOnFrom() throws IOException {
        int instants = everyKill(older());
        assertTrue(instants > 80, "instants " + instants);
        IO.println("later copy: " + instants + " instants");
    }

    @Test
    void aPowerCutAtAnyInstantOfAFirstCopyIsGoneOnFrom() throws IOException {
        everyCut(Files.createDirectory(folder.resolve("nothing")));
    }

    @Test
    void aPowerCutAtAnyInstantOfALaterCopyIsGoneOnFrom() throws IOException {
        everyCut(older());
    }

    /// A file of which only a part reached the disk had no name yet, or is set aside.
    private void everyCut(Path before) throws IOException {
        Path root = Files.createDirectory(folder.resolve("watched"));
        SealRun.copy(before, root.resolve("stick"));
        var watch = new PowerCut(root, SealRun.Promises::new);
        copy(root.resolve("stick"), new Durable(watch));
        assertTrue(watch.cuts().size() > 50);
        var random = new Random(21);
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
                    survives(place.resolve("stick"), cut.at());
                }
                SealRun.delete(place);
            }
        }
        IO.println("power cuts: " + seen.size() + " different disks");
    }

    private void survives(Path stick, String at) throws IOException {
        try {
            isVaultOrNotYet(stick);
            goesOn(stick);
        } catch (IOException | AssertionError broken) {
            throw new AssertionError("after a power cut at " + at, broken);
        }
    }

    @Test
    void aFullDiskIsSaidAndGoneOnFrom() throws IOException, InterruptedException {
        var random = new byte[3 << 20];
        new Random(3).nextBytes(random);
        for (int n = 0; n < 2; n++) {
            var group = small.sealer.group(LogKind.EVIDENCE);
            group.add(SmallVault.item("large.bin", "text/plain", random));
            group.commit();
        }
        Path stick = Files.createDirectory(folder.resolve("stick"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", stick.toString());
        NotRun.unless(mounted, "a full stick", "needs root, to mount a small disk");
        try {
            var said = assertThrows(IOException.class, () -> copy(stick.resolve("copy"), new Durable()));
            assertTrue(String.valueOf(said.getMessage()).contains("the disk is full"), said.toString());
            isVaultOrNotYet(stick.resolve("copy"));
            run("mount", "-o", "remount,size=40m", stick.toString());
            goesOn(stick.resolve("copy"));
        } finally {
            run("umount", stick.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
