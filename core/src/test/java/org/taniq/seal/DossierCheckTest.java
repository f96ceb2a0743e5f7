package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DossierCheckTest {
    @TempDir
    Path folder;

    @Test
    void anHonestDossierIsIntact() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var file = Files.write(folder.resolve("dossier.zip"), new SmallDossier(small).bytes());
        var verdict = DossierCheck.check(file);
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
        assertEquals(new Verdict.Completeness(1, 3, 6, 7), verdict.completeness());
    }

    @Test
    void anHonestVaultIsIntact() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var verdict = VaultCheck.check(small.vault, Map.of(), small.identity);
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
    }
}
