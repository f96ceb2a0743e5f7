package org.taniq.tell;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.pdf.PdfFile;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.TiffTables;
import org.taniq.tell.Texts.Unsearchable;

/// Looks for where and with which device pictures were taken in a PDF: photographs lie in it as they were made.
final class PlacesInPdf {
    private static final String EXIF = "Exif\0\0";
    private static final int LARGEST = 64 << 20;

    /// Photographs whose notes are looked at as they stand in the file.
    private static final int MOST_NOTES = 1000;
    /// Pictures that are kept as the files that they were.
    private static final List<String> FILES = List.of("DCTDecode", "DCT", "JPXDecode");

    private static final List<COSName> HOLDS_FILES =
            Stream.of("EF", "EmbeddedFiles").map(COSName::getPDFName).toList();

    private PlacesInPdf() {}

    /// @throws Unsearchable where it cannot be opened, or holds files
    static boolean areIn(byte[] file) throws Unsearchable {
        if (areAsTheyAre(file)) {
            return true;
        }
        if (PdfFile.isEncrypted(file)) {
            throw damaged();
        }
        try {
            PdfFile.refuseTooMuch(file);
        } catch (Trouble tooMuch) {
            throw new Unsearchable(tooMuch.said());
        }
        try (var pdf = PdfFile.open(file)) {
            return areIn(pdf);
        } catch (Unsearchable known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError damaged) { // hostile bytes in a foreign parser
            throw damaged();
        }
    }

    private static Unsearchable damaged() {
        return new Unsearchable(Said.of("it is locked with a password, or damaged"));
    }

    /// Also in what no page shows any more.
    private static boolean areAsTheyAre(byte[] file) throws Unsearchable {
        var octets = Octets.big(file);
        int hits = 0;
        for (int at = octets.next(EXIF, 0); at < file.length; at = octets.next(EXIF, at + 1)) {
            long from = at + (long) EXIF.length();
            hits++;
            if (hits > MOST_NOTES) {
                throw damaged();
            }
            if (TiffTables.begin(octets, from) && PlaceSearch.isInPicture(octets.part(from, from + (1 << 17)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean areIn(PDDocument pdf) throws IOException {
        var document = pdf.getDocument();
        for (var key : List.copyOf(document.getXrefTable().keySet())) {
            if (areIn(document.getObjectFromPool(key).getObject())) {
                return true;
            }
        }
        return false;
    }

    private static boolean areIn(COSBase object) throws IOException {
        if (object instanceof COSDictionary members && HOLDS_FILES.stream().anyMatch(members::containsKey)) {
            throw new Unsearchable(Said.of("it holds other files"));
        }
        if (!(object instanceof COSStream stream)) {
            return false;
        }
        if (COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))) {
            var notes = new Notes();
            XmpNotes.read(bytes(stream), notes);
            return notes.isPlaced();
        }
        boolean isFile =
                new PDStream(stream).getFilters().stream().map(COSName::getName).anyMatch(FILES::contains);
        return isFile && PlaceSearch.isInPicture(bytes(stream));
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (var in = new PDStream(stream).createInputStream(FILES)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unsearchable(Said.of("it is larger than {most} bytes", "most", LARGEST));
            }
            return bytes;
        }
    }
}
