package org.taniq.tell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.taniq.tell.Atom.Box;
import org.taniq.tell.Atom.End;
import org.taniq.tell.Atom.Letter;
import org.taniq.tell.Atom.Look;

/// One A4 page while it is drawn: grounds that lie under the text, and the text. Coordinates are points
/// from the lower left corner.
final class Sheet {

    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;
    static final float LEFT = 72;
    static final float TEXT_WIDTH = WIDTH - 2 * LEFT;
    static final float TOP = HEIGHT - 74;
    static final float BOTTOM = 92;

    /// A place on this page that leads to another one.
    record Link(float y, float height, Sheet target) {}

    private final StringBuilder under = new StringBuilder();
    private final StringBuilder over = new StringBuilder();
    private final List<PDImageXObject> pictures = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));

    PDPage page() {
        return page;
    }

    List<Link> links() {
        return links;
    }

    void link(Link link) {
        links.add(link);
    }

    void fill(float x, float y, float width, float height, float grey) {
        fill(under, new Area(x, y, width, height), grey);
    }

    void rule(float x, float y, float width, float grey) {
        fill(under, new Area(x, y, width, 0.6f), grey);
    }

    /// Draws the part of a picture whose top left corner is at `x`, `top`; the rest is clipped away.
    void picture(Pictures.Part part, float x, float top) {
        var area = new Area(x, top - part.height(), part.width(), part.height());
        over.append("q ");
        numbers(over, area.x(), area.y(), area.width(), area.height());
        over.append("re W n ");
        numbers(over, part.width(), 0, 0, part.whole(), x, top + part.above() - part.whole());
        over.append("cm /P").append(pictures.size()).append(" Do Q\n");
        pictures.add(part.image());
        frame(over, area, 0.75f);
    }

    /// A rectangle on a page.
    record Area(float x, float y, float width, float height) {}

    /// Draws a line so that its base line is at `y`; one that is read from the right ends at `x + width`.
    void line(Line line, float x, float y, float width) {
        float at = line.side() == Line.Side.RIGHT ? x + width - line.width() : x;
        List<Letter> same = new ArrayList<>();
        for (var atom : line.atoms()) {
            switch (atom) {
                case Letter letter -> at = letter(letter, same, at, y);
                case Box box -> {
                    at = flush(same, at, y);
                    box(box, at, y);
                    at += box.width();
                }
                case End() -> {}
            }
        }
        flush(same, at, y);
    }

    private float letter(Letter letter, List<Letter> same, float x, float y) {
        float at = x;
        if (!same.isEmpty() && !looksAs(same.getFirst(), letter)) {
            at = flush(same, x, y);
        }
        same.add(letter);
        return at;
    }

    private static boolean looksAs(Letter one, Letter other) {
        return one.glyph().face() == other.glyph().face() && one.pen().equals(other.pen());
    }

    private float flush(List<Letter> same, float x, float y) {
        if (same.isEmpty()) {
            return x;
        }
        float at = x;
        var pen = same.getFirst().pen();
        over.append("BT ");
        numbers(over, pen.grey());
        over.append("g /").append(same.getFirst().glyph().face().name()).append(' ');
        numbers(over, pen.size());
        over.append("Tf ");
        numbers(over, x, y);
        over.append("Td <");
        for (var letter : same) {
            hex(letter.glyph().id());
            at += letter.width();
        }
        over.append("> Tj ET\n");
        same.clear();
        return at;
    }

    private void box(Box box, float x, float y) {
        float size = box.label().isEmpty() ? 8 : box.label().getFirst().pen().size() / 0.72f;
        var area = new Area(x + 0.6f, y - 0.24f * size, box.width() - 1.2f, 1.16f * size);
        if (box.look() == Look.WITHHELD) {
            fill(over, area, 0.25f);
        } else {
            fill(over, area, 0.9f);
            frame(over, area, 0.6f);
        }
        float width = 0;
        for (var letter : box.label()) {
            width += letter.width();
        }
        flush(new ArrayList<>(box.label()), x + (box.width() - width) / 2, y + 0.08f * size);
    }

    private static void fill(StringBuilder out, Area area, float grey) {
        numbers(out, grey);
        out.append("g ");
        numbers(out, area.x(), area.y(), area.width(), area.height());
        out.append("re f\n");
    }

    private static void frame(StringBuilder out, Area area, float grey) {
        numbers(out, grey);
        out.append("G 0.5 w ");
        numbers(out, area.x(), area.y(), area.width(), area.height());
        out.append("re S\n");
    }

    private void hex(int glyph) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            over.append(Character.forDigit(glyph >> shift & 15, 16));
        }
    }

    /// Numbers with at most two decimals: the same on every machine, in every locale.
    private static void numbers(StringBuilder out, float... values) {
        for (float value : values) {
            int hundredths = Math.round(value * 100);
            if (hundredths < 0) {
                out.append('-');
                hundredths = -hundredths;
            }
            out.append(hundredths / 100);
            if (hundredths % 100 != 0) {
                out.append('.').append(hundredths / 10 % 10);
                if (hundredths % 10 != 0) {
                    out.append(hundredths % 10);
                }
            }
            out.append(' ');
        }
    }

    /// Makes the page; `fonts` are the resources shared by all pages.
    void finish(PDDocument document, PDResources fonts) throws IOException {
        var resources = new PDResources(new COSDictionary());
        resources.getCOSObject().setItem(COSName.FONT, fonts.getCOSObject().getDictionaryObject(COSName.FONT));
        for (int i = 0; i < pictures.size(); i++) {
            resources.put(COSName.getPDFName("P" + i), pictures.get(i));
        }
        page.setResources(resources);
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(under.append(over).toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
    }
}
