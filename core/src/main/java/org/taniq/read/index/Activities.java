package org.taniq.read.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.taniq.read.index.IndexedTime.Kind;

/// The search index of one writer's records, as it was last committed: derived from the logs and blobs,
/// encrypted, to be thrown away and built anew at any time ([Indexing#rebuild]). It knows labels only as
/// words that were handed in. Any number of threads may search; an interrupt of one that does closes it.
public final class Activities implements Closeable {
    /// Up to so many hits are counted exactly while the best are looked for.
    private static final int COUNTED = 1000;

    private final IndexFolder folder;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final IndexFolder.State state;

    private Activities(IndexFolder folder, long atLeast) throws IOException {
        this.folder = folder;
        this.state = folder.check(atLeast);
        this.reader = DirectoryReader.open(folder.directory());
        this.searcher = new IndexSearcher(reader);
    }

    /// @param key 32 bytes
    /// @param atLeast the highest counter that is known to have been committed; an index with less is an
    ///     older one
    /// @throws IndexUnusable with the reason
    public static Activities open(Path folder, byte[] key, long atLeast) throws IOException {
        return IndexUnusable.sayingWhy(() -> {
            IndexFolder opened = IndexFolder.existing(folder, key);
            try {
                return new Activities(opened, atLeast);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        });
    }

    /// How far the caller had come at the last commit, or further where one came in between.
    public long counter() {
        return state.counter();
    }

    /// How far the caller had come in the logs of others.
    public Map<String, String> others() {
        return state.others();
    }

    /// Whether something that was taken out may still stand in its files: they are written anew only now and then.
    public boolean hasTakenOut() {
        return searcher.getIndexReader().hasDeletions();
    }

    /// Whether there is a record of an item.
    public boolean holds(String item) throws IOException {
        return IndexUnusable.sayingWhy(() -> searcher.count(new TermQuery(new Term(IndexFields.ITEM, item))) > 0);
    }

    /// How many records there are.
    public long size() {
        return reader.numDocs();
    }

    /// How many records the search finds, however many are asked for.
    public long count(Search search) throws IOException {
        Query query = Asked.found(search, Wanted.parts(search.words()));
        return IndexUnusable.sayingWhy(() -> (long) searcher.count(query));
    }

    public Hits search(Search search) throws IOException {
        List<Wanted.Part> parts = Wanted.parts(search.words());
        return IndexUnusable.sayingWhy(() -> {
            TopDocs found = top(Asked.found(search, parts), search);
            var hits = new ArrayList<Hits.Hit>();
            for (ScoreDoc one : found.scoreDocs) {
                hits.add(hit(searcher.storedFields().document(one.doc), parts));
            }
            return new Hits(hits, total(found.totalHits), withoutTime(search, parts));
        });
    }

    private TopDocs top(Query query, Search search) throws IOException {
        return switch (search.order()) {
            case RELEVANCE -> searcher.search(query, new TopScoreDocCollectorManager(search.top(), COUNTED));
            case OLDEST_FIRST -> searcher.search(query, byTime(search.top(), oldestFirst()));
            case NEWEST_FIRST -> searcher.search(query, byTime(search.top(), newestFirst()));
        };
    }

    private static TopFieldCollectorManager byTime(int top, SortField order) {
        return new TopFieldCollectorManager(new Sort(order, SortField.FIELD_DOC), top, COUNTED);
    }

    private static SortField oldestFirst() {
        SortField order = LongField.newSortField(IndexFields.FIRST, false, SortedNumericSelector.Type.MIN);
        order.setMissingValue(Long.MAX_VALUE);
        return order;
    }

    private static SortField newestFirst() {
        SortField order = LongField.newSortField(IndexFields.FIRST, true, SortedNumericSelector.Type.MIN);
        order.setMissingValue(Long.MIN_VALUE);
        return order;
    }

    private static Hits.Total total(TotalHits hits) {
        return switch (hits.relation()) {
            case EQUAL_TO -> new Hits.Total(hits.value(), Hits.Certainty.EXACTLY);
            case GREATER_THAN_OR_EQUAL_TO -> new Hits.Total(hits.value(), Hits.Certainty.AT_LEAST);
        };
    }

    private long withoutTime(Search search, List<Wanted.Part> parts) throws IOException {
        return search.filter().period().isAlways() ? 0 : searcher.count(Asked.withoutTime(search, parts));
    }

    private static Hits.Hit hit(Document stored, List<Wanted.Part> parts) {
        String text = stored.get(IndexFields.TEXT);
        return new Hits.Hit(
                stored.get(IndexFields.ITEM),
                number(stored, IndexFields.RECORD),
                stored.get(IndexFields.ACTOR_SHOWN),
                text,
                stored.get(IndexFields.PUBLISHED),
                time(stored),
                Set.of(stored.getValues(IndexFields.LABEL)),
                Matched.in(text, parts));
    }

    private static IndexedTime time(Document stored) {
        return switch (Kind.valueOf(stored.get(IndexFields.KIND))) {
            case EXACT -> moment(Kind.EXACT, stored);
            case LOCAL -> moment(Kind.LOCAL, stored);
            case DAY -> new IndexedTime(Kind.DAY, number(stored, IndexFields.FIRST), number(stored, IndexFields.LAST));
            case UNKNOWN -> new IndexedTime(Kind.UNKNOWN, 0, 0);
        };
    }

    private static IndexedTime moment(Kind kind, Document stored) {
        long second = number(stored, IndexFields.FIRST);
        return new IndexedTime(kind, second, second);
    }

    private static long number(Document stored, String field) {
        return stored.getField(field).numericValue().longValue();
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            reader.close();
        }
    }
}
