package org.taniq.base.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.taniq.base.Bytes;

/// The rollback journal beside a database (`-journal`; file format, 3): its pages as they were before a change that was
/// begun and never finished. SQLite puts them back before it reads anything.
final class Journal implements Beside {
    private static final long MAGIC = 0xD9D505F920A163D7L;
    private static final int HEAD = 28;
    private static final int TO_THE_END = -1;
    private static final int LEAST_SECTOR = 32;
    private static final int MOST_SECTOR = 1 << 16;

    /// The page that SQLite locks, in which nothing lies.
    private static final long LOCKED = 1L << 30;

    /// Pages begin at a place that can be divided by it.
    private static final int STEP = 8;

    /// How far apart the bytes are that are summed up.
    private static final int SUMMED = 200;

    private final Bytes.Cursor journal;
    private final int pageSize;
    private final PageIndex index;
    private Log told = new Log(Log.State.EMPTY, 0, 0, 0);
    private long pages;
    private long sector;
    private long read;
    private boolean isDamaged;

    private Journal(Bytes.Cursor journal, int pageSize, PageIndex index) {
        this.journal = journal;
        this.pageSize = pageSize;
        this.index = index;
    }

    static boolean is(Bytes.Cursor file) throws IOException {
        var head = ByteBuffer.allocate(Long.BYTES);
        return file.read(0, head) == Long.BYTES && head.getLong(0) == MAGIC;
    }

    /// @param most how many pages are used
    static Journal read(Bytes.Cursor file, int pageSize, int most) throws IOException {
        var journal = new Journal(file, pageSize, new PageIndex(most));
        var state = journal.state();
        if (state == Log.State.ROLLED_BACK) {
            journal.readAll();
        }
        journal.index.keep(journal.index.count());
        long left = Math.max(0, file.size() - journal.read) / (pageSize + 8);
        journal.told = new Log(state, journal.index.count(), left, 0);
        return journal;
    }

    private Log.State state() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        if (journal.read(0, head) < HEAD) {
            return Log.State.EMPTY;
        }
        pages = Integer.toUnsignedLong(head.getInt(16));
        sector = Integer.toUnsignedLong(head.getInt(20));
        boolean isSector = sector >= LEAST_SECTOR && sector <= MOST_SECTOR && Long.bitCount(sector) == 1;
        if (!isSector || pages > Pages.MOST) {
            return Log.State.DAMAGED;
        }
        int stated = head.getInt(24);
        if (stated != pageSize && stated != 0) {
            return Log.State.OTHER_PAGES;
        }
        return isOfSeveral() ? Log.State.OF_SEVERAL : Log.State.ROLLED_BACK;
    }

    /// Whether it ends with the name of a journal of several databases: only where that file is still there, the
    /// change was not finished.
    private boolean isOfSeveral() throws IOException {
        var end = ByteBuffer.allocate(16);
        return journal.size() > HEAD + 16
                && journal.read(journal.size() - 16, end) == 16
                && end.getLong(8) == MAGIC
                && end.getInt(0) > 0;
    }

    /// Heads begin where a sector does, each with pages behind it.
    private void readAll() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        long from = 0;
        while (journal.size() >= from + sector
                && journal.read(from, head.clear()) == HEAD
                && head.getLong(0) == MAGIC) {
            long to = from + sector;
            long there = Math.max(0, journal.size() - to) / (pageSize + 8);
            long stated = Integer.toUnsignedLong(head.getInt(8));
            long count = head.getInt(8) == TO_THE_END ? there : stated;
            if (!readPages(to, count, head.getInt(12))) {
                isDamaged |= head.getInt(8) != TO_THE_END;
                return;
            }
            read = to + count * (pageSize + 8);
            from = Math.ceilDiv(read, sector) * sector;
        }
    }

    /// @return whether all of them are right
    private boolean readPages(long from, long count, int salt) throws IOException {
        var bytes = ByteBuffer.allocate(pageSize + 8);
        for (long i = 0; i < count; i++) {
            long at = from + i * bytes.capacity();
            if (index.isFullFor(at / STEP) || journal.read(at, bytes.clear()) < bytes.capacity()) {
                return false;
            }
            long page = Integer.toUnsignedLong(bytes.getInt(0));
            if (page == 0 || page == LOCKED / pageSize + 1) {
                return false;
            }
            if (page <= pages) {
                if (sum(bytes, salt) != bytes.getInt(4 + pageSize)) {
                    return false;
                }
                index.add(page, at / STEP);
            }
            read = at + bytes.capacity();
        }
        return true;
    }

    private int sum(ByteBuffer bytes, int salt) {
        int sum = salt;
        for (int at = pageSize - SUMMED; at > 0; at -= SUMMED) {
            sum += bytes.get(4 + at) & 0xFF;
        }
        return sum;
    }

    @Override
    public Log told() {
        return told;
    }

    @Override
    public Optional<Damage> damage() throws IOException {
        return isDamaged
                ? Optional.of(new Damage(new Place(Place.In.LOG, 0, read, journal.size()), Damage.Why.LOG))
                : Optional.empty();
    }

    @Override
    public boolean isApplied() {
        return told.state() == Log.State.ROLLED_BACK;
    }

    @Override
    public long pages() {
        return pages;
    }

    @Override
    public long find(long page) {
        long place = index.find(page);
        return place < 0 ? -1 : place * STEP + 4;
    }

    @Override
    public boolean hasAll(long from, long to) {
        return index.hasAll(from, to);
    }

    @Override
    public void page(long at, ByteBuffer into) throws IOException {
        journal.read(at, into);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
