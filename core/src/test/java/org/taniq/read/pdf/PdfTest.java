package org.taniq.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Unread;

/// PDFs of invented people.
final class PdfTest {
    private final Kept kept = new Kept();

    private Ledger read(byte[] pdf) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        return Reading.of("a.pdf", Bytes.of(pdf), _ -> kept).ledger();
    }

    private List<String> texts() {
        return kept.records.stream()
                .skip(1)
                .map(record -> record.object().text())
                .toList();
    }

    private List<String> details(int record) {
        return kept.records.get(record).details().stream()
                .map(detail -> detail.name() + " " + detail.value().canonical())
                .toList();
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static PDDocument of(RenderingMode mode, String... pages) throws IOException {
        var pdf = new PDDocument();
        PDType0Font font;
        try (var in = PdfTest.class.getResourceAsStream("/font/NotoSans-Regular.ttf")) {
            font = PDType0Font.load(pdf, in);
        }
        for (var words : pages) {
            pdf.addPage(new PDPage());
            try (var page = new PDPageContentStream(pdf, pdf.getPage(pdf.getNumberOfPages() - 1))) {
                page.beginText();
                page.setRenderingMode(mode);
                page.setFont(font, 12);
                page.showText(words);
                page.endText();
            }
        }
        return pdf;
    }

    private static byte[] letter() throws IOException {
        try (var pdf = of(RenderingMode.FILL, "Aygün şikayət edir", "", "Рауф угрожал")) {
            var info = pdf.getDocumentInformation();
            info.setTitle("Şikayət");
            info.setAuthor("Lalə");
            info.setProducer("Printer 1");
            info.setCustomMetadataValue("Company", "Murad MMC");
            var made = new GregorianCalendar(TimeZone.getTimeZone("GMT+4"));
            made.setTimeInMillis(Instant.parse("2026-05-06T03:08:09Z").toEpochMilli());
            info.setCreationDate(made);
            var note = new PDAnnotationText();
            note.setContents("Vüqar was here");
            pdf.getPage(2).setAnnotations(List.of(note));
            return saved(pdf);
        }
    }

    @Test
    void aPdfIsARecordOfItselfAndOneForEachPageWithWords() throws IOException {
        byte[] pdf = letter();
        var ledger = read(pdf);
        assertEquals("pdf", ledger.format());
        assertEquals(List.of("Aygün şikayət edir", "Рауф угрожал"), texts());
        assertEquals(
                List.of(Place.page(1), Place.page(3)),
                kept.records.stream().skip(1).map(Activity::place).toList());
        assertEquals(List.of("note \"Vüqar was here\""), details(2));
        assertEquals(
                List.of(
                        "author \"Lalə\"",
                        "made \"D:20260506070809+04'00'\"",
                        "noted {\"name\":\"Company\",\"value\":\"Murad MMC\"}",
                        "pages 3",
                        "producer \"Printer 1\"",
                        "title \"Şikayət\""),
                details(0).stream().sorted().toList());
        var whole = kept.records.getFirst();
        assertEquals("application/pdf", ((Thing.Media) whole.object()).mediaType());
        assertEquals(new Spot.Whole(pdf.length), whole.spot());
        assertEquals(
                new When.Exact("D:20260506070809+04'00'", Instant.parse("2026-05-06T03:08:09Z")), whole.published());
        assertEquals("Şikayət", whole.object().text());
        assertEquals(
                List.of("1 pages of the PDF hold no words: what they show, such as scans, was not read"),
                ledger.warningsInEnglish());
    }

    /// A time is shown also where names are withheld.
    @Test
    void ofATimeThatIsNoneNothingIsKeptAsTime() throws IOException {
        for (var written : List.of("Aysel, Nizami 5", "D:20261306070809", "D:20260506070809+04'00' Aysel")) {
            try (var pdf = of(RenderingMode.FILL, "Nigar")) {
                pdf.getDocumentInformation().getCOSObject().setString(COSName.CREATION_DATE, written);
                read(saved(pdf));
            }
            String source = kept.records.getFirst().published().source();
            assertEquals(written.contains("+04") ? "D:20260506070809+04'00'" : "", source);
            assertTrue(
                    details(0).contains("made \"" + written + "\""),
                    () -> details(0).toString());
        }
    }

    @Test
    void wordsThatNobodySeesAreWordsAndSaidToBeUnseen() throws IOException {
        try (var pdf = of(RenderingMode.NEITHER, "unseen Nigar")) {
            read(saved(pdf));
        }
        assertEquals(List.of("unseen Nigar"), texts());
        assertEquals(List.of("invisibleLetters 12"), details(1));
    }

    @Test
    void anEncryptedPdfIsARecordAndSaysSo() throws IOException {
        for (var reader : List.of("", "secret")) {
            try (var pdf = of(RenderingMode.FILL, "Aygün")) {
                pdf.protect(new StandardProtectionPolicy("owner", reader, new AccessPermission()));
                var ledger = read(saved(pdf));
                assertEquals(1, kept.records.size());
                assertEquals(
                        Unread.Reason.FILE_ENCRYPTED, kept.unread.getFirst().why());
                assertTrue(ledger.warningsInEnglish().getFirst().contains("encrypted"));
            }
        }
    }

    @Test
    void earlierVersionsAreSaidToBeThere() throws IOException {
        try (var pdf = Loader.loadPDF(letter())) {
            pdf.getDocumentInformation().setTitle("Other");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            var warnings = read(out.toByteArray()).warningsInEnglish();
            assertTrue(warnings.stream().anyMatch(each -> each.contains("earlier versions")), warnings::toString);
        }
    }

    /// A PDF with one stream of instructions.
    private static byte[] pdf(String filter, byte[] stream) {
        return pdf("/Contents 4 0 R", filter, stream);
    }

    private static byte[] pdf(String page, String filter, byte[] stream) {
        var out = new ByteArrayOutputStream();
        var places = new ArrayList<Integer>();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (var object : List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]" + page + ">>",
                "<</Length " + stream.length + filter + ">>\nstream\n")) {
            places.add(out.size());
            out.writeBytes((places.size() + " 0 obj\n" + object).getBytes(StandardCharsets.US_ASCII));
            if (object.endsWith("stream\n")) {
                out.writeBytes(stream);
                out.writeBytes("\nendstream".getBytes(StandardCharsets.US_ASCII));
            }
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        int table = out.size();
        out.writeBytes("xref\n0 5\n0000000000 65535 f \n".getBytes(StandardCharsets.US_ASCII));
        places.forEach(at -> out.writeBytes(
                String.format(Locale.ROOT, "%010d 00000 n \n", at).getBytes(StandardCharsets.US_ASCII)));
        out.writeBytes(("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "/Filter/FlateDecode,                  1",
        "/Filter/Fl#61teDecode,                1",
        "/F#69lter [/Fl],                      1",
        "/Filter[/LZWDecode/FlateDecode],      1",
        "/Subtype/Image/Filter/FlateDecode,    1",
        "/Filter[/ASCIIHexDecode/FlateDecode], 1",
    })
    void aPdfThatUnpacksToMoreThanFitsIsNotUnpacked(String filter, int records) throws IOException {
        byte[] much = packed(new byte[200 << 20]);
        byte[] stream = filter.contains("Hex")
                ? java.util.HexFormat.of().formatHex(much).getBytes(StandardCharsets.US_ASCII)
                : much;
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(pdf(filter, stream)));
        assertEquals(records, kept.records.size());
    }

    /// The same bytes twice packed; where the second packing is not seen, the first unpacks to little.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter[/FlateDecode/FlateDecode]/X(obj)",
                "/Filter[/FlateDecode/FlateDecode]/X(endstream endobj)",
                "/Filter[%]\n/FlateDecode/FlateDecode]",
                "/Filter %x\n[/FlateDecode/FlateDecode]",
                "/F %x\n[/FlateDecode/FlateDecode]",
                "/X(a\\)(b)\n/Filter[/FlateDecode/FlateDecode]/Y(c)",
            })
    void whatIsHiddenFromWhoeverCountsIsNotUnpacked(String filter) throws IOException {
        byte[] much = packed(packed(new byte[140 << 20]));
        var warnings = read(pdf(filter, much)).warningsInEnglish();
        assertTrue(
                warnings.getFirst().contains("packed in a way")
                        || warnings.getFirst().contains("unpacks to more"),
                warnings::toString);
    }

    /// A piece that is not packed holds the word that ends the stream.
    @Test
    void whatStandsBehindAnEndWithinTheDataIsCounted() throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] word = "\nendstream\n".getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(new byte[] {0x78, 1, 0, (byte) word.length, 0, (byte) ~word.length, -1});
        out.writeBytes(word);
        byte[] much = packed(new byte[200 << 20]);
        out.write(much, 2, much.length - 2);
        var warnings = read(pdf("/Filter/FlateDecode", out.toByteArray())).warningsInEnglish();
        assertTrue(warnings.getFirst().contains("unpacks to more"), warnings::toString);
    }

    @Test
    void whatHoldsObjectsIsNoPicture() throws IOException {
        byte[] much = packed(new byte[100 << 20]);
        String more = "/Type/ObjStm/N 1/First 4/Subtype/Image/Filter/FlateDecode";
        byte[] second = ("5 0 obj<<" + more + ">>stream\n").getBytes(StandardCharsets.US_ASCII);
        byte[] pdf = pdf(more, much);
        byte[] both = Arrays.copyOf(pdf, pdf.length + second.length + much.length);
        System.arraycopy(second, 0, both, pdf.length, second.length);
        System.arraycopy(much, 0, both, pdf.length + second.length, much.length);
        var warnings = read(both).warningsInEnglish();
        assertTrue(warnings.getFirst().contains("unpacks to more"), warnings::toString);
    }

    @Test
    void manySmallObjectsAreNotRead() throws IOException {
        byte[] many = "[]".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        assertTrue(read(pdf("/Filter/FlateDecode", packed(many)))
                .warningsInEnglish()
                .getFirst()
                .contains("more than 2000000 objects"));
        assertTrue(read(pdf("", many)).warningsInEnglish().getFirst().contains("more than 2000000 objects"));
    }

    @Test
    void anOrdinaryWayOfWritingIsRead() throws IOException {
        byte[] words = "BT /F 12 Tf 9 9 Td (Nigar) Tj ET".getBytes(StandardCharsets.US_ASCII);
        String font = "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
        for (var filter : List.of(
                "/Filter/FlateDecode/X(a \\( b)/Y<</Z[1 0 R<616263>(])]>>",
                "/Filter [ /FlateDecode ]\r\n/DecodeParms [ null ]",
                "%made by hand\n/Filter /FlateDecode\n")) {
            read(pdf(font, filter, packed(words)));
            assertEquals(List.of("Nigar"), texts(), filter);
        }
    }

    private static PDAnnotation stamp(PDDocument pdf, String instructions) throws IOException {
        var appearance = new PDAppearanceStream(pdf);
        appearance.setBBox(new PDRectangle(99, 99));
        appearance.setResources(new PDResources());
        appearance.getResources().put(COSName.F, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        try (var out = appearance.getCOSObject().createOutputStream()) {
            out.write(instructions.getBytes(StandardCharsets.US_ASCII));
        }
        var appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        var stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(99, 99));
        stamp.setAppearance(appearances);
        return stamp;
    }

    @Test
    void aPageWithoutContentsIsCountedAndWhatLiesOnItIsRead() throws IOException {
        try (var pdf = of(RenderingMode.FILL, "", "", "Leyla")) {
            for (int page : List.of(0, 1)) {
                pdf.getPage(page).getCOSObject().removeItem(COSName.CONTENTS);
            }
            pdf.getPage(1).setAnnotations(List.of(stamp(pdf, "BT /F 12 Tf 9 9 Td [(Ay)-20(sel)] TJ ET")));
            var ledger = read(saved(pdf));
            assertEquals(List.of("Aysel", "Leyla"), texts());
            assertEquals(
                    List.of(Place.page(2), Place.page(3)),
                    kept.records.stream().skip(1).map(Activity::place).toList());
            assertTrue(ledger.warningsInEnglish().getFirst().startsWith("1 pages of the PDF hold no words"));
        }
    }

    @Test
    void whatIsDrawnBeforeTheDamageIsRead() throws IOException {
        byte[] words = "BT /F 12 Tf 9 9 Td (Nigar) Tj ET /G 12 Tf (a) cm".getBytes(StandardCharsets.US_ASCII);
        String font = "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
                + "/G<</Type/Font/Subtype/Type0/DescendantFonts 1>>>>>>";
        read(pdf(font, "", words));
        assertEquals(List.of("Nigar"), texts());
        assertEquals(List.of("pageDamaged 1"), details(1));
    }

    @Test
    void aDamagedNoteTakesNoOtherWords() throws IOException {
        try (var pdf = of(RenderingMode.FILL, "Leyla")) {
            var broken = stamp(pdf, "BT /F 12 Tf 9 9 Td (Murad) Tj ET /G 12 Tf");
            var font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE0);
            broken.getAppearance()
                    .getNormalAppearance()
                    .getAppearanceStream()
                    .getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .setItem(COSName.G, font);
            pdf.getPage(0).setAnnotations(List.of(broken, stamp(pdf, "BT /F 12 Tf 9 9 Td (Aysel) Tj ET")));
            read(saved(pdf));
        }
        assertTrue(texts().getFirst().contains("Leyla"), texts()::toString);
        assertTrue(texts().getFirst().contains("Aysel"), texts()::toString);
    }

    @Test
    void aWayOfPackingThatStandsElsewhereIsNotFollowed() throws IOException {
        var warnings = read(pdf("/Filter 5 0 R", packed(new byte[100]))).warningsInEnglish();
        assertTrue(warnings.getFirst().contains("packed in a way"), warnings::toString);
    }

    @Test
    void aDamagedPdfIsStillARecordWithItsDigest() throws IOException {
        byte[] pdf = letter();
        for (int seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            byte[] damaged = Arrays.copyOf(pdf, seed % 2 == 0 ? pdf.length : 8 + random.nextInt(pdf.length - 8));
            for (int i = 0; i < seed % 9; i++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
            }
            read(damaged);
            var media = (Thing.Media) kept.records.getFirst().object();
            assertEquals(64, media.sha256().length());
        }
    }

    @Test
    void ofACutPdfNoMoreIsSaidThanThatItIsDamaged() throws IOException {
        byte[] pdf = letter();
        var ledger = read(Arrays.copyOf(pdf, 300));
        assertEquals(1, kept.records.size());
        assertEquals(Unread.Reason.BROKEN, kept.unread.getFirst().why());
        assertTrue(ledger.warningsInEnglish().getFirst().contains("damaged"), ledger.warningsInEnglish()::toString);
    }
}
