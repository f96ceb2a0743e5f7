package org.taniq.read.index;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// A [Search] as Lucene asks it.
final class Asked {
    private final BooleanQuery.Builder all = new BooleanQuery.Builder();

    private Asked(Search search, List<Wanted.Part> parts) {
        boolean everything = search.words().isBlank();
        all.add(everything ? new MatchAllDocsQuery() : Wanted.query(parts), Occur.MUST);
        actor(search.filter().actor());
        labels(search.filter().labels());
    }

    static Query found(Search search, List<Wanted.Part> parts) {
        var asked = new Asked(search, parts);
        if (!search.filter().period().isAlways()) {
            asked.within(search.filter().period());
        }
        return asked.all.build();
    }

    /// What has the words, actor and label, but no time.
    static Query withoutTime(Search search, List<Wanted.Part> parts) {
        var asked = new Asked(search, parts);
        asked.filter(new TermQuery(new Term(IndexFields.KIND, IndexedTime.Kind.UNKNOWN.name())));
        return asked.all.build();
    }

    private void actor(String actor) {
        if (!actor.isBlank()) {
            List<Wanted.Word> words = Wanted.words(actor);
            filter(words.isEmpty() ? new MatchNoDocsQuery("no words") : Wanted.phrase(IndexFields.ACTOR, words));
        }
    }

    private void labels(Set<String> labels) {
        if (!labels.isEmpty()) {
            filter(new TermInSetQuery(
                    IndexFields.LABEL, labels.stream().map(BytesRef::new).toList()));
        }
    }

    /// What begins in it, and a day that begins before and ends in it or after it.
    private void within(Search.Period period) {
        var dayOverlaps = new BooleanQuery.Builder()
                .add(LongField.newRangeQuery(IndexFields.FIRST, Long.MIN_VALUE, period.last()), Occur.FILTER)
                .add(LongField.newRangeQuery(IndexFields.LAST, period.first(), Long.MAX_VALUE), Occur.FILTER);
        filter(new BooleanQuery.Builder()
                .add(LongField.newRangeQuery(IndexFields.FIRST, period.first(), period.last()), Occur.SHOULD)
                .add(dayOverlaps.build(), Occur.SHOULD)
                .build());
    }

    private void filter(Query query) {
        all.add(query, Occur.FILTER);
    }
}
