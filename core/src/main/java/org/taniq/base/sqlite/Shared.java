package org.taniq.base.sqlite;

import java.util.BitSet;

/// Pages to which more than one leads: which of them is wrong, they do not say.
public final class Shared {
    /// Nothing is known of that.
    static final Shared UNKNOWN = new Shared(new BitSet(), new BitSet(), new BitSet());

    private final BitSet ofTables;
    private final BitSet ofTrees;
    private final BitSet ofRows;

    /// @param ofTables pages with rows to which several tables lead, or one and the list of free pages, and all below
    /// @param ofTrees pages with rows
    /// @param ofRows pages into which several rows overflow, or one though they are free
    Shared(BitSet ofTables, BitSet ofTrees, BitSet ofRows) {
        this.ofTables = ofTables;
        this.ofTrees = ofTrees;
        this.ofRows = ofRows;
    }

    /// Whether what stands there may belong to another table.
    public boolean has(Place place) {
        return ofTables.get((int) place.page());
    }

    BitSet ofTables() {
        return ofTables;
    }

    /// Into which nothing overflows.
    boolean isOfTree(long page) {
        return ofTrees.get((int) page);
    }

    boolean hasOverflow(long page) {
        return ofRows.get((int) page);
    }
}
