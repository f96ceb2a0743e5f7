package org.taniq.read.metahtml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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

    private static final String RULE = "the month by its name, or the year first";
    private static final String OTHER = "not a time that is sure";
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 12;
    private static final int NOON = 12;

    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:])");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?)?");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    /// `CST`: it may be that of several countries.
    private static final Pattern ZONE = Pattern.compile("[A-Z]{3,4}");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F,()]+");

    private final String source;
    private final List<Integer> months = new ArrayList<>();
    private final List<String> years = new ArrayList<>();
    private final List<String> days = new ArrayList<>();
    private final List<Boolean> halves = new ArrayList<>();
    private final List<ZoneOffset> offsets = new ArrayList<>();
    private int zones;
    private int others;

    private Moment(String source) {
        this.source = source;
    }

    /// @param text `Nov 5, 2026 9:14:33 pm`
    static When of(String text) {
        String words = Utf8.withoutMarks(text).strip();
        String source = Detail.cut(text);
        if (words.isEmpty() || words.length() > LONGEST) {
            return words.isEmpty() ? NONE : new When.Unknown(source, OTHER);
        }
        try {
            var first = YEAR_FIRST.matcher(words);
            return first.matches() ? yearFirst(source, first) : new Moment(source).named(words);
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
        return first.group(4) == null
                ? new When.Day(source, day, RULE)
                : new When.Local(source, day.atTime(number(first, 4), number(first, 5), number(first, 6)), "", RULE);
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private When named(String words) {
        var clock = CLOCK.matcher(words);
        boolean hasClock = clock.find();
        String rest = hasClock ? words.substring(0, clock.start()) + " " + words.substring(clock.end()) : words;
        var parts = BLANKS.split(rest.strip());
        if (parts.length > MOST_WORDS) {
            return new When.Unknown(source, OTHER);
        }
        for (var part : parts) {
            word(part);
        }
        boolean isDay = months.size() == 1 && years.size() == 1 && days.size() == 1 && others == 0;
        if (!isDay || halves.size() > 1 || offsets.size() + zones > 1) {
            return new When.Unknown(source, OTHER);
        }
        var day =
                LocalDate.of(Integer.parseInt(years.getFirst()), months.getFirst(), Integer.parseInt(days.getFirst()));
        return hasClock ? timed(day, clock) : dayAlone(day);
    }

    private When dayAlone(LocalDate day) {
        boolean isAlone = halves.isEmpty() && offsets.isEmpty() && zones == 0;
        return isAlone ? new When.Day(source, day, RULE) : new When.Unknown(source, OTHER);
    }

    private When timed(LocalDate day, Matcher clock) {
        int hour = number(clock, 1);
        if (!halves.isEmpty() && (hour < 1 || hour > NOON)) {
            return new When.Unknown(source, OTHER);
        }
        int of24 = halves.isEmpty() ? hour : hour % NOON + (halves.getFirst() ? NOON : 0);
        LocalDateTime time = day.atTime(LocalTime.of(of24, number(clock, 2), number(clock, 3)));
        return offsets.isEmpty()
                ? new When.Local(source, time, "", RULE)
                : new When.Exact(source, time.toInstant(offsets.getFirst()));
    }

    private void word(String word) {
        var all = TimeWords.all();
        String plain = TimeWords.plain(word);
        OptionalInt month = all.month(plain);
        var offset = OFFSET.matcher(word);
        if (month.isPresent()) {
            months.add(month.getAsInt());
        } else if (YEAR.matcher(plain).matches()) {
            years.add(plain);
        } else if (DAY.matcher(plain).matches()) {
            days.add(plain);
        } else if (all.isMorning(plain) || all.isAfternoon(plain)) {
            halves.add(all.isAfternoon(plain));
        } else if (offset.matches()) {
            offsets.add(offset(offset));
        } else if (!all.isSilent(plain)) {
            zone(word);
        }
    }

    private void zone(String word) {
        boolean isZone = ZONE.matcher(word).matches() && word.equals(word.toUpperCase(Locale.ROOT));
        zones += isZone ? 1 : 0;
        others += isZone ? 0 : 1;
    }

    private static ZoneOffset offset(Matcher offset) {
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(offset, 2), sign * number(offset, 3));
    }
}
