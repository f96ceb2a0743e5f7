package org.taniq.base.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.taniq.base.Said;

/// What the pages of a PDF and the notes on them show, as far as it can be drawn in a bounded time: a small
/// file can draw the same thing again and again, without an end.
public sealed class PdfShown extends PDFTextStripper permits PdfPages {
    private static final int SPACE = ' ';
    /// Bytes of instructions, each time that they are followed.
    private static final long MOST_DRAWN = 64L << 20;
    /// What drawing costs besides, also where it draws nothing.
    private static final long EACH_TIME = 200;

    private static final long MOST_LETTERS = 20_000_000;
    private static final long MOST_LETTERS_ON_A_PAGE = 300_000;

    private final Map<COSStream, Long> lengths = new IdentityHashMap<>();
    private long drawn;
    private long letters;
    private long lettersOnPage;
    private boolean lost;

    public PdfShown() {
        setStartPage(0); // pages are counted by whoever takes them
    }

    /// Also pages without contents: notes lie on them, too, and they are counted. The library leaves them out.
    @Override
    protected final void processPages(PDPageTree pages) throws IOException {
        for (var page : pages) {
            processPage(page);
        }
    }

    /// Whether some of what is shown could not be read.
    public final boolean isLost() {
        return lost;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        lettersOnPage = 0;
        drawn += EACH_TIME;
        for (var parts = page.getContentStreams(); parts.hasNext(); ) {
            draw(parts.next().getCOSObject());
        }
        super.processPage(page);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        drawn += EACH_TIME;
        draw(form.getCOSObject());
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        drawn += EACH_TIME;
        draw(form.getCOSObject());
        super.showTransparencyGroup(form);
    }

    @Override
    protected void processAnnotation(PDAnnotation note, PDAppearanceStream appearance) throws IOException {
        drawn += EACH_TIME;
        draw(appearance.getCOSObject());
        super.processAnnotation(note, appearance);
    }

    @Override
    protected void processType3Stream(PDType3CharProc letter, Matrix place) throws IOException {
        draw(letter.getCOSObject());
        super.processType3Stream(letter, place);
    }

    private void draw(COSStream instructions) throws IOException {
        drawn += length(instructions);
        if (drawn > MOST_DRAWN) {
            throw drawsTooMuch();
        }
    }

    private long length(COSStream instructions) throws IOException {
        var known = lengths.get(instructions);
        if (known != null) {
            return known;
        }
        try (var in = instructions.createInputStream()) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            lengths.put(instructions, length);
            return length;
        }
    }

    private static TooMuchDrawn drawsTooMuch() {
        return new TooMuchDrawn(Said.of("it draws more than can be searched"));
    }

    @Override
    protected void writePage() throws IOException {
        showNotes();
        writeWords();
    }

    final void showNotes() throws IOException {
        for (var note : getCurrentPage().getAnnotations()) {
            showAnnotation(note);
        }
    }

    final void writeWords() throws IOException {
        super.writePage();
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector width) throws IOException {
        if (++letters > MOST_LETTERS || ++lettersOnPage > MOST_LETTERS_ON_A_PAGE) {
            throw drawsTooMuch();
        }
        lost |= font.toUnicode(code) == null && code > SPACE;
        super.showGlyph(place, font, code, width);
    }

    /// The library goes on behind some of what it cannot read.
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failed) throws IOException {
        if (failed instanceof TooMuchDrawn) {
            throw failed;
        }
        lost |= !(failed instanceof MissingImageReaderException);
        super.operatorException(operator, operands, failed);
    }
}
