package org.taniq.base.pdf;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.taniq.base.Said;

/// The words of the pages of a PDF, page by page.
public final class PdfPages extends PdfShown {
    private static final int SPACE = ' ';

    private final StringWriter written = new StringWriter();
    private final Taker taker;
    private int number;
    private long invisible;
    private long nameless;
    private boolean isWhole;

    private PdfPages(Taker taker) {
        this.taker = taker;
    }

    /// A page as it was read.
    ///
    /// @param number from 1
    /// @param invisible how many of its letters are drawn without being seen
    /// @param nameless how many of its letters are drawn without saying which they are
    /// @param isWhole whether all of it could be followed
    public record Page(int number, PDPage page, String text, long invisible, long nameless, boolean isWhole) {}

    /// Takes the pages in their order.
    @FunctionalInterface
    public interface Taker {
        void take(Page page) throws IOException;
    }

    /// Reads all pages.
    ///
    /// @throws TooMuchDrawn where they draw more than is followed; the pages before were handed over
    public static void read(PDDocument pdf, Taker taker) throws IOException {
        var pages = new PdfPages(taker);
        pages.writeText(pdf, pages.written);
    }

    /// What whoever takes pages throws where there are more than it takes.
    public static TooMuchDrawn tooMuch() {
        return new TooMuchDrawn(Said.of("it has more pages or words than are read"));
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        number++;
        invisible = 0;
        nameless = 0;
        isWhole = true;
        follow(() -> super.processPage(page));
        if (!isWhole) {
            follow(this::writePage); // what was drawn before the damage
        }
        written.flush();
        String text = written.toString();
        written.getBuffer().setLength(0);
        taker.take(new Page(number, page, text, invisible, nameless, isWhole));
    }

    /// A step of what the library does with hostile bytes.
    private interface Step {
        void take() throws IOException;
    }

    private void follow(Step step) throws IOException {
        try {
            step.take();
        } catch (TooMuchDrawn known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError damaged) { // hostile bytes in a foreign parser
            isWhole = false;
        }
    }

    /// A damaged note takes no words of the page with it, and none of another note.
    @Override
    public void showAnnotation(PDAnnotation note) throws IOException {
        follow(() -> super.showAnnotation(note));
    }

    /// Also where the list of the notes is damaged.
    @Override
    protected void writePage() throws IOException {
        follow(this::showNotes);
        writeWords();
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector width) throws IOException {
        super.showGlyph(place, font, code, width);
        var mode = getGraphicsState().getTextState().getRenderingMode();
        invisible += mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP ? 1 : 0;
        nameless += code > SPACE && font.toUnicode(code) == null ? 1 : 0;
    }
}
