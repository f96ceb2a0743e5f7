package org.taniq.read.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.When;

/// A date as mail has it, `Mon, 7 Nov 2022 23:51:18 -0800 (PST)` (RFC 5322, 3.3 and 4.3).
public final class MailDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("gmt", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("z", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));
    private static final int LONGEST = 200;
    private static final int CENTURY = 100;
    private static final int FIRST_TWO_DIGIT_YEAR = 50;

    private MailDate() {}

    /// The date as the mail states it, which proves nothing by itself.
    public static When when(String text) {
        if (text.isBlank()) {
            return new When.Unknown(text, "the mail states no date");
        }
        return of(text).<When>map(time -> new When.Exact(text, time))
                .or(() -> of(text + " +0000")
                        .map(time -> new When.Local(
                                text, LocalDateTime.ofInstant(time, ZoneOffset.UTC), "", "no zone is stated")))
                .orElseGet(() -> new When.Unknown(text, "the date is not understood"));
    }

    /// The point in time; none if it is no such date, or has no zone.
    static Optional<Instant> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var words = List.of(text.replace(',', ' ').replace(':', ' ').strip().split("\\s+"));
        int day = words.getFirst().chars().allMatch(Character::isDigit) ? 0 : 1;
        boolean seconds = words.size() > day + 5 && isNumber(words.get(day + 5));
        if (words.size() < day + (seconds ? 7 : 6)) {
            return Optional.empty();
        }
        try {
            return Optional.of(instant(words.subList(day, words.size()), seconds ? 5 : 4));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Instant instant(List<String> words, int last) {
        var local = LocalDateTime.of(
                year(words.get(2)),
                MONTHS.indexOf(words.get(1).toLowerCase(Locale.ROOT)) + 1,
                Integer.parseInt(words.get(0)),
                Integer.parseInt(words.get(3)),
                Integer.parseInt(words.get(4)),
                last == 5 ? Math.min(59, Integer.parseInt(words.get(5))) : 0);
        return local.toInstant(zone(words.get(last + 1)));
    }

    private static int year(String word) {
        int year = Integer.parseInt(word);
        boolean isShort = year < CENTURY && word.length() == 2;
        return !isShort ? year : year < FIRST_TWO_DIGIT_YEAR ? 2000 + year : 1900 + year;
    }

    private static ZoneOffset zone(String word) {
        var hours = HOURS.get(word.toLowerCase(Locale.ROOT));
        return hours == null ? ZoneOffset.of(word) : ZoneOffset.ofHours(hours);
    }
}
