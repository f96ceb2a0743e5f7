package org.taniq.read.telegramhtml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.When;

/// How Telegram writes times into pages: day, month, year, by the clock of the computer that made the export, since
/// 2022 with its distance from UTC.
final class Moment {
    private static final String RULE = "D.M.Y, as Telegram Desktop writes it";
    private static final Pattern TIME =
            Pattern.compile("(\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d)(?: UTC([+-]\\d\\d:\\d\\d)?)?");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private Moment() {}

    /// @param text `04.08.2026 08:56:15 UTC+04:00`
    static When of(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return new When.Unknown(text, text.isEmpty() ? "the message states no time" : "not as Telegram writes it");
        }
        try {
            var local = LocalDateTime.parse(time.group(1), FORM);
            if (!text.contains("UTC")) {
                return new When.Local(text, local, "", RULE);
            }
            var offset = time.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(time.group(2));
            return new When.Exact(text, local.toInstant(offset));
        } catch (DateTimeException noTime) {
            return new When.Unknown(text, "not as Telegram writes it");
        }
    }

    /// The day on a line of its own, above the messages of that day.
    static Optional<When> day(String text) {
        try {
            return Optional.of(new When.Day(text, LocalDate.parse(text, DAY), "the line with the day above it"));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
