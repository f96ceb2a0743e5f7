package org.taniq;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.text.PDFTextStripper;

/// What can be read in a PDF: the words of its pages, every string, name and unpacked stream of every
/// object, and the strings of each stream as each of the fonts would read them.
final class LegiblePdf {
    private final Map<String, byte[]> found = new TreeMap<>();
    private final List<PDFont> fonts = new ArrayList<>();
    private final Map<String, COSStream> streams = new TreeMap<>();

    /// Says of each glyph that a font does not have that it does not have it.
    private static final Logger TALKATIVE = Logger.getLogger("org.apache.pdfbox.pdmodel.font");

    private LegiblePdf() {}

    static Map<String, byte[]> of(byte[] pdf) throws IOException {
        TALKATIVE.setLevel(Level.SEVERE);
        var legible = new LegiblePdf();
        try (var document = Loader.loadPDF(pdf)) {
            legible.pages(document);
            legible.objects(document);
            for (var stream : legible.streams.entrySet()) {
                legible.glyphs(stream.getKey(), stream.getValue());
            }
        }
        return legible.found;
    }

    private void put(String place, String text) {
        found.put(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private void pages(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        put("pages", stripper.getText(document));
        stripper.setSortByPosition(true);
        put("pages by position", stripper.getText(document));
    }

    private void objects(PDDocument document) throws IOException {
        var file = document.getDocument();
        object("trailer", file.getTrailer());
        for (var key : file.getXrefTable().keySet()) {
            var object = file.getObjectFromPool(key);
            object("object " + key.getNumber(), object.getObject());
        }
    }

    /// Direct objects are followed; those that are referred to come by themselves.
    private void object(String place, COSBase base) throws IOException {
        switch (base) {
            case COSStream stream -> stream(place, stream);
            case COSDictionary dictionary -> dictionary(place, dictionary);
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    object(place + "." + i, array.get(i));
                }
            }
            case COSString string -> {
                put(place, string.getString());
                found.put(place + " raw", string.getBytes());
            }
            case COSName name -> put(place, name.getName());
            case null, default -> {}
        }
    }

    private void dictionary(String place, COSDictionary dictionary) throws IOException {
        put(
                place + " keys",
                String.join(
                        " ", dictionary.keySet().stream().map(COSName::getName).toList()));
        for (var entry : dictionary.entrySet()) {
            object(place + "/" + entry.getKey().getName(), entry.getValue());
        }
        if (COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE))
                && !COSName.CID_FONT_TYPE2.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            fonts.add(PDFontFactory.createFont(dictionary));
        }
    }

    private void stream(String place, COSStream stream) throws IOException {
        dictionary(place, stream);
        try (var in = stream.createInputStream()) {
            found.put(place + " unpacked", in.readAllBytes());
        }
        if (!COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) && !stream.containsKey(COSName.LENGTH1)) {
            streams.put(place, stream);
        }
    }

    /// The strings of a stream of drawing operators, in order, as glyphs.
    private void glyphs(String place, COSStream stream) throws IOException {
        var strings = new ArrayList<COSString>();
        try (var in = stream.createInputStream()) {
            byte[] bytes = in.readAllBytes();
            if (!Spellings.isText(bytes) || !new String(bytes, StandardCharsets.ISO_8859_1).contains("BT")) {
                return;
            }
            for (var token : new PDFStreamParser(bytes).parse()) {
                strings(token, strings);
            }
        }
        for (var font : fonts) {
            put(place + " read with " + font.getName() + " " + fonts.indexOf(font), read(strings, font));
        }
    }

    private static void strings(Object token, List<COSString> into) {
        if (token instanceof COSString string) {
            into.add(string);
        }
        if (token instanceof COSArray array) {
            array.forEach(each -> strings(each, into));
        }
    }

    private static String read(List<COSString> strings, PDFont font) throws IOException {
        var text = new StringBuilder();
        for (var string : strings) {
            var in = new ByteArrayInputStream(string.getBytes());
            while (in.available() > 0) {
                String letter = font.toUnicode(font.readCode(in));
                text.append(letter == null ? "" : letter);
            }
        }
        return text.toString();
    }
}
