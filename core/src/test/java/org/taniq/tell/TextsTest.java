package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.tell.Texts.Unsearchable;

/// Files in which a withheld name stands so that its bytes do not. The people are invented.
final class TextsTest {
    private static final String NAME = "Наргиз";
    private static final NameSearch SEARCH =
            new NameSearch(new Withholding(Set.of(), Set.of(NAME, "Gülnarə", "Əli"), Map.of()));

    private static boolean hold(byte[] file) throws IOException {
        return Texts.hold(file, SEARCH);
    }

    private static boolean hold(String file) throws IOException {
        return hold(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] file, String why) {
        var refused = assertThrows(Unsearchable.class, () -> hold(file));
        assertTrue(refused.said().toString().contains(why), refused.said().toString());
    }

    private static void assertRefused(String file, String why) {
        assertRefused(file.getBytes(StandardCharsets.UTF_8), why);
    }

    private static String units(String text) {
        var units = new StringBuilder();
        text.chars().forEach(unit -> units.append(String.format(java.util.Locale.ROOT, "\\u%04x", unit)));
        return units.toString();
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void inJsonANameIsFoundHoweverItsLettersAreWritten() throws IOException {
        assertTrue(hold("{\"sender\":\"" + units(NAME) + "\"}"));
        assertTrue(hold("{\"" + units(NAME) + "\":1}"), "in the name of a member");
        assertTrue(hold("{\"sender\":\"" + units(latin(NAME)) + "\"}"), "as Facebook and Instagram write it");
        assertTrue(hold("{\"text\":[\"Gül\",{\"bold\":\"narə\"}]}"), "over two strings");
        assertTrue(hold("{\"text\":\"" + base64("salam " + NAME) + "\"}"));
        assertFalse(hold("{\"sender\":\"" + units("Вугар") + "\",\"n\":[1,true,null]}"));
    }

    @Test
    void whatIsNotJsonAsItIsReadHereStays() {
        assertRefused("{\"longitude\":49.86,\"text\":\"salam\"}", "not JSON");
        assertRefused("{\"text\":\"salam", "not JSON");
        assertRefused("{\"a\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1), "not all of it is text");
    }

    @Test
    void inPlainTextANameIsFoundHoweverItsLettersAreWritten() throws IOException {
        assertTrue(hold("window.part0 = [ \"" + units(NAME) + "\" ]"));
        assertTrue(hold("bax: &#1053;&#1072;&#1088;&#1075;&#1080;&#1079;"));
        assertTrue(hold("bax: &#x41D;&#x430;&#x440;&#x433;&#x438;&#x437;"));
        assertTrue(hold("bax: G&uuml;lnar&#601;"));
        assertTrue(hold("https://example.org/" + java.net.URLEncoder.encode(NAME, StandardCharsets.UTF_8)));
        assertTrue(hold("Subject: =?utf-8?B?" + base64(NAME) + "?="));
        assertTrue(hold("salam =D0=9D=D0=B0=D1=80=\r\n=D0=B3=D0=B8=D0=B7 salam"));
        assertTrue(hold(latin(NAME)));
        assertTrue(hold("salam\n"
                + base64("salam, necəsən, hamısı yaxşıdır? " + NAME + " də salam deyir, gözləyirəm")
                        .replaceAll("(.{20})", "$1\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "IBM866"})
    void inPlainTextANameIsFoundInEveryEncoding(String encoding) throws IOException {
        assertTrue(hold(("Это " + NAME + ", да").getBytes(Charset.forName(encoding))));
        assertFalse(hold("Это Вугар, да".getBytes(Charset.forName(encoding))));
    }

    @Test
    void utf16IsReadWithItsMarkAndStaysWithout() throws IOException {
        assertTrue(hold(("\uFEFF" + NAME).getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(hold(("\uFEFF" + NAME).getBytes(StandardCharsets.UTF_16BE)));
        assertFalse(hold("\uFEFFsalam".getBytes(StandardCharsets.UTF_16LE)));
        assertRefused(NAME.getBytes(StandardCharsets.UTF_16LE), "only a part");
        byte[] later = ("a".repeat(9000) + "G\0ü\0l\0n\0a\0r\0ə\0").getBytes(StandardCharsets.UTF_8);
        assertRefused(later, "not all of it is text");
    }

    @Test
    void aTextWithoutTheNameLeaves() throws IOException {
        assertFalse(hold(""));
        assertFalse(hold("05/11/2026, 20:41 - Vüqar: salam, bal idi https://example.org/%D1%8F?a=b\n".repeat(3000)));
        assertFalse(hold("Sayın Vüqar".getBytes(Charset.forName("windows-1254"))));
    }

    @Test
    void whatCanHoldANameInCodeStays() throws IOException {
        assertRefused("From: a@example.org\nDate: x\nSubject: x\n\n" + base64(NAME), "message/rfc822");
        assertRefused("<html><p>&#1053;&#1072;", "text/html");
        assertRefused("<p>Нар<b>гиз</b></p><div>salam</div>", "text/html");
        assertRefused("{\\rtf1 \\'cd\\'e0\\'f0\\'e3\\'e8\\'e7}", "application/rtf");
        assertRefused("<?xml version='1.0'?><a>&#1053;</a>", "application/xml");
        assertRefused("<svg><text>&#1053;</text></svg>", "image/svg+xml");
        assertRefused("BEGIN:VCARD\nFN:x\n", "text/vcard");
        assertRefused("SQLite format 3\0", "application/vnd.sqlite3");
        assertRefused(new byte[] {1, 2, 3, 0, 5}, "application/octet-stream");
        assertTrue(Texts.isPacked("Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(Texts.isPacked("7z\u00BC\u00AF'\u001C".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(Texts.isPacked(gzip(NAME)));
    }

    @Test
    void whatIsWrittenBesideAPictureIsReadAndChanceIsNoName() throws IOException {
        var picture = new ByteArrayOutputStream();
        picture.write(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        var random = new byte[3_000_000];
        new java.util.Random(1).nextBytes(random);
        picture.write(random);
        assertFalse(hold(picture.toByteArray()), "Əli is not in three million bytes of chance");
        var behind = new ByteArrayOutputStream();
        picture.writeTo(behind);
        behind.write("\0\0<x:creator>Gülnarə</x:creator>".getBytes(StandardCharsets.UTF_8));
        assertTrue(hold(behind.toByteArray()));
        picture.write(("\0" + NAME + " " + NAME + "\0").getBytes(Charset.forName("windows-1251")));
        assertTrue(hold(picture.toByteArray()));
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /// Fills a new PDF.
    @FunctionalInterface
    private interface Fill {
        void in(PDDocument pdf) throws IOException;
    }

    private static byte[] pdf(Fill fill) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            fill.in(pdf);
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static void write(PDDocument pdf, String text) throws IOException {
        try (var font = TextsTest.class.getResourceAsStream("/font/NotoSans-Regular.ttf");
                var page = new PDPageContentStream(pdf, pdf.getPage(0))) {
            page.beginText();
            page.setFont(PDType0Font.load(pdf, font), 12);
            page.showText(text);
            page.endText();
        }
    }

    private static byte[] later(String before, byte[] pdf) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(pdf);
        return out.toByteArray();
    }

    @Test
    void inAPdfANameIsFoundOnItsPagesAlsoWhereItBeginsLate() throws IOException {
        byte[] named = pdf(pdf -> write(pdf, "Это " + NAME));
        assertTrue(hold(named));
        assertTrue(hold(later("\n\n", named)));
        assertTrue(hold(later("x".repeat(1000), named)));
        assertFalse(hold(later("\n\n", pdf(pdf -> write(pdf, "Это Вугар")))));
    }

    @Test
    void inAPdfANameIsFoundInTitlesNotesFormsAndMetadata() throws IOException {
        assertTrue(hold(pdf(pdf -> pdf.getDocumentInformation().setAuthor(NAME))));
        assertTrue(hold(pdf(pdf -> {
            var note = new PDAnnotationText();
            note.setContents(NAME);
            pdf.getPage(0).getAnnotations().add(note);
            pdf.getPage(0).setAnnotations(java.util.List.of(note));
        })));
        assertTrue(hold(pdf(pdf -> {
            var metadata = new PDMetadata(pdf);
            metadata.importXMPMetadata(
                    "<x>&#1053;&#1072;&#1088;&#1075;&#1080;&#1079;</x>".getBytes(StandardCharsets.UTF_8));
            pdf.getDocumentCatalog().setMetadata(metadata);
        })));
    }

    @Test
    void aPdfThatHoldsFilesStays() throws IOException {
        assertRefused(
                pdf(pdf -> {
                    var file = new PDComplexFileSpecification();
                    file.setEmbeddedFile(new PDEmbeddedFile(pdf));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("a", file));
                    var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    pdf.getDocumentCatalog().setNames(names);
                }),
                "other files");
    }

    @Test
    void aPdfThatIsLockedOrDamagedStays() throws IOException {
        assertRefused("%PDF-1.4 and nothing else", "locked with a password, or damaged");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            assertRefused(saved(pdf), "locked with a password, or damaged");
        }
    }

    @Test
    void aPdfWithEarlierVersionsOfItselfStays() throws IOException {
        byte[] first = pdf(pdf -> write(pdf, "Это " + NAME));
        try (var pdf = Loader.loadPDF(first)) {
            pdf.getPage(0).getCOSObject().removeItem(COSName.CONTENTS);
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            assertRefused(out.toByteArray(), "earlier versions");
        }
    }

    @Test
    void aPdfWhoseLettersHaveNoMeaningStays() {
        assertRefused("""
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F
                <</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65/g1/g2/g3]>>>>>>>>>>endobj
                4 0 obj<</Length 31>>stream
                BT /F 12 Tf 9 9 Td (ABC) Tj ET
                endstream endobj
                trailer<</Root 1 0 R>>
                """, "letters");
    }

    @Test
    void thePdfsOfTheSampleCaseCanBeRead() throws IOException {
        var search = new NameSearch(new Withholding(Set.of(), Set.of(NAME, "Gülnarə"), Map.of()));
        for (var name : java.util.List.of("answer-2026-11-17.pdf", "complaint-2026-11-10.pdf")) {
            byte[] pdf = java.nio.file.Files.readAllBytes(
                    org.taniq.NotRun.root().resolve("samples/case").resolve(name));
            assertFalse(Texts.hold(pdf, search), name);
        }
    }
}
