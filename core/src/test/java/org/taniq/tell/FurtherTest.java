package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.seal.Schema;

/// What of an id, a place and details leaves while a name is withheld. The people are invented.
final class FurtherTest {
    private static final Withholding AYSEL =
            new Withholding(Set.of("Aysel Məmmədli"), Set.of("+994 50 123 45 67", "Ward"), Map.of());

    private static final Withholding NOBODY = new Withholding(Set.of(), Set.of(), Map.of());

    private static List<Json> row(String id, String place, String details) {
        var row = new ArrayList<Json>();
        for (var field : Schema.named("record/2").fields()) {
            row.add(
                    switch (field.name()) {
                        case "id" -> Json.parse(id);
                        case "place" -> Json.parse(place);
                        case "details" -> Json.parse(details);
                        default -> Json.NULL;
                    });
        }
        return row;
    }

    private static final Dossier.Choice EXHIBIT = new Dossier.Choice.Message(
            org.taniq.seal.Pointer.of(Json.parse(
                    "{\"index\":3,\"leaf\":\"" + "ab".repeat(32) + "\",\"log\":\"" + "cd".repeat(16) + "\"}")),
            7);

    private static Further of(String id, String place, String details) {
        return Further.of(EXHIBIT, row(id, place, details), AYSEL, true);
    }

    private static Map<String, Json> said() {
        return Map.of(
                "address", Json.of("https://video.example/watch?v=1"),
                "audienceName", Json.of("Kanal"),
                "audienceId", Json.of("UC9"),
                "inReplyTo", Json.of("c1"),
                "counts", Json.parse("{\"likes\":3}"),
                "details", Json.parse("[[\"wordBoxes\",[{\"box\":[1,2,3,4]}]],[\"edited\",\"2026-01-02\"]]"));
    }

    private static List<Json> row(Map<String, Json> said) {
        return Schema.named("record/2").fields().stream()
                .map(field -> said.getOrDefault(field.name(), Json.NULL))
                .toList();
    }

    @Test
    void whereAndInAnswerToWhatItWasSaidIsShown() {
        var row = row(said());
        assertEquals(
                "address: https://video.example/watch?v=1; where, or to whom: Kanal, UC9; in answer to: c1; counted by the"
                        + " source: likes 3; edited: 2026-01-02; in the proof only: words and where they stand",
                words(Further.of(EXHIBIT, row, NOBODY, true), row));
        assertEquals(Set.of("place"), Further.of(EXHIBIT, row, NOBODY, false).fields());
    }

    @Test
    void whileANameIsWithheldNothingIsShownThatCouldLeadToSomebody() {
        assertEquals(
                Set.of("id", "place", "details"),
                Further.of(EXHIBIT, row(said()), AYSEL, true).fields());
    }

    private static String words(Further further, List<Json> row) {
        var said = new StringBuilder();
        for (var run : further.passage(row, DossierWords.of(DossierPages.Language.EN), DetailWords.of("en"))
                .runs()) {
            said.append(run instanceof DossierPages.Run.Shown(String text) ? text : "[withheld]");
        }
        return said.toString();
    }

    @Test
    void whatHoldsNoNameIsShown() {
        var further = of("\"7\"", "{\"path\":\"/messages/7\"}", "[[\"edited\",\"2026-01-02\"]]");
        assertEquals(Set.of("id", "place", "details"), further.fields());
        assertEquals(Set.of(), further.withheld());
    }

    @Test
    void aRecordOfWhichAnythingIsWithheldShowsOfThemOnlyAPlaceOfNumbers() {
        var path = row("\"7\"", "{\"path\":\"/messages/7\"}", "[[\"edited\",\"2026-01-02\"]]");
        assertEquals(Set.of(), Further.of(EXHIBIT, path, AYSEL, false).fields());
        var page = row("\"7\"", "{\"page\":3}", "null");
        assertEquals(Set.of("place"), Further.of(EXHIBIT, page, AYSEL, false).fields());
        var box = row("\"7\"", "{\"box\":[1,2,3,4],\"page\":3}", "null");
        assertEquals(Set.of(), Further.of(EXHIBIT, box, AYSEL, false).fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"aysel.m\"",
                "\"\u0410ysel\"",
                "\"994501234567\"",
                "\"QXlzZWwgTcmZbW3JmWRsaQ==\"",
                "\"https://chat.example/%61%79%73%65%6c\""
            })
    void anIdThatHoldsTheNameIsWithheld(String id) {
        assertEquals(Set.of("place", "details"), of(id, "null", "null").fields());
    }

    @Test
    void aPathOrATableThatHoldsTheNameIsWithheld() {
        assertEquals(
                Set.of("id", "details"),
                of("null", "{\"path\":\"/inbox/aysel_1/0\"}", "null").fields());
        assertEquals(
                Set.of("id", "details"),
                of("null", "{\"row\":4,\"table\":\"chat_aysel\"}", "null").fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"an Aysel\"",
                "994501234567",
                "{\"state\":\"Aysel\"}",
                "{\"type\":[\"Aysel\"]}",
                "{\"aysel\":1}",
                "[{\"box\":[1,2,3,4],\"text\":\"Ay\"},{\"box\":[5,2,3,4],\"text\":\"sel\"}]",
                "{\"bytes\":\"R/xs/mVu\"}"
            })
    void aDetailThatHoldsTheNameIsWithheldAndTheOthersAreShown(String value) {
        var further = of("null", "null", "[[\"edited\",\"2026-01-02\"],[\"quoted\"," + value + "]]");
        assertEquals(Set.of(1), further.withheld());
        assertEquals(Set.of("id", "place", "details"), further.fields());
    }

    @Test
    void ofDetailsThatAreAllWithheldNotEvenTheirNumberIsShown() {
        assertEquals(
                Set.of("id", "place"),
                of("null", "null", "[[\"quoted\",\"Aysel\"]]").fields());
    }

    @Test
    void aNameThatIsSpreadOverDetailsTakesAllOfThemAway() {
        assertEquals(
                Set.of("id", "place"),
                of("null", "null", "[[\"said\",\"Ay\"],[\"said\",\"sel\"]]").fields());
    }

    @Test
    void aRecordWithoutTheseFieldsHasNothingToTell() {
        var old = new ArrayList<Json>(row("null", "null", "null").subList(0, 14));
        var further = Further.of(EXHIBIT, old, AYSEL, true);
        assertEquals(
                DossierPages.Passage.NONE,
                further.passage(old, DossierWords.of(DossierPages.Language.EN), DetailWords.of("en")));
    }

    /// Where and with what a picture was taken leads to a person, and nobody sees it in the picture.
    @Test
    void placeAndDeviceAreWithheldUnlessTheyAreAskedFor() {
        String details =
                "[[\"title\",\"a wall\"],[\"takenAt\",{\"latitude\":\"40.4\"}],[\"camera\",{\"model\":\"SM-1\"}],"
                        + "[\"noted\",{\"name\":\"x\",\"value\":\"y\"}],[\"manifestSigner\",{\"subject\":\"z\"}]]";
        var row = row("null", "null", details);
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        assertEquals(Set.of(1, 2, 3, 4), Further.of(EXHIBIT, row, nothing, true).withheld());
        var asked = new Withholding(Set.of(), Set.of(), Map.of(), Withholding.PlaceAndDevice.SHOWN);
        assertEquals(Set.of(), Further.of(EXHIBIT, row, asked, true).withheld());
        var askedButNamed = new Withholding(Set.of(), Set.of("SM-1"), Map.of(), Withholding.PlaceAndDevice.SHOWN);
        assertEquals(Set.of(2), Further.of(EXHIBIT, row, askedButNamed, true).withheld());
    }

    /// As Facebook and Instagram give them of each picture.
    @Test
    void theNotesOfAPictureUnderNamesOfASourceAreWithheldToo() {
        String details =
                "[[\"member\",{\"name\":\"media_metadata\",\"value\":\"{\\\"photo_metadata\\\":{\\\"exif_data\\\":"
                        + "[{\\\"upload_ip\\\":\\\"192.0.2.7\\\"}]}}\"}],[\"member\",{\"name\":\"longitude\",\"value\":\"49.8\"}],"
                        + "[\"member\",{\"name\":\"title\",\"value\":\"longitude\"}]]";
        var row = row("null", "null", details);
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        assertEquals(Set.of(0, 1), Further.of(EXHIBIT, row, nothing, true).withheld());
        var asked = new Withholding(Set.of(), Set.of(), Map.of(), Withholding.PlaceAndDevice.SHOWN);
        assertEquals(Set.of(), Further.of(EXHIBIT, row, asked, true).withheld());
    }

    @Test
    void thePhotographOfAPostOfFacebookIsToldWithoutItsNotes() throws IOException {
        var post = Kept.of("""
                [{"timestamp":1700000000,"attachments":[{"data":[{"media":{"uri":"posts/media/a/1.jpg",
                "creation_timestamp":1600000000,"media_metadata":{"photo_metadata":{"exif_data":[{"upload_ip":"192.0.2.7",
                "latitude":40.4,"camera_make":"Sumsang"}]}}}}]}],"data":[{"post":"Mən Aytəkinəm"}]}]""".getBytes(StandardCharsets.UTF_8)).records.getFirst();
        var details = Json.of(post.details().stream()
                .map(detail -> Json.of(List.of(Json.of(detail.name()), detail.value())))
                .toList());
        var row = row("null", "null", details.canonical());
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        var told = Further.of(EXHIBIT, row, nothing, true)
                .passage(row, DossierWords.of(DossierPages.Language.EN), DetailWords.of("en"))
                .toString();
        assertTrue(details.canonical().contains("192.0.2.7"));
        for (var word : List.of("192.0.2.7", "40.4", "Sumsang")) {
            assertFalse(told.contains(word), told);
        }
        assertTrue(told.contains("1.jpg") || told.contains("Withheld"), told);
    }

    @Test
    void whatIsWithheldUnlessItIsAskedForHasWordsAndIsADetail() {
        var words = DetailWords.of("en");
        UnlessAsked.details().forEach(name -> assertEquals(true, words.knows(name), name));
        assertEquals(false, UnlessAsked.details().isEmpty());
    }
}
