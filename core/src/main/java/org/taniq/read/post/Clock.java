package org.taniq.read.post;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.When;
import org.taniq.read.record.Draft;

/// Times as the programs of platforms write them.
final class Clock {
    private static final String NONE = Draft.NO_TIME;
    private static final String NOT = "not as this format writes times";
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(\\.\\d{1,20})?");
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final int MOST_BITS = 40;

    /// `Wed Sep 04 13:51:55 +0000 2019`
    private static final DateTimeFormatter TWITTER = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss xx uuuu", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Clock() {}

    /// What one second holds of it.
    enum Unit {
        SECONDS(1),
        MILLIS(1000),
        MICROS(1_000_000);

        private final long each;

        Unit(long each) {
            this.each = each;
        }
    }

    /// A number since 1970 in UTC, which is written as a time with the number behind it.
    static When unix(String number, Unit unit) {
        if (number.isEmpty()) {
            return new When.Unknown("", NONE);
        }
        return instant(number, unit)
                .<When>map(at -> new When.Exact(at + " (" + number + ")", at))
                .orElse(new When.Unknown(number, NOT));
    }

    /// With a fraction, too.
    static Optional<Instant> instant(String number, Unit unit) {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        var nanos = new BigDecimal(number).multiply(new BigDecimal(1_000_000_000 / unit.each));
        var parts = nanos.toBigInteger().divideAndRemainder(NANOS);
        if (parts[0].bitLength() > MOST_BITS) {
            return Optional.empty();
        }
        var at = Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
        return Optional.of(at).filter(Clock::isInReach);
    }

    /// As yt-dlp notes it: where a site gives a day alone, as midnight of that day.
    static When seconds(String number) {
        var when = unix(number, Unit.SECONDS);
        return when instanceof When.Exact exact ? dayAtMidnight(exact) : when;
    }

    private static When dayAtMidnight(When.Exact exact) {
        var time = exact.instant().atOffset(ZoneOffset.UTC).toLocalDateTime();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new When.Day(
                        exact.source(),
                        time.toLocalDate(),
                        "midnight in UTC: yt-dlp writes so where a site gives a day alone")
                : exact;
    }

    /// `20190904`, in UTC.
    static When day(String text) {
        try {
            return text.isEmpty()
                    ? new When.Unknown("", NONE)
                    : new When.Day(
                            text, LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE), "upload_date of yt-dlp");
        } catch (DateTimeException notSo) {
            return new When.Unknown(text, NOT);
        }
    }

    /// `2019-09-04T13:51:55.000Z`
    static When iso(String text) {
        return zoned(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static When twitter(String text) {
        return zoned(text, TWITTER);
    }

    private static When zoned(String text, DateTimeFormatter form) {
        if (text.isEmpty()) {
            return new When.Unknown("", NONE);
        }
        try {
            var at = OffsetDateTime.parse(text, form).toInstant();
            return isInReach(at) ? new When.Exact(text, at) : new When.Unknown(text, NOT);
        } catch (DateTimeException notSo) {
            return new When.Unknown(text, NOT);
        }
    }

    private static boolean isInReach(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(YEAR_10000);
    }
}
