package org.taniq.read.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The table of words that `tesseract … tsv` prints: a line each with twelve columns, of which level 5 is a word.
///
/// @param words that lie within the picture, in the order of the table
/// @param leftOut how many others there are
record WordTable(List<Word> words, int leftOut) {
    private static final int COLUMNS = 12;
    private static final String WORD = "5";
    private static final int MOST_WORDS = 100_000;
    private static final int WHOLE = 100;

    WordTable {
        words = List.copyOf(words);
    }

    /// Whether its first line names the columns.
    static boolean isOne(String table) {
        return table.startsWith("level\tpage_num\t");
    }

    static WordTable of(String table, int width, int height) {
        var words = new ArrayList<Word>();
        var leftOut = new AtomicInteger();
        table.lines()
                .map(line -> line.split("\t", COLUMNS))
                .filter(WordTable::isWord)
                .forEach(columns -> {
                    var word = word(columns).filter(each -> each.box().isWithin(width, height));
                    if (word.isPresent() && words.size() < MOST_WORDS) {
                        words.add(word.get());
                    } else {
                        leftOut.incrementAndGet();
                    }
                });
        return new WordTable(words, leftOut.get());
    }

    private static boolean isWord(String[] columns) {
        return columns.length == COLUMNS && columns[0].equals(WORD) && !columns[COLUMNS - 1].isBlank();
    }

    private static Optional<Word> word(String[] columns) {
        try {
            var box = new Box(
                    Integer.parseInt(columns[6]),
                    Integer.parseInt(columns[7]),
                    Integer.parseInt(columns[8]),
                    Integer.parseInt(columns[9]));
            int confidence = Math.clamp((long) Double.parseDouble(columns[10]), 0, WHOLE);
            return Optional.of(new Word(columns[COLUMNS - 1].strip(), confidence, box));
        } catch (IllegalArgumentException notOfThisForm) {
            return Optional.empty();
        }
    }
}
