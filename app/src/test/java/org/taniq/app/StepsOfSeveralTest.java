package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;
import org.taniq.seal.Statement;
import org.taniq.tell.Dossier;

/// Which statements on a step stand, whoever sealed them and whatever they say of one another.
final class StepsOfSeveralTest {
    private static final String COMPLAINT = "0123456789abcdef".repeat(2);
    private static final String ANOTHER = "fedcba9876543210".repeat(2);

    @TempDir
    Path folder;

    private SmallCase small;

    @SuppressWarnings("NullAway.Init")
    StepsOfSeveralTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallCase.in(folder);
    }

    @AfterEach
    void end() throws IOException {
        small.close();
    }

    private static Statement says(String id, Step.State state, Pointer... replaced) {
        return new Step(id, "complaint", "Police", List.of(), state, "", List.of(), List.of())
                .statement("Aytac")
                .with(
                        "replaces",
                        Json.of(Arrays.stream(replaced).map(Pointer::json).toList()));
    }

    private Pointer seal(Statement statement) throws IOException {
        var group = small.casebook().writing().group(LogKind.CASE);
        group.add(statement);
        return small.casebook().writing().commit(group).getFirst().pointer();
    }

    private List<Step.State> standing(String id) throws IOException {
        return Steps.of(small.casebook().unlocked()).beginning(id).getFirst().stated().stream()
                .map(stated -> stated.step().state())
                .toList();
    }

    @Test
    void ofThreeThatDoNotKnowEachOtherEachStandsUntilItIsNamed() throws IOException {
        var planned = seal(says(COMPLAINT, Step.State.PLANNED));
        var sent = seal(says(COMPLAINT, Step.State.SENT, planned));
        var delivered = seal(says(COMPLAINT, Step.State.DELIVERED, planned));
        seal(says(COMPLAINT, Step.State.REFUSED, planned));
        assertEquals(List.of(Step.State.SENT, Step.State.DELIVERED, Step.State.REFUSED), standing(COMPLAINT));
        seal(says(COMPLAINT, Step.State.ANSWERED, sent, delivered));
        assertEquals(List.of(Step.State.REFUSED, Step.State.ANSWERED), standing(COMPLAINT));
    }

    /// Who may seal into the case may not make what another says vanish.
    @Test
    void aStatementOnAnotherStepReplacesNothing() throws IOException {
        var sent = seal(says(COMPLAINT, Step.State.SENT));
        seal(says(ANOTHER, Step.State.PLANNED, sent));
        assertEquals(List.of(Step.State.SENT), standing(COMPLAINT));
    }

    @Test
    void aStatementThatIsNotUnderstoodReplacesNothing() throws IOException {
        var sent = seal(says(COMPLAINT, Step.State.SENT));
        var strange = seal(says(COMPLAINT, Step.State.SENT, sent).with("state", "no such word"));
        assertEquals(List.of(Step.State.SENT), standing(COMPLAINT));
        assertEquals(List.of(strange), Steps.of(small.casebook().unlocked()).notUnderstood());
    }

    /// What cannot be looked at is not taken over in somebody else's voice; it stands where it was said.
    @Test
    void aStatementWithAProofThatIsNotHereIsNotGoneOnFrom() throws IOException {
        var own = seal(says(COMPLAINT, Step.State.SENT));
        var absent = new Pointer("ab".repeat(16), 7, Digest.of(new byte[1]));
        seal(proven(new Step.Proof(absent, Step.Rank.COPY), new Step.Proof(own, Step.Rank.COPY)));
        seal(proven(new Step.Proof(own, Step.Rank.COPY)));
        var vault = small.casebook().unlocked();
        var last = Steps.of(vault).beginning(COMPLAINT).getFirst();
        assertEquals(3, last.standing().size());
        assertEquals(List.of(own), last.provenIn(vault).standing());
    }

    private static Statement proven(Step.Proof... proofs) {
        return new Step(COMPLAINT, "letter", "Police", List.of(), Step.State.SENT, "", List.of(proofs), List.of())
                .statement("Aytac");
    }

    /// A day that only another's clock calls past must not keep this person from saying how it stands.
    @Test
    void goingOnTakesOverNoDayThatHasNotComeYetAndKeepsTheOwnWords() throws IOException {
        var today = LocalDate.of(2026, 11, 20);
        var theirs = List.of(new Step.Date(Step.State.SENT, today.plusYears(9)));
        seal(says(COMPLAINT, Step.State.SENT));
        seal(new Step(COMPLAINT, "letter", "Nobody", List.of(), Step.State.SENT, "", List.of(), theirs)
                .statement("Murad"));
        var last = Steps.of(small.casebook().unlocked()).beginning(COMPLAINT).getFirst();
        assertEquals(List.of(), last.joined("", today).dates());
        assertEquals(theirs, last.joined("", today.plusYears(10)).dates());
        assertEquals("letter", last.joined("", today).what());
    }

    /// Whoever reads the page can look up which key sealed what.
    @Test
    void aDossierShowsEachThatStandsAndWhichStatementItIs() throws IOException {
        small.add("letter.txt", "salam".getBytes(StandardCharsets.UTF_8));
        var item = small.item("letter.txt").pointer();
        var sent = seal(says(COMPLAINT, Step.State.SENT));
        var refused = seal(says(COMPLAINT, Step.State.REFUSED));
        var nobody = seal(saysNobody());
        var nothing = SmallCase.withholding(Set.of(), Set.of());
        Path dossier = folder.resolve("dossier.zip");
        small.casebook().tell(small.dossier(List.of(new Dossier.Choice.File(item)), nothing), dossier);
        String pages = pages(dossier).replaceAll("\\s", "");
        for (var each : List.of(sent, refused)) {
            assertTrue(pages.contains("Statement" + each.name() + ",saidbyAytac."), pages);
        }
        assertTrue(pages.contains("Statement" + nobody.name() + ".Otherstatements"), pages);
    }

    private static Statement saysNobody() {
        return new Step(COMPLAINT, "complaint", "Police", List.of(), Step.State.SILENT, "", List.of(), List.of())
                .statement("");
    }

    private static String pages(Path dossier) throws IOException {
        try (var zip = new ZipFile(dossier.toFile());
                var in = zip.getInputStream(zip.getEntry("dossier.pdf"));
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
