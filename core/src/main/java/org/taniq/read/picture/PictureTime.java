package org.taniq.read.picture;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
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

    /// As it stands there.
    String source() {
        return time + (fraction.isEmpty() ? "" : "." + fraction) + offset;
    }

    /// Exact where the camera states the distance from UTC.
    When when() {
        try {
            var local = LocalDateTime.parse(iso(), FORM);
            return offset.isEmpty()
                    ? new When.Local(source(), local, "", "by the clock of the camera")
                    : new When.Exact(source(), local.toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException notUnderstood) {
            return new When.Unknown(source(), "a time that is not understood");
        }
    }

    private String iso() {
        String digits = fraction.matches("\\d{1,9}") ? "." + fraction : "";
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
