package org.taniq.read.metahtml;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The words of a time, without its hours.
///
/// @param source as it stands in the page
/// @param words as they stand there
/// @param plain the same without capitals and full stops
/// @param clockAt before which word the hours stand
/// @param halves words from which on, in any language, a half of the day stands directly beside the hours
record TimeText(String source, List<String> words, List<String> plain, int clockAt, Set<Integer> halves) {

    /// @param before words before the hours; all where there are none
    /// @param after words behind them
    static TimeText of(String source, List<String> before, List<String> after) {
        var words = Stream.concat(before.stream(), after.stream()).toList();
        var plain = words.stream().map(TimeWords::plain).toList();
        int clockAt = before.size();
        var halves = new TreeSet<Integer>();
        for (int i = 0; i < plain.size(); i++) {
            int at = i;
            if (TimeWords.halvesOfAll(plain.get(at)).stream()
                    .anyMatch(half -> isBeside(at, half, clockAt) && half.standsAt(plain, at))) {
                halves.add(at);
            }
        }
        return new TimeText(source, words, plain, clockAt, halves);
    }

    private static boolean isBeside(int at, TimeWords.Half half, int clockAt) {
        return at == clockAt || at + half.words().size() == clockAt;
    }

    /// Whether this half of the day stands there directly beside the hours: elsewhere `am` and `de` are words as
    /// others.
    boolean isHalf(int at, TimeWords.Half half) {
        return halves.contains(at) && isBeside(at, half, clockAt) && half.standsAt(plain, at);
    }

    /// The languages that have a month among the words.
    List<TimeWords> languages() {
        return plain.stream()
                .flatMap(word -> TimeWords.withMonth(word).stream())
                .distinct()
                .toList();
    }
}
