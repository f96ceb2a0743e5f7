package org.taniq.base.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// Stands in for every font that a PDF names and does not hold, with a font of ours. The library's own way
/// looks through all fonts of the computer, takes seconds for it, and leaves a list of them in the person's
/// home; and what it reads would depend on the computer.
final class OneFont implements FontMapper {
    private static final String FILE = "/font/NotoSans-Regular.ttf";

    private final TrueTypeFont font;

    OneFont() {
        try (var in = Objects.requireNonNull(OneFont.class.getResourceAsStream(FILE), FILE)) {
            font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException ours) {
            throw new UncheckedIOException("cannot read " + FILE, ours);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(font, true);
    }

    @Override
    @SuppressWarnings("NullAway") // a mapping to no OpenType font is said so
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor like, @Nullable PDCIDSystemInfo collection) {
        return new CIDFontMapping(null, font, true);
    }
}
