package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Goes through all that a database says it has, and then looks at the pages that were not come to.
final class Sweep {
    private final Pages pages;
    private final BitSet reached;
    private final BitSet before = new BitSet();
    private final BitSet twice = new BitSet();
    private final List<Damage> strays = new ArrayList<>();

    /// @param free pages that were given back
    Sweep(Pages pages, BitSet free) {
        this.pages = pages;
        this.reached = (BitSet) free.clone();
    }

    void through(Tree tree) throws IOException {
        if (tree.root() == 0) {
            return;
        }
        before.or(reached);
        var walk = new Walk(pages, tree, reached);
        var overflow = new OverflowMarks(pages, reached);
        for (var step = walk.next(); step.isPresent(); step = walk.next()) {
            switch (step.get()) {
                case Cell cell -> overflow.mark(cell);
                case Damage damage -> note(damage, tree.kind());
            }
        }
    }

    /// What else is damaged is told with the rows of its table, as is a page that it has twice itself.
    private void note(Damage damage, Tree.Kind kind) throws IOException {
        if (damage.why() == Damage.Why.PAGE_TWICE
                && before.get((int) damage.place().page())) {
            twice(new Tree(damage.place().page(), kind));
        }
    }

    /// A page of another table, or a free one, and all to which it leads.
    private void twice(Tree tree) throws IOException {
        var walk = new Walk(pages, tree, twice);
        var step = walk.next();
        while (step.isPresent()) {
            step = walk.next();
        }
        twice.set((int) tree.root());
    }

    /// Pages of several tables, and pages of rows that were not come to.
    List<Damage> strays() throws IOException {
        var buffer = pages.buffer();
        for (int number = twice.nextSetBit(1); number > 0; number = twice.nextSetBit(number + 1)) {
            strays.add(pages.page(number, buffer).damage(Damage.Why.PAGE_TWICE));
        }
        for (int number = reached.nextClearBit(1); pages.has(number); number = reached.nextClearBit(number + 1)) {
            var page = pages.page(number, buffer);
            if (hasRows(page)) {
                strays.add(page.damage(Damage.Why.NOT_REACHED));
            }
        }
        return strays;
    }

    private static boolean hasRows(Page page) {
        return page.there() > 0
                && Stream.of(Tree.Kind.values())
                        .anyMatch(kind -> kind.isLeaf(page.u8(page.head())) && hasRows(page, kind));
    }

    private static boolean hasRows(Page page, Tree.Kind kind) {
        try {
            var leaf = TreePage.of(page, kind);
            return IntStream.range(0, leaf.count()).anyMatch(cell -> isRow(leaf, cell));
        } catch (Unfit unfit) {
            return false;
        }
    }

    private static boolean isRow(TreePage leaf, int cell) {
        try {
            return leaf.cell(cell).payload() > 0;
        } catch (Unfit unfit) {
            return false;
        }
    }

    /// Follows what overflows without reading it into memory.
    private static final class OverflowMarks {
        private final Pages pages;
        private final BitSet reached;
        private final byte[] buffer;

        OverflowMarks(Pages pages, BitSet reached) {
            this.pages = pages;
            this.reached = reached;
            this.buffer = pages.buffer();
        }

        void mark(Cell cell) throws IOException {
            long left = cell.payload() - cell.local();
            long next = cell.overflow();
            while (left > 0 && pages.has(next) && !reached.get((int) next)) {
                reached.set((int) next);
                var page = pages.page(next, buffer);
                left -= page.usable() - 4;
                next = page.there() < 4 ? 0 : page.u32(0);
            }
        }
    }
}
