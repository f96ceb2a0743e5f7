package org.taniq.base.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.taniq.base.Bytes;

/// The pages in a file beside a database, which count instead of those in it.
sealed interface Beside extends Closeable permits Wal, Journal {
    /// @param file what is empty is no log
    static Beside read(Bytes.Cursor file, int pageSize) throws IOException {
        return Journal.is(file)
                ? Journal.read(file, pageSize, PageIndex.MOST)
                : Wal.read(file, pageSize, PageIndex.MOST);
    }

    Log told();

    /// That not all of it can be read.
    Optional<Damage> damage() throws IOException;

    /// Whether its pages count.
    boolean isApplied();

    /// How many pages the database has with it.
    long pages();

    /// Where in the file the bytes of a page begin, -1 where it has none.
    long find(long page);

    /// Whether it has each of these pages.
    boolean hasAll(long from, long to);

    void page(long at, ByteBuffer into) throws IOException;
}
