package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.png.Png;
import org.taniq.read.picture.MadePicture;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Rows;
import org.taniq.seal.Statement;

/// Ways in which something withheld could leave in a picture, or in words that were read out of one. The people are
/// invented.
final class PictureLeakTest extends LeakCase {
    @Test
    void anAreaIsWithheldWhetherOriginalOrCanonicalPictureIsNamedAndChosen() throws IOException {
        byte[] png = Png.write(drawing());
        var original = file("a.png", "image/png", png);
        var canonical = pixelsOf(original);
        int n = 0;
        for (var named : List.of(original, canonical)) {
            for (var chosen : List.of(original, canonical)) {
                var file = tell(area(named), new Dossier.Choice.File(chosen));
                assertFalse(Arrays.equals(png, entry(file, "exhibit/E001.png")), "the whole picture left: " + n);
                java.nio.file.Files.delete(file);
                n++;
            }
        }
        assertEquals(4, n);
    }

    @Test
    void anArchiveWithAPictureOfWhichAPartIsWithheldStays() throws IOException {
        byte[] png = Png.write(drawing());
        byte[] zip = archive("a.png", png);
        var archive = file("a.zip", "application/octet-stream", zip);
        var known =
                new ItemStatement.Member("a.png", "image/png", Digest.of(png).hex(), png.length, NOW);
        var member = seal(ItemStatement.ofMember(archive, first(zip), known, item("a.zip", zip)));
        pixelsOf(member);
        assertThrows(IOException.class, () -> tell(area(member), new Dossier.Choice.File(archive)));
    }

    private static ItemStatement.Place first(byte[] zip) throws IOException {
        try (var archive = Archive.open(Bytes.of(zip), Archive.Limits.USUAL)) {
            var member = (Archive.Readable) archive.members().getFirst();
            return new ItemStatement.Place(archive.kind(), member.data().from(), List.of(member.number()));
        }
    }

    @Test
    void anotherCopyOfAPictureOfWhichAPartIsWithheldStays() throws IOException {
        byte[] png = Png.write(drawing());
        var original = file("a.png", "image/png", png);
        pixelsOf(original);
        var again = file("b.png", "image/png", png);
        assertThrows(IOException.class, () -> tell(area(original), new Dossier.Choice.File(again)));
    }

    /// Nobody sees in a photograph where it was taken, and every program reads it.
    @Test
    void aPhotographThatSaysWhereItWasTakenStaysUnlessThatIsAskedFor() throws IOException {
        byte[] picture = MadePicture.jpeg(MadePicture.telephone());
        var photograph = new Dossier.Choice.File(file("a.jpg", "image/jpeg", picture));
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        var refused = assertThrows(IOException.class, () -> tell(nothing, photograph));
        assertTrue(String.valueOf(refused.getMessage()).contains("--show-place"), refused.getMessage());
        var asked = new Withholding(Set.of(), Set.of(), Map.of(), Withholding.PlaceAndDevice.SHOWN);
        assertTrue(Arrays.equals(picture, entry(tell(asked, photograph), "exhibit/E001.jpg")));
    }

    @Test
    void aPhotographThatSaysWhereItWasTakenStaysAlsoInAnArchive() throws IOException {
        byte[] zip = archive("a.jpg", MadePicture.jpeg(MadePicture.telephone()));
        var archive = new Dossier.Choice.File(file("a.zip", "application/zip", zip));
        var nothing = new Withholding(Set.of(), Set.of(), Map.of());
        var refused = assertThrows(IOException.class, () -> tell(nothing, archive));
        assertTrue(String.valueOf(refused.getMessage()).contains("--show-place"), refused.getMessage());
        var asked = new Withholding(Set.of(), Set.of(), Map.of(), Withholding.PlaceAndDevice.SHOWN);
        assertTrue(Arrays.equals(zip, entry(tell(asked, archive), "exhibit/E001.zip")));
    }

    /// A reading of a picture's words.
    private Pointer words(Pointer picture, String... rows) throws IOException {
        var all = Arrays.stream(rows)
                .map(row -> row("2", ((Json.Obj) Json.parse(row)).members()))
                .toList();
        return seal(Statement.of("reading/2")
                .with("items", Json.of(List.of(picture.json())))
                .with("parser", "screenshot/1 tesseract 5 aze")
                .with("skipped", Json.parse("{\"count\":0,\"reasons\":{}}"))
                .with("records", (Rows) sink -> {
                    for (var row : all) {
                        sink.row(row);
                    }
                }));
    }

    private static String boxes(String... textsAndBoxes) {
        var words = new java.util.ArrayList<String>();
        for (int i = 0; i < textsAndBoxes.length; i += 2) {
            words.add("{\"box\":" + textsAndBoxes[i + 1] + ",\"text\":\"" + textsAndBoxes[i] + "\"}");
        }
        return "{\"text\":\"…\",\"details\":[[\"wordBoxes\",[" + String.join(",", words) + "]]]}";
    }

    @Test
    void wordsThatWereReadInOneCopyOfAPictureKeepTheOtherOnesBack() throws IOException {
        byte[] png = Png.write(drawing());
        var first = file("a.png", "image/png", png);
        pixelsOf(first);
        words(first, boxes("Aysel", "[1,2,30,4]", "salam", "[40,2,30,4]"));
        var again = file("b.png", "image/png", png);
        pixelsOf(again);
        assertTrue(refused(name("Aysel"), again).contains("picture " + again.index() + " shows a withheld name"));
        assertTrue(refused(name("Aysel"), again).contains("areas 1,2,30,4 ("));
    }

    @Test
    void picturesOfWhichNoWordsWereReadAreNamed() throws IOException {
        byte[] png = Png.write(drawing());
        var first = file("a.png", "image/png", png);
        words(first, boxes("salam", "[1,2,30,4]"));
        var again = file("b.png", "image/png", png);
        var canonical = pixelsOf(first);
        var other = file("c.jpg", "image/jpeg", MadePicture.jpeg());
        words(other);
        var chat = file("c.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        var choices = java.util.stream.Stream.of(again, other, canonical, chat)
                .<Dossier.Choice>map(Dossier.Choice.File::new)
                .toList();
        assertEquals(List.of(other), UnreadPictures.of(vault.unlock(identity, Map.of()), choices));
    }

    @Test
    void aNumberThatGoesOnInAnotherRecordIsSeen() throws IOException {
        var picture = file("a.png", "image/png", Png.write(drawing()));
        pixelsOf(picture);
        words(picture, boxes("050", "[1,2,9,4]", "123", "[11,2,9,4]"), boxes("45", "[70,2,9,4]", "67", "[81,2,9,4]"));
        assertTrue(refused(name("050 123 45 67"), picture).contains("shows a withheld name"));
    }

    @Test
    void aNameInTheTextOfAPictureWithoutRectanglesOfItsWordsIsSeen() throws IOException {
        var picture = file("a.png", "image/png", Png.write(drawing()));
        pixelsOf(picture);
        words(picture, "{\"text\":\"Aysel gəlir\",\"place\":{\"box\":[3,4,50,60]}}");
        assertTrue(refused(name("Aysel"), picture).contains("areas 3,4,50,60 ("));
        assertTrue(refused(new Withholding(Set.of(), Set.of("Aysel"), Map.of(picture, List.of(FACE))), picture)
                .contains("3,4,50,60"));
        var all = new Withholding(Set.of(), Set.of("Aysel"), Map.of(picture, List.of(new Pixels.Area(0, 0, 9, 70))));
        tell(all, new Dossier.Choice.File(picture));
    }

    @Test
    void aRectangleThatIsNoneIsTheWholePicture() throws IOException {
        for (var box : List.of("[0,0,0,0]", "[4294967296,1,2,3]", "[-1,0,4,4]", "[1,2]", "null")) {
            var picture = file("a.png", "image/png", Png.write(drawing()));
            words(picture, boxes("Aysel", box));
            assertTrue(refused(area(picture, "Aysel"), picture).contains("shows a withheld name"), box);
        }
    }

    private static Withholding area(Pointer picture, String name) {
        return new Withholding(Set.of(), Set.of(name), Map.of(picture, List.of(FACE)));
    }

    @Test
    void whereNoAreaCanBeWithheldNoneIsAskedFor() throws IOException {
        var picture = file("a.jpg", "image/jpeg", MadePicture.jpeg());
        words(picture, boxes("Aysel", "[1,2,30,4]"));
        String why = refused(name("Aysel"), picture);
        assertTrue(why.contains("PNG pictures only") && !why.contains("1,2,30,4"), why);
    }

    /// Some programs crop a picture and leave the pixels that nobody was to see behind its end.
    @Test
    void aPngWithBytesBehindItsEndStaysWhileANameIsWithheld() throws IOException {
        byte[] png = Png.write(drawing());
        byte[] more = Arrays.copyOf(png, png.length + 500);
        Arrays.fill(more, png.length, more.length, (byte) 0xA7);
        var picture = file("a.png", "image/png", more);
        assertTrue(refused(name("Aysel"), picture).contains("belong to nothing"));
    }

    @Test
    void whatWasReadOutOfAPictureOfWhichAPartIsWithheldDoesNotLeave() throws IOException {
        var picture = file("shot.png", "image/png", Png.write(drawing()));
        var row = new HashMap<>(PLACED);
        row.put("text", Json.of("Söyüd küçəsi 7"));
        row.put("published", at(Json.of("21:14 Söyüd")));
        var reading = seal(Statement.of("reading/2")
                .with("items", Json.of(List.of(picture.json())))
                .with("parser", "test/1")
                .with("skipped", Json.parse("{\"count\":0,\"reasons\":{}}"))
                .with("records", (Rows) sink -> sink.row(row("2", row))));
        var dossier = tell(area(pixelsOf(picture)), new Dossier.Choice.Message(reading, 0));
        String shown = statement(dossier, reading);
        assertFalse(shown.contains("Söyüd") || shown.contains("Kamran") || shown.contains("Rauf"), shown);
        String pages = Searched.pages(entry(dossier, "dossier.pdf"));
        assertFalse(pages.contains("21:14") || pages.contains("Kamran") || pages.contains("Rauf"), pages);
        assertEquals(List.of(), org.taniq.seal.DossierCheck.check(dossier).failed());
    }
}
