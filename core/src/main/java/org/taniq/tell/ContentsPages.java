package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.taniq.tell.Atom.Pen;
import org.taniq.tell.DossierPages.Exhibit;

/// The parts and the exhibits with their pages. Every row is one line, whatever its page number, so that
/// the number of sheets does not depend on the numbers.
final class ContentsPages {

    private static final List<Float> COLUMNS = List.of(0.10f, 0.20f, 0.31f, 0.29f, 0.10f);

    private static final List<Float> PARTS = List.of(0.9f, 0.1f);

    private final DossierPages pages;
    private final DossierWords words;
    private final Blocks blocks;
    private final Map<Sheet, Integer> numbers;

    /// `numbers` may be empty while the sheets are counted.
    ContentsPages(DossierPages pages, DossierWords words, Blocks blocks, Map<Sheet, Integer> numbers) {
        this.pages = pages;
        this.words = words;
        this.blocks = blocks;
        this.numbers = numbers;
    }

    void draw(Flow body) throws IOException {
        blocks.part(words.say(Word.CONTENTS));
        for (var bookmark : body.bookmarks()) {
            if (bookmark.rank() == Flow.Rank.PART) {
                row(List.of(bookmark.title()), PARTS, bookmark.sheet(), Blocks.BODY);
            }
        }
        if (pages.exhibits().isEmpty()) {
            return;
        }
        blocks.heading(words.say(Word.EXHIBIT_INDEX));
        head();
        blocks.flow().carry(this::head);
        Iterator<Flow.Bookmark> places = body.bookmarks().stream()
                .filter(mark -> mark.rank() == Flow.Rank.EXHIBIT)
                .iterator();
        for (var exhibit : pages.exhibits()) {
            row(cells(exhibit), COLUMNS, places.next().sheet(), Blocks.SMALL);
        }
        blocks.flow().carryNothing();
    }

    private List<String> cells(Exhibit exhibit) {
        return List.of(
                ExhibitPages.name(exhibit),
                words.say("KIND_", exhibit.kind()),
                ExhibitPages.sender(exhibit.sender(), words),
                exhibit.moment().text());
    }

    private void head() throws IOException {
        var titles = List.of(
                words.say(Word.COLUMN_EXHIBIT),
                words.say(Word.COLUMN_KIND),
                words.say(Word.COLUMN_SENDER),
                words.say(Word.COLUMN_TIME),
                words.say(Word.COLUMN_PAGE));
        blocks.clippedRow(titles, COLUMNS, Blocks.SMALL_STRONG);
    }

    private void row(List<String> cells, List<Float> columns, Sheet target, Pen pen) throws IOException {
        var all = new ArrayList<>(cells);
        all.add(String.valueOf(numbers.getOrDefault(target, 0)));
        float top = blocks.clippedRow(all, columns, pen);
        var flow = blocks.flow();
        flow.sheet().link(new Sheet.Link(flow.y(), top - flow.y(), target));
    }
}
