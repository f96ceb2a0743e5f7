package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.picture.MadePicture.big;
import static org.taniq.read.picture.MadePicture.bytes;
import static org.taniq.read.picture.MadePicture.chunk;
import static org.taniq.read.picture.MadePicture.jpeg;
import static org.taniq.read.picture.MadePicture.packed;
import static org.taniq.read.picture.MadePicture.png;
import static org.taniq.read.picture.MadePicture.segment;
import static org.taniq.read.picture.MadePicture.telephone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.read.picture.MadePicture.Tables;
import org.taniq.tell.Texts.Unsearchable;

/// Ways in which a file can say where and with which device a picture was taken. The people are invented.
final class PlaceSearchTest {
    private static final byte[] PLAIN = jpeg(segment(0xE0, "JFIF\0", 1, 1, 0, 0, 1, 0, 1, 0, 0));
    private static final byte[] PHOTOGRAPH = jpeg(telephone());

    private static Tables gps(Tables fields) {
        return new Tables().table(0x8825, fields);
    }

    private static byte[] exif(Tables tables) {
        return jpeg(segment(0xE1, "Exif\0\0", tables.block()));
    }

    private static byte[] xmp(String members) {
        return jpeg(segment(
                0xE1,
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><rdf:Description " + members
                        + "/></rdf:RDF></x:xmpmeta>"));
    }

    private static byte[] raw(String kind, byte[] note) {
        String hex =
                "\n" + kind + "\n      " + note.length + "\n" + HexFormat.of().formatHex(note) + "\n";
        return png(chunk("zTXt", bytes("Raw profile type " + kind + "\0\0", packed(hex))));
    }

    static Stream<byte[]> picturesThatSayIt() {
        byte[] block =
                gps(new Tables().text(1, "N").rationals(2, 40, 1, 22, 1, 0, 1)).block();
        return Stream.of(
                PHOTOGRAPH,
                raw("exif", bytes("Exif\0\0", block)),
                raw("APP1", bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><a exif:GPSLatitude='40'/></x:xmpmeta>")),
                raw("iptc", bytes("8BIM", 4, 4, 0, 0, big(9), 0x1C, 2, 90, 0, 4, "Baku", 0, new byte[40])),
                xmp("drone-dji:GpsLatitude='40.4'"),
                xmp("e:GPSLatitude='40,22N' xmlns:e='http://ns.adobe.com/exif/1.0/'"),
                xmp("><Iptc4xmpExt:LocationCreated><rdf:li Iptc4xmpExt:Sublocation='Nizami 5'/></a"),
                xmp("tiff:Model='SM-1'"),
                xmp("photoshop:State='Bakı'"),
                xmp("dcterms:provenance='https://example.org/manifest'"),
                exif(gps(new Tables().rationals(2, 0, 0))),
                exif(gps(new Tables().rationals(20, 40, 1))),
                exif(gps(new Tables().text(28, "home"))),
                exif(new Tables().table(0x8769, new Tables().bytes(0x927C, bytes("serial 7")))),
                exif(new Tables().number(0x0110, 7)),
                bytes(PLAIN, PHOTOGRAPH),
                jpeg(segment(0xEB, "JP", 0, 1, big(1), "c2pa")),
                png(chunk("caBX", bytes("c2pa"))),
                bytes(big(16), "ftypheic", big(0), big(0), big(0), block));
    }

    @ParameterizedTest
    @MethodSource("picturesThatSayIt")
    void aPictureThatSaysItStays(byte[] picture) throws IOException {
        assertTrue(PlaceSearch.isIn(picture));
        assertTrue(PlaceSearch.isIn(zip("photo.jpg", picture)), "in an archive");
        assertTrue(PlaceSearch.isIn(zip("inner.zip", zip("photo.jpg", picture))), "in an archive in an archive");
    }

    private static byte[] zip(String name, byte[] member) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("chat/"));
            zip.putNextEntry(new ZipEntry("chat/chat.txt"));
            zip.write("05/11/2026, 20:41 - Murad: salam\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("chat/" + name));
            zip.write(member);
        }
        return out.toByteArray();
    }

    private static byte[] mail(byte[] attached) {
        return ("From: murad@example.org\nTo: aysel@example.org\nMIME-Version: 1.0\nContent-Type: image/jpeg\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(attached))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] packedAgain(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(file);
        }
        return out.toByteArray();
    }

    /// A PDF that shows a photograph, packed once more or as it is.
    private static byte[] pdf(byte[] photograph, COSName... filters) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var stream = new PDStream(pdf);
            try (var out = filters.length == 0
                    ? stream.createOutputStream()
                    : stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(photograph);
            }
            stream.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
            var all = new org.apache.pdfbox.cos.COSArray();
            List.of(filters).forEach(all::add);
            all.add(COSName.DCT_DECODE);
            stream.getCOSObject().setItem(COSName.FILTER, all);
            pdf.getPage(0).getCOSObject().setItem(COSName.THUMB, stream);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aPdfWithAPhotographStays() throws IOException {
        assertTrue(PlaceSearch.isIn(pdf(PHOTOGRAPH)));
        assertTrue(PlaceSearch.isIn(pdf(PHOTOGRAPH, COSName.FLATE_DECODE)));
        assertFalse(PlaceSearch.isIn(pdf(PLAIN)));
        assertFalse(PlaceSearch.isIn(pdf(PLAIN, COSName.FLATE_DECODE)));
    }

    @Test
    void whatCannotBeLookedThroughStays() throws IOException {
        byte[] film = bytes(big(24), "ftypqt  ", new byte[12], "udta(c)xyz+40.4+49.8/");
        for (var file : List.of(
                film,
                zip("film.mov", film),
                zip("archive.zip", zip("b.zip", zip("c.zip", zip("d.zip", PLAIN)))),
                bytes(PLAIN, film),
                bytes(png(), "PK and the pixels that were cut away"),
                jpeg(segment(0xE5, "maker")),
                packedAgain("salam".getBytes(StandardCharsets.US_ASCII)),
                mail(PHOTOGRAPH),
                bytes(
                        "<html><img src='data:image/jpeg;base64,",
                        Base64.getEncoder().encodeToString(PHOTOGRAPH),
                        "'>"),
                bytes("{\"x\":\"", Base64.getEncoder().encodeToString(PHOTOGRAPH), "\"}"),
                bytes("SQLite format 3\0", new byte[100]),
                bytes("%PDF-1.4 and nothing else"))) {
            assertThrows(Unsearchable.class, () -> PlaceSearch.isIn(file));
        }
    }

    private static byte[] box(String name, Object... parts) {
        byte[] data = bytes(parts);
        return bytes(big(data.length + 8), name, data);
    }

    private static byte[] film(byte[]... boxes) {
        return bytes(box("ftyp", "isom", big(0)), box("mdat", "\0location\0"), box("moov", (Object[]) boxes));
    }

    @Test
    void aFilmThatSaysItStays() throws IOException {
        for (var film : List.of(
                film(box("udta", box("\u00A9xyz", "+40.4+49.8/"))),
                film(box("udta", box("\u00A9mod", "SM-1"))),
                film(box("meta", "mdta", "com.apple.quicktime.make", "x")),
                film(box("meta", "mdta", "com.apple.quicktime.location.ISO6709")),
                film(box("trak", box("stsd", "gpmd"))),
                bytes(film(), box("uuid", new byte[16], "GPSLatitude")),
                bytes("OggS", new byte[24], "OpusHead", new byte[40], "LOCATION=40.4"),
                bytes(0x1A, 0x45, 0xDF, 0xA3, new byte[30], "RECORDING_LOCATION"))) {
            assertTrue(PlaceSearch.isIn(film));
            assertTrue(PlaceSearch.isIn(zip("film.mp4", film)), "in an archive");
        }
    }

    @Test
    void aFilmAndAVoiceMessageThatDoNotSayItLeave() throws IOException {
        for (var film : List.of(
                film(),
                film(box("trak", box("hdlr", "soun", "SoundHandler")), box("udta", box("\u00A9too", "Lavf58.29"))),
                bytes("OggS", new byte[24], "OpusHead", new byte[40], "WhatsApp"),
                bytes("#!AMR\n", new byte[40]))) {
            assertFalse(PlaceSearch.isIn(film));
        }
    }

    @Test
    void aFilmWithMoreThanItsPartsStays() {
        for (var film : List.of(
                bytes(film(), "and more"),
                bytes(film(), big(1), "mdat", big(1), big(0)),
                bytes(film(), big(7), "free"))) {
            assertThrows(Unsearchable.class, () -> PlaceSearch.isIn(film));
        }
    }

    /// A file goes as a record does (`detail/withheld.yaml`): whose the picture is does not leave either.
    @Test
    void aPictureThatSaysWhoTookItStays() throws IOException {
        for (var picture : List.of(
                exif(new Tables().text(0x013B, "Gülşen")),
                exif(new Tables().text(0x8298, "(c) Gülşen")),
                xmp("dc:creator='Gülşen'"),
                xmp("photoshop:Credit='Gülşen'"),
                raw("iptc", bytes("8BIM", 4, 4, 0, 0, big(11), 0x1C, 2, 80, 0, 6, "Gulsen", 0, new byte[40])),
                png(chunk("tEXt", bytes("Author\0Gulsen"))),
                png(chunk("iTXt", bytes("Copyright\0\0\0\0\0Gulsen"))))) {
            assertTrue(PlaceSearch.isIn(picture));
        }
        assertFalse(PlaceSearch.isIn(exif(new Tables().text(0x013B, "  "))), "the field is empty");
        assertFalse(PlaceSearch.isIn(xmp("xmp:CreatorTool='GIMP' xmlns:xmpRights='http://x.example/'")));
    }

    /// The key is that of one telephone, and says a name that nobody sees in it.
    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC KEY BLOCK", "PRIVATE KEY BLOCK", "SIGNATURE"})
    void aKeyOfOpenPgpStays(String kind) {
        byte[] armored = bytes("-----BEGIN PGP ", kind, "-----\n\nmQENBGV\n-----END PGP ", kind, "-----\n");
        assertThrows(Unsearchable.class, () -> PlaceSearch.isIn(armored));
        assertTrue(Texts.holdsKeys(new String(armored, StandardCharsets.UTF_8)));
        assertTrue(UnlessAsked.details().contains("signatureKey"));
        for (var key :
                List.of("> -----BEGIN PGP PUBLIC KEY BLOCK-----", "{\"a\":\"-----BEGIN PGP PRIVATE KEY BLOCK-----")) {
            assertTrue(Texts.holdsKeys(key), key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"latitude", "upload_ip", "device_id", "camera_model", "latitudeE7", "geo", "ip", "masterKey"})
    void anExportWithTheNotesOfAPictureStays(String member) throws IOException {
        byte[] json = bytes("[{\"media\":{\"media_metadata\":{\"exif_data\":[{\"", member, "\":\"7\"}]}}}]");
        assertTrue(PlaceSearch.isIn(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "File,Location.Latitude,Notes\nx,40.4,\n",
                "\uFEFF\"file\";\"device_id\"\n\"x\";\"7\"\n",
                "Notes,bir\nDeviceID,7\n",
                "id\tcoordinates\n1\t40,49\n",
                "File Hash SHA256,Notes,Network,\nx,he came,Wifi,\n",
                "{\"Network\":\"Wifi\",\"File Hash SHA256\":\"x\"}",
                "{\"\\u006c\\u0061titude\":\"40.4\"}",
                "https://a.example/c 3 data/c.txt\nhttps://a.example/b?Signature=x - data/b.txt\n",
                "Contact-Email: leyla@example.az\nExternal-Description: x\n"
            })
    void aTableWithPlacesOrDevicesStays(String table) throws IOException {
        assertTrue(PlaceSearch.isIn(bytes(table)));
    }

    @Test
    void aTableOrChatWithoutThemLeaves() throws IOException {
        assertFalse(PlaceSearch.isIn(bytes("id,likes\n1,2\n")));
        assertFalse(PlaceSearch.isIn(bytes("Notes,bir\nDeviceID,\nHardware,\"\"\n")));
        assertFalse(PlaceSearch.isIn(bytes("12/11/2026, 21:14 - Rauf: device, ip\nlat, bu nədir\n")));
    }

    @Test
    void anExportOfSignalHoldsKeys() throws IOException {
        assertTrue(PlaceSearch.isIn(Files.readAllBytes(Path.of("src/test/resources/read/signal/main.jsonl"))));
    }

    @Test
    void whatSaysNothingOfItLeaves() throws IOException {
        for (var file : List.of(
                PLAIN,
                exif(gps(new Tables().bytes(0, bytes(2, 3, 0, 0)))
                        .number(0x0112, 6)
                        .text(0x0132, "2026:05:07 10:00:00")),
                xmp("other:state='1'"),
                xmp("exif:PixelXDimension='1170' exif:UserComment='Screenshot' photoshop:DateCreated='2026-05-06'"),
                png(chunk("tEXt", bytes("Comment\0salam")), chunk("iCCP", bytes("p\0\0", packed("colours")))),
                bytes(png(), "\n"),
                zip("shot.png", png()),
                bytes("From: murad@example.org\nTo: aysel@example.org\nSubject: x\n\nGəlirəm\n"),
                bytes("<html><body>Gəlirəm</body></html>"),
                bytes("{\"text\":\"latitude\"}"),
                bytes("05/11/2026, 20:41 - Murad: salam\n"),
                new byte[0])) {
            assertFalse(PlaceSearch.isIn(file));
        }
        assertEquals(true, PlaceSearch.isIn(PHOTOGRAPH));
    }
}
