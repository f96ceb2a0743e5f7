package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;

/// The way through a tree from its first row to its last, that leaves out what is damaged and says so. It
/// comes to each page once, keeps those above the present one, and never more than SQLite makes.
final class Walk {
    private static final int DEEPEST = 20;

    private final Pages pages;
    private final Tree tree;
    private final BitSet reached;
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Deque<byte[]> buffers = new ArrayDeque<>();
    private final Queue<Damage> told = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;
    private boolean isBegun;

    /// @param reached the pages that were come to before, to which those of this tree are added
    Walk(Pages pages, Tree tree, BitSet reached) {
        this.pages = pages;
        this.tree = tree;
        this.reached = reached;
    }

    /// The next row, or what is damaged before it.
    Optional<Step> next() throws IOException {
        if (!isBegun) {
            isBegun = true;
            enter(tree.root(), new Bounds(Long.MIN_VALUE, Long.MAX_VALUE));
        }
        while (told.isEmpty() && !path.isEmpty()) {
            var visit = path.peek();
            var cell = visit.tree.isLeaf() ? leaf(visit) : interior(visit);
            if (cell.isPresent()) {
                return Optional.of(cell.get());
            }
        }
        return Optional.ofNullable(told.poll());
    }

    private void enter(long number, Bounds bounds) throws IOException {
        if (!pages.has(number)) {
            tell(Damage.Why.NO_SUCH_PAGE, number);
            return;
        }
        if (reached.get((int) number)) {
            tell(Damage.Why.PAGE_TWICE, number);
            return;
        }
        if (path.size() == DEEPEST) {
            tell(Damage.Why.TOO_DEEP, number);
            return;
        }
        var page = pages.page(number, buffers.isEmpty() ? pages.buffer() : buffers.pop());
        try {
            var visit = new Visit(TreePage.of(page, tree.kind()), bounds);
            path.push(visit);
            reached.set((int) number);
            if (visit.tree.hasMore()) {
                damaged(visit, page.damage(page.isWhole() ? Damage.Why.COUNT : Damage.Why.CUT));
            }
        } catch (Unfit unfit) {
            told.add(page.damage(unfit.why()));
            buffers.push(page.bytes());
        }
    }

    /// Of a page that is not read.
    private void tell(Damage.Why why, long number) {
        told.add(new Damage(pages.place(number), why));
        if (!path.isEmpty()) {
            path.peek().isDamaged = true;
        }
    }

    private void damaged(Visit visit, Damage damage) {
        visit.isDamaged = true;
        told.add(damage);
    }

    private Optional<Cell> leaf(Visit visit) {
        if (visit.next >= visit.tree.count()) {
            leave(visit);
            return Optional.empty();
        }
        return row(visit, visit.next++);
    }

    /// The steps of a page above others: a page, the row between it and the next one, that page, …, the
    /// last page.
    private Optional<Cell> interior(Visit visit) throws IOException {
        int step = visit.next++;
        int number = step / 2;
        if (number > visit.tree.count()) {
            leave(visit);
        } else if (number == visit.tree.count()) {
            visit.next++;
            enter(visit.tree.right(), visit.bounds(visit.bounds.highest));
        } else if (step % 2 == 1) {
            return tree.kind() == Tree.Kind.INDEX ? row(visit, number) : Optional.empty();
        } else {
            branch(visit, number);
        }
        return Optional.empty();
    }

    private void branch(Visit visit, int number) throws IOException {
        try {
            var branch = visit.tree.branch(number);
            if (tree.kind() == Tree.Kind.TABLE) {
                visit.take(branch.span());
            }
            var bounds = visit.bounds(branch.key());
            visit.before = branch.key();
            enter(branch.child(), bounds);
        } catch (Unfit unfit) {
            visit.next++;
            damaged(visit, visit.tree.page().damage(unfit.why()));
        }
    }

    private Optional<Cell> row(Visit visit, int number) {
        try {
            var cell = visit.tree.cell(number);
            boolean isShared = visit.take(cell.span());
            if (visit.taken > visit.mostTaken()) {
                damaged(visit, cell.damage(Damage.Why.TOO_OFTEN));
                visit.next = Integer.MAX_VALUE;
                return Optional.empty();
            }
            if (isShared) {
                told.add(cell.damage(Damage.Why.SHARED));
            }
            checkOrder(visit, cell);
            return Optional.of(cell);
        } catch (Unfit unfit) {
            damaged(visit, visit.tree.page().damage(unfit.why()));
            return Optional.empty();
        }
    }

    private void checkOrder(Visit visit, Cell cell) {
        if (tree.kind() == Tree.Kind.INDEX) {
            return;
        }
        boolean isFirst = last == Long.MIN_VALUE;
        boolean isOutside = !visit.isOutsideTold && visit.bounds.leaveOut(cell.key());
        visit.isOutsideTold |= isOutside;
        if (isOutside || cell.key() <= last && !isFirst) {
            told.add(cell.damage(Damage.Why.ORDER));
        }
        last = cell.key();
    }

    private void leave(Visit visit) {
        path.pop();
        buffers.push(visit.tree.page().bytes());
        if (!visit.isDamaged && !visit.isAccounted()) {
            told.add(visit.tree.page().damage(Damage.Why.UNACCOUNTED));
        }
    }

    /// Between which numbers those of a page are, as the pages above it say.
    private record Bounds(long above, long highest) {
        private boolean leaveOut(long key) {
            return key > highest || key <= above && above != Long.MIN_VALUE;
        }
    }

    /// A page on the way.
    private static final class Visit {
        /// How often the bytes of a page may be given: whoever makes all rows share theirs makes no more
        /// of them.
        private static final int MOST_TIMES = 8;

        private final TreePage tree;
        private final Bounds bounds;
        private final BitSet covered = new BitSet();
        private int next;
        private int taken;
        private boolean isDamaged;
        private boolean isOutsideTold;
        private long before;

        Visit(TreePage tree, Bounds bounds) {
            this.tree = tree;
            this.bounds = bounds;
            this.before = bounds.above;
        }

        /// Of the page below whose highest number is said to be this one. Numbers that are out of order themselves say
        /// nothing.
        Bounds bounds(long key) {
            return new Bounds(
                    before < key && before > bounds.above ? before : bounds.above, Math.min(key, bounds.highest));
        }

        /// @return whether another cell has some of these bytes
        boolean take(Cell.Span span) {
            var all = TreePage.taken(span);
            int shared = covered.nextSetBit(all.from());
            covered.set(all.from(), all.to());
            taken += all.length();
            return shared >= 0 && shared < all.to();
        }

        int mostTaken() {
            return MOST_TIMES * tree.page().bytes().length;
        }

        /// Whether every byte after the first cell is in a cell or free.
        boolean isAccounted() {
            return tree.unused() >= 0 && covered.cardinality() + tree.unused() == tree.area();
        }
    }
}
