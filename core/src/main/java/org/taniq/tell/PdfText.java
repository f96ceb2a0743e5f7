package org.taniq.tell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.taniq.base.Said;
import org.taniq.tell.Texts.Unsearchable;

/// Looks for a name in a PDF: in what its pages and the notes on them show, in every word of its objects
/// (titles, bookmarks, forms, metadata), and in what is packed in it. One that could hold more is refused.
/// What only a picture in it shows is not found.
final class PdfText {
    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /// Programs that show PDFs look for the beginning so far.
    private static final int LATEST = 1024;
    private static final Pattern VERSION = Pattern.compile("startxref");
    private static final Pattern LINEARIZED = Pattern.compile("/Linearized");
    private static final long MOST_UNPACKED = 256L << 20;
    /// What holds files, or a form that is laid out by another program.
    private static final List<COSName> HOLDS_FILES = Stream.of("EF", "EmbeddedFiles", "XFA", "RichMediaContent")
            .map(COSName::getPDFName)
            .toList();

    /// Pictures, and fonts.
    private static final Set<String> DRAWN = Set.of("Image", "Type1C", "CIDFontType0C", "OpenType");

    static {
        FontMappers.set(new OneFont());
    }

    private final PDDocument pdf;
    private final NameSearch names;
    private long unpacked;

    private PdfText(PDDocument pdf, NameSearch names) {
        this.pdf = pdf;
        this.names = names;
    }

    static boolean isPdf(byte[] file) {
        for (int at = 0; at <= Math.min(LATEST, file.length) - BEGINNING.length; at++) {
            if (Arrays.equals(file, at, at + BEGINNING.length, BEGINNING, 0, BEGINNING.length)) {
                return true;
            }
        }
        return false;
    }

    /// @throws Unsearchable where not all of it can be read
    static boolean holds(byte[] file, NameSearch names) throws Unsearchable {
        refuseEarlierVersions(file);
        try (var pdf = Loader.loadPDF(file)) {
            return new PdfText(pdf, names).holds();
        } catch (Unsearchable known) {
            throw known;
        } catch (IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | ClassCastException
                | NullPointerException damaged) {
            throw new Unsearchable(Said.of("it is locked with a password, or damaged"));
        }
    }

    /// What was changed in a PDF is often written behind it, and what was there before stays in it.
    private static void refuseEarlierVersions(byte[] file) throws Unsearchable {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        boolean linearized = LINEARIZED
                .matcher(latin)
                .region(0, Math.min(2 * LATEST, latin.length()))
                .find();
        if (VERSION.matcher(latin).results().count() > (linearized ? 2 : 1)) {
            throw new Unsearchable(Said.of("it holds earlier versions of itself"));
        }
    }

    private boolean holds() throws IOException {
        var document = pdf.getDocument();
        var trailer = new COSDictionary(document.getTrailer());
        trailer.removeItem(COSName.ID); // bytes of chance
        if (inObject(trailer)) {
            return true;
        }
        for (var key : List.copyOf(document.getXrefTable().keySet())) {
            var object = Optional.ofNullable(document.getObjectFromPool(key)).flatMap(PdfText::read);
            if (object.isPresent() && inObject(object.get())) {
                return true;
            }
        }
        var shown = new Shown();
        boolean found = names.inText(shown.getText(pdf));
        if (!found && shown.lost) {
            throw new Unsearchable(Said.of("some of its letters are drawn without saying which they are"));
        }
        return found;
    }

    private static Optional<COSBase> read(COSObject reference) {
        return Optional.ofNullable(reference.getObject());
    }

    /// Looks into an object and what lies in it; what it refers to is an object of its own.
    private boolean inObject(COSBase object) throws IOException {
        Deque<COSBase> left = new ArrayDeque<>(List.of(object));
        while (!left.isEmpty()) {
            var next = left.pop();
            if (next instanceof COSArray items) {
                items.forEach(item -> Optional.ofNullable(item).ifPresent(left::push));
            }
            if (next instanceof COSDictionary members) {
                refuseFiles(members);
                left.addAll(members.keySet());
                left.addAll(members.getValues());
            }
            if (holdsWord(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsWord(COSBase object) throws IOException {
        return switch (object) {
            case COSString word ->
                isText(word.getString()) && names.inText(word.getString()) || names.inBytes(word.getBytes());
            case COSName name -> names.inText(name.getName());
            case COSStream packed -> holdsPacked(packed);
            default -> false;
        };
    }

    /// A string may also be a signature or a key.
    private static boolean isText(String word) {
        return word.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
    }

    private static void refuseFiles(COSDictionary members) throws Unsearchable {
        if (HOLDS_FILES.stream().anyMatch(members::containsKey)) {
            throw new Unsearchable(Said.of("it holds other files"));
        }
    }

    private boolean holdsPacked(COSStream stream) throws IOException {
        String kind = Objects.requireNonNullElse(stream.getNameAsString(COSName.SUBTYPE), "");
        if (DRAWN.contains(kind) || stream.containsKey(COSName.LENGTH1)) {
            return false;
        }
        byte[] bytes;
        try (var in = stream.createInputStream()) {
            bytes = in.readNBytes((int) (MOST_UNPACKED - unpacked) + 1);
        }
        unpacked += bytes.length;
        if (unpacked > MOST_UNPACKED) {
            throw new Unsearchable(Said.of("it unpacks to more than {most} MiB", "most", MOST_UNPACKED >> 20));
        }
        boolean metadata = kind.equals("XML");
        return names.inBytes(bytes) || metadata && names.inText(new String(bytes, StandardCharsets.UTF_8));
    }

    /// What the pages and the notes on them show.
    private static final class Shown extends PDFTextStripper {
        private static final int SPACE = ' ';

        private boolean lost;

        @Override
        protected void writePage() throws IOException {
            for (var note : getCurrentPage().getAnnotations()) {
                showAnnotation(note);
            }
            super.writePage();
        }

        @Override
        protected void showGlyph(Matrix place, PDFont font, int code, Vector width) throws IOException {
            lost |= font.toUnicode(code) == null && code > SPACE;
            super.showGlyph(place, font, code, width);
        }

        /// The library goes on behind some of what it cannot read.
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
                throws IOException {
            lost |= !(failed instanceof MissingImageReaderException);
            super.operatorException(operator, operands, failed);
        }
    }
}
