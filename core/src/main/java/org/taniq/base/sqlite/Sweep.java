package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.BitSet;

/// Goes through all that a database says it has, and notes which pages were come to, and which more than once.
final class Sweep {
    private final Pages pages;
    private final BitSet free;
    private final BitSet ofTrees = new BitSet();
    private final BitSet before = new BitSet();
    private final BitSet twice = new BitSet();
    private final OverflowMarks overflow;

    /// @param free pages that were given back
    Sweep(Pages pages, BitSet free) {
        this.pages = pages;
        this.free = free;
        this.overflow = new OverflowMarks(pages, free, ofTrees);
    }

    void through(Tree tree) throws IOException {
        if (tree.root() == 0) {
            return;
        }
        before.or(ofTrees);
        before.or(free);
        ofTrees.or(free);
        var walk = new Walk(pages, tree, ofTrees);
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
    Strays strays() {
        ofTrees.andNot(free);
        var reached = (BitSet) ofTrees.clone();
        reached.or(free);
        reached.or(overflow.reached);
        return new Strays(pages, reached, new Shared(twice, ofTrees, overflow.twice));
    }

    /// Follows what overflows without reading it into memory.
    private static final class OverflowMarks {
        private final Pages pages;
        private final BitSet free;
        private final BitSet ofTrees;
        private final BitSet reached = new BitSet();
        private final BitSet twice = new BitSet();
        private final byte[] buffer;

        OverflowMarks(Pages pages, BitSet free, BitSet ofTrees) {
            this.pages = pages;
            this.free = free;
            this.ofTrees = ofTrees;
            this.buffer = pages.buffer();
        }

        /// A page of a tree begins as none does into which a row overflows.
        void mark(Cell cell) throws IOException {
            long left = cell.payload() - cell.local();
            long next = cell.overflow();
            while (left > 0 && pages.has(next) && isNew((int) next)) {
                var page = pages.page(next, buffer);
                left -= page.usable() - 4;
                next = page.there() < 4 ? 0 : page.u32(0);
            }
        }

        private boolean isNew(int page) {
            boolean isFree = free.get(page);
            if (isFree || reached.get(page)) {
                twice.set(page);
            }
            boolean isNew = !isFree && !reached.get(page) && !ofTrees.get(page);
            reached.set(page);
            return isNew;
        }
    }
}
