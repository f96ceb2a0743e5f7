package org.taniq.read.signal;

import java.time.Instant;
import org.taniq.base.When;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;

/// How Signal writes times: milliseconds since 1970 in UTC, as text. For a message it is the clock of the telephone
/// that
/// sent it.
final class Moment {
    /// The last millisecond of the year 9999: a later one has no place in RFC 3339.
    private static final long LAST = 253_402_300_799_999L;

    private Moment() {}

    static When of(String text) {
        if (text.isEmpty() || text.equals("0")) {
            return new When.Unknown(text, Draft.NO_TIME);
        }
        long time = Fields.asNumber(text).orElse(0);
        if (!isTime(time)) {
            return new When.Unknown(text, "not a time as Signal writes it");
        }
        var instant = Instant.ofEpochMilli(time);
        return new When.Exact(instant + " (" + text + ")", instant);
    }

    /// RFC 3339 in UTC; what is no time as it stands, and nothing for 0.
    static String text(String text) {
        long time = Fields.asNumber(text).orElse(0);
        return isTime(time) ? Instant.ofEpochMilli(time).toString() : text.equals("0") ? "" : text;
    }

    private static boolean isTime(long milliseconds) {
        return milliseconds > 0 && milliseconds <= LAST;
    }
}
