package org.taniq.read.msgstore;

import java.time.Instant;
import java.util.OptionalLong;
import org.taniq.base.When;

/// How WhatsApp's database writes times: milliseconds since 1970 in UTC.
final class Moment {
    /// The last millisecond of the year 9999: a later one has no place in RFC 3339.
    private static final long LAST = 253_402_300_799_999L;

    /// In the year 1973: below it, a number is no time in milliseconds that a phone notes.
    static final long LEAST = 100_000_000_000L;

    private Moment() {}

    static When of(OptionalLong milliseconds) {
        if (milliseconds.isEmpty() || milliseconds.getAsLong() == 0) {
            return new When.Unknown("", "the row states no time");
        }
        long time = milliseconds.getAsLong();
        String source = Long.toString(time);
        return isTime(time)
                ? exact(Instant.ofEpochMilli(time), source)
                : new When.Unknown(source, "not a time as WhatsApp writes it");
    }

    /// People read what the source says of the time, and nobody reads a number of milliseconds.
    private static When exact(Instant instant, String source) {
        return new When.Exact(instant + " (" + source + ")", instant);
    }

    static boolean isTime(long milliseconds) {
        return milliseconds > 0 && milliseconds <= LAST;
    }

    /// RFC 3339 in UTC; what is no time as it stands.
    static String text(long milliseconds) {
        return isTime(milliseconds) ? Instant.ofEpochMilli(milliseconds).toString() : Long.toString(milliseconds);
    }
}
