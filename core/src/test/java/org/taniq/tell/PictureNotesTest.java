package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.NotRun;
import org.taniq.tell.Texts.Unsearchable;

/// A withheld name that stands beside what a picture shows. The people are invented.
final class PictureNotesTest {
    private static final String NAME = "Aysel";

    private static NameSearch search(String... names) {
        return new NameSearch(new Withholding(Set.of(), Set.of(names), Map.of()));
    }

    private static void assertFound(byte[] picture) throws IOException {
        assertFound(NAME, picture);
    }

    private static void assertFound(String name, byte[] picture) throws IOException {
        assertTrue(Texts.hold(picture, search(name)), name);
        assertFalse(Texts.hold(picture, search("Vüqar")));
    }

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            switch (part) {
                case Integer one -> out.write(one);
                case byte[] bytes -> out.writeBytes(bytes);
                case String text -> out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                default -> throw new IllegalArgumentException();
            }
        }
        return out.toByteArray();
    }

    private static byte[] big(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] png(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(bytes(type, data));
        return bytes(
                HexFormat.of().parseHex("89504e470d0a1a0a"),
                big(data.length),
                type,
                data,
                big((int) crc.getValue()),
                HexFormat.of().parseHex("0000000049454e44ae426082"));
    }

    private static byte[] packed(String text) throws IOException {
        return packed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(text);
        }
        return out.toByteArray();
    }

    private static byte[] segment(int marker, Object... parts) {
        byte[] data = bytes(parts);
        return bytes(0xFF, marker, (data.length + 2) >> 8, (data.length + 2) & 0xFF, data);
    }

    private static byte[] jpeg(byte[]... segments) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8));
        List.of(segments).forEach(out::writeBytes);
        out.writeBytes(bytes(0xFF, 0xD9));
        return out.toByteArray();
    }

    /// A table of one field, whose value stands behind it.
    private static byte[] exif(int tag, int type, byte[] value) {
        var table = ByteBuffer.allocate(26 + value.length).order(ByteOrder.LITTLE_ENDIAN);
        table.put(bytes("II*", 0)).putInt(8).putShort((short) 1);
        table.putShort((short) tag).putShort((short) type).putInt(value.length).putInt(26);
        return table.putInt(0).put(value).array();
    }

    private static String xmp(String creator) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator><rdf:li>" + creator
                + "</rdf:li></dc:creator></x:xmpmeta>";
    }

    private static byte[] jpegXmp(String creator) {
        return jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/", 0, xmp(creator)));
    }

    @Test
    void theTextsOfAPngAreReadPackedOrNot() throws IOException {
        assertFound(png("tEXt", bytes("Author", 0, NAME)));
        assertFound(png("tEXt", bytes(NAME, 0, "x")));
        assertFound("Gülşen", png("tEXt", bytes("Author", 0, "Gülşen".getBytes(Charset.forName("windows-1254")))));
        assertFound(png("zTXt", bytes("Author", 0, 0, packed("Aysel Məmmədova"))));
        assertFound(png("iTXt", bytes("Author", 0, 1, 0, 0, 0, packed("Aysel Məmmədova"))));
        assertFound("李明", png("iTXt", bytes("Author", 0, 0, 0, "zh", 0, "作者", 0, "李明")));
        assertFound("Əli", png("iTXt", bytes("XML:com.adobe.xmp", 0, 0, 0, 0, 0, xmp("Əli"))));
        assertFound(png("eXIf", exif(0xA430, 2, bytes(NAME, 0))));
        assertFound(png("iCCP", bytes("ICC", 0, 0, packed("\0\0\0Aysel\0\0"))));
        String hex = HexFormat.of()
                .formatHex(bytes("Exif", 0, 0, exif(0x9C9D, 1, NAME.getBytes(StandardCharsets.UTF_16LE))));
        assertFound(png("zTXt", bytes("Raw profile type exif", 0, 0, packed("\nexif\n      48\n" + hex + "\n"))));
    }

    @Test
    void aNoteThatCannotBeUnpackedKeepsThePictureBack() {
        byte[] picture = png("zTXt", bytes("Author", 0, 0, "no bytes that are packed"));
        assertThrows(Unsearchable.class, () -> Texts.hold(picture, search(NAME)));
    }

    @Test
    @Tag("slow")
    void aNoteThatUnpacksWithoutEndKeepsThePictureBack() throws IOException {
        byte[] picture = png("zTXt", bytes("Author", 0, 0, packed(new byte[100 << 20])));
        assertThrows(Unsearchable.class, () -> Texts.hold(picture, search(NAME)));
    }

    /// A table of fields that all name the same bytes: further tables, or what a camera keeps for itself.
    @ParameterizedTest
    @ValueSource(strings = {"8825 0004", "927c 0007"})
    void fieldsThatAllNameTheWholeFileKeepThePictureBack(String field) {
        String fields = (field.replace(" ", "") + "00ffffff" + "00000000").repeat(20_000);
        byte[] tiff = HexFormat.of().parseHex("4d4d002a00000008" + "4e20" + fields + "00000000");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThrows(Unsearchable.class, () -> Texts.hold(tiff, search(NAME))));
    }

    @Test
    void theCommentsOfAJpegAreRead() throws IOException {
        assertFound(jpeg(segment(0xFE, NAME)));
        assertFound("Əli", jpeg(segment(0xFE, "Əlinin şəkli")));
        byte[] pixels = segment(0xDA, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56);
        assertFound(jpeg(pixels, segment(0xFE, NAME)));
        assertFound(bytes(jpeg(pixels), "and behind it", jpeg(segment(0xFE, NAME))));
        assertFound(jpeg(segment(0xEC, "Ducky", 0, 2, 0, 14, 0, 0, 0, 5, NAME.getBytes(StandardCharsets.UTF_16BE))));
    }

    @Test
    void whatAnAgencyNotesInAJpegIsRead() throws IOException {
        byte[] byline = bytes(0x1C, 2, 0x50, 0, 5, NAME, 0x1C, 2, 5, 0, 3, "abc");
        byte[] resource = bytes("8BIM", 4, 4, 0, 0, big(byline.length), byline);
        assertFound(jpeg(segment(0xED, "Photoshop 3.0", 0, resource)));
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x83BB, 7, byline))));
    }

    @Test
    void whatACameraNotesIsRead() throws IOException {
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x013B, 2, bytes(NAME, 0)))));
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x9286, 7, bytes("ASCII", 0, 0, 0, NAME)))));
        byte[] comment = bytes("UNICODE", 0, NAME.getBytes(StandardCharsets.UTF_16BE));
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x9286, 7, comment))));
        byte[] author = NAME.getBytes(StandardCharsets.UTF_16LE);
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x9C9D, 1, author))));
        byte[] small = exif(0x0201, 4, jpeg(segment(0xFE, NAME)));
        assertFound(jpeg(segment(0xE1, "Exif", 0, 0, small)));
        assertFound(bytes("RIFF", big(0), "WEBP", "EXIF", 31, 0, 0, 0, exif(0x013B, 2, bytes(NAME))));
        assertFound(bytes(big(24), "ftypheic", big(0), "mdat....Exif", 0, 0, exif(0x013B, 2, bytes(NAME, 7))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aysel", "김민수영", "🌹🌹", "李明", "ნინო", "Əli", "👩🏽"})
    void inXmpANameOfAnyScriptIsFound(String name) throws IOException {
        assertFound(name, jpegXmp(name));
        assertFound(
                name,
                bytes(
                        "RIFF",
                        big(0),
                        "WEBP",
                        "XMP ",
                        xmp(name).getBytes(StandardCharsets.UTF_8).length,
                        0,
                        0,
                        0,
                        xmp(name)));
        String small = Base64.getEncoder().encodeToString(bytes(jpeg(segment(0xFE, name)), new byte[600]));
        assertFound(name, jpegXmp(small.replaceAll("(.{76})", "$1&#xA;")));
    }

    @Test
    void whatIsNotedInAGifIsRead() throws IOException {
        byte[] head = bytes("GIF89a", 1, 0, 1, 0, 0x80, 0, 0, new byte[6]);
        assertFound(bytes(head, "!", 0xFE, 3, "Ays", 2, "el", 0, ";"));
        byte[] trailer = new byte[256];
        for (int i = 0; i < 255; i++) {
            trailer[i] = (byte) (255 - i);
        }
        assertFound(
                "Əli",
                bytes(
                        head,
                        ",",
                        new byte[9],
                        2,
                        2,
                        0x4C,
                        1,
                        0,
                        "!",
                        0xFF,
                        11,
                        "XMP DataXMP",
                        xmp("Əli"),
                        1,
                        trailer,
                        0,
                        ";"));
    }

    @Test
    void aTextThatBeginsAsAPictureDoesIsReadAsAText() throws IOException {
        assertFound("Əli", bytes("BMW 10-AA-123\nəlinin maşını\n"));
        assertFound("Əli", bytes("GIF89a şəkli\nə l i gəlir\n"));
    }

    @Test
    void wordsOfProgramsAreNoNames() throws IOException {
        var names = search("Əli", "Sam", "Can");
        assertFalse(
                Texts.hold(jpeg(segment(0xFE, "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n")), names));
        assertFalse(Texts.hold(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x010F, 2, bytes("SAMSUNG", 0)))), names));
        assertFalse(Texts.hold(jpeg(segment(0xE1, "Exif", 0, 0, exif(0x0110, 2, bytes("Canon EOS", 0)))), names));
    }

    @Test
    @Tag("slow")
    void chanceIsNoName() throws IOException {
        var names = search("Əli", "Aysel", "Sevinc Nur", "李明", "🌹🌹", "+994 50 555 01 47");
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            assertFalse(Texts.hold(noise(random, i % 2 == 0 ? "png" : "jpg"), names), "picture " + i);
        }
    }

    private static byte[] noise(Random random, String format) throws IOException {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    @Test
    void thePicturesOfTheSampleCaseHoldNoName() throws IOException {
        var names = search("Əli", "Aysel", "Sevinc Nur", "李明", "🌹🌹");
        try (var files = Files.walk(NotRun.root().resolve("samples/case"))) {
            for (var file : files.filter(each -> each.toString().matches(".*\\.(png|jpe?g|gif|webp)"))
                    .toList()) {
                assertFalse(Texts.hold(Files.readAllBytes(file), names), file.toString());
            }
        }
    }
}
