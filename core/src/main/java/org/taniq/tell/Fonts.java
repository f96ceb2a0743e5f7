package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of one document. A character is drawn by the first font of its style that has it.
final class Fonts {

    /// How letters look. Italic is left out: nothing in the dossier needs it.
    enum Style {
        REGULAR("NotoSans-Regular", "NotoSansGeorgian-Regular"),
        BOLD("NotoSans-Bold", "NotoSansGeorgian-Bold"),
        MONO("NotoSansMono-Regular", "NotoSans-Regular", "NotoSansGeorgian-Regular");

        private static final List<String> LAST =
                List.of("NotoSansArmenian-Regular", "NotoSansArabic-Regular", "NotoEmoji-Regular");
        private final List<String> files;

        Style(String... files) {
            this.files = List.of(files);
        }

        List<String> files() {
            var all = new ArrayList<>(files);
            all.addAll(LAST);
            return all;
        }
    }

    /// A letter of a font; the width is in em.
    record Glyph(Face face, int id, float width) {}

    static final String EMOJI = "NotoEmoji-Regular";

    private final PDDocument document;
    private final Map<String, Face> faces = new HashMap<>();
    private final List<Face> loaded = new ArrayList<>();
    private final Map<Style, Map<Integer, Optional<Glyph>>> known = new EnumMap<>(Style.class);

    Fonts(PDDocument document) {
        this.document = document;
        for (var style : Style.values()) {
            known.put(style, new HashMap<>());
        }
    }

    /// The glyph of a character, or nothing if no font has it.
    Optional<Glyph> glyph(int codePoint, Style style) throws IOException {
        var glyphs = Objects.requireNonNull(known.get(style), "every style has its glyphs");
        var glyph = glyphs.get(codePoint);
        if (glyph == null) {
            glyph = find(codePoint, style);
            glyphs.put(codePoint, glyph);
        }
        return glyph;
    }

    private Optional<Glyph> find(int codePoint, Style style) throws IOException {
        for (var file : style.files()) {
            var face = face(file);
            int id = face.glyph(codePoint);
            if (id != 0) {
                face.use(codePoint);
                return Optional.of(new Glyph(face, id, face.width(id)));
            }
        }
        return Optional.empty();
    }

    boolean isEmoji(Glyph glyph) throws IOException {
        return glyph.face() == face(EMOJI);
    }

    private Face face(String file) throws IOException {
        var face = faces.get(file);
        if (face == null) {
            face = load(file);
            faces.put(file, face);
            loaded.add(face);
        }
        return face;
    }

    private Face load(String file) throws IOException {
        String path = "/font/" + file + ".ttf";
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(path), path)) {
            var outlines = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
            outlines.setEnableGsub(false);
            return new Face("F" + loaded.size(), outlines, PDType0Font.load(document, outlines, true));
        }
    }

    /// Embeds what was used, and gives the resources that all pages share.
    PDResources embed() throws IOException {
        var resources = new PDResources();
        for (var face : loaded) {
            if (face.isUsed()) {
                face.subset();
                resources.put(COSName.getPDFName(face.name()), face.font());
            }
        }
        return resources;
    }
}
