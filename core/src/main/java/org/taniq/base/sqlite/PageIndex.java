package org.taniq.base.sqlite;

import java.util.Arrays;

/// Where the pages lie that stand beside a database: of each page the one that was added last counts.
final class PageIndex {
    /// How many pages are kept in mind, so that no file decides how much memory is taken (32 MiB).
    static final int MOST = 1 << 22;

    private static final long PLACES = 0xFFFF_FFFFL;

    private final int most;

    /// Page and place of each, ordered by both once all are there: `page << 32 | place`.
    private long[] entries = new long[16];

    private int count;

    /// @param most how many pages it takes
    PageIndex(int most) {
        this.most = most;
    }

    /// Whether nothing with that place can be added any more.
    boolean isFullFor(long place) {
        return count == most || place >= PLACES;
    }

    /// Places are added in their order.
    void add(long page, long place) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entries[count++] = page << 32 | place;
    }

    int count() {
        return count;
    }

    /// Ends the adding: what was added first stays, so many.
    void keep(int first) {
        count = first;
        entries = Arrays.copyOf(entries, first);
        Arrays.sort(entries);
    }

    /// The last place of a page, -1 where it has none.
    long find(long page) {
        int after = -1 - Arrays.binarySearch(entries, 0, count, page << 32 | PLACES);
        if (after < 1 || entries[after - 1] >>> 32 != page) {
            return -1;
        }
        return entries[after - 1] & PLACES;
    }

    /// Whether each of these pages has a place.
    boolean hasAll(long from, long to) {
        long next = from;
        for (int i = 0; i < count && next <= to; i++) {
            next += entries[i] >>> 32 == next ? 1 : 0;
        }
        return next > to;
    }
}
