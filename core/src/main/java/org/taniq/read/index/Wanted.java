package org.taniq.read.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The words that somebody typed, understood whatever they are: see [Search#words].
final class Wanted {
    /// Two clauses a word stay below the 1,024 that Lucene allows.
    private static final int MOST_WORDS = 400;

    /// More than rarity and length can make out, so that words as typed always come first.
    private static final float AS_TYPED = 1000;

    private static final String QUOTES = "\"“”„‟«»";

    private final String typed;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int words;

    private Wanted(String typed) {
        this.typed = typed;
    }

    /// A word as the index has it: folded, and as it was typed.
    record Word(String folded, String exact) {}

    /// What a record must have, each of them.
    sealed interface Part {
        record One(Word word) implements Part {}

        record Prefix(Word begin) implements Part {}

        record Phrase(List<Word> words) implements Part {}
    }

    static List<Part> parts(String typed) {
        var wanted = new Wanted(typed);
        wanted.read();
        return List.copyOf(wanted.parts);
    }

    /// All words of a text, quotes and stars passed over.
    static List<Word> words(String typed) {
        return new Wanted(typed).wordsOf(typed);
    }

    private void read() {
        while (at < typed.length() && words < MOST_WORDS) {
            if (isQuote(at)) {
                quoted();
            } else {
                plain();
            }
        }
    }

    private boolean isQuote(int place) {
        return QUOTES.indexOf(typed.charAt(place)) >= 0;
    }

    private void quoted() {
        int from = ++at;
        while (at < typed.length() && !isQuote(at)) {
            at++;
        }
        phrase(wordsOf(typed.substring(from, at)));
        at++;
    }

    /// Up to the next blank or quote. `Aysel'in` is two words to the index and one to whoever typed it: a
    /// phrase.
    private void plain() {
        int from = at;
        while (at < typed.length() && !isQuote(at) && !Character.isWhitespace(typed.charAt(at))) {
            at++;
        }
        String chunk = typed.substring(from, at);
        if (chunk.endsWith("*")) {
            prefix(wordsOf(chunk));
        } else {
            phrase(wordsOf(chunk));
        }
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
            at++;
        }
    }

    private List<Word> wordsOf(String text) {
        var found = new ArrayList<Word>();
        var all = new Words(text);
        while (words < MOST_WORDS && all.next()) {
            found.add(new Word(all.folded(), all.exact()));
            words++;
        }
        return found;
    }

    private void phrase(List<Word> phrase) {
        if (phrase.size() == 1) {
            parts.add(new Part.One(phrase.getFirst()));
        } else if (!phrase.isEmpty()) {
            parts.add(new Part.Phrase(List.copyOf(phrase)));
        }
    }

    private void prefix(List<Word> chunk) {
        if (!chunk.isEmpty()) {
            phrase(chunk.subList(0, chunk.size() - 1));
            parts.add(new Part.Prefix(chunk.getLast()));
        }
    }

    /// All parts, those as typed worth more. Signs alone are no words, and nothing is found by them.
    static Query query(List<Part> parts) {
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var all = new BooleanQuery.Builder();
        parts.forEach(part -> add(part, all));
        return all.build();
    }

    private static void add(Part part, BooleanQuery.Builder all) {
        switch (part) {
            case Part.One(Word word) -> {
                all.add(new TermQuery(new Term(IndexFields.WORDS, word.folded())), Occur.MUST);
                asTyped(word, all);
            }
            case Part.Prefix(Word begin) -> {
                all.add(new PrefixQuery(new Term(IndexFields.WORDS, begin.folded())), Occur.MUST);
                all.add(better(new PrefixQuery(new Term(IndexFields.EXACT, begin.exact()))), Occur.SHOULD);
            }
            case Part.Phrase(List<Word> words) -> {
                all.add(phrase(IndexFields.WORDS, words), Occur.MUST);
                words.forEach(word -> asTyped(word, all));
            }
        }
    }

    static Query phrase(String field, List<Word> words) {
        return new PhraseQuery(field, words.stream().map(Word::folded).toArray(String[]::new));
    }

    private static void asTyped(Word word, BooleanQuery.Builder all) {
        all.add(better(new TermQuery(new Term(IndexFields.EXACT, word.exact()))), Occur.SHOULD);
    }

    private static Query better(Query asTyped) {
        return new BoostQuery(new ConstantScoreQuery(asTyped), AS_TYPED);
    }
}
