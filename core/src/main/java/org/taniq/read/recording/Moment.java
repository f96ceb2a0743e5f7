package org.taniq.read.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.taniq.base.When;

/// A time that a device noted in a recording, by its own clock, which somebody set.
final class Moment {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    /// Devices that do not know the time write the beginning of their count: of 1904, of 1970.
    private static final Instant FIRST = Instant.EPOCH.plus(1, ChronoUnit.DAYS);

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moment() {}

    static When of(String source) {
        try {
            var instant = OffsetDateTime.parse(source, FORM).toInstant();
            return instant.isBefore(FIRST) || instant.isAfter(LAST)
                    ? new When.Unknown(source, "the device did not know the time")
                    : new When.Exact(source, instant);
        } catch (DateTimeException notUnderstood) {
            return new When.Unknown(source, "a time that is not understood");
        }
    }
}
