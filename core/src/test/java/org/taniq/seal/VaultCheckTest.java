package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
