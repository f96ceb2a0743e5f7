package org.taniq.read.metahtml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Utf8;

/// A time as Meta writes it: in words of the account's language, and by a clock of which the page does not say where it
/// stands. Days and months that are numbers alone could be either, and are not read.
final class Moment {
    /// Nothing is written.
    static final When NONE = new When.Unknown("", "the page states no time");

    static final String RULE = "the month by its name, or the year first";
    private static final String OTHER = "not a time that is sure";
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 12;

    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:]|[.,]\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?(Z)?)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F,()]+");

    /// @param text `Nov 5, 2026 9:14:33 pm`
    static When of(String text) {
        String words = Utf8.withoutMarks(text).strip();
        String source = Detail.cut(text);
        if (words.isEmpty() || words.length() > LONGEST) {
            return words.isEmpty() ? NONE : new When.Unknown(source, OTHER);
        }
        try {
            var first = YEAR_FIRST.matcher(words);
            return first.matches() ? yearFirst(source, first) : named(source, words);
        } catch (DateTimeException none) {
            return new When.Unknown(source, OTHER);
        }
    }

    /// Whether a text is surely a time.
    static boolean isTime(String text) {
        return switch (of(text)) {
            case When.Exact _, When.Local _ -> true;
            case When.Day _, When.Unknown _ -> false;
        };
    }

    private static When yearFirst(String source, Matcher first) {
        var day = LocalDate.of(number(first, 1), number(first, 2), number(first, 3));
        if (first.group(4) == null) {
            return new When.Day(source, day, RULE);
        }
        var time = day.atTime(number(first, 4), number(first, 5), number(first, 6));
        return first.group(7) == null
                ? new When.Local(source, time, "", RULE)
                : new When.Exact(source, time.toInstant(ZoneOffset.UTC));
    }

    static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// All words of it are of one language, whichever that is: where two languages read different times, it is none.
    private static When named(String source, String words) {
        var clock = CLOCK.matcher(words);
        boolean hasClock = clock.find();
        var before = words(hasClock ? words.substring(0, clock.start()) : words);
        var after = words(hasClock ? words.substring(clock.end()) : "");
        if (before.size() + after.size() > MOST_WORDS) {
            return new When.Unknown(source, OTHER);
        }
        var text = TimeText.of(source, before, after);
        var found = text.languages().stream()
                .map(language -> new Spelling(text, language))
                .flatMap(each -> (hasClock ? each.at(time(clock)) : each.dayAlone()).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : new When.Unknown(source, OTHER);
    }

    private static LocalTime time(Matcher clock) {
        return LocalTime.of(number(clock, 1), number(clock, 2), number(clock, 3));
    }

    private static List<String> words(String text) {
        return BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
