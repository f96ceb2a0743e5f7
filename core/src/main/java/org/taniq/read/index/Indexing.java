package org.taniq.read.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.store.Lock;
import org.taniq.read.index.IndexFolder.State;
import org.taniq.read.record.Activity;

/// Puts records into the index. One process writes at a time, and any number of its threads. What was not
/// committed when it is closed is as if it had never been added.
public final class Indexing implements Closeable {
    private static final double BUFFER_MB = 32;

    private final IndexFolder folder;
    private final IndexWriter writer;
    private final ConcurrentMergeScheduler merges = new Silently();
    private final ZoneId zone;
    private long counter;
    private Map<String, String> others;
    private volatile boolean uncommitted;

    private Indexing(IndexFolder folder, OpenMode mode, State state) throws IOException {
        this.folder = folder;
        this.writer = new IndexWriter(folder.directory(), config(mode, merges));
        this.zone = state.zone();
        this.counter = state.counter();
        this.others = state.others();
        this.uncommitted = mode == OpenMode.CREATE;
    }

    private static IndexWriterConfig config(OpenMode mode, ConcurrentMergeScheduler merges) {
        return new IndexWriterConfig(new WordsAnalyzer())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergeScheduler(merges);
    }

    /// A merge that fails closes the writer, and the next call says why: nothing is printed beside that.
    private static final class Silently extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable reason) {}
    }

    /// Goes on with the index in this folder.
    ///
    /// @param key 32 bytes
    /// @param atLeast the highest counter that is known to have been committed
    /// @throws IndexUnusable with the reason
    public static Indexing append(Path folder, byte[] key, long atLeast) throws IOException {
        return IndexUnusable.sayingWhy(() -> {
            IndexFolder opened = IndexFolder.existing(folder, key);
            try {
                return new Indexing(opened, OpenMode.APPEND, opened.check(atLeast));
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        });
    }

    /// Takes the index in this folder away, whatever its state, and begins an empty one. Until the first
    /// commit there is none.
    ///
    /// @param key 32 bytes
    /// @param zone whose wall clock exact times are put on
    /// @throws IndexUnusable if another process writes to it
    public static Indexing rebuild(Path folder, byte[] key, ZoneId zone) throws IOException {
        return IndexUnusable.sayingWhy(() -> {
            IndexFolder opened = IndexFolder.of(folder, key);
            try {
                try (Lock lock = opened.directory().obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    opened.clear();
                }
                return new Indexing(opened, OpenMode.CREATE, new State(0, zone, Map.of()));
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        });
    }

    /// Puts a record in the place of the one with the same item and number, if there is one.
    ///
    /// @param item what the record was read from: the pointer to it, in one spelling
    /// @param record its number in that reading
    /// @param labels words that it can be found by
    public void add(String item, long record, Activity activity, Set<String> labels) throws IOException {
        var key = new IndexFields.Key(item, record);
        Document document = IndexFields.of(key, activity, labels, zone);
        IndexUnusable.sayingWhy(() -> writer.updateDocument(key.term(), document));
        uncommitted = true;
    }

    /// Takes out all records of an item.
    public void remove(String item) throws IOException {
        IndexUnusable.sayingWhy(() -> writer.deleteDocuments(new Term(IndexFields.ITEM, item)));
        uncommitted = true;
    }

    /// Takes out all records of the items whose names begin so.
    public void removeAll(String beginning) throws IOException {
        IndexUnusable.sayingWhy(() -> writer.deleteDocuments(new PrefixQuery(new Term(IndexFields.ITEM, beginning))));
        uncommitted = true;
    }

    /// How far the last commit had come.
    public long counter() {
        return counter;
    }

    /// Makes durable what was added.
    ///
    /// @param upTo how far the caller has come, in numbers that never fall: an index with less is an older
    ///     one
    public synchronized void commit(long upTo) throws IOException {
        commit(upTo, others);
    }

    /// As [#commit(long)], where something of others was added.
    ///
    /// @param reached how far the caller has come in the logs of others, in words of its own
    public synchronized void commit(long upTo, Map<String, String> reached) throws IOException {
        if (upTo < counter) {
            throw new IllegalArgumentException("the counter of an index never falls");
        }
        writer.setLiveCommitData(new State(upTo, zone, reached).toCommit().entrySet());
        uncommitted = false;
        IndexUnusable.sayingWhy(writer::commit);
        counter = upTo;
        others = Map.copyOf(reached);
    }

    /// Waits for what is being merged, so that many small sessions do not leave many small files.
    @Override
    public void close() throws IOException {
        try (folder) {
            try {
                keepMerged();
            } finally {
                writer.rollback();
            }
        }
    }

    private void keepMerged() throws IOException {
        if (!uncommitted && writer.isOpen()) {
            merges.sync();
            IndexUnusable.sayingWhy(writer::commit);
        }
    }
}
