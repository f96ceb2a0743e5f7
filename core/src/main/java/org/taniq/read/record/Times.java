package org.taniq.read.record;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Local times in ISO form, seconds always written, so that they sort as text.
public final class Times {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private Times() {}

    public static String iso(LocalDateTime time) {
        return ISO.format(time);
    }
}
