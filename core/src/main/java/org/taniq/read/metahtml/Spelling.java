package org.taniq.read.metahtml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.When;

/// A time read as one of one language: day, month and year once each, and no word that the language does not have.
final class Spelling {
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final int NOON = 12;

    private final String source;
    private final TimeWords language;
    private final List<String> words;
    private final List<String> plain;
    /// Before which word the hours stand.
    private final int clockAt;

    private final List<Integer> months = new ArrayList<>();
    private final List<String> years = new ArrayList<>();
    private final List<String> days = new ArrayList<>();
    private final List<Boolean> afternoons = new ArrayList<>();
    private final List<ZoneOffset> offsets = new ArrayList<>();
    private int zones;
    private int others;

    /// @param before words before the hours; all where there are none
    /// @param after words behind them
    Spelling(String source, TimeWords language, List<String> before, List<String> after) {
        this.source = source;
        this.language = language;
        this.words = Stream.concat(before.stream(), after.stream()).toList();
        this.plain = words.stream().map(TimeWords::plain).toList();
        this.clockAt = before.size();
    }

    /// Nothing where it is none of this language, or more than a day.
    Optional<When> dayAlone() {
        words();
        boolean isAlone = afternoons.isEmpty() && offsets.isEmpty() && zones == 0;
        return isDay() && isAlone ? Optional.of(new When.Day(source, day(), Moment.RULE)) : Optional.empty();
    }

    /// Nothing where it is none of this language.
    Optional<When> at(LocalTime clock) {
        words();
        boolean isOnce = afternoons.size() <= 1 && offsets.size() + zones <= 1;
        boolean isOf12 = clock.getHour() >= 1 && clock.getHour() <= NOON;
        if (!isDay() || !isOnce || !afternoons.isEmpty() && !isOf12) {
            return Optional.empty();
        }
        int hour = afternoons.isEmpty() ? clock.getHour() : clock.getHour() % NOON + (afternoons.getFirst() ? NOON : 0);
        var time = day().atTime(clock.withHour(hour));
        return Optional.of(
                offsets.isEmpty()
                        ? new When.Local(source, time, "", Moment.RULE)
                        : new When.Exact(source, time.toInstant(offsets.getFirst())));
    }

    private boolean isDay() {
        return months.size() == 1 && years.size() == 1 && days.size() == 1 && others == 0;
    }

    private LocalDate day() {
        return LocalDate.of(Integer.parseInt(years.getFirst()), months.getFirst(), Integer.parseInt(days.getFirst()));
    }

    private void words() {
        int at = 0;
        while (at < plain.size()) {
            int here = at;
            var half = language.half(plain, at).filter(each -> isBeside(here, each));
            half.ifPresent(each -> afternoons.add(each.isAfternoon()));
            if (half.isEmpty()) {
                word(at);
            }
            at += half.map(each -> each.words().size()).orElse(1);
        }
    }

    /// Whether it stands directly before or behind the hours: elsewhere `am` and `de` are words as others.
    private boolean isBeside(int at, TimeWords.Half half) {
        return at == clockAt || at + half.words().size() == clockAt;
    }

    /// Beside the hours a word that is a half of the day in another language is nothing else in this one.
    private boolean isHalfElsewhere(int at) {
        return TimeWords.languages().stream()
                .anyMatch(each ->
                        each.half(plain, at).filter(half -> isBeside(at, half)).isPresent());
    }

    private void word(int at) {
        String word = plain.get(at);
        var month = language.month(word);
        var offset = OFFSET.matcher(words.get(at));
        if (isHalfElsewhere(at)) {
            others++;
        } else if (month.isPresent()) {
            months.add(month.getAsInt());
        } else if (YEAR.matcher(word).matches()) {
            years.add(word);
        } else if (DAY.matcher(word).matches() || language.isFirst(word)) {
            days.add(language.isFirst(word) ? "1" : word);
        } else if (offset.matches()) {
            offsets.add(offset(offset));
        } else if (TimeWords.isZone(words.get(at))) {
            zones++;
        } else if (!language.isSilent(word)) {
            others++;
        }
    }

    private static ZoneOffset offset(Matcher offset) {
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Moment.number(offset, 2), sign * Moment.number(offset, 3));
    }
}
