package org.taniq.base.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Bytes;

/// A database of SQLite, taken as hostile: its tables and their rows, read out of its bytes. Nothing is
/// written and nothing of SQLite runs. What is damaged is told beside what is not; deleted rows are not
/// looked for.
///
/// A row can lie anywhere in the file, so what is handed in are [Bytes], which are read from any place:
/// those of a file that lies on the disk anyway, or of one that is held in memory. A blob of the vault is
/// neither, since it can only be unpacked from its beginning. Memory is taken for a page of each level of
/// a tree, for one row (at most 64 MiB of it are read), for the schema (at most a million letters) and
/// a few bits for each page and each table that is read at once. A log or journal cannot say that there are more pages
/// than both files hold.
///
/// Several tables may be read at once, each by one thread.
public final class Database implements Closeable {
    private final Pages pages;
    private final Schema schema;
    private final FreeList free;

    private Database(Pages pages) throws IOException {
        this.pages = pages;
        this.schema = Schema.read(pages);
        this.free = FreeList.read(pages);
    }

    /// Whether the bytes begin as a database does. One that is encrypted as a whole begins otherwise.
    public static boolean isDatabase(Bytes bytes) throws IOException {
        try (var cursor = bytes.cursor()) {
            var first = new byte[Header.LENGTH];
            return cursor.read(0, ByteBuffer.wrap(first)) == first.length && Header.isMagic(first);
        }
    }

    /// Opens a database that has neither a log nor a journal beside it.
    ///
    /// @throws SqliteException if it is none, or nothing of it can be read
    public static Database open(Bytes file) throws IOException {
        return open(file, Bytes.of(new byte[0]));
    }

    /// Opens a database with the file beside it that SQLite would use: the log, whose name ends in `-wal`,
    /// or the rollback journal, in `-journal`, which is there where a change was not finished; [#log] says
    /// what became of it.
    ///
    /// @throws SqliteException if it is none, or nothing of it can be read
    public static Database open(Bytes file, Bytes log) throws IOException {
        var cursor = file.cursor();
        try {
            return open(cursor, log);
        } catch (IOException | RuntimeException failed) {
            cursor.close();
            throw failed;
        }
    }

    private static Database open(Bytes.Cursor file, Bytes log) throws IOException {
        var cursor = log.cursor();
        try {
            return new Database(Pages.open(file, cursor));
        } catch (IOException | RuntimeException failed) {
            cursor.close();
            throw failed;
        }
    }

    /// What the head of the file says, or that of the log if it is newer.
    public Header header() {
        return pages.header();
    }

    /// What became of the log or journal.
    public Log log() {
        return pages.beside().told();
    }

    /// How many pages there are, also one that is there in part.
    public long pages() {
        return pages.count();
    }

    /// How many pages no table has any more; they may hold what was deleted.
    public long freePages() {
        return free.pages().cardinality();
    }

    /// All tables with rows of their own, in the order of the schema.
    public List<Table> tables() {
        return List.copyOf(schema.tables());
    }

    /// A table by its name, whatever the case.
    public Optional<Table> table(String name) {
        return schema.tables().stream().filter(table -> table.isNamed(name)).findFirst();
    }

    /// The names of tables that have no rows of their own, but are made up of those of others by a
    /// program (`CREATE VIRTUAL TABLE`), such as for searching in texts.
    public List<String> virtualTables() {
        return List.copyOf(schema.virtual());
    }

    /// The rows of a table, from the first one on.
    public Rows rows(Table table) {
        return rows(table, Shared.UNKNOWN);
    }

    /// The same, where it is known to which pages several lead.
    public Rows rows(Table table, Shared shared) {
        return new Rows(pages, table, shared);
    }

    /// What is damaged in the file as a whole and in its schema; what is in a table is told with its
    /// rows.
    public List<Damage> damages() throws IOException {
        var damages = new ArrayList<Damage>();
        if (pages.isCut()) {
            long size = pages.fileSize();
            damages.add(new Damage(new Place(Place.In.DATABASE, pages.count(), size, size), Damage.Why.CUT));
        }
        var head = new Place(Place.In.DATABASE, 1, 0, Header.LENGTH);
        if (!header().isUsual()) {
            damages.add(new Damage(head, Damage.Why.HEAD));
        }
        if (free.isDamaged()) {
            damages.add(new Damage(head, Damage.Why.FREE_LIST));
        }
        pages.beside().damage().ifPresent(damages::add);
        damages.addAll(schema.damages());
        return damages;
    }

    /// Goes through the whole file, for what the rows of one table cannot say.
    public Strays strays() throws IOException {
        var sweep = new Sweep(pages, free.pages());
        sweep.through(Table.schema().tree());
        for (var table : schema.tables()) {
            sweep.through(table.tree());
        }
        for (var index : schema.indexes()) {
            sweep.through(index);
        }
        return sweep.strays();
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
