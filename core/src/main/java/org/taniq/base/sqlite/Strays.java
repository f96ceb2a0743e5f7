package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the rows of one table cannot say: pages that seem to hold rows, and to which no table, index or list of free
/// pages leads (what a damaged page above them has cut off; of which table is not known), and pages to which more than
/// one leads (in all tables but one, their rows are none of theirs), each with all to which it leads. One is in memory
/// at a time.
public final class Strays {
    private final Pages pages;
    private final BitSet reached;
    private final Shared shared;
    private final byte[] buffer;
    private int twice;
    private int astray;

    /// @param reached all pages that were come to
    Strays(Pages pages, BitSet reached, Shared shared) {
        this.pages = pages;
        this.reached = reached;
        this.shared = shared;
        this.buffer = pages.buffer();
    }

    /// Which pages are meant by the latter, and into which several rows overflow.
    public Shared shared() {
        return shared;
    }

    /// The next one; empty after the last, for ever.
    public Optional<Damage> next() throws IOException {
        if (twice >= 0) {
            twice = shared.ofTables().nextSetBit(twice + 1);
        }
        return twice > 0 ? Optional.of(pages.page(twice, buffer).damage(Damage.Why.PAGE_TWICE)) : notReached();
    }

    private Optional<Damage> notReached() throws IOException {
        for (astray = reached.nextClearBit(astray + 1); pages.has(astray); astray = reached.nextClearBit(astray + 1)) {
            var page = pages.page(astray, buffer);
            if (hasRows(page)) {
                return Optional.of(page.damage(Damage.Why.NOT_REACHED));
            }
        }
        astray--;
        return Optional.empty();
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
}
