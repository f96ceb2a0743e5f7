package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.read.picture.MadePicture;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.RawText;
import org.taniq.seal.Rows;
import org.taniq.seal.Schema;
import org.taniq.seal.Sealer;
import org.taniq.seal.Statement;
import org.taniq.seal.Vault;
import org.taniq.seal.WriterKeys;

/// Ways in which something withheld could leave nonetheless. The people are invented.
final class LeakTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Pixels.Area FACE = new Pixels.Area(40, 40, 5, 5);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Identity identity = Identity.generate(random);
    private Vault vault;
    private WriterKeys keys;
    private Sealer sealer;

    @BeforeEach
    void aVault() throws IOException {
        vault = Vault.create(folder.resolve("case"), new Durable());
        keys = Known.generate(vault.folder(), identity.recipient(), random).keys();
        sealer = vault.sealer(keys, Map.of(), new Durable());
    }

    private Pointer seal(Statement statement) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        var pointer = group.add(statement);
        group.commit();
        return pointer;
    }

    private static Item item(String name, byte[] bytes) {
        return new Item(name, NOW, Custody.UNSTATED, () -> new ByteArrayInputStream(bytes), Bytes.of(bytes));
    }

    private Pointer file(String name, String type, byte[] bytes) throws IOException {
        return seal(ItemStatement.ofFile(item(name, bytes), type, NOW));
    }

    private static Picture drawing() {
        var rgb = new byte[3 * 100 * 70];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 + i / 300);
        }
        return Picture.of(100, 70, rgb, new byte[0]);
    }

    private static Png.Reading reading() {
        return new Png.Reading(drawing(), 1, new LinkedHashSet<>(Set.of("gAMA")), 0);
    }

    private static byte[] archive(String name, byte[] member) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(member);
        }
        return out.toByteArray();
    }

    private Pointer pixelsOf(Pointer original) throws IOException {
        return seal(ItemStatement.ofPixels(original, Custody.UNSTATED, reading(), NOW));
    }

    private Path tell(Withholding withholding, Dossier.Choice... choices) throws IOException {
        var cover = new Dossier.Cover(DossierPages.Language.EN, "Invented case", "Leyla Sadıqova", "witness", "phone");
        var dossier = new Dossier(
                cover, List.of(choices), List.of(), withholding, new Dossier.Purpose("court", "complaint"), NOW);
        return dossier.write(vault.unlock(identity, java.util.Map.of()), keys, folder.resolve("dossier.zip"), _ -> {})
                .file();
    }

    private static Withholding area(Pointer picture) {
        return new Withholding(Set.of(), Set.of(), Map.of(picture, List.of(FACE)));
    }

    private static Withholding name(String name) {
        return new Withholding(Set.of(), Set.of(name), Map.of());
    }

    private static byte[] entry(Path dossier, String name) throws IOException {
        try (var zip = new ZipFile(dossier.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private Pointer reading(Map<String, Json> said) throws IOException {
        return reading("1", said);
    }

    private Pointer reading(String schema, Map<String, Json> said) throws IOException {
        var item = file("chat.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        var record = new HashMap<>(said);
        record.put("type", Json.of("Create"));
        record.put("marks", Json.of(List.of()));
        var row = Schema.named("record/" + schema).fields().stream()
                .map(field -> record.getOrDefault(field.name(), Json.NULL))
                .toList();
        return seal(Statement.of("reading/" + schema)
                .with("items", Json.of(List.of(item.json())))
                .with("parser", "test/1")
                .with("skipped", Json.parse("{\"count\":0,\"reasons\":{}}"))
                .with("records", (Rows) sink -> sink.row(row)));
    }

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

    private static Json at(Json time) {
        return Json.object().put("kind", Json.of("unknown")).put("text", time).build();
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

    private static String index(Path dossier) throws IOException {
        return new String(entry(dossier, "index.csv"), StandardCharsets.UTF_8);
    }

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
            return new ItemStatement.Place(member.data().from(), member.number());
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

    @Test
    void anArchiveIsNotTakenForAFileWithoutNames() throws IOException {
        byte[] chat = "Aysel: salam ".repeat(100).getBytes(StandardCharsets.UTF_8);
        var archive = file("chat.zip", "application/zip", archive("chat.txt", chat));
        assertThrows(IOException.class, () -> tell(name("Aysel"), new Dossier.Choice.File(archive)));
    }

    @Test
    void aNameIsSeenInATextOfAnOlderEncoding() throws IOException {
        byte[] letter = "Sayın Gülşən".replace('ə', 'e').getBytes(Charset.forName("windows-1254"));
        var item = file("letter.txt", "text/plain", letter);
        assertThrows(IOException.class, () -> tell(name("Gülşen"), new Dossier.Choice.File(item)));
    }

    @Test
    void aTelephoneNumberIsSeenWithAndWithoutItsCountry() {
        var withholding = name("+994 50 765 43 21");
        assertTrue(withholding.contains("call 050-765-43-21"));
        assertTrue(withholding.contains("7654321"));
        assertEquals(Set.of(0, 1, 2, 3, 4), withholding.pieces(List.of("zəng ", "0 50 ", "765 ", "43 ", "21")));
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

    private static final Map<String, Json> PLACED = Map.of(
            "actorName", Json.of("Rauf"),
            "id", Json.of("m-7"),
            "place", Json.parse("{\"path\":\"/messages/7\"}"),
            "details",
                    Json.parse("[[\"edited\",\"2026-01-02\"],[\"quoted\",{\"state\":\"Gülşen\"}],"
                            + "[\"forwardedFrom\",\"Kamran\"]]"));

    private String statement(Path dossier, Pointer reading) throws IOException {
        var shown = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile("\"(Wy[IJ][\\w-]+)\"")
                .matcher(new String(
                        entry(dossier, "proof/statement/" + reading.name() + ".json"), StandardCharsets.UTF_8));
        while (matcher.find()) {
            shown.append(new String(java.util.Base64.getUrlDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return shown.toString();
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

    /// A reading of a picture's words.
    private Pointer words(Pointer picture, String... rows) throws IOException {
        var all = new java.util.ArrayList<List<Json>>();
        for (var row : rows) {
            var record = new HashMap<>(Map.<String, Json>of("type", Json.of("Create"), "marks", Json.of(List.of())));
            record.putAll(((Json.Obj) Json.parse(row)).members());
            all.add(Schema.named("record/2").fields().stream()
                    .map(field -> record.getOrDefault(field.name(), Json.NULL))
                    .toList());
        }
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

    private String refused(Withholding withholding, Pointer item) {
        var refused = assertThrows(IOException.class, () -> tell(withholding, new Dossier.Choice.File(item)));
        return String.valueOf(refused.getMessage());
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
        row.put("type", Json.of("Create"));
        row.put("marks", Json.of(List.of()));
        row.put("text", Json.of("Söyüd küçəsi 7"));
        row.put("published", at(Json.of("21:14 Söyüd")));
        var values = Schema.named("record/2").fields().stream()
                .map(field -> row.getOrDefault(field.name(), Json.NULL))
                .toList();
        var reading = seal(Statement.of("reading/2")
                .with("items", Json.of(List.of(picture.json())))
                .with("parser", "test/1")
                .with("skipped", Json.parse("{\"count\":0,\"reasons\":{}}"))
                .with("records", (Rows) sink -> sink.row(values)));
        var dossier = tell(area(pixelsOf(picture)), new Dossier.Choice.Message(reading, 0));
        String shown = statement(dossier, reading);
        assertFalse(shown.contains("Söyüd") || shown.contains("Kamran") || shown.contains("Rauf"), shown);
        String pages = Searched.pages(entry(dossier, "dossier.pdf"));
        assertFalse(pages.contains("21:14") || pages.contains("Kamran") || pages.contains("Rauf"), pages);
        assertEquals(List.of(), org.taniq.seal.DossierCheck.check(dossier).failed());
    }
}
