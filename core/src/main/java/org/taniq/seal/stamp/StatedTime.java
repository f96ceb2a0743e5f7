package org.taniq.seal.stamp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/// The time in a time-stamp, `20251120093015.25Z` (GeneralizedTime, RFC 3161 section 2.4.2): in UTC, and with
/// at most nine digits of a second.
public final class StatedTime {
    private static final Pattern FORM = Pattern.compile("([0-9]{14})(?:\\.([0-9]{1,9}))?Z");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int NANO_DIGITS = 9;

    private StatedTime() {}

    public static Instant of(String text) throws StampRefused {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw StampAnswer.unreadable();
        }
        try {
            var seconds = LocalDateTime.parse(form.group(1), SECONDS).toInstant(ZoneOffset.UTC);
            String fraction = form.group(2) == null ? "" : form.group(2);
            return seconds.plusNanos(Long.parseLong(fraction + "0".repeat(NANO_DIGITS - fraction.length())));
        } catch (DateTimeException noTime) {
            throw StampAnswer.unreadable();
        }
    }
}
