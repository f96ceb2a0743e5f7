package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.seal.Pointer;

/// Somebody whose name is withheld could be known by her account, or by another name of it. The people are invented.
final class AccountLeakTest extends LeakCase {

    private static Map<String, Json> said(String name, String id, String text) {
        return Map.of("actorName", Json.of(name), "actorId", Json.of(id), "text", Json.of(text));
    }

    private static Map<String, Json> detail(String detail) {
        return Map.of("actorName", Json.of("Rauf"), "text", Json.of("salam"), "details", Json.parse(detail));
    }

    /// All that leaves of the records of a reading.
    private String shown(Withholding withholding, Pointer reading, int records) throws IOException {
        var choices = java.util.stream.IntStream.range(0, records)
                .mapToObj(i -> new Dossier.Choice.Message(reading, i))
                .toArray(Dossier.Choice[]::new);
        var dossier = tell(withholding, choices);
        assertEquals(List.of(), org.taniq.seal.DossierCheck.check(dossier).failed());
        String all = statement(dossier, reading) + index(dossier) + Searched.pages(entry(dossier, "dossier.pdf"));
        Files.delete(dossier);
        return all;
    }

    @Test
    void theNumberOfOneWhoseNameIsWithheldStaysInWhatOthersWrite() throws IOException {
        for (var id : List.of("user734512", "UCq8aX_17", "994507654321@s.whatsapp.net", "g.quliyeva90@mail.example")) {
            var reading = reading("2", List.of(said("Gülşen", id, "salam"), said("Rauf", "user9", "bu " + id + "!")));
            String shown = shown(name("Gülşen"), reading, 2);
            assertFalse(shown.contains(id), id + ": " + shown);
            assertTrue(shown.contains("Rauf") && shown.contains("user9"), shown);
        }
    }

    @Test
    void itStaysInDetailsIdsAndLinksToo() throws IOException {
        for (var detail : List.of(
                "[[\"conversation\",\"99-734512\"]]",
                "[[\"reaction\",{\"account\":\"user734512\"}]]",
                "[[\"mentioned\",\"https://chat.example/?id=734512&x=1\"]]",
                "[[\"forwardedFromId\",734512]]")) {
            var reading = reading("2", List.of(said("Gülşen", "user734512", "salam"), detail(detail)));
            assertFalse(shown(name("Gülşen"), reading, 2).contains("734512"), detail);
        }
        var id = Map.of("actorName", Json.of("Rauf"), "id", Json.of("734512-7"));
        var reading = reading("2", List.of(said("Gülşen", "user734512", "salam"), id));
        assertFalse(shown(name("Gülşen"), reading, 2).contains("734512"));
    }

    @Test
    void aTelephoneNumberOfHersIsSeenHoweverItIsWritten() throws IOException {
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "994507654321@s.whatsapp.net", "salam"),
                        said("Rauf", "", "nömrəsi 050 765-43-21 dir")));
        assertFalse(shown(name("Gülşen"), reading, 2).contains("43-21"));
    }

    @Test
    void herAccountIsKnownFromEveryReadingAndFromDetails() throws IOException {
        reading("2", said("Gülşen Quliyeva", "user734512", "salam"));
        reading("2", detail("[[\"to\",{\"address\":\"gq77@mail.example\",\"name\":\"Gülşen\"}]]"));
        reading("2", detail("[[\"inviter\",\"Gülşen\"],[\"inviterId\",\"user555001\"]]"));
        var told = reading("2", said("Rauf", "user9", "734512, gq77@mail.example, 555001"));
        String shown = shown(name("Gülşen"), told, 1);
        assertFalse(shown.contains("734512") || shown.contains("gq77") || shown.contains("555001"), shown);
        assertTrue(shown.contains("Rauf"), shown);
    }

    @Test
    void anotherNameOfHerAccountIsHersAndThatOfAnotherAccountIsNot() throws IOException {
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "user734512", "salam"),
                        said("Ay işığı", "user734512", "salam"),
                        said("Rauf", "user9", "Ay işığı gəlmədi"),
                        said("Kamran", "user8", "gün işığı")));
        String shown = shown(name("Gülşen"), reading, 4);
        assertFalse(shown.contains("Ay işığı") || shown.contains("734512"), shown);
        assertTrue(shown.contains("Kamran") && shown.contains("gün işığı") && shown.contains("user8"), shown);
    }

    @Test
    void aNumberWithinALongerOneIsAnotherOne() throws IOException {
        var reading =
                reading("2", List.of(said("Gülşen", "user73451", "salam"), said("Rauf", "", "x 1734512 y 734510")));
        String shown = shown(name("Gülşen"), reading, 2);
        assertTrue(shown.contains("1734512") && shown.contains("734510"), shown);
    }

    @Test
    void aFileThatHoldsHerAccountStays() throws IOException {
        reading("2", said("Gülşen", "user734512", "salam"));
        var file = file("a.txt", "text/plain", "see t.example/user734512".getBytes(StandardCharsets.UTF_8));
        assertThrows(IOException.class, () -> tell(name("Gülşen"), new Dossier.Choice.File(file)));
        tell(name("Kamran"), new Dossier.Choice.File(file));
    }

    /// Both people of a chat are said to be in it, and everybody who writes by way of a platform under its address.
    @Test
    void whatManyWriteUnderIsNobodysAccount() throws IOException {
        var inChat = Map.of(
                "actorName", Json.of("Rauf"), "audienceName", Json.of("Gülşen"), "audienceId", Json.of("t_77001"));
        var toHim = Map.of(
                "actorName", Json.of("Gülşen"), "audienceName", Json.of("Rauf"), "audienceId", Json.of("t_77001"));
        var reading = reading(
                "2",
                List.of(
                        inChat,
                        toHim,
                        said("Rauf", "notify@platform.example", "a"),
                        said("Gülşen", "notify@platform.example", "b")));
        String shown = shown(name("Gülşen"), reading, 4);
        assertTrue(shown.contains("Rauf") && shown.contains("notify@platform.example"), shown);
    }

    /// What somebody wrote of her is not hers.
    @Test
    void wordsThatNameHerMakeNobodysAccountHers() throws IOException {
        var reading = reading(
                "2",
                List.of(
                        detail(
                                "[[\"quoted\",{\"by\":\"994551112233@s.whatsapp.net\",\"id\":\"K71\",\"text\":\"Gülşen, gəl\"}]]"),
                        detail(
                                "[[\"stretch\",{\"address\":\"https://page.example/12345678\",\"kind\":\"text_link\",\"words\":\"Gülşen\"}]]"),
                        said("Rauf", "994551112233@s.whatsapp.net", "https://other.example/12345678")));
        String shown = shown(name("Gülşen"), reading, 3);
        assertTrue(shown.contains("Rauf") && shown.contains("994551112233") && shown.contains("12345678"), shown);
    }

    @Test
    void aShortIdIsWithheldWhereItIsAllThatStandsThere() throws IOException {
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "nur", "salam"),
                        Map.of("actorId", Json.of("nur"), "text", Json.of("salam")),
                        detail("[[\"likedBy\",\"nur\"]]"),
                        said("Rauf", "", "nurlu gün")));
        String shown = shown(name("Gülşen"), reading, 4);
        assertFalse(shown.contains("\"nur\"") || shown.contains("nur\n"), shown);
        assertTrue(shown.contains("nurlu"), shown);
    }

    @Test
    void whoeverNamesAnIdMeansWhoBearsItHoweverItIsSpelt() throws IOException {
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "994507654321:12@s.whatsapp.net", "salam"),
                        said("Ay işığı", "994507654321@s.whatsapp.net", "salam"),
                        said("Rauf", "", "Gülşen və Ay işığı")));
        String shown = shown(new Withholding(Set.of(), Set.of("994507654321@s.whatsapp.net"), Map.of()), reading, 3);
        assertFalse(shown.contains("Gülşen") || shown.contains("Ay işığı"), shown);
    }

    @Test
    void anotherNameOfHersIsSeenInOtherSpellingsAndShortOnesAndSignsToo() throws IOException {
        for (var name : List.of("Ay işığı", "Ayə", "\uD83C\uDF39", "李明")) {
            for (var text : List.of("gələn " + name + " idi", "gələn " + name + "!")) {
                var reading = reading(
                        "2",
                        List.of(
                                said("Gülşen", "user734512", "x"),
                                said(name, "user734512", "x"),
                                said("Rauf", "", text)));
                assertFalse(shown(name("Gülşen"), reading, 3).contains(name), name);
            }
        }
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "user734512", "x"),
                        said("Ay işığı", "user734512", "x"),
                        said("Rauf", "", "A Y I Ş I Ğ I, ayisigi")));
        String shown = shown(name("Gülşen"), reading, 3);
        assertFalse(shown.contains("A Y I") || shown.contains("ayisigi"), shown);
    }

    @Test
    void aTelephoneNumberAsAnIdOrAnotherNameIsSeenHoweverItIsWritten() throws IOException {
        for (var account : List.of("+994 50 765 43 21", "994507654321")) {
            var reading = reading("2", List.of(said("Gülşen", account, "x"), said("Rauf", "", "050-765-43-21")));
            assertFalse(shown(name("Gülşen"), reading, 2).contains("43-21"), account);
        }
        var reading = reading(
                "2",
                List.of(
                        said("Gülşen", "88@lid", "x"),
                        said("+994507654321", "88@lid", "x"),
                        said("Rauf", "", "050-765-43-21")));
        assertFalse(shown(name("Gülşen"), reading, 3).contains("43-21"));
    }

    @Test
    void eachAccountHasOneLetterAndEachNameWithoutOne() {
        var withholding = name("Gülşen");
        assertEquals("A", withholding.pseudonym("Gülşen", "1"));
        assertEquals("A", withholding.pseudonym("Gülşen Q", "1"));
        assertEquals("B", withholding.pseudonym("Gülşen", ""));
        assertEquals("C", withholding.pseudonym("Gülşen", "2"));
        assertEquals("D", withholding.pseudonym("Gülşen", "notify@platform.example"));
        assertEquals("E", withholding.pseudonym("Gülşen K", "notify@platform.example"));
    }

    @Test
    void whatWasWithheldBesidesIsSaid() {
        var withholding = name("Gülşen");
        var bearers = Set.of(
                new NamedAccounts.Bearer("Gülşen", "734512"),
                new NamedAccounts.Bearer("Ay işığı", "734512"),
                new NamedAccounts.Bearer("Rauf", "9"));
        assertEquals(Set.of("734512", "Ay işığı"), withholding.withhold(new NamedAccounts(bearers, List.of())));
        assertEquals(
                Set.of(),
                new Withholding(Set.of(), Set.of(), Map.of()).withhold(new NamedAccounts(bearers, List.of())));
    }
}
