package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.acquire.Custody;
import org.taniq.acquire.FileAcquirer;
import org.taniq.base.Durable;

/// Ordinary trouble: a full disk, a folder that may only be read, a file that changes, another process, a
/// wrong clock.
final class SealTroubleTest {
    @TempDir
    Path folder;

    private final SealRun.Promises promises = new SealRun.Promises();

    @BeforeEach
    void seal() throws IOException {
        Files.createDirectory(root());
    }

    @Test
    @Tag("slow")
    void aFullDiskIsSaidAndTheVaultStaysIntact() throws IOException, InterruptedException {
        mount("size=1m");
        try {
            first();
            var seal = new SealRun(root(), new Durable(), promises);
            var said = assertThrows(IOException.class, () -> {
                for (int round = 0; round < 1000; round++) {
                    seal.seal("round " + round);
                }
            });
            assertTrue(String.valueOf(said.getMessage()).contains("the disk is full"), said.toString());
            SealRun.check(root(), promises);
        } finally {
            run("umount", root().toString());
        }
    }

    @Test
    void anItemThatIsTooLargeForTheDiskIsNotSealedAndLeavesRoomForOthers() throws IOException, InterruptedException {
        mount("size=4m");
        try {
            first();
            var known = known();
            var sealer = Vault.at(SealRun.vault(root())).sealer(known.keys(), known.remembered(), new Durable());
            var group = sealer.group(LogKind.EVIDENCE);
            var large = new byte[8 << 20];
            new Random(1).nextBytes(large);
            var said = assertThrows(
                    IOException.class, () -> group.add(Statement.of("item/1").content(out -> out.write(large))));
            assertTrue(String.valueOf(said.getMessage()).contains("the disk is full"), said.toString());
            new SealRun(root(), new Durable(), promises).seal("after");
            SealRun.check(root(), promises);
        } finally {
            run("umount", root().toString());
        }
    }

    @Test
    void aVaultThatMayOnlyBeReadIsCheckedAndNotSealedInto() throws IOException, InterruptedException {
        mount("size=4m");
        try {
            first();
            run("mount", "-o", "remount,ro", root().toString());
            var before = SealRun.snapshot(root());
            SealRun.check(root(), promises);
            var known = known();
            var said = assertThrows(IOException.class, () -> {
                var group = Vault.at(SealRun.vault(root()))
                        .sealer(known.keys(), known.remembered(), new Durable())
                        .group(LogKind.EVIDENCE);
                group.add(SmallVault.item("a", "text/plain", new byte[9]));
            });
            assertTrue(String.valueOf(said.getMessage()).contains("it may only be read"), said.toString());
            assertEquals(before, SealRun.snapshot(root()));
        } finally {
            run("umount", root().toString());
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotSealed() throws IOException {
        first();
        Path file = Files.write(folder.resolve("growing.txt"), new byte[300_000]);
        var item = new FileAcquirer(Custody.UNSTATED, _ -> false).acquire(file);
        var known = known();
        var sealer = Vault.at(SealRun.vault(root())).sealer(known.keys(), known.remembered(), new Durable());
        var group = sealer.group(LogKind.EVIDENCE);
        var said = assertThrows(
                IOException.class,
                () -> group.add(Statement.of("item/1").content(out -> {
                    try (var in = item.content().open()) {
                        out.write(in.readNBytes(1000));
                        Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
                        in.transferTo(out);
                    }
                })));
        assertTrue(String.valueOf(said.getMessage()).contains("changed while it was read"), said.toString());
        assertEquals(0, group.size());
        SealRun.check(root(), promises);
        new SealRun(root(), new Durable(), promises).seal("after");
        SealRun.check(root(), promises);
        assertEquals(List.of(), leftovers());
    }

    @Test
    void whileAnotherProcessSealsNothingIsChanged() throws IOException {
        first();
        var before = SealRun.snapshot(SealRun.vault(root()));
        try (var other = KeyringLock.take(SealRun.config(root()), Duration.ZERO)) {
            var said =
                    assertThrows(IOException.class, () -> new SealRun(root(), new Durable(), promises).seal("second"));
            assertTrue(String.valueOf(said.getMessage()).contains("another Taniq is writing"), said.toString());
            other.mustBeOn(SealRun.config(root()));
        }
        assertEquals(before, SealRun.snapshot(SealRun.vault(root())));
    }

    /// Sealing asks no clock; what the file system says of times is not believed.
    @Test
    void aClockThatGoesBackwardsHarmsNothing() throws IOException {
        first();
        try (var files = Files.walk(root())) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
            }
        }
        new SealRun(root(), new Durable(), promises).seal("in the past");
        SealRun.check(root(), promises);
    }

    /// A new vault over what a broken attempt left, and never over anything else.
    @Test
    void aVaultIsMadeOnlyWhereThereIsNone() throws IOException {
        Path place = root().resolve("place");
        Files.createDirectories(place.resolve("keys"));
        Files.writeString(place.resolve("keys/0123456789abcdef.age"), "the key to nothing");
        Files.writeString(place.resolve(".tmp-0123456789abcdef"), "");
        Vault.create(place, new Durable());
        assertEquals("the key to nothing", Files.readString(place.resolve("orphan/keys-1/0123456789abcdef.age")));
        Files.delete(place.resolve("taniq.json"));
        Files.createDirectories(place.resolve("blob/ab"));
        var before = SealRun.snapshot(place);
        assertThrows(IOException.class, () -> Vault.create(place, new Durable()));
        assertEquals(before, SealRun.snapshot(place));
    }

    private Path root() {
        return folder.resolve("root");
    }

    private void first() throws IOException {
        new SealRun(root(), new Durable(), promises).seal("first");
    }

    private Known known() throws IOException {
        return SealRun.known(Keyring.open(SealRun.config(root()), SealRun.words(), new Durable()), root());
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.walk(SealRun.vault(root()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".tmp-"))
                    .toList();
        }
    }

    private void mount(String options) throws IOException, InterruptedException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", root().toString());
        NotRun.unless(mounted, "a full and a read-only disk", "needs root, to mount a small disk");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
