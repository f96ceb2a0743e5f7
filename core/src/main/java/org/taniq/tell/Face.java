package org.taniq.tell;

import java.io.IOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// One font of one document: its glyphs and widths, and which characters were used, so that only these are
/// embedded.
final class Face {

    private final String name;
    private final TrueTypeFont outlines;
    private final CmapLookup characters;
    private final PDType0Font font;
    private final float unitsPerEm;
    private final BitSet used = new BitSet();

    Face(String name, TrueTypeFont outlines, PDType0Font font) throws IOException {
        this.name = name;
        this.outlines = outlines;
        this.characters = outlines.getUnicodeCmapLookup();
        this.font = font;
        this.unitsPerEm = outlines.getUnitsPerEm();
    }

    /// The name of the font in the resources of a page.
    String name() {
        return name;
    }

    PDType0Font font() {
        return font;
    }

    /// The glyph of a character; 0 if the font has none.
    int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    /// The advance width in em.
    float width(int glyph) throws IOException {
        return outlines.getAdvanceWidth(glyph) / unitsPerEm;
    }

    void use(int codePoint) {
        used.set(codePoint);
    }

    boolean isUsed() {
        return !used.isEmpty();
    }

    /// Keeps only what was used. Called once, before the document is saved.
    void subset() throws IOException {
        used.stream().forEach(font::addToSubset);
        font.subset();
    }
}
