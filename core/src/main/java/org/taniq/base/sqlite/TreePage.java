package org.taniq.base.sqlite;

/// A page of a tree: a head, pointers, and the cells that they point to (file format, 1.6).
final class TreePage {
    private static final int POINTER = 2;
    private static final int LEAST_CELL = 4;
    private static final long LARGEST = Integer.MAX_VALUE;

    private final Page page;
    private final Tree.Kind kind;
    private final int usable;
    private final boolean isLeaf;
    private final int first;
    private final int count;

    private TreePage(Page page, Tree.Kind kind) {
        this.page = page;
        this.kind = kind;
        this.usable = page.usable();
        this.isLeaf = kind.isLeaf(page.u8(page.head()));
        this.first = page.head() + (isLeaf ? 8 : 12);
        this.count = Math.min(stated(), (page.there() - first) / POINTER);
    }

    static TreePage of(Page page, Tree.Kind kind) throws Unfit {
        int head = page.head();
        if (page.there() < head + 12) {
            throw new Unfit(Damage.Why.CUT);
        }
        if (!kind.isLeaf(page.u8(head)) && !kind.isInterior(page.u8(head))) {
            throw new Unfit(Damage.Why.OTHER_KIND);
        }
        return new TreePage(page, kind);
    }

    Page page() {
        return page;
    }

    boolean isLeaf() {
        return isLeaf;
    }

    /// How many cells it has, as far as their pointers are there.
    int count() {
        return count;
    }

    private int stated() {
        return page.u16(page.head() + 3);
    }

    /// Whether it says that it has more cells than it has room for.
    boolean hasMore() {
        return stated() > count;
    }

    /// The page after the last cell.
    long right() {
        return page.u32(page.head() + 8);
    }

    /// Where a cell begins.
    private int pointer(int number) throws Unfit {
        int at = page.u16(first + POINTER * number);
        if (at < page.head() + 8 || at >= usable) {
            throw new Unfit(Damage.Why.OUTSIDE);
        }
        if (at >= page.there()) {
            throw new Unfit(Damage.Why.CUT);
        }
        return at;
    }

    /// A cell that leads to another page.
    ///
    /// @param key the largest number of a row there; of no meaning in an index
    record Branch(long child, long key, Cell.Span span) {}

    Branch branch(int number) throws Unfit {
        int at = pointer(number);
        var scan = page.scan(at);
        long child = scan.u32();
        return kind == Tree.Kind.INDEX
                ? new Branch(child, Long.MAX_VALUE, new Cell.Span(at, at))
                : new Branch(child, highest(scan), new Cell.Span(at, scan.at()));
    }

    /// Without it the way goes on all the same: the number is for noticing rows that do not belong there.
    private static long highest(Scan scan) {
        try {
            return scan.varint();
        } catch (Unfit unfit) {
            return Long.MAX_VALUE;
        }
    }

    /// A cell that holds a row.
    Cell cell(int number) throws Unfit {
        int at = pointer(number);
        var scan = page.scan(at + (isLeaf ? 0 : 4));
        long payload = scan.varint();
        long key = kind == Tree.Kind.TABLE ? scan.varint() : 0;
        if (payload < 0 || payload > LARGEST) {
            throw new Unfit(Damage.Why.LENGTH);
        }
        int from = scan.at();
        int local = Tree.local(payload, usable, kind);
        int to = from + local + (local < payload ? 4 : 0);
        if (to > page.there()) {
            throw new Unfit(to > usable ? Damage.Why.OUTSIDE : Damage.Why.CUT);
        }
        long overflow = local < payload ? page.u32(from + local) : 0;
        return new Cell(page, new Cell.Span(at, to), key, payload, from, local, overflow);
    }

    /// How many bytes from the first cell to the end of the page are in no cell, as the page says; -1
    /// where what it says leads astray.
    int unused() {
        int head = page.head();
        int free = page.u8(head + 7);
        int next = page.u16(head + 1);
        for (int last = 0; next != 0; ) {
            if (next <= last || next > page.there() - LEAST_CELL) {
                return -1;
            }
            last = next;
            free += page.u16(last + 2);
            next = page.u16(last);
        }
        return free;
    }

    /// How many bytes there are from the first cell to the end of the page, as the page says.
    int area() {
        int stated = page.u16(page.head() + 5);
        return usable - (stated == 0 ? 1 << 16 : stated);
    }

    /// The bytes that a cell takes, which are never fewer than a free piece needs.
    static Cell.Span taken(Cell.Span span) {
        return new Cell.Span(span.from(), Math.max(span.to(), span.from() + LEAST_CELL));
    }
}
