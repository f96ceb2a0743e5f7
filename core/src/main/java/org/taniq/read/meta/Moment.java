package org.taniq.read.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.When;

/// How Meta writes times: as a count from 1970 in UTC, in seconds or milliseconds, whatever the name of the member
/// says; in Instagram's exports until 2020 as ISO 8601.
final class Moment {
    static final When NONE = new When.Unknown("", "the source states no time of it");

    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,18}(Z|[+-]\\d\\d:\\d\\d)?");

    /// From here on a count of seconds would lie beyond the year 5000.
    private static final long MILLISECONDS = 100_000_000_000L;

    private static final long MICROSECONDS = MILLISECONDS * 1000;
    private static final long NO_TIME = MICROSECONDS * 1000;

    private Moment() {}

    /// The time that a value is; nothing where it is none, and 0 is none.
    static Optional<When> of(Json value) {
        return switch (value) {
            case Json.Num(long count) -> counted(count);
            case Json.Str(String text) when COUNT.matcher(text).matches() -> counted(Long.parseLong(text));
            case Json.Str(String text) -> iso(text);
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    /// People read what the source says of the time, and nobody reads a number of seconds.
    private static Optional<When> counted(long count) {
        if (count <= 0 || count >= NO_TIME) {
            return Optional.empty();
        }
        long perSecond = count < MILLISECONDS ? 1 : count < MICROSECONDS ? 1000 : 1_000_000;
        long nanos = count % perSecond * (1_000_000_000 / perSecond);
        var instant = Instant.ofEpochSecond(count / perSecond, nanos);
        return Optional.of(new When.Exact(instant + " (" + count + ")", instant));
    }

    private static Optional<When> iso(String text) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            boolean isLocal = Character.isDigit(text.charAt(text.length() - 1))
                    && text.charAt(text.length() - 6) != '+'
                    && text.lastIndexOf('-') < "yyyy-MM-dd".length();
            return Optional.of(
                    isLocal
                            ? new When.Local(text, LocalDateTime.parse(text), "", "ISO 8601")
                            : new When.Exact(text, OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
