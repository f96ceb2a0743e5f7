package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;

class VaultCheckTest {
    @TempDir
    Path folder;

    @Test
    void oneAlteredBlobIsNamedAndTheOthersAreCounted() throws IOException {
        var small = SmallVault.in(folder.resolve("vault"));
        var blobs = small.vault.blobs(new Durable());
        String victim = blobs.list().getFirst();
        Path file = small.vault.folder().resolve("blob/" + victim.substring(0, 2) + "/" + victim + ".age");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var verdict = VaultCheck.check(small.vault, Map.of());
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
        assertEquals(1, verdict.failed().size());
        assertTrue(verdict.failed().getFirst().detail().startsWith(victim));
        String others = blobs.list().size() - 1 + " have the bytes that their names say";
        assertTrue(verdict.checks().stream()
                .anyMatch(check -> check.ok() && check.detail().equals(others)));
    }

    private static Path file(SmallVault small, String blob) {
        return small.vault.folder().resolve("blob/" + blob.substring(0, 2) + "/" + blob + ".age");
    }

    private static String letter(SmallVault small) throws IOException {
        return small.unlocked().statement(small.letter).line().blob();
    }

    private static void assertAlteredAndNamed(SmallVault small, String name) throws IOException {
        for (var verdict : List.of(
                VaultCheck.check(small.vault, Map.of()), VaultCheck.check(small.vault, Map.of(), small.identity))) {
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), () -> name + ": " + verdict.failed());
            assertTrue(
                    verdict.failed().stream().anyMatch(check -> check.detail().contains(name)),
                    () -> name + ": " + verdict.failed());
        }
    }

    /// Neither waited for nor followed: it could be without end.
    @Test
    void whatStandsInPlaceOfABlobIsAltered() throws IOException, InterruptedException {
        var small = SmallVault.in(folder.resolve("vault"));
        String name = letter(small);
        Path blob = file(small, name);
        Path copy = Files.copy(blob, folder.resolve("copy"));
        for (Path target : List.of(Path.of("/dev/zero"), copy, folder)) {
            Files.delete(blob);
            Files.createSymbolicLink(blob, target);
            assertAlteredAndNamed(small, name);
        }
        Files.delete(blob);
        assertEquals(0, new ProcessBuilder("mkfifo", blob.toString()).start().waitFor());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertAlteredAndNamed(small, name));
    }

    @Test
    void whatStandsInPlaceOfAFolderOfBlobsIsAltered() throws IOException {
        var small = SmallVault.in(folder.resolve("vault"));
        Path shelf = file(small, letter(small)).resolve("..").normalize();
        Path moved = Files.move(shelf, folder.resolve("moved"));
        String name = shelf.getFileName().toString();
        Files.writeString(shelf, "");
        assertAlteredAndNamed(small, "blob/" + name);
        Files.delete(shelf);
        Files.createSymbolicLink(shelf, moved);
        assertAlteredAndNamed(small, "blob/" + name);
    }

    /// Whatever stands where it was: nothing of our own log is on its way.
    @Test
    void aBlobOfOurOwnWhoseFolderIsAFileIsMissing() throws IOException {
        var small = SmallVault.in(folder.resolve("vault"));
        var log = LogFolder.read(small.vault.logFolder(small.letter.log()));
        Path shelf = file(small, letter(small)).resolve("..").normalize();
        Files.move(shelf, folder.resolve("moved"));
        Files.writeString(shelf, "");
        var verdict = VaultCheck.check(small.vault, Map.of(log.key().id(), log.checkpoint()), small.identity);
        assertTrue(
                verdict.failed().stream()
                        .anyMatch(check ->
                                check.name().equals("item") && check.detail().endsWith("is not here")),
                () -> verdict.failed() + "");
        assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
    }
}
