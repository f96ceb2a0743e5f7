package org.taniq.tell;

import java.io.IOException;
import java.util.List;
import org.taniq.tell.Atom.Pen;

/// The foot of every page: the log with its size, root and key, so that whoever registers a page fixes
/// them, and the number of the page.
final class Footer {

    private static final Pen TINY = new Pen(Fonts.Style.REGULAR, 6.6f, 0.35f);
    private static final float NUMBER = 90;

    private final DossierWords words;
    private final Scribe scribe;
    private final List<Line> log;

    Footer(DossierPages pages, DossierWords words, Scribe scribe) throws IOException {
        this.words = words;
        this.scribe = scribe;
        var identity = pages.log();
        String text = words.say(Word.FOOTER_LOG, identity.origin(), identity.size(), identity.root()) + "\n"
                + words.say(Word.FOOTER_KEY, identity.keyFingerprint());
        this.log = Line.set(scribe.atoms(text, TINY), Sheet.TEXT_WIDTH);
    }

    void draw(Sheet sheet, int page, int pages) throws IOException {
        float y = 62;
        sheet.rule(Sheet.LEFT, y + 12, Sheet.TEXT_WIDTH, 0.7f);
        for (var line : log) {
            sheet.line(line, Sheet.LEFT, y, Sheet.TEXT_WIDTH);
            y -= 9.5f;
        }
        var number = Line.set(scribe.atoms(words.say(Word.FOOTER_PAGE, page, pages), Blocks.SMALL), NUMBER * 2)
                .getFirst();
        sheet.line(number, Sheet.LEFT + Sheet.TEXT_WIDTH - number.width(), y - 3, NUMBER);
    }
}
