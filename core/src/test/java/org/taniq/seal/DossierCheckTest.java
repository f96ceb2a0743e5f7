package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;

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
        assertEquals(new Verdict.Counted(1, 3, 6, 7, new Verdict.Sources(0, 1, 1)), verdict.completeness());
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
    @Tag("slow")
    void aDossierOfANewerVersionIsUncheckedByBoth() throws IOException, InterruptedException {
        for (var version : List.of("3", "10", "999999")) {
            byte[] newer = Forgery.ofSigned("", "", dossier -> {
                        dossier.put("proof/new.json", "{}");
                        dossier.put("MANIFEST.sha256", dossier.manifest());
                        dossier.version(version, "press", dossier.evidenceKey);
                    })
                    .bytes();
            var file = Files.write(folder.resolve("dossier.zip"), newer);
            String detail = "says that it is of version " + version
                    + ", made for a newer check; nothing in it is shown to hold";
            String signer = new Forged().evidenceKey.verifier().fingerprint();
            var verdict = DossierCheck.check(file);
            assertEquals(
                    new Verdict(
                            Verdict.Bytes.UNCHECKED,
                            new Verdict.Unchecked(),
                            new Verdict.Unchecked(),
                            new Verdict.Origin(List.of(signer), List.of()),
                            verdict.checks()),
                    verdict);
            assertEquals(
                    List.of(detail),
                    verdict.failed().stream().map(Verdict.Check::detail).toList());
            SecondChecker.orNotRun("a newer version by the second checker");
            var second =
                    Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
            assertEquals("unchecked", second.bytes());
            assertTrue(second.why().contains(detail));
            assertEquals("unchecked", second.completeness());
            assertEquals(
                    "signed by the key with fingerprint " + signer + "; nothing else was checked", second.origin());
        }
    }

    /// As an ASiC container holds it: stored, behind an entry that names the kind of the container.
    @Test
    void aContainerThatMayHoldADossierIsUncheckedByBoth() throws IOException, InterruptedException {
        byte[] kind = "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);
        byte[] wrapped = Forged.zip(List.of(Map.entry("mimetype", kind), Map.entry("dossier.zip", Forged.honest())));
        var file = Files.write(folder.resolve("dossier.asice"), wrapped);
        var verdict = DossierCheck.check(file);
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes());
        assertEquals(List.of(), verdict.origin().signers());
        SecondChecker.orNotRun("a signed container by the second checker");
        var second = Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
        assertEquals("unchecked", second.bytes());
        assertTrue(second.why().contains(verdict.failed().getFirst().detail()));
    }

    private void assertBothSay(Verdict.Bytes expected, byte[] bytes, String what)
            throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("maybe.zip"), bytes);
        assertEquals(expected, DossierCheck.check(file).bytes(), what);
        assertEquals(expected == Verdict.Bytes.ALTERED, DossierCheck.looksLikeDossier(file), what);
        SecondChecker.orNotRun("what is no dossier by the second checker");
        var second = Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
        assertEquals(expected.name().toLowerCase(Locale.ROOT), second.bytes(), what);
    }

    @Test
    @Tag("slow")
    void whatDoesNotBeginAsADossierIsUncheckedByBoth() throws IOException, InterruptedException {
        byte[] honest = Forged.honest();
        for (int length : new int[] {0, 4, 42}) {
            assertBothSay(Verdict.Bytes.UNCHECKED, Arrays.copyOf(honest, length), "the first " + length);
        }
        assertBothSay(Verdict.Bytes.UNCHECKED, "a letter\n".repeat(99).getBytes(StandardCharsets.UTF_8), "a letter");
        byte[] other = Forged.zip(List.of(Map.entry("notes.txt", new byte[9]), Map.entry("dossier.zip", honest)));
        assertBothSay(Verdict.Bytes.UNCHECKED, other, "an archive with a dossier in it");
    }

    @Test
    @Tag("slow")
    void whatBeginsAsADossierAndIsCutOrLongerIsAlteredForBoth() throws IOException, InterruptedException {
        byte[] honest = Forged.honest();
        for (int length : new int[] {43, 100, honest.length - 1, honest.length + 1, honest.length + 300_000}) {
            assertBothSay(Verdict.Bytes.ALTERED, Arrays.copyOf(honest, length), "of length " + length);
        }
    }

    @Test
    void aTimeThatIsNoneIsNotSaid() throws IOException {
        assertEquals("", claimed("2020, proven by a time authority"));
        assertEquals("", claimed("2020-01-01T00:00:00Z\n"));
        assertEquals("2020-01-01T00:00:00Z", claimed("2020-01-01T00:00:00Z"));
        assertEquals("2020-01-01T00:00:00.25Z", claimed("2020-01-01T00:00:00.25Z"));
    }

    private String claimed(String time) throws IOException {
        var forgery = Forgery.ofLeaves("", "", forged -> {
            forged.letter.shown.add("claimed");
            forged.letter.forge("claimed", Json.object().put("time", time).build());
        });
        var verdict = DossierCheck.check(Files.write(folder.resolve("forged.zip"), forgery.bytes()));
        return verdict.time() instanceof Verdict.Unproven(String said) ? said : "unchecked";
    }

    @Test
    void whatWasReadAndSkippedIsCountedByBoth() throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("dossier.zip"), Forged.honest());
        assertEquals(
                new Verdict.Counted(1, 3, 6, 7, new Verdict.Sources(2, 1, 1)),
                DossierCheck.check(file).completeness());
        SecondChecker.orNotRun("completeness by the second checker");
        String said = Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file))
                .completeness();
        assertTrue(said.contains("skipped 2 passages, and 1 of the 1 items"), said);
    }

    @Test
    void aDigestWithoutItsFileIsAWarningOfBoth() throws IOException, InterruptedException {
        for (var field : List.of("sha256", "size")) {
            byte[] forged = Forgery.ofLeaves("", "", dossier -> dossier.picture.shown.add(field))
                    .bytes();
            var file = Files.write(folder.resolve("dossier.zip"), forged);
            var verdict = DossierCheck.check(file);
            assertEquals(Verdict.Bytes.INTACT, verdict.bytes());
            String warning = Forged.EVIDENCE + "-4 shows a digest or size without its file";
            assertTrue(
                    verdict.checks().stream().anyMatch(check -> check.detail().equals(warning)), field);
            SecondChecker.orNotRun("warnings by the second checker");
            var second =
                    Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file));
            assertTrue(second.warnings().contains(warning), field);
        }
    }

    @Test
    void aProfileThatTheCopyLacksIsAWarningOfBoth() throws IOException, InterruptedException {
        byte[] forged = Forgery.ofLeaves(
                        "", "", dossier -> dossier.drawing = Picture.of(100, 70, dossier.drawing.rgb(), new byte[] {1}))
                .bytes();
        var file = Files.write(folder.resolve("dossier.zip"), forged);
        var verdict = DossierCheck.check(file);
        assertEquals(List.of(), verdict.failed());
        String warning = "E003: the colours of the sealed picture were meant by a profile that this copy does not hold";
        assertTrue(verdict.checks().stream().anyMatch(check -> check.detail().equals(warning)));
        SecondChecker.orNotRun("warnings by the second checker");
        assertEquals(
                List.of(warning),
                Objects.requireNonNull(SecondChecker.check(List.of(file)).get(file))
                        .warnings());
    }

    /// Nothing is known to be wrong with it, and the rest is checked.
    @Test
    void aPictureTooLargeForThisMachineIsUnchecked() throws IOException {
        var file = Files.write(folder.resolve("dossier.zip"), Forged.honest());
        assertEquals(Verdict.Bytes.UNCHECKED, DossierCheck.check(file, 10_000).bytes());
        assertEquals(
                List.of("exhibit"),
                DossierCheck.check(file, 10_000).failed().stream()
                        .map(Verdict.Check::name)
                        .toList());
        byte[] altered = Forgery.ofSigned("", "", dossier -> dossier.put("index.csv", ""))
                .bytes();
        assertEquals(
                Verdict.Bytes.ALTERED,
                DossierCheck.check(Files.write(file, altered), 10_000).bytes());
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
