package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    void theSignerOfTheManifestIsNamedApartFromOtherLogs() throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("dossier.zip"), Forged.honest());
        String evidence = new Forged().evidenceKey.verifier().fingerprint();
        String other = new Forged().caseKey.verifier().fingerprint();
        var origin = DossierCheck.check(file).origin();
        assertEquals(new Verdict.Origin(List.of(evidence), List.of(other)), origin);
        SecondChecker.orNotRun("the origin by the second checker");
        assertEquals(
                "signed by the key with fingerprint " + evidence
                        + "; who holds it rests on the statement signed by hand; also shows the log of the key "
                        + other,
                Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file))
                        .origin());
    }

    @Test
    void whereNobodySignedTheManifestNoSignerIsNamed() throws IOException, InterruptedException {
        byte[] forged = Forgery.ofSigned("", "", dossier -> dossier.note("court", dossier.caseKey))
                .bytes();
        var file = Files.write(folder.resolve("dossier.zip"), forged);
        var verdict = DossierCheck.check(file);
        assertEquals(List.of(), verdict.origin().signers());
        assertEquals(2, verdict.origin().others().size());
        SecondChecker.orNotRun("an origin unknown to the second checker");
        assertTrue(Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file))
                .origin()
                .startsWith("unknown"));
    }

    @Test
    void anHonestVaultIsIntact() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var verdict = VaultCheck.check(small.vault, Map.of(), small.identity);
        assertEquals(List.of(), verdict.failed());
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
    }
}
