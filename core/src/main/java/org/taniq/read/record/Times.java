package org.taniq.read.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.taniq.base.When;

/// Local times in ISO form, seconds always written, so that they sort as text.
public final class Times {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /// Why a time is not known of which the year is not one of 1 to 9999.
    public static final String OUT_OF_REACH = "the year is not one of 1 to 9999";

    private static final int BEYOND = 10_000;
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400;
    private static final long END = LocalDate.of(BEYOND, 1, 1).toEpochDay() * 86_400;

    private Times() {}

    /// Whether the year is one of 1 to 9999, as every reader of ISO 8601 understands it.
    public static boolean isInReach(When when) {
        return switch (when) {
            case When.Exact exact ->
                exact.instant().getEpochSecond() >= FIRST && exact.instant().getEpochSecond() < END;
            case When.Local local -> isInReach(local.dateTime().getYear());
            case When.Day day -> isInReach(day.day().getYear());
            case When.Unknown _ -> true;
        };
    }

    private static boolean isInReach(int year) {
        return year > 0 && year < BEYOND;
    }

    public static String iso(LocalDateTime time) {
        return ISO.format(time);
    }
}
