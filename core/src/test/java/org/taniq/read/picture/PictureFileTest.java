package org.taniq.read.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.picture.MadePicture.big;
import static org.taniq.read.picture.MadePicture.bytes;
import static org.taniq.read.picture.MadePicture.chunk;
import static org.taniq.read.picture.MadePicture.jpeg;
import static org.taniq.read.picture.MadePicture.little;
import static org.taniq.read.picture.MadePicture.packed;
import static org.taniq.read.picture.MadePicture.png;
import static org.taniq.read.picture.MadePicture.segment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;

/// What is written in pictures. The people are invented.
final class PictureFileTest {
    private final Kept kept = new Kept();

    private Ledger ledger(byte[] picture) throws IOException {
        return Reading.of("a.jpg", Bytes.of(picture), _ -> kept).ledger();
    }

    private static Activity read(byte[] picture) throws IOException {
        var records = Kept.of(picture).records;
        assertEquals(1, records.size());
        return records.getFirst();
    }

    /// The details of a picture, in their order, as they are printed.
    private static List<String> details(Activity activity) {
        return activity.details().stream()
                .map(detail -> detail.name() + " "
                        + (detail.value() instanceof Json.Str(String text)
                                ? text
                                : detail.value().canonical()))
                .toList();
    }

    private static void assertSays(byte[] picture, String... details) throws IOException {
        var said = details(read(picture));
        for (var detail : details) {
            assertTrue(said.contains(detail), () -> detail + " is not in " + said);
        }
    }

    @Test
    void aPhotographIsOneRecordWithAllThatItsTelephoneNotes() throws IOException {
        byte[] picture = jpeg(MadePicture.telephone());
        var record = read(picture);
        assertEquals(
                List.of(
                        "width 4000",
                        "height 3000",
                        "description Aysel's wall",
                        "camera {\"maker\":\"Sumsang\"}",
                        "camera {\"model\":\"SM-1\"}",
                        "orientation turn-right",
                        "madeWith Editor 3",
                        "comment he came again",
                        "camera {\"owner\":\"Aysel M.\"}",
                        "camera {\"serialNumber\":\"R58N123\"}",
                        "taken 2026:05:06 07:08:09.12+04:00",
                        "updatedAt 2026:05:07 10:00:00",
                        "takenAt {\"altitudeMetres\":\"15.1\",\"latitude\":\"40.3750000\",\"longitude\":\"49.8333333\","
                                + "\"time\":\"2026-05-06T03:08:07Z\"}",
                        "manifest not-found"),
                details(record));
        assertEquals(
                new When.Exact("2026:05:06 07:08:09.12+04:00", Instant.parse("2026-05-06T03:08:09.120Z")),
                record.published());
        assertEquals("Aysel's wall\nhe came again", record.object().text());
        assertEquals(new Spot.Whole(picture.length), record.spot());
        var media = (Thing.Media) record.object();
        assertEquals("image/jpeg", media.mediaType());
        assertEquals(Map.of("width", "4000", "height", "3000"), media.metadata());
        assertEquals(64, media.sha256().length());
    }

    @Test
    void aTimeWithoutOffsetIsByTheClockOfTheCamera() throws IOException {
        var tables =
                new MadePicture.Tables().table(0x8769, new MadePicture.Tables().text(0x9003, "2026:05:06 07:08:09"));
        assertEquals(
                new When.Local(
                        "2026:05:06 07:08:09", LocalDateTime.of(2026, 5, 6, 7, 8, 9), "", "by the clock of the camera"),
                read(jpeg(segment(0xE1, "Exif\0\0", tables.block()))).published());
    }

    @ParameterizedTest
    @CsvSource({"0000:00:00 00:00:00", "2026:13:06 07:08:09", "yesterday"})
    void aTimeThatIsNoneIsADetailAndNoTime(String written) throws IOException {
        var tables = new MadePicture.Tables().table(0x8769, new MadePicture.Tables().text(0x9003, written));
        var record = read(jpeg(segment(0xE1, "Exif\0\0", tables.block())));
        assertEquals(new When.Unknown("", "a time that is not understood"), record.published());
        assertTrue(details(record).contains("taken " + written));
    }

    @Test
    void whatStandsBesideATimeIsNoPartOfIt() throws IOException {
        var tables = new MadePicture.Tables()
                .table(
                        0x8769,
                        new MadePicture.Tables()
                                .text(0x9003, "2026:05:06 07:08:09")
                                .text(0x9291, "Aysel, Nizami 5"));
        assertEquals(
                "2026:05:06 07:08:09",
                read(jpeg(segment(0xE1, "Exif\0\0", tables.block())))
                        .published()
                        .source());
    }

    private static byte[] xmp(String members) {
        return segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><a " + members + "/></x:xmpmeta>");
    }

    /// Programs put the zone of their own computer there.
    @Test
    void theTimeOfTheCameraCountsBeforeThatOfAProgram() throws IOException {
        byte[] program = xmp("exif:DateTimeOriginal='2026-05-06T09:08:09+02:00' photoshop:DateCreated='1999-01-01'");
        byte[] picture = jpeg(program, MadePicture.telephone());
        assertEquals(
                Instant.parse("2026-05-06T03:08:09.120Z"),
                ((When.Exact) read(picture).published()).instant());
        assertTrue(ledger(picture)
                .warningsInEnglish()
                .contains("the picture notes 2 different times at which it was taken"));
        assertEquals(
                new When.Local(
                        "2026-05-06T09:08:09+02:00",
                        LocalDateTime.of(2026, 5, 6, 9, 8, 9),
                        "",
                        "as a program noted it"),
                read(jpeg(program)).published());
        assertEquals(
                new When.Unknown("", "the picture does not say when it was taken"),
                read(jpeg(xmp("photoshop:DateCreated='1999-01-01'"))).published());
    }

    @Test
    void aManifestThatIsTooLargeIsNotSaidToBeMissing() throws IOException {
        assertSays(png(chunk("caBX", new byte[33 << 20])), "manifest found-too-large");
    }

    private static byte[] jumb(String label, byte[]... inside) {
        return box("jumb", box("jumd", new byte[16], 3, label, 0), bytes((Object[]) inside));
    }

    private static byte[] claim(String title) {
        return jumb("c2pa.claim", box("cbor", 0xA1, 0x68, "dc:title", 0x60 + title.length(), title));
    }

    /// What an older picture says of itself is not said by the one that was made of it.
    @Test
    void theLastManifestSaysNothingOfTheOneBefore() throws IOException {
        byte[] both = jumb("c2pa", jumb("urn:first", claim("first")), jumb("urn:second"));
        var said = details(read(png(chunk("caBX", both))));
        assertTrue(said.contains("manifests 2"), said::toString);
        assertTrue(said.stream().noneMatch(each -> each.startsWith("manifestTitle")), said::toString);
        byte[] again = jumb("c2pa", jumb("urn:first", claim("first")), jumb("urn:second", claim("second")));
        assertSays(png(chunk("caBX", again)), "manifestTitle second");
    }

    @Test
    void aLongNoteIsCutBeforeItIsCopied() throws IOException {
        byte[] picture =
                png(chunk("tEXt", bytes("Comment\0", new byte[100 << 20])), chunk("tEXt", bytes("Title\0Lalə")));
        assertSays(picture, "title Lalə");
        assertTrue(ledger(picture).warningsInEnglish().getFirst().contains("too large"));
    }

    @Test
    void aPictureThatNotesNothingStatesNoTime() throws IOException {
        assertEquals(
                new When.Unknown("", "the picture does not say when it was taken"),
                read(jpeg()).published());
    }

    @Test
    void whatProgramsNoteInXmpAndIptcIsRead() throws IOException {
        String xmp = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description rdf:about=\"\""
                + " exif:DateTimeOriginal=\"2025-01-02T03:04:05Z\" exif:GPSLatitude=\"40,22.5N\" tiff:Make='Nikkon'"
                + " other:Thing=\"a &amp; b &#x259;\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Vüqar's"
                + " threat</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] picture = jpeg(
                segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", xmp),
                segment(
                        0xED,
                        "Photoshop 3.0\0",
                        "8BIM",
                        4,
                        4,
                        0,
                        0,
                        big(30),
                        bytes(0x1C, 2, 120, 0, 7, "Caption", 0x1C, 2, 90, 0, 4, "Baku", 0x1C, 2, 15, 0, 4, "News")));
        assertSays(
                picture,
                "title Vüqar's threat",
                "taken 2025-01-02T03:04:05Z",
                "takenAt {\"latitude\":\"40,22.5N\"}",
                "camera {\"maker\":\"Nikkon\"}",
                "noted {\"name\":\"other:Thing\",\"value\":\"a & b ə\"}",
                "caption Caption",
                "takenAt {\"city\":\"Baku\"}",
                "noted {\"name\":\"IPTC 2:15\",\"value\":\"News\"}");
    }

    @Test
    void textsOfAPngAreReadAlsoPackedAndWhatStandsBehindItIsCounted() throws IOException {
        byte[] picture = png(
                chunk("tEXt", bytes("Title\0Aygün's screen")),
                chunk("zTXt", bytes("Comment\0\0", packed("seen by Murad"))),
                chunk("iTXt", bytes("Description\0", 1, 0, "az\0\0", packed("gördüm"))),
                chunk("tEXt", bytes("Whatever\0Lalə")),
                chunk("tIME", bytes(2026 >> 8, 2026 & 0xFF, 5, 6, 7, 8, 9)),
                chunk("eXIf", new MadePicture.Tables().text(0x0110, "SM-2").block()));
        assertSays(
                bytes(picture, "hidden"),
                "width 640",
                "height 480",
                "title Aygün's screen",
                "comment seen by Murad",
                "description gördüm",
                "noted {\"name\":\"Whatever\",\"value\":\"Lalə\"}",
                "updatedAt 2026-05-06T07:08:09Z",
                "camera {\"model\":\"SM-2\"}",
                "bytesBehind 6");
    }

    private static String hex(byte[] note) {
        return "\nexif\n    " + note.length + "\n" + HexFormat.of().formatHex(note) + "\n";
    }

    @Test
    void whatImageMagickCopiesIntoAPngIsRead() throws IOException {
        byte[] exif = bytes(
                "Exif\0\0",
                new MadePicture.Tables()
                        .text(0x010E, "Aytac's garden")
                        .text(0x0110, "SM-9")
                        .block());
        for (var text : List.of(
                chunk("tEXt", bytes("Raw profile type exif\0", hex(exif))),
                chunk("zTXt", bytes("Raw profile type APP1\0\0", packed(hex(exif)))))) {
            assertSays(png(text), "camera {\"model\":\"SM-9\"}", "description Aytac's garden");
        }
    }

    @Test
    void aSchemaCountsWhateverItsPrefixIs() throws IOException {
        String xmp = "<x:xmpmeta><rdf:Description xmlns:e='http://ns.adobe.com/exif/1.0/' e:GPSLatitude='40,22N'"
                + " drone-dji:GpsLongitude='49.8'/></x:xmpmeta>";
        assertSays(
                jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", xmp)),
                "takenAt {\"latitude\":\"40,22N\"}",
                "takenAt {\"longitude\":\"49.8\"}");
    }

    private static byte[] at(MadePicture.Tables gps) {
        return jpeg(segment(
                0xE1, "Exif\0\0", new MadePicture.Tables().table(0x8825, gps).block()));
    }

    @Test
    void withoutItsSideAPlaceIsNotSaidToBeNorthOrEast() throws IOException {
        var gps = new MadePicture.Tables()
                .rationals(2, 40, 1, 30, 1, 0, 1)
                .text(3, "w")
                .rationals(4, 49, 1);
        assertSays(at(gps), "takenAt {\"degreesNorthOrSouth\":\"40.5000000\",\"longitude\":\"-49.0000000\"}");
        assertSays(
                at(new MadePicture.Tables().text(1, "N").rationals(2, 0, 0)),
                "takenAt {\"degreesNorthOrSouth\":\"NaN\"}");
    }

    @Test
    void veryManyNotesTakeNoPlaceAway() throws IOException {
        var members = new StringBuilder();
        for (int i = 0; i < 2500; i++) {
            members.append("crs:a").append(i).append("='").append(i).append("' ");
        }
        byte[] exif = segment(
                0xE1, "Exif\0\0", new MadePicture.Tables().text(0x0110, "SM-4").block());
        byte[] picture = jpeg(xmp(members.substring(0, 30_000)), xmp(members.substring(30_000)), exif);
        assertSays(picture, "camera {\"model\":\"SM-4\"}");
    }

    @Test
    void whatACameraWritesWhereNobodyDescribesIsNoWordOfAPerson() throws IOException {
        var record = read(jpeg(segment(
                0xE1,
                "Exif\0\0",
                new MadePicture.Tables()
                        .text(0x010E, "OLYMPUS DIGITAL CAMERA         ")
                        .block())));
        assertEquals("", record.object().text());
        assertTrue(details(record).contains("camera {\"description\":\"OLYMPUS DIGITAL CAMERA\"}"));
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] all = bytes((Object[]) chunks);
        return bytes("RIFF", little(all.length + 4), "WEBP", all);
    }

    private static byte[] part(String name, byte[] data) {
        return bytes(name, little(data.length), data, new byte[data.length & 1]);
    }

    @Test
    void aWebpIsReadAndSaidToBeNotDecoded() throws IOException {
        byte[] picture = riff(
                part("VP8X", bytes(8, 0, 0, 0, 0xFF, 3, 0, 0xFF, 1, 0)),
                part("EXIF", new MadePicture.Tables().text(0x0110, "SM-3").block()));
        assertSays(picture, "width 1024", "height 512", "camera {\"model\":\"SM-3\"}");
        assertTrue(ledger(picture).warningsInEnglish().getFirst().contains("not decoded"));
    }

    private static byte[] box(String name, Object... parts) {
        byte[] data = bytes(parts);
        return bytes(big(data.length + 8), name, data);
    }

    @Test
    void aPhotographOfAnIphoneIsReadWithoutDecodingIt() throws IOException {
        byte[] picture = bytes(
                box("ftyp", "heic", big(0), "mif1heic"),
                box(
                        "meta",
                        big(0),
                        box(
                                "iprp",
                                box(
                                        "ipco",
                                        box("ispe", big(0), big(512), big(512)),
                                        box("ispe", big(0), big(4032), big(3024))))),
                box(
                        "mdat",
                        big(6),
                        "Exif\0\0",
                        new MadePicture.Tables().text(0x0110, "aPhone 9").block()));
        assertSays(picture, "width 4032", "height 3024", "camera {\"model\":\"aPhone 9\"}", "manifest not-found");
    }

    @Test
    void aGifHasComments() throws IOException {
        byte[] picture = bytes(
                "GIF89a",
                10,
                0,
                20,
                0,
                0,
                0,
                0,
                0x21,
                0xFE,
                5,
                "Rauf:",
                3,
                " no",
                0,
                0x2C,
                new byte[9],
                2,
                1,
                1,
                0,
                ";");
        assertSays(picture, "width 10", "height 20", "comment Rauf: no");
    }

    @Test
    void aTiffHasItsSizeAndNotes() throws IOException {
        byte[] picture = new MadePicture.Tables()
                .number(0x0100, 100)
                .number(0x0101, 50)
                .text(0x013B, "Lalə")
                .block();
        assertSays(picture, "width 100", "height 50", "photographer Lalə");
    }

    /// As another implementation reads them.
    @ParameterizedTest
    @CsvSource({
        "public-testfiles/adobe-20220124-A.jpg,    -, -",
        "public-testfiles/adobe-20220124-C.jpg,    1, C2PA Test Signing Cert",
        "public-testfiles/adobe-20220124-CA.jpg,   1, C2PA Test Signing Cert",
        "public-testfiles/adobe-20220124-XCA.jpg,  1, C2PA Test Signing Cert",
        "c2pa-rs/libpng-test_with_url.png,         -, -",
        "c2pa-rs/mars.webp,                        -, -",
    })
    void aManifestIsFoundAndNotSaidToBeChecked(String name, String manifests, String signer) throws IOException {
        var file = NotRun.unlessShared("formats/c2pa").resolve(name);
        var said = details(read(Files.readAllBytes(file)));
        boolean none = manifests.equals("-");
        assertTrue(said.contains(none ? "manifest not-found" : "manifest found-not-checked"), said::toString);
        assertEquals(none, said.stream().noneMatch(detail -> detail.startsWith("manifests")), said::toString);
        assertTrue(
                signer.equals("-")
                        || said.stream().anyMatch(each -> each.startsWith("manifestSigner") && each.contains(signer)),
                said::toString);
        assertEquals(none, said.stream().noneMatch(detail -> detail.startsWith("manifestGenerator ")), said::toString);
    }

    @Test
    void aManifestThatLiesElsewhereIsNamed() throws IOException {
        var file = NotRun.unlessShared("formats/c2pa/c2pa-rs/libpng-test_with_url.png");
        var said = details(read(Files.readAllBytes(file)));
        assertTrue(said.stream().anyMatch(each -> each.startsWith("manifestAt http")), said::toString);
    }

    private static byte[] damaged(byte[] picture, int seed) {
        var random = new Random(seed);
        byte[] damaged = Arrays.copyOf(picture, seed % 2 == 0 ? picture.length : random.nextInt(4, picture.length));
        for (int i = 0; i < seed % 7; i++) {
            damaged[random.nextInt(3, damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    @Test
    void aDamagedPictureIsStillOneRecordWithItsDigest() throws IOException {
        var pictures = List.of(
                jpeg(MadePicture.telephone()),
                png(chunk("tEXt", bytes("Title\0Aygün's screen")), chunk("zTXt", bytes("Comment\0\0", packed("x")))),
                riff(part("EXIF", new MadePicture.Tables().text(0x0110, "SM-3").block())));
        for (var picture : pictures) {
            for (int seed = 0; seed < 400; seed++) {
                var record = read(damaged(picture, seed));
                assertEquals(64, ((Thing.Media) record.object()).sha256().length());
            }
        }
    }

    @Test
    void whatPrecedesACutIsReadAndTheCutIsSaid() throws IOException {
        byte[] picture = jpeg(MadePicture.telephone());
        byte[] cut = Arrays.copyOf(picture, picture.length - 4);
        assertSays(cut, "comment he came again", "camera {\"model\":\"SM-1\"}");
        assertEquals(List.of("the picture is cut off or damaged"), ledger(cut).warningsInEnglish());
    }

    @Test
    void aNoteThatUnpacksWithoutEndIsCut() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(new byte[64 << 20]);
        }
        byte[] picture =
                png(chunk("zTXt", bytes("Comment\0\0", out.toByteArray())), chunk("tEXt", bytes("Title\0Lalə")));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertSays(picture, "title Lalə"));
        assertTrue(ledger(picture).warningsInEnglish().getFirst().contains("too large"));
    }

    /// Each field is the same long text.
    @Test
    void manyFieldsThatAreTheSameBytesEnd() {
        var tables = new MadePicture.Tables();
        for (int i = 0; i < 60_000; i++) {
            tables.number(0x0132, 1);
        }
        byte[] block = bytes(tables.block(), "x".repeat(1 << 20));
        for (int i = 0; i < 60_000; i++) {
            int at = 10 + 12 * i;
            System.arraycopy(bytes(0x0E, 1, 2, 0, little(1 << 20), little(block.length - (1 << 20))), 0, block, at, 12);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var said = details(read(block));
            assertTrue(said.stream().anyMatch(each -> each.startsWith("description xxx")));
        });
    }

    @Test
    void anXmpPacketOfOpenTagsEnds() {
        String open = "<x:xmpmeta " + "a".repeat(4 << 20) + "<!-- ".repeat(1 << 18) + " b=\"".repeat(1 << 18);
        byte[] picture = png(chunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0", open)));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(picture));
    }

    @Test
    void aFileThatIsNoPictureIsStillAWholeFile() throws IOException {
        var record = read("RIFF and no more".getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(), record.details());
    }
}
