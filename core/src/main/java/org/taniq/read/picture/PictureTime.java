package org.taniq.read.picture;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taniq.base.When;

/// A time as a camera notes it: by its own clock, which somebody set.
///
/// @param time `2024:05:06 07:08:09`, or with `-` and `T`
/// @param fraction digits behind the second
/// @param offset from UTC, such as `+04:00`
record PictureTime(String time, String fraction, String offset) {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final Pattern ISO =
            Pattern.compile("(.{10}[T ]\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,9}))?(Z|[+-]\\d{2}:\\d{2})?");

    private static final String DAY = "(\\d{4})[:/-](\\d{2})[:/-](\\d{2})[ T]";

    private static final Pattern OFFSET = Pattern.compile("Z|[+-]\\d{1,2}(?::?\\d{2}){0,2}");
    private static final When NOT_UNDERSTOOD = new When.Unknown("", "a time that is not understood");

    /// As it stands there.
    String source() {
        return time + (fraction.isEmpty() ? "" : "." + fraction) + offset;
    }

    /// Exact where the camera states the distance from UTC. What is no time stays a detail.
    When when() {
        return local().<When>map(local -> offset.isEmpty()
                        ? new When.Local(understood(), local, "", "by the clock of the camera")
                        : exact(local))
                .orElse(NOT_UNDERSTOOD);
    }

    private When exact(LocalDateTime local) {
        try {
            return new When.Exact(understood(), local.toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException notUnderstood) {
            return NOT_UNDERSTOOD;
        }
    }

    /// As a program noted it, which may not know the zone of the camera and write its own.
    When byProgram() {
        return local().<When>map(local -> new When.Local(understood(), local, "", "as a program noted it"))
                .orElse(NOT_UNDERSTOOD);
    }

    /// By the clock that it was read off.
    Optional<LocalDateTime> local() {
        try {
            return Optional.of(LocalDateTime.parse(iso(), FORM));
        } catch (DateTimeException notUnderstood) {
            return Optional.empty();
        }
    }

    /// As it stands there, without what is no part of a time.
    private String understood() {
        return time
                + (isFraction() ? "." + fraction : "")
                + (OFFSET.matcher(offset).matches() ? offset : "");
    }

    private boolean isFraction() {
        return fraction.matches("\\d{1,9}");
    }

    private String iso() {
        String digits = isFraction() ? "." + fraction : "";
        return time.replaceFirst("^" + DAY, "$1-$2-$3T") + digits;
    }

    /// Of a time in one text, as XMP has it.
    static PictureTime of(String text) {
        var parts = ISO.matcher(text);
        return parts.matches()
                ? new PictureTime(parts.group(1), orNone(parts.group(2)), orNone(parts.group(3)))
                : new PictureTime(text, "", "");
    }

    private static String orNone(@Nullable String group) {
        return group == null ? "" : group;
    }
}
