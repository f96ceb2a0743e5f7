package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.tell.Searched.NAME;
import static org.taniq.tell.Searched.assertRefused;
import static org.taniq.tell.Searched.hold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// PDFs in which a withheld name stands so that its bytes do not. The people are invented.
final class PdfTextTest {
    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
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
        try (var font = PdfTextTest.class.getResourceAsStream("/font/NotoSans-Regular.ttf");
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
    void aPdfThatUnpacksToMoreThanFitsStays() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
            deflater.write(new byte[129 << 20]);
        }
        String stream = packed.toString(StandardCharsets.ISO_8859_1);
        assertRefused(
                plainPdf(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[]/Count 0>>",
                        stream("/Filter/FlateDecode", stream)),
                "more than 128 MiB");
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

    /// Objects from the first on; the third is the page, or each of them.
    private static byte[] plainPdf(String... objects) {
        var out = new StringBuilder("%PDF-1.4\n");
        for (int i = 0; i < objects.length; i++) {
            out.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        return bytes(out + "trailer<</Root 1 0 R>>\n");
    }

    private static String stream(String members, String instructions) {
        return "<<" + members + "/Length " + instructions.length() + ">>stream\n" + instructions + "\nendstream ";
    }

    @Test
    void aNameIsFoundInWhatLiesOnAPageWithoutContents() throws IOException {
        String draws = "BT /F 12 Tf 9 9 Td [(Gul)-20(nar)-10(e)] TJ ET";
        String font = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
        byte[] stamped = plainPdf(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Annots[4 0 R]>>",
                "<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 5 0 R>>>>",
                stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]" + font, draws));
        assertTrue(hold(stamped));
        assertFalse(hold(new String(stamped, StandardCharsets.ISO_8859_1)
                .replace("(Gul)", "(Mur)")
                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aNameIsFoundInWhatNoPageDraws() throws IOException {
        for (var draws :
                List.of("[(Gul)-20(nar)-10(e)] TJ", "[(G\\165l)-20 (n\\141)1(re)]TJ", "(a[) Tj [(Gu)1(lnare)]TJ")) {
            byte[] unused = plainPdf(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
                    stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]", "BT " + draws + " ET"));
            assertTrue(hold(unused), draws);
        }
        assertEquals("Gulnare\n\n", KernedWords.of(bytes("[(Gul)2(na)3(re)] TJ (never) Tj [1 2] d (")));
    }

    private static byte[] nested(int levels) {
        var objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
                stream("", "/X Do")));
        String form = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]";
        for (int level = 1; level < levels; level++) {
            String next = "/Resources<</XObject<</X " + (5 + level) + " 0 R>>>>";
            objects.add(stream(form + next, "/X Do ".repeat(10)));
        }
        objects.add(stream(form, "BT ET"));
        return plainPdf(objects.toArray(String[]::new));
    }

    @Test
    @Timeout(120)
    @Tag("slow")
    void aPdfThatDrawsWithoutEndStays() throws IOException {
        assertFalse(hold(nested(3)));
        assertRefused(nested(13), "draws more");
    }

    @Test
    @Tag("slow")
    @Timeout(120)
    void aPdfWhosePagesShareOneLongContentStays() throws IOException {
        String[] pages = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[" + "3 0 R ".repeat(5_000) + "]/Count 5000>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
            stream("", "q Q ".repeat(20))
        };
        assertFalse(hold(plainPdf(pages)));
        pages[3] = stream("", "1 ".repeat(1_000_000));
        assertRefused(plainPdf(pages), "draws more");
    }

    @Test
    @Tag("slow")
    @Timeout(120)
    void aPageOfLettersWithoutEndStays() {
        assertRefused(
                plainPdf(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F"
                                + "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                        stream("", "BT /F 12 Tf (" + "salam ".repeat(100_000) + ") Tj ET")),
                "draws more");
    }

    /// The library leaves out an object of which it cannot read all, and other programs may read it.
    @Test
    void aPdfWithAnObjectThatCannotBeReadStays() {
        String sound = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
                3 0 obj[NESTED]endobj
                trailer<</Root 1 0 R>>
                """;
        assertDoesNotThrow(() -> assertFalse(hold(sound.replace("NESTED", "[".repeat(100) + "]".repeat(100)))));
        assertRefused(sound.replace("NESTED", "[".repeat(100_000) + "]".repeat(100_000)), "damaged");
    }

    @Test
    void aPdfWithAnObjectThatItsTableDoesNotNameStays() throws IOException {
        assertFalse(hold(pdf(pdf -> write(pdf, "Это Вугар"))));
        var out = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(out, CompressParameters.NO_COMPRESSION);
        }
        String sound = out.toString(StandardCharsets.ISO_8859_1);
        assertFalse(hold(bytes(sound)));
        String hidden = "99 0 obj (x) endobj\n";
        int table = sound.indexOf("\nxref\n") + 1;
        String more = sound.substring(0, table) + hidden + sound.substring(table);
        String moved = "startxref\n" + (table + hidden.length());
        assertRefused(bytes(more.replaceFirst("startxref\n[0-9]+", moved)), "belong to nothing");
        assertRefused(bytes(sound.replace("\nxref\n", "\n1 0 obj (x) endobj\nxref\n")), "belong to nothing");
    }

    /// Where the table is not where it should be, the objects of a stream of objects are in none.
    @Test
    void inAPdfThatBeginsLateANameIsFoundAlsoInObjectsThatNoTableNames() throws IOException {
        byte[] author = pdf(pdf -> {
            var kept = new COSDictionary();
            kept.setString("Kept", NAME);
            pdf.getDocumentCatalog().getCOSObject().setItem("Kept", new COSObject(kept));
        });
        assertTrue(hold(author));
        assertTrue(hold(later("\n\n", author)));
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
