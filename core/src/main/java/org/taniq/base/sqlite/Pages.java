package org.taniq.base.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.taniq.base.Bytes;

/// The pages of a database by their number, from 1: from the file beside it where that has one, else from its file.
final class Pages implements Closeable {
    /// So many pages of 512 bytes are 128 GiB; what is remembered of each is then at most 32 MiB.
    static final long MOST = 1L << 28;

    /// The page that SQLite locks: nothing lies in it, and a log does not have it.
    private static final int LOCKED = 1;

    private final Bytes.Cursor file;
    private final Beside beside;
    private final Header header;
    private final long count;

    private Pages(Bytes.Cursor file, Beside beside, Header header) throws IOException {
        this.file = file;
        this.beside = beside;
        this.header = header;
        long there = Math.ceilDiv(file.size(), header.pageSize());
        this.count = beside.isApplied()
                ? Math.min(beside.pages(), there + beside.told().applied() + LOCKED)
                : there;
        if (count > MOST) {
            throw new SqliteException("the database has more pages than can be read");
        }
    }

    static Pages open(Bytes.Cursor file, Bytes.Cursor log) throws IOException {
        var first = new byte[Header.LENGTH];
        int got = file.read(0, ByteBuffer.wrap(first));
        if (got < first.length) {
            throw new SqliteException("not a database of SQLite, or an encrypted one");
        }
        var header = Header.of(first);
        var beside = Beside.read(log, header.pageSize());
        var pages = new Pages(file, beside, header);
        return beside.isApplied() && beside.find(1) >= 0 ? new Pages(file, beside, pages.newerHeader()) : pages;
    }

    /// That of the log; what decides how pages lie is the same in both, or the log is none of this
    /// database.
    private Header newerHeader() throws IOException {
        var newer = Header.of(page(1, new byte[header.pageSize()]).bytes());
        return newer.pageSize() == header.pageSize() ? newer : header;
    }

    Header header() {
        return header;
    }

    Beside beside() {
        return beside;
    }

    long count() {
        return count;
    }

    boolean has(long number) {
        return number >= 1 && number <= count;
    }

    /// Bytes that the database file lacks of the pages that it says it has, or of its last one, and that its log does
    /// not have either.
    boolean isCut() throws IOException {
        long whole = file.size() / header.pageSize();
        return beside.isApplied()
                ? !beside.hasAll(whole + 1, beside.pages())
                : whole < Math.max(count, header.statedPages());
    }

    long fileSize() throws IOException {
        return file.size();
    }

    /// A buffer for one page.
    byte[] buffer() {
        return new byte[header.pageSize()];
    }

    /// Reads a page, as much of it as is there, into a buffer.
    Page page(long number, byte[] into) throws IOException {
        long logged = beside.find(number);
        if (logged >= 0) {
            beside.page(logged, ByteBuffer.wrap(into));
            return new Page(into, header.usable(), into.length, place(Place.In.LOG, number, logged));
        }
        long at = (number - 1) * header.pageSize();
        int got = at >= file.size() ? 0 : file.read(at, ByteBuffer.wrap(into));
        return new Page(into, header.usable(), got, place(number));
    }

    /// Where a page lies in the database file, or would lie.
    Place place(long number) {
        return place(Place.In.DATABASE, number, (number - 1) * header.pageSize());
    }

    private Place place(Place.In in, long number, long at) {
        return new Place(in, number, at, at + header.pageSize());
    }

    @Override
    public void close() throws IOException {
        try (file) {
            beside.close();
        }
    }
}
