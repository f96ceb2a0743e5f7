package org.taniq.read.index;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.taniq.base.When;

/// A time as the index keeps it: the first and the last second that it can mean on the wall clock, counted
/// from 1970-01-01T00:00 on that clock. An unknown time has none and is in no period.
///
/// @param first 0 if the kind is [Kind#UNKNOWN]
/// @param last the same second, but for a day
public record IndexedTime(Kind kind, long first, long last) {

    /// How well the source knows the time: the kinds of [When].
    public enum Kind {
        EXACT,
        LOCAL,
        DAY,
        UNKNOWN
    }

    /// No calendar that a person means reaches further; beyond it a zone has no rules.
    private static final long FAR = 1L << 40;

    /// @param zone whose wall clock an exact time is shown on
    static IndexedTime of(When when, ZoneId zone) {
        return switch (when) {
            case When.Exact exact -> at(Kind.EXACT, onWallClock(exact.instant(), zone));
            case When.Local local -> at(Kind.LOCAL, local.dateTime().toEpochSecond(ZoneOffset.UTC));
            case When.Day day ->
                new IndexedTime(
                        Kind.DAY,
                        day.day().toEpochSecond(LocalTime.MIN, ZoneOffset.UTC),
                        day.day().toEpochSecond(LocalTime.MAX, ZoneOffset.UTC));
            case When.Unknown _ -> new IndexedTime(Kind.UNKNOWN, 0, 0);
        };
    }

    private static IndexedTime at(Kind kind, long second) {
        return new IndexedTime(kind, second, second);
    }

    private static long onWallClock(Instant instant, ZoneId zone) {
        long second = instant.getEpochSecond();
        return Math.abs(second) > FAR
                ? second
                : second + zone.getRules().getOffset(instant).getTotalSeconds();
    }

    /// The first moment that it can mean; of an unknown time there is none.
    public LocalDateTime from() {
        if (kind == Kind.UNKNOWN) {
            throw new IllegalArgumentException("an unknown time has no moment");
        }
        return LocalDateTime.ofEpochSecond(first, 0, ZoneOffset.UTC);
    }
}
