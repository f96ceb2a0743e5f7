package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.seal.RawText;

/// Ways in which something withheld could leave in a record. The people are invented.
final class MessageLeakTest extends LeakCase {
    private static final Json GULSEN = RawText.of("Gülşen".getBytes(Charset.forName("windows-1254")));
    private static final String BYTES = "R/xs/mVu";

    @Test
    void aPieceOfATextThatIsNotUnicodeIsWithheldWhileANameIs() throws IOException {
        var reading = reading(Map.of("text", Json.of(List.of(Json.of("salam "), GULSEN))));
        var index = index(tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0)));
        assertTrue(index.contains("\"salam [withheld] \""), index);
        assertFalse(index.contains(BYTES), index);
    }

    @Test
    void aSenderThatIsNotUnicodeIsWithheldWhileANameIs() throws IOException {
        var reading = reading(Map.of("actorName", GULSEN));
        var index = index(tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0)));
        assertFalse(index.contains(BYTES), index);
    }

    @Test
    void whatElseIsNotUnicodeIsRefusedWhileANameIsWithheldAndShownWhereNoneIs() throws IOException {
        var reading = reading(Map.of("lines", Json.of(List.of(GULSEN))));
        var choice = new Dossier.Choice.Message(reading, 0);
        assertThrows(IOException.class, () -> tell(name("Gülşen"), choice));
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        assertTrue(statement(tell(nothing, choice), reading).contains(BYTES));
    }

    @Test
    void aTimeThatHoldsAWithheldNameIsWithheldAndTheRestLeaves() throws IOException {
        for (var time : List.of(Json.of("when Gülşen came"), Json.of("G\u00fcl%C5%9Fen"), GULSEN)) {
            var reading = reading(Map.of("published", at(time), "text", Json.of("salam")));
            var dossier = tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0));
            assertFalse(statement(dossier, reading).contains("published"), statement(dossier, reading));
            String pages = Searched.pages(entry(dossier, "dossier.pdf"));
            assertFalse(pages.contains("len came") || pages.contains("%C5") || pages.contains("{"), pages);
            assertTrue(pages.contains("salam") && pages.contains("not shown: it could tell"), pages);
            java.nio.file.Files.delete(dossier);
        }
    }

    @Test
    void aShortNameIsNotFoundInOurOwnWordsForATime() throws IOException {
        var time = Json.object()
                .put("iso", Json.of("2026-01-02T10:00:00"))
                .put("kind", Json.of("local"))
                .put("rule", Json.of("D.M.Y: no locale writes the month first with ."))
                .put("text", Json.of("02.01.2026"))
                .put("zone", Json.NULL)
                .build();
        var file = Json.parse("{\"item\":null,\"name\":\"1.jpg\",\"state\":\"missing\"}");
        var reading = reading(Map.of("published", time, "attachments", Json.of(List.of(file))));
        for (var name : List.of("Ela", "Ata", "İso")) {
            var dossier = tell(name(name), new Dossier.Choice.Message(reading, 0));
            String shown = statement(dossier, reading);
            assertTrue(shown.contains("02.01.2026") && shown.contains("1.jpg"), name + shown);
            java.nio.file.Files.delete(dossier);
        }
    }

    @Test
    void aNameInACodeIsWithheldInATextAndInTheNameOfAFile() throws IOException {
        var reading = reading(Map.of(
                "text",
                        Json.of(List.of(
                                Json.of("bax "), Json.of("https://wiki.example/G%C3%BCl%C5%9Fen"), Json.of(" salam"))),
                "actorId", Json.of("chat.example/@G%C3%BCl%C5%9Fen")));
        var dossier = tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0));
        assertFalse(statement(dossier, reading).contains("%C5"), statement(dossier, reading));
        assertTrue(index(dossier).contains("bax [withheld]"), index(dossier));
        java.nio.file.Files.delete(dossier);
        var item = file("G%C3%BCl%C5%9Fen.txt", "text/plain", "salam".getBytes(StandardCharsets.UTF_8));
        var file = tell(name("Gülşen"), new Dossier.Choice.File(item));
        assertFalse(Searched.pages(entry(file, "dossier.pdf")).contains("%C5"));
        assertFalse(statement(file, item).contains("%C5"));
    }

    @Test
    void attachmentsThatHoldAWithheldNameAreWithheldAndTheRestLeaves() throws IOException {
        for (var name : List.of(Json.of("G\u00fcl%C5%9Fen.jpg"), GULSEN)) {
            var reading = reading(Map.of("attachments", Json.of(List.of(name)), "text", Json.of("salam")));
            var dossier = tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0));
            assertFalse(statement(dossier, reading).contains("attachments"), statement(dossier, reading));
            assertTrue(index(dossier).contains("salam"));
            java.nio.file.Files.delete(dossier);
        }
    }

    @Test
    void aTimeWithoutAWithheldNameIsShown() throws IOException {
        var reading = reading(Map.of("published", at(Json.of("on a Sunday"))));
        var dossier = tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0));
        assertTrue(Searched.pages(entry(dossier, "dossier.pdf")).contains("on a Sunday"));
        assertTrue(index(dossier).contains("on a Sunday"));
    }

    @Test
    void ofATextThatIsWithheldWholeNotEvenTheNumberOfWordsLeaves() throws IOException {
        var reading = reading(Map.of("text", Json.of("Aysel Aysel Aysel")));
        var file = tell(name("Aysel"), new Dossier.Choice.Message(reading, 0));
        var proof = new String(entry(file, "proof/statement/" + reading.name() + ".json"), StandardCharsets.UTF_8);
        assertTrue(proof.contains("\"trees\":{}"), "the record shows no pieces");
        assertFalse(proof.contains("\"withheld\""));
        var index = new String(entry(file, "index.csv"), StandardCharsets.UTF_8);
        assertTrue(index.contains("\"[withheld]\""));
    }

    @Test
    void aDetailThatQuotesAWithheldNameIsWithheldAndTheOthersAreProven() throws IOException {
        var reading = reading("2", PLACED);
        var dossier = tell(name("Gülşen"), new Dossier.Choice.Message(reading, 0));
        String shown = statement(dossier, reading);
        assertTrue(shown.contains("Kamran") && shown.contains("m-7") && shown.contains("/messages/7"), shown);
        assertFalse(shown.contains("Gülşen"), shown);
        assertEquals(List.of(), org.taniq.seal.DossierCheck.check(dossier).failed());
    }

    @Test
    void ofARecordWhoseSenderIsWithheldNoIdPathOrDetailLeaves() throws IOException {
        var reading = reading("2", PLACED);
        var dossier = tell(name("Rauf"), new Dossier.Choice.Message(reading, 0));
        String shown = statement(dossier, reading);
        assertFalse(shown.contains("Kamran") || shown.contains("m-7") || shown.contains("/messages/7"), shown);
        assertEquals(List.of(), org.taniq.seal.DossierCheck.check(dossier).failed());
    }
}
