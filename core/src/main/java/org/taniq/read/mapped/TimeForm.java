package org.taniq.read.mapped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.When;
import org.taniq.read.record.Draft;

/// How a source writes times, as a mapping says.
///
/// @param forms each `unix` or `unix-ms`, `iso`, or a pattern of [DateTimeFormatter]; the first that fits
/// @param zone an IANA name or an offset; empty where nobody knows it
record TimeForm(List<String> forms, String zone) {
    static final TimeForm ISO = new TimeForm(List.of("iso"), "");

    private static final String NOT = "not as the mapping says that times are written";
    private static final int LONGEST = 100;
    private static final int MILLIS = 3;
    private static final int NANOS = 9;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,13}(\\.\\d{1,9})?");

    When of(String text) {
        if (text.isBlank()) {
            return new When.Unknown("", Draft.NO_TIME);
        }
        if (text.length() > LONGEST) {
            return new When.Unknown(text, NOT);
        }
        return forms.stream()
                .flatMap(form -> read(form, text.strip()).stream())
                .findFirst()
                .orElse(new When.Unknown(text, NOT));
    }

    private Optional<When> read(String form, String text) {
        return switch (form) {
            case "unix" -> unix(text, 0);
            case "unix-ms" -> unix(text, MILLIS);
            case "iso" -> written(form, text, DateTimeFormatter.ISO_DATE_TIME);
            default -> written(form, text, pattern(form));
        };
    }

    static boolean isOne(String form) {
        try {
            return Set.of("unix", "unix-ms", "iso").contains(form) || pattern(form) != null;
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    /// The year is one of the common era without saying so.
    ///
    /// @throws IllegalArgumentException if it is none
    private static DateTimeFormatter pattern(String form) {
        return DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /// @param places by which the point is moved to the left
    private static Optional<When> unix(String text, int places) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var seconds = new BigDecimal(text).movePointLeft(places);
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        var at = Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANOS).longValue());
        return Optional.of(new When.Exact(at + " (" + text + ")", at));
    }

    private Optional<When> written(String form, String text, DateTimeFormatter times) {
        String rule = form + ", as a mapping says";
        var days = form.equals("iso") ? DateTimeFormatter.ISO_DATE : times;
        return parsed(text, times, OffsetDateTime::from)
                .<When>map(time -> new When.Exact(text, time.toInstant()))
                .or(() -> parsed(text, times, LocalDateTime::from).map(time -> new When.Local(text, time, zone, rule)))
                .or(() -> parsed(text, days, LocalDate::from).map(day -> new When.Day(text, day, rule)));
    }

    private static <T> Optional<T> parsed(String text, DateTimeFormatter form, TemporalQuery<T> what) {
        try {
            return Optional.of(form.parse(text, what));
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }
}
