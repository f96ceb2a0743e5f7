package org.taniq.base.sqlite;

/// Where a tree of pages begins, and of which kind it is.
///
/// @param root its first page
record Tree(long root, Kind kind) {
    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_INDEX = 10;
    private static final int LEAF_TABLE = 13;

    /// What lies in it.
    enum Kind {
        /// Rows with numbers, all in the leaves.
        TABLE(INTERIOR_TABLE, LEAF_TABLE),
        /// Rows ordered by what they hold, also between the leaves.
        INDEX(INTERIOR_INDEX, LEAF_INDEX);

        private final int interior;
        private final int leaf;

        Kind(int interior, int leaf) {
            this.interior = interior;
            this.leaf = leaf;
        }

        boolean isInterior(int type) {
            return type == interior;
        }

        boolean isLeaf(int type) {
            return type == leaf;
        }

        /// The most bytes of a row that lie on its page (file format, 1.6).
        int most(int usable) {
            return switch (this) {
                case TABLE -> usable - 35;
                case INDEX -> (usable - 12) * 64 / 255 - 23;
            };
        }
    }

    /// How many bytes of a row of so many lie on its page.
    static int local(long payload, int usable, Kind kind) {
        int most = kind.most(usable);
        if (payload <= most) {
            return (int) payload;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (int) ((payload - least) % (usable - 4));
        return fitting <= most ? fitting : least;
    }
}
