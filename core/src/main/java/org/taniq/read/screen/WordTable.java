package org.taniq.read.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of words that `tesseract … tsv` prints: a line each with twelve columns, of which level 5 is a word. A
/// line of another form is left out.
final class WordTable {
    private static final int COLUMNS = 12;
    private static final String WORD = "5";
    private static final int MOST_WORDS = 100_000;
    private static final int WHOLE = 100;

    private WordTable() {}

    /// Whether its first line names the columns.
    static boolean isOne(String table) {
        return table.startsWith("level\tpage_num\t");
    }

    /// The words that lie within the picture, in the order of the table.
    static List<Word> words(String table, int width, int height) {
        var words = new ArrayList<Word>();
        for (String line : table.split("\n")) {
            if (words.size() < MOST_WORDS) {
                word(line.split("\t", COLUMNS))
                        .filter(word -> word.box().isWithin(width, height))
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    private static Optional<Word> word(String[] columns) {
        if (columns.length < COLUMNS || !columns[0].equals(WORD) || columns[COLUMNS - 1].isBlank()) {
            return Optional.empty();
        }
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
