package org.taniq.read.metahtml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taniq.base.When;

/// A time read as one of one language: day, month and year once each, and no word that the language does not have.
final class Spelling {
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final int NOON = 12;

    private final TimeText text;
    private final TimeWords language;

    private final List<Integer> months = new ArrayList<>();
    private final List<String> years = new ArrayList<>();
    private final List<String> days = new ArrayList<>();
    private final List<Boolean> afternoons = new ArrayList<>();
    private final List<ZoneOffset> offsets = new ArrayList<>();
    private int zones;
    private int others;

    Spelling(TimeText text, TimeWords language) {
        this.text = text;
        this.language = language;
    }

    /// Nothing where it is none of this language, or more than a day.
    Optional<When> dayAlone() {
        words();
        boolean isAlone = afternoons.isEmpty() && offsets.isEmpty() && zones == 0;
        return isDay() && isAlone ? Optional.of(new When.Day(text.source(), day(), Moment.RULE)) : Optional.empty();
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
                        ? new When.Local(text.source(), time, "", Moment.RULE)
                        : new When.Exact(text.source(), time.toInstant(offsets.getFirst())));
    }

    private boolean isDay() {
        return months.size() == 1 && years.size() == 1 && days.size() == 1 && others == 0;
    }

    private LocalDate day() {
        return LocalDate.of(Integer.parseInt(years.getFirst()), months.getFirst(), Integer.parseInt(days.getFirst()));
    }

    private void words() {
        int at = 0;
        while (at < text.plain().size()) {
            int here = at;
            var half = language.halves().stream()
                    .filter(each -> text.isHalf(here, each))
                    .findFirst();
            half.ifPresent(each -> afternoons.add(each.isAfternoon()));
            if (half.isEmpty()) {
                word(at);
            }
            at += half.map(each -> each.words().size()).orElse(1);
        }
    }

    /// Beside the hours a word that is a half of the day in another language is nothing else in this one.
    private void word(int at) {
        String word = text.plain().get(at);
        var month = language.month(word);
        var offset = OFFSET.matcher(text.words().get(at));
        if (text.halves().contains(at)) {
            others++;
        } else if (month.isPresent()) {
            months.add(month.getAsInt());
        } else if (YEAR.matcher(word).matches()) {
            years.add(word);
        } else if (DAY.matcher(word).matches() || language.isFirst(word)) {
            days.add(language.isFirst(word) ? "1" : word);
        } else if (offset.matches()) {
            offsets.add(offset(offset));
        } else if (TimeWords.isZone(text.words().get(at))) {
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
