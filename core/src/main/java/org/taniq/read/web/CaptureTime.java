package org.taniq.read.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.taniq.base.When;

/// When something was fetched, as the program that fetched it says: always in UTC.
final class CaptureTime {
    private static final Pattern DIGITS = Pattern.compile("\\d{14}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter TOGETHER =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CaptureTime() {}

    static When of(String stated) {
        if (stated.isEmpty()) {
            return new When.Unknown("", "the archive states no time of it");
        }
        try {
            return understood(stated);
        } catch (DateTimeException none) {
            return new When.Unknown(stated, "no time as archives of the web write it");
        }
    }

    private static When understood(String stated) {
        if (DIGITS.matcher(stated).matches()) {
            return new When.Exact(stated, LocalDateTime.parse(stated, TOGETHER).toInstant(ZoneOffset.UTC));
        }
        if (DAY.matcher(stated).matches()) {
            return new When.Day(stated, LocalDate.parse(stated), "UTC");
        }
        if (MINUTE.matcher(stated).matches()) {
            var minute = OffsetDateTime.parse(stated).toLocalDateTime();
            return new When.Local(stated, minute, "Z", "exact to the minute");
        }
        return new When.Exact(stated, Instant.parse(stated));
    }
}
