package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taniq.tell.DossierPages.Exhibit;
import org.taniq.tell.DossierPages.Language;
import org.taniq.tell.DossierPages.Passage;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

final class DossierPdfTest {
    private static final Map<Language, byte[]> FULL = new EnumMap<>(Language.class);

    @BeforeAll
    static void verapdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("slow")
    void veraPdfAcceptsEveryLanguageAsPdfA3b(Language language) throws IOException, VeraPDFException {
        assertPdfA(full(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDossierWithoutExhibitsSaysSoAndIsPdfA3b(Language language) throws IOException, VeraPDFException {
        byte[] pdf = write(DossierSample.empty(language));
        assertPdfA(pdf);
        assertTrue(text(pdf).contains(DossierWords.of(language).say(Word.EXHIBITS_NONE)));
    }

    @Test
    void veraPdfRefusesWhatIsNoPdfA() throws IOException, VeraPDFException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        assertFalse(judge(out.toByteArray()).isCompliant());
    }

    @Test
    @Tag("slow")
    void threeHundredExhibitsAreAllThereAndTheIndexNamesTheirPages() throws IOException, VeraPDFException {
        byte[] pdf = write(DossierSample.pages(Language.EN, DossierSample.many(300)));
        assertPdfA(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            int pages = document.getNumberOfPages();
            stripper.setEndPage(12);
            String index = stripper.getText(document);
            for (int number : List.of(1, 7, 150, 299, 300)) {
                var row = Pattern.compile(String.format(Locale.ROOT, "(?m)^E%03d .* (\\d+)$", number))
                        .matcher(index);
                assertTrue(row.find(), "no row for E" + number);
                int page = Integer.parseInt(row.group(1));
                var one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                String found = one.getText(document);
                assertTrue(found.contains(String.format(Locale.ROOT, "E%03d", number)), found);
                assertTrue(found.contains("Page " + page + " of " + pages));
            }
        }
    }

    @Test
    @Tag("slow")
    void theSameDossierIsTheSameBytes() throws IOException {
        assertArrayEquals(full(Language.AZ), write(DossierSample.full(Language.AZ)));
    }

    @Test
    void metadataAreNeutralAndNothingIsAttachedOrRuns() throws IOException {
        byte[] pdf = full(Language.EN);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var info = document.getDocumentInformation();
            assertEquals(Set.of("Title"), info.getMetadataKeys());
            assertEquals("Dossier of evidence", info.getTitle());
            var catalog = document.getDocumentCatalog();
            assertEquals("en", catalog.getLanguage());
            assertNull(catalog.getNames());
            assertNull(catalog.getOpenAction());
            String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertFalse(
                    xmp.contains("Date")
                            || xmp.contains("Creator")
                            || xmp.contains("Producer")
                            || xmp.contains("Nigar"),
                    xmp);
        }
    }

    @Test
    void textsOfTheEvidenceAreDrawnAndNeverInterpreted() throws IOException {
        String text = text(full(Language.EN));
        assertTrue(text.contains("<script>alert('x')</script> <b>bold</b> &amp; ${7*7} ]]> (Tj) \\ BT /F0"), text);
        assertTrue(text.contains(DossierSample.THREAT));
        assertTrue(text.contains(DossierSample.GEORGIAN));
        assertTrue(text.contains(DossierSample.RUSSIAN));
    }

    @Test
    void whatCannotBeSeenIsShownByItsNumber() throws IOException {
        String text = text(full(Language.EN));
        for (var number : List.of(
                "[U+200B]", "[U+202E]", "[U+0007]", "[U+2066]", "[U+2069]", "[U+12000]", "[U+6F22]", "[U+E0041]")) {
            assertTrue(text.contains(number), number);
        }
    }

    @Test
    void aWordOfFourThousandLettersIsBrokenAndWhole() throws IOException {
        String text = text(full(Language.EN));
        long letters = text.lines()
                .filter(line -> line.matches("[aə]+"))
                .mapToLong(String::length)
                .sum();
        assertEquals(4000, letters);
    }

    @Test
    @Tag("slow")
    void nothingIsDrawnBeyondTheMargins() throws IOException {
        try (PDDocument document = Loader.loadPDF(full(Language.AZ))) {
            var stray = new ArrayList<String>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    if (at.getX() < Sheet.LEFT - 1 || at.getX() + at.getWidth() > Sheet.LEFT + Sheet.TEXT_WIDTH + 4) {
                        stray.add(at.getUnicode() + " at " + at.getX() + " on page " + getCurrentPageNo());
                    }
                }
            }.getText(document);
            assertEquals(List.of(), stray);
        }
    }

    @Test
    void aWithheldPassageIsTheSameBoxWhereverItStands() throws IOException {
        try (PDDocument document = new PDDocument()) {
            var scribe = new Scribe(new Fonts(document), DossierWords.of(Language.EN));
            var boxes = scribe.atoms(DossierSample.withheldName(), Blocks.QUOTE).stream()
                    .filter(Atom.Box.class::isInstance)
                    .toList();
            assertEquals(2, boxes.size());
            assertEquals(boxes.getFirst(), boxes.getLast());
        }
    }

    @Test
    void aPictureThatCannotBeDecodedIsSaidToBeSo() throws IOException {
        assertTrue(text(full(Language.EN)).contains("This picture cannot be drawn here."));
    }

    @Test
    void aTallScreenshotIsCutIntoPartsThatCanBeRead() throws IOException {
        assertTrue(text(full(Language.EN)).contains("Part 5 of 5, from top to bottom"));
    }

    @Test
    void arabicIsJoined() {
        assertEquals("\uFEB3\uFEFC\uFEE1", new ArabicForms().join("سلام"));
        assertEquals("abc 12", new ArabicForms().join("abc 12"));
    }

    @Test
    @Tag("slow")
    void everyPageCarriesTheLog() throws IOException {
        try (PDDocument document = Loader.loadPDF(full(Language.RU))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                for (var part : List.of(
                        "taniq/5e1b08d2c94f4a7793bb16a0d7e2c455", "1894", DossierSample.HASH, DossierSample.KEY)) {
                    assertTrue(text.contains(part), "page " + page + " lacks " + part);
                }
            }
        }
    }

    @Test
    void aPassageBeyondAllMeasureIsCutAndSaysSo() throws IOException {
        var huge = new ArrayList<Exhibit>(DossierSample.many(1));
        huge.set(0, DossierSample.exhibit(1, Passage.of("Gəl. ".repeat(20_000)), List.of(), List.of()));
        assertTrue(text(write(DossierSample.pages(Language.EN, huge)))
                .contains("[Here 40000 more characters are not printed."));
    }

    @Test
    void aMessageOfLineEndsDoesNotFillTheDossier() throws IOException {
        var lines = List.of(DossierSample.exhibit(1, Passage.of("a\n".repeat(1_000_000)), List.of(), List.of()));
        try (PDDocument document = Loader.loadPDF(write(DossierSample.pages(Language.EN, lines)))) {
            assertTrue(document.getNumberOfPages() < 50, "pages: " + document.getNumberOfPages());
        }
    }

    @Test
    void anotherLogGivesAnotherIdentifier() throws IOException {
        assertNotEquals(id(write(DossierSample.empty(Language.EN))), id(full(Language.EN)));
    }

    private static String id(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocument().getDocumentID().toString();
        }
    }

    /// Written once: that another time gives the same bytes is a test of its own.
    private static byte[] full(Language language) throws IOException {
        byte[] written = FULL.get(language);
        if (written == null) {
            written = write(DossierSample.full(language));
            FULL.put(language, written);
        }
        return written;
    }

    private static byte[] write(DossierPages pages) throws IOException {
        var out = new ByteArrayOutputStream();
        DossierPdf.write(pages, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void assertPdfA(byte[] pdf) throws IOException, VeraPDFException {
        var result = judge(pdf);
        assertTrue(result.isCompliant(), () -> String.valueOf(result.getTestAssertions()));
        assertTrue(result.getTotalAssertions() > 1000, "veraPDF looked at too little: " + result.getTotalAssertions());
    }

    private static ValidationResult judge(byte[] pdf) throws IOException, VeraPDFException {
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_B, false)) {
            return validator.validate(parser);
        }
    }
}
