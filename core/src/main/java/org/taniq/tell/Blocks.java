package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.tell.Atom.Pen;
import org.taniq.tell.DossierPages.Passage;

/// The few shapes that the dossier is made of: headings, paragraphs, facts, quotations, tables, commands.
final class Blocks {

    static final Pen BODY = new Pen(Fonts.Style.REGULAR, 10.5f, 0.1f);
    static final Pen STRONG = new Pen(Fonts.Style.BOLD, 10.5f, 0.1f);
    static final Pen SMALL = new Pen(Fonts.Style.REGULAR, 8.6f, 0.3f);
    static final Pen SMALL_STRONG = new Pen(Fonts.Style.BOLD, 8.6f, 0.25f);
    static final Pen MONO = new Pen(Fonts.Style.MONO, 8.4f, 0.15f);
    static final Pen QUOTE = new Pen(Fonts.Style.REGULAR, 11, 0);
    static final Pen PART = new Pen(Fonts.Style.BOLD, 19, 0.1f);
    static final Pen HEADING = new Pen(Fonts.Style.BOLD, 12.5f, 0.1f);

    private static final float LEADING = 1.45f;
    private static final float INDENT = 14;
    private static final float LABEL = 92;
    private static final float PAD = 7;

    private final Flow flow;
    private final Scribe scribe;

    Blocks(Flow flow, Scribe scribe) {
        this.flow = flow;
        this.scribe = scribe;
    }

    Flow flow() {
        return flow;
    }

    List<Line> lines(Passage passage, Pen pen, float width) throws IOException {
        return Line.set(scribe.atoms(passage, pen), width);
    }

    List<Line> lines(String text, Pen pen, float width) throws IOException {
        return lines(Passage.of(text), pen, width);
    }

    static float leading(Pen pen) {
        return pen.size() * LEADING;
    }

    /// The title of a part, on a new sheet and in the outline.
    void part(String title) throws IOException {
        flow.newSheet();
        flow.bookmark(Flow.Rank.PART, title);
        paragraph(title, PART);
        flow.sheet().rule(Sheet.LEFT, flow.y() - 1, Sheet.TEXT_WIDTH, 0.55f);
        flow.down(16);
    }

    void heading(String title) throws IOException {
        flow.gap(12);
        flow.need(leading(HEADING) + 3 * leading(BODY));
        paragraph(title, HEADING);
        flow.down(3);
    }

    void paragraph(String text, Pen pen) throws IOException {
        paragraph(Passage.of(text), pen);
    }

    void paragraph(Passage text, Pen pen) throws IOException {
        for (var line : lines(text, pen, Sheet.TEXT_WIDTH)) {
            flow.line(line, Sheet.LEFT, Sheet.TEXT_WIDTH, leading(pen));
        }
    }

    /// A paragraph that begins with a bullet.
    void item(String text) throws IOException {
        var lines = lines(text, BODY, Sheet.TEXT_WIDTH - INDENT);
        flow.need(Math.min(lines.size(), 3) * leading(BODY));
        flow.sheet()
                .line(lines("•", BODY, INDENT).getFirst(), Sheet.LEFT + 2, flow.y() - leading(BODY) * 0.74f, INDENT);
        for (var line : lines) {
            flow.line(line, Sheet.LEFT + INDENT, Sheet.TEXT_WIDTH - INDENT, leading(BODY));
        }
        flow.down(5);
    }

    /// A label with what it says beside it.
    void fact(String label, Passage value, Pen pen) throws IOException {
        var name = lines(label, SMALL_STRONG, LABEL - 8);
        var says = lines(value, pen, Sheet.TEXT_WIDTH - LABEL);
        float leading = leading(pen);
        flow.need(Math.min(Math.max(name.size(), says.size()), 20) * leading);
        for (int i = 0; i < Math.max(name.size(), says.size()); i++) {
            flow.need(leading);
            float base = flow.y() - leading * 0.74f;
            if (i < name.size()) {
                flow.sheet().line(name.get(i), Sheet.LEFT, base, LABEL);
            }
            if (i < says.size()) {
                flow.sheet().line(says.get(i), Sheet.LEFT + LABEL, base, Sheet.TEXT_WIDTH - LABEL);
            }
            flow.down(leading);
        }
        flow.down(2);
    }

    void fact(String label, String value, Pen pen) throws IOException {
        fact(label, Passage.of(value), pen);
    }

    /// Words of the evidence on a light ground with a bar at the left, over as many sheets as they need.
    void quote(Passage text, Pen pen) throws IOException {
        ground(lines(text, pen, Sheet.TEXT_WIDTH - INDENT - PAD), leading(pen), 0.45f);
    }

    /// A command as it is to be typed.
    void command(String line) throws IOException {
        ground(lines(line, MONO, Sheet.TEXT_WIDTH - INDENT - PAD), leading(MONO), 0.85f);
    }

    private void ground(List<Line> lines, float leading, float bar) throws IOException {
        flow.need(2 * PAD + Math.min(lines.size(), 3) * leading);
        float top = flow.y();
        flow.down(PAD);
        for (var line : lines) {
            if (flow.y() - leading - PAD < Sheet.BOTTOM) {
                closeGround(top, bar);
                flow.need(Sheet.HEIGHT);
                top = flow.y();
                flow.down(PAD);
            }
            flow.line(line, Sheet.LEFT + INDENT, Sheet.TEXT_WIDTH - INDENT - PAD, leading);
        }
        flow.down(PAD);
        closeGround(top, bar);
        flow.down(8);
    }

    private void closeGround(float top, float bar) {
        flow.sheet().fill(Sheet.LEFT, flow.y(), Sheet.TEXT_WIDTH, top - flow.y(), 0.965f);
        flow.sheet().fill(Sheet.LEFT, flow.y(), 2.2f, top - flow.y(), bar);
    }

    /// One cell of a table.
    record Cell(Passage text, Pen pen) {
        static Cell of(String text, Pen pen) {
            return new Cell(Passage.of(text), pen);
        }
    }

    /// A table with its head repeated on each sheet. `widths` are parts of the text width.
    void table(List<String> head, List<Float> widths, List<List<Cell>> rows) throws IOException {
        var top = row(head.stream().map(title -> Cell.of(title, SMALL_STRONG)).toList(), widths);
        float first = rows.isEmpty() ? 0 : height(row(rows.getFirst(), widths));
        flow.need(height(top) + Math.min(first, 120));
        drawHead(top, widths);
        flow.carry(() -> drawHead(top, widths));
        for (var cells : rows) {
            drawRow(row(cells, widths), widths);
        }
        flow.carryNothing();
        flow.down(8);
    }

    private List<List<Line>> row(List<Cell> cells, List<Float> widths) throws IOException {
        List<List<Line>> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(lines(cells.get(i).text(), cells.get(i).pen(), widths.get(i) * Sheet.TEXT_WIDTH - PAD));
        }
        return row;
    }

    private static int count(List<List<Line>> row) {
        return row.stream().mapToInt(List::size).max().orElse(0);
    }

    private static float height(List<List<Line>> row) {
        return count(row) * leading(SMALL) + PAD;
    }

    private void drawHead(List<List<Line>> head, List<Float> widths) throws IOException {
        flow.sheet().fill(Sheet.LEFT, flow.y() - height(head), Sheet.TEXT_WIDTH, height(head), 0.93f);
        drawLines(head, widths);
    }

    private void drawRow(List<List<Line>> row, List<Float> widths) throws IOException {
        flow.need(Math.min(height(row), Sheet.TOP - Sheet.BOTTOM - 60));
        drawLines(row, widths);
        flow.sheet().rule(Sheet.LEFT, flow.y(), Sheet.TEXT_WIDTH, 0.8f);
    }

    private void drawLines(List<List<Line>> row, List<Float> widths) throws IOException {
        flow.down(PAD / 2);
        for (int i = 0; i < count(row); i++) {
            flow.need(leading(SMALL));
            float x = Sheet.LEFT + PAD / 2;
            for (int column = 0; column < row.size(); column++) {
                if (i < row.get(column).size()) {
                    float width = widths.get(column) * Sheet.TEXT_WIDTH - PAD;
                    flow.sheet().line(row.get(column).get(i), x, flow.y() - leading(SMALL) * 0.74f, width);
                }
                x += widths.get(column) * Sheet.TEXT_WIDTH;
            }
            flow.down(leading(SMALL));
        }
        flow.down(PAD / 2);
    }

    /// A row in which every cell has one line, cut with an ellipsis; the last cell ends at the right edge.
    /// Gives the top edge of the row.
    float clippedRow(List<String> cells, List<Float> widths, Pen pen) throws IOException {
        float height = leading(pen) + PAD / 2;
        flow.need(height);
        float top = flow.y();
        float base = top - PAD / 4 - leading(pen) * 0.74f;
        float x = Sheet.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            float width = widths.get(i) * Sheet.TEXT_WIDTH;
            clipped(cells.get(i), pen, new Sheet.Area(x, base, width, i == cells.size() - 1 ? 0 : PAD));
            x += width;
        }
        flow.down(height);
        flow.sheet().rule(Sheet.LEFT, flow.y(), Sheet.TEXT_WIDTH, 0.88f);
        return top;
    }

    /// Draws the first line of a text within an area whose height stands for the space kept free at its
    /// right; without any the text ends at the right edge.
    private void clipped(String text, Pen pen, Sheet.Area area) throws IOException {
        var more = lines("…", pen, area.width()).getFirst();
        float width = area.width() - area.height() - more.width();
        var lines = lines(text, pen, width);
        var first = lines.getFirst();
        float x = area.height() == 0 ? area.x() + area.width() - first.width() : area.x();
        flow.sheet().line(first, x, area.y(), first.width());
        if (lines.size() > 1) {
            flow.sheet().line(more, x + first.width(), area.y(), more.width());
        }
    }
}
