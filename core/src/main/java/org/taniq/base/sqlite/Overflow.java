package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/// Follows what overflows from the page of a row: pages that begin with the number of the next one.
final class Overflow {
    /// The most bytes of a row that are read, so that no file decides how much memory is taken.
    static final int MOST = 64 << 20;

    private static final int NEXT = 4;

    /// How often each page of a file may be followed: who makes all rows share theirs makes no more of
    /// them.
    private static final int MOST_TIMES = 8;

    private final Pages pages;
    private final BitSet ofTree;
    private final Shared shared;
    private final BitSet taken = new BitSet();
    private final Consumer<Damage> told;
    private final byte[] buffer;
    private long left;

    /// @param ofTree the pages of the tree itself that were come to, into which nothing overflows
    /// @param shared what is known of all tables
    Overflow(Pages pages, BitSet ofTree, Shared shared, Consumer<Damage> told) {
        this.pages = pages;
        this.ofTree = ofTree;
        this.shared = shared;
        this.told = told;
        this.buffer = pages.buffer();
        this.left = MOST_TIMES * pages.count();
    }

    /// All bytes of a row, as far as they can be had.
    Content of(Cell cell) throws IOException {
        if (cell.overflow() == 0 && cell.local() == cell.payload()) {
            return new Content(cell.page().bytes(), cell.from(), cell.from() + cell.local(), cell.payload());
        }
        return new Chain(cell).follow();
    }

    /// What overflows from one row.
    private final class Chain {
        private final Cell cell;
        private byte[] bytes;
        private int there;
        private long next;
        private boolean isShared;

        /// Where a circle is noticed: each page is compared with one that is left behind ever more
        /// rarely.
        private long mark;

        private int steps;

        Chain(Cell cell) {
            this.cell = cell;
            this.there = cell.local();
            this.next = cell.overflow();
            this.bytes = Arrays.copyOfRange(cell.page().bytes(), cell.from(), cell.from() + there);
        }

        Content follow() throws IOException {
            long all = Math.min(cell.payload(), MOST);
            while (there < all && isNextThere()) {
                piece(all);
            }
            if (there == cell.payload() && next != 0) {
                told.accept(cell.damage(Damage.Why.OVERFLOW_LONGER));
            } else if (there == all && all < cell.payload()) {
                told.accept(cell.damage(Damage.Why.TOO_LARGE));
            } else if (there < all) {
                told.accept(cell.damage(Damage.Why.OVERFLOW));
            }
            if (isShared) {
                told.accept(cell.damage(Damage.Why.OVERFLOW_SHARED));
            }
            return new Content(bytes, 0, there, cell.payload());
        }

        private boolean isNextThere() {
            if (next == 1 || !pages.has(next) || isOfTree() || left == 0) {
                return false;
            }
            if (next == mark) {
                there = cell.local();
                return false;
            }
            if (Integer.bitCount(++steps) == 1) {
                mark = next;
            }
            left--;
            isShared |= taken.get((int) next) || shared.hasOverflow(next);
            taken.set((int) next);
            return true;
        }

        private boolean isOfTree() {
            return ofTree.get((int) next) || shared.isOfTree(next);
        }

        private void piece(long all) throws IOException {
            var page = pages.page(next, buffer);
            int length = (int) Math.min(all - there, page.there() - NEXT);
            next = page.there() < NEXT ? 0 : page.u32(0);
            if (length > 0) {
                if (there + length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(all, 2L * (there + length)));
                }
                System.arraycopy(page.bytes(), NEXT, bytes, there, length);
                there += length;
            }
            if (!page.isWhole()) {
                next = 0;
            }
        }
    }
}
