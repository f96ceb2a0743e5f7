package org.taniq.read.telegram;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.taniq.base.When;

/// How Telegram writes times. Where it knows none it writes 1970, by the clock of the computer that made the
/// export, which west of Greenwich is the last day of 1969.
final class Moment {
    private static final String NONE = "the message states no time";
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final long YEAR_10000 = 253_402_300_800L;

    private Moment() {}

    /// @param unix seconds since 1970 in UTC
    static When exact(long unix) {
        String source = Long.toString(unix);
        if (unix == 0) {
            return new When.Unknown(source, NONE);
        }
        return unix < 0 || unix >= YEAR_10000
                ? new When.Unknown(source, "not a Unix time")
                : exact(Instant.ofEpochSecond(unix), source);
    }

    /// People read what the source says of the time, and nobody reads a number of seconds.
    private static When exact(Instant instant, String source) {
        return new When.Exact(instant + " (" + source + ")", instant);
    }

    /// @param text `2022-10-11T22:49:15`, by the clock of the computer that made the export
    static When local(String text) {
        if (!LOCAL.matcher(text).matches()) {
            return new When.Unknown(text, text.isEmpty() ? NONE : "not as Telegram writes it");
        }
        try {
            var time = LocalDateTime.parse(text);
            return isEpoch(time) ? new When.Unknown(text, NONE) : new When.Local(text, time, "", "ISO 8601");
        } catch (DateTimeException noDay) {
            return new When.Unknown(text, "not as Telegram writes it");
        }
    }

    /// Whether a time in both forms, of which one may be missing, says that something never was.
    static boolean isNever(OptionalLong unix, String local) {
        if (unix.isPresent()) {
            return unix.getAsLong() == 0;
        }
        return local.isEmpty()
                || local(local) instanceof When.Unknown unknown && unknown.why().equals(NONE);
    }

    /// Whether it has the form in which Telegram writes times.
    static boolean isLocal(String text) {
        return LOCAL.matcher(text).matches();
    }

    private static boolean isEpoch(LocalDateTime time) {
        return time.isAfter(EPOCH.minusDays(1)) && time.isBefore(EPOCH.plusDays(1));
    }
}
