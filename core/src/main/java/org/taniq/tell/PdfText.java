package org.taniq.tell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.pdf.PdfFile;
import org.taniq.base.pdf.PdfShown;
import org.taniq.base.pdf.TooMuchDrawn;
import org.taniq.tell.Texts.Unsearchable;

/// Looks for a name in a PDF: in what its pages and the notes on them show, in every word of its objects
/// (titles, bookmarks, forms, metadata), and in what is packed in it. One that could hold more is refused.
/// What only a picture in it shows is not found.
final class PdfText {
    private static final Pattern VERSION = Pattern.compile("startxref\\s+([0-9]{1,10})");
    private static final Pattern LINEARIZED = Pattern.compile("/Linearized");
    private static final Pattern OBJECT = Pattern.compile("(?<![0-9])([0-9]{1,10})\\s+([0-9]{1,5})\\s+obj\\b");
    private static final long MOST_UNPACKED = 256L << 20;
    /// What holds files, or a form that is laid out by another program.
    private static final List<COSName> HOLDS_FILES = Stream.of("EF", "EmbeddedFiles", "XFA", "RichMediaContent")
            .map(COSName::getPDFName)
            .toList();

    /// Pictures, and fonts.
    private static final Set<String> DRAWN = Set.of("Image", "Type1C", "CIDFontType0C", "OpenType");

    private final PDDocument pdf;
    private final NameSearch names;
    private long unpacked;

    private PdfText(PDDocument pdf, NameSearch names) {
        this.pdf = pdf;
        this.names = names;
    }

    /// @throws Unsearchable where not all of it can be read
    static boolean holds(byte[] file, NameSearch names) throws Unsearchable {
        refuseEarlierVersions(file);
        refuseTooMuch(file);
        try (var pdf = PdfFile.open(file)) {
            return new PdfText(pdf, names).holds(file);
        } catch (Unsearchable known) {
            throw known;
        } catch (TooMuchDrawn known) {
            throw new Unsearchable(known.said());
        } catch (IOException | RuntimeException | StackOverflowError damaged) { // hostile bytes in a foreign parser
            throw damaged();
        }
    }

    /// What was changed in a PDF is often written behind it, and what was there before stays in it.
    private static void refuseEarlierVersions(byte[] file) throws Unsearchable {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        boolean linearized = LINEARIZED
                .matcher(latin)
                .region(0, Math.min(2 * PdfFile.LATEST, latin.length()))
                .find();
        if (VERSION.matcher(latin).results().count() > (linearized ? 2 : 1)) {
            throw new Unsearchable(Said.of("it holds earlier versions of itself"));
        }
    }

    private static void refuseTooMuch(byte[] file) throws Unsearchable {
        try {
            PdfFile.refuseTooMuch(file);
        } catch (Trouble tooMuch) {
            throw new Unsearchable(tooMuch.said());
        }
    }

    private boolean holds(byte[] file) throws IOException {
        var document = pdf.getDocument();
        refuseUnlisted(file, document.getXrefTable().keySet());
        var trailer = new COSDictionary(document.getTrailer());
        trailer.removeItem(COSName.ID); // bytes of chance
        if (inObject(trailer)) {
            return true;
        }
        for (var key : List.copyOf(document.getXrefTable().keySet())) {
            var object = read(document.getObjectFromPool(key));
            if (inObject(object) || object instanceof COSStream stream && inMembers(stream)) {
                return true;
            }
        }
        var shown = new PdfShown();
        boolean found = names.inText(shown.getText(pdf));
        if (!found && shown.isLost()) {
            throw new Unsearchable(Said.of("some of its letters are drawn without saying which they are"));
        }
        return found;
    }

    /// What its table of objects does not name no program shows, and anybody finds with an editor. The table
    /// itself may be an object that it does not name.
    private static void refuseUnlisted(byte[] file, Set<COSObjectKey> listed) throws Unsearchable {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        var tables =
                VERSION.matcher(latin).results().map(table -> table.group(1)).collect(Collectors.toSet());
        var written = OBJECT.matcher(latin);
        var seen = new HashSet<COSObjectKey>();
        while (written.find()) {
            var key = new COSObjectKey(Long.parseLong(written.group(1)), Integer.parseInt(written.group(2)));
            boolean isNamed = listed.contains(key) || tables.contains(String.valueOf(written.start()));
            if (!isNamed || !seen.add(key)) {
                throw new Unsearchable(Said.of("it holds parts that belong to nothing"));
            }
        }
    }

    /// @throws Unsearchable where the library leaves it out, which it only logs
    private static COSBase read(COSObject reference) throws Unsearchable {
        var object = reference.getObject();
        if (object == null) {
            throw damaged();
        }
        return object;
    }

    private static Unsearchable damaged() {
        return new Unsearchable(Said.of("it is locked with a password, or damaged"));
    }

    /// Looks into the objects that are packed in a stream of objects, also those that the table does not name.
    private boolean inMembers(COSStream stream) throws IOException {
        if (!COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE))) {
            return false;
        }
        for (var member : new PDFObjectStreamParser(stream, pdf.getDocument())
                .parseAllObjects()
                .values()) {
            if (inObject(member)) {
                return true;
            }
        }
        return false;
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
            case COSName name -> names.inWord(name.getName());
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
        return names.inBytes(bytes)
                || names.inText(KernedWords.of(bytes))
                || metadata && names.inText(new String(bytes, StandardCharsets.UTF_8));
    }
}
