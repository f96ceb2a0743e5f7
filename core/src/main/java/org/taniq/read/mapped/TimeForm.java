package org.taniq.read.mapped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
    private static final Set<String> NAMED = Set.of("unix", "unix-ms", "iso");
    private static final int LONGEST = 100;
    private static final int MILLIS = 3;
    private static final int NANOS = 9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,13}(\\.\\d{1,9})?");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    /// Outside of quotes.
    private static final Pattern YEAR = Pattern.compile("('[^']*')|y");

    private static final Pattern HOURS = Pattern.compile("[hHkK]");

    /// A time of which each part is unlike the others, in the afternoon.
    private static final ZonedDateTime TRIED = ZonedDateTime.of(2026, 11, 23, 21, 14, 5, 0, ZoneOffset.UTC);

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

    /// Whether a time that is written so can be read again: it says day, month and year, and morning or afternoon.
    static boolean isOne(String form) {
        if (NAMED.contains(form)) {
            return true;
        }
        try {
            String text = pattern(form).format(TRIED);
            return new TimeForm(List.of(form), "")
                    .read(form, text)
                    .filter(TimeForm::isTried)
                    .isPresent();
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return false;
        }
    }

    private static boolean isTried(When when) {
        return switch (when) {
            case When.Exact(var _, var at) ->
                Duration.between(at, TRIED.toInstant()).abs().toHours() == 0;
            case When.Local(var _, var at, var _, var _) ->
                at.toLocalDate().equals(TRIED.toLocalDate()) && at.getHour() == TRIED.getHour();
            case When.Day(var _, var day, var _) -> day.equals(TRIED.toLocalDate());
            case When.Unknown _ -> false;
        };
    }

    /// The year is one of the common era without saying so.
    ///
    /// @throws IllegalArgumentException if it is none
    private static DateTimeFormatter pattern(String form) {
        String years = YEAR.matcher(form)
                .replaceAll(match -> match.group(1) == null ? "u" : Matcher.quoteReplacement(match.group(1)));
        return DateTimeFormatter.ofPattern(years, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
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
        return at.isBefore(YEAR_10000) ? Optional.of(new When.Exact(at + " (" + text + ")", at)) : Optional.empty();
    }

    /// A zone that stands there counts, and not that of the mapping.
    private Optional<When> written(String form, String text, DateTimeFormatter times) {
        String rule = form + ", as a mapping says";
        var days = form.equals("iso") ? DateTimeFormatter.ISO_DATE : times;
        return parsed(text, times, ZonedDateTime::from)
                .<When>map(time -> new When.Exact(text, time.toInstant()))
                .or(() -> parsed(text, times, LocalDateTime::from).map(time -> new When.Local(text, time, zone, rule)))
                .or(() -> hasHours(form)
                        ? Optional.empty()
                        : parsed(text, days, LocalDate::from).map(day -> new When.Day(text, day, rule)));
    }

    private static boolean hasHours(String form) {
        return HOURS.matcher(form.replaceAll("'[^']*'", "")).find();
    }

    private static <T> Optional<T> parsed(String text, DateTimeFormatter form, TemporalQuery<T> what) {
        try {
            return Optional.of(form.parse(text, what));
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }
}
