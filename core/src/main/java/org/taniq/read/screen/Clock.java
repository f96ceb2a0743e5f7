package org.taniq.read.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.When;

/// The time of day that a messenger prints into the last line of a bubble. The day stands elsewhere on the screen, or
/// nowhere.
///
/// @param text the lines of the bubble without it
/// @param shown as it stands there; empty where there is none
record Clock(String text, String shown) {
    private static final Pattern TIME = Pattern.compile("[0-2]?\\d[:.][0-5]\\d");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)[ap]\\.?m\\.?");
    /// Ticks behind it are read as a letter or two.
    private static final int LONGEST_TICKS = 2;
    /// It is at most so many tenths as high as the highest word.
    private static final int SMALL = 8;

    /// The text of a block. A time in letters as large as the others is text, and so is one that stands alone.
    static Clock of(Block block) {
        var rows = new ArrayList<>(block.rows().stream().map(Row::words).toList());
        var last = rows.getLast();
        int at = time(last);
        if (at < 0 || !isSmall(last.get(at), block)) {
            return new Clock(text(rows), "");
        }
        boolean hasHalf = at + 1 < last.size()
                && HALF_OF_DAY.matcher(last.get(at + 1).text()).matches();
        var shown = last.subList(at, hasHalf ? at + 2 : at + 1);
        rows.set(rows.size() - 1, without(last, shown));
        return new Clock(text(rows), words(shown));
    }

    private static boolean isSmall(Word time, Block block) {
        int highest = block.words().stream()
                .mapToInt(word -> word.box().height())
                .max()
                .orElse(0);
        return 10 * time.box().height() <= SMALL * highest;
    }

    /// The number of the last word that is a time and has nothing behind it but ticks; below 0 where there is none.
    private static int time(List<Word> row) {
        for (int i = row.size() - 1; i >= 0; i--) {
            String word = row.get(i).text();
            if (TIME.matcher(word).matches()) {
                return i;
            }
            if (word.length() > LONGEST_TICKS
                    && !HALF_OF_DAY.matcher(word.toLowerCase(Locale.ROOT)).matches()) {
                return -1;
            }
        }
        return -1;
    }

    private static List<Word> without(List<Word> row, List<Word> some) {
        return row.stream().filter(word -> !some.contains(word)).toList();
    }

    /// A row that ends far from where the next begins on the same line goes on in it.
    private static String text(List<List<Word>> rows) {
        return rows.stream().filter(row -> !row.isEmpty()).map(Clock::words).collect(Collectors.joining("\n"));
    }

    private static String words(List<Word> row) {
        return row.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    When published() {
        return shown.isEmpty()
                ? new When.Unknown("", "the picture states no time beside these words")
                : new When.Unknown(shown, "a screen shows the time of day; the day stands elsewhere on it, or nowhere");
    }
}
