package org.taniq.read.index;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// [Words] as Lucene wants them: folded in every field but [IndexFields#EXACT].
final class WordsAnalyzer extends Analyzer {
    /// Raised when the same text becomes other words: an index of another version must be built anew.
    static final String VERSION = "1";

    WordsAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(field.equals(IndexFields.EXACT) ? new Exact() : new Folded());
    }

    /// A phrase does not run from one text of a record into the next.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    private static final class Folded extends OneByOne {
        @Override
        void term(Words words, CharTermAttribute term) throws IOException {
            words.folded(term);
        }
    }

    private static final class Exact extends OneByOne {
        @Override
        void term(Words words, CharTermAttribute term) {
            term.append(words.exact());
        }
    }

    private abstract static class OneByOne extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final char[] buffer = new char[1024];
        private Words words = new Words("");
        private int length;

        abstract void term(Words words, CharTermAttribute term) throws IOException;

        @Override
        public final boolean incrementToken() throws IOException {
            clearAttributes();
            if (!words.next()) {
                return false;
            }
            term(words, term);
            offset.setOffset(correctOffset(words.start()), correctOffset(words.end()));
            return true;
        }

        @Override
        public final void reset() throws IOException {
            super.reset();
            String text = readAll(input);
            words = new Words(text);
            length = text.length();
        }

        @Override
        public final void end() throws IOException {
            super.end();
            offset.setOffset(correctOffset(length), correctOffset(length));
        }

        private String readAll(Reader reader) throws IOException {
            var text = new StringBuilder();
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
            return text.toString();
        }
    }
}
