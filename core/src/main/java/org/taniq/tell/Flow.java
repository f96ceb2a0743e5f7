package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Fills sheet after sheet from top to bottom.
final class Flow {

    /// Draws what a page begins with when a block goes on from the page before.
    @FunctionalInterface
    interface Carry {
        void over() throws IOException;
    }

    /// An entry of the outline.
    record Bookmark(Rank rank, String title, Sheet sheet, float y) {}

    /// How deep an entry of the outline stands.
    enum Rank {
        PART,
        EXHIBIT
    }

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private Carry carry = () -> {};
    private float y;

    List<Sheet> sheets() {
        return sheets;
    }

    List<Bookmark> bookmarks() {
        return bookmarks;
    }

    Sheet sheet() {
        return sheets.getLast();
    }

    /// Where the next thing begins; its top edge.
    float y() {
        return y;
    }

    void newSheet() {
        sheets.add(new Sheet());
        y = Sheet.TOP;
    }

    /// What to repeat on the next sheets until [#carryNothing].
    void carry(Carry what) {
        carry = what;
    }

    void carryNothing() {
        carry = () -> {};
    }

    /// Goes to a new sheet unless this height is left; true if it did.
    boolean need(float height) throws IOException {
        if (y - height >= Sheet.BOTTOM) {
            return false;
        }
        newSheet();
        carry.over();
        return true;
    }

    void down(float height) {
        y -= height;
    }

    /// Space between two things; none at the top of a sheet.
    void gap(float height) {
        if (y < Sheet.TOP) {
            y -= height;
        }
    }

    void bookmark(Rank rank, String title) {
        bookmarks.add(new Bookmark(rank, title, sheet(), y));
    }

    /// One line with the given distance to the next.
    void line(Line line, float x, float width, float leading) throws IOException {
        need(leading);
        sheet().line(line, x, y - leading * 0.74f, width);
        y -= leading;
    }
}
