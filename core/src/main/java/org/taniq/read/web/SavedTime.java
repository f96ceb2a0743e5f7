package org.taniq.read.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.taniq.base.When;
import org.taniq.read.mail.MailDate;
import org.taniq.read.record.Detail;

/// When a page was saved, as programs write it.
final class SavedTime {
    private static final Pattern NAME_OF_ZONE = Pattern.compile("\\s*\\(.*\\)\\s*$");
    /// `Mon Jan 15 2024 10:30:00 GMT+0400`, which JavaScript makes of a time.
    private static final DateTimeFormatter SCRIPT = DateTimeFormatter.ofPattern(
                    "EEE MMM dd uuuu HH:mm:ss 'GMT'xx", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /// `10:20:30 Jan 15, 2024`, in UTC.
    private static final DateTimeFormatter WAYBACK =
            DateTimeFormatter.ofPattern("HH:mm:ss MMM dd, uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /// Characters; nothing longer is a time.
    private static final int LONGEST = 200;

    private SavedTime() {}

    /// @param rule who says so
    static When ofScript(String stated, String rule) {
        if (stated.length() > LONGEST) {
            return new When.Unknown(Detail.cut(stated, LONGEST), "no time as programs that save pages write it");
        }
        try {
            var time = OffsetDateTime.parse(NAME_OF_ZONE.matcher(stated).replaceFirst(""), SCRIPT);
            return new When.Local(
                    stated, time.toLocalDateTime(), time.getOffset().getId(), rule);
        } catch (DateTimeException none) {
            return new When.Unknown(stated, "no time as programs that save pages write it");
        }
    }

    static When ofWayback(String stated) {
        try {
            return new When.Local(stated, LocalDateTime.parse(stated, WAYBACK), "Z", "as the Wayback Machine wrote it");
        } catch (DateTimeException none) {
            return new When.Unknown(stated, "no time as programs that save pages write it");
        }
    }

    /// Of a page in the form of a mail: as in mail, or as JavaScript has it.
    static When ofMhtml(String stated) {
        return switch (ofScript(stated, "as the program wrote it that saved the page")) {
            case When.Local local -> local;
            case When.Unknown unknown when stated.length() > LONGEST -> unknown;
            case When.Exact _, When.Day _, When.Unknown _ -> MailDate.when(stated);
        };
    }
}
