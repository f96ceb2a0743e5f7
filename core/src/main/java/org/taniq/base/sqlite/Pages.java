package org.taniq.base.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.taniq.base.Bytes;

/// The pages of a database by their number, from 1: from its log where that has one, else from its file.
final class Pages implements Closeable {
    /// So many pages of 512 bytes are 128 GiB; what is remembered of each is then at most 32 MiB.
    private static final long MOST = 1L << 28;

    private final Bytes.Cursor file;
    private final Wal wal;
    private final Header header;
    private final long count;

    private Pages(Bytes.Cursor file, Wal wal, Header header) throws IOException {
        this.file = file;
        this.wal = wal;
        this.header = header;
        this.count = wal.isApplied() ? wal.pages() : Math.ceilDiv(file.size(), header.pageSize());
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
        var wal = Wal.read(log, header.pageSize(), PageIndex.MOST);
        var pages = new Pages(file, wal, header);
        return wal.isApplied() && wal.find(1) >= 0 ? new Pages(file, wal, pages.newerHeader()) : pages;
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

    Wal wal() {
        return wal;
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
        return wal.isApplied() ? !wal.hasAll(whole + 1, count) : whole < Math.max(count, header.statedPages());
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
        long logged = wal.find(number);
        if (logged >= 0) {
            wal.page(logged, ByteBuffer.wrap(into));
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
            wal.close();
        }
    }
}
