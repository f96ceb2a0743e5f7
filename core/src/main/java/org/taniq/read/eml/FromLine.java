package org.taniq.read.eml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The line with which a mail begins in a mailbox: `From `, who sent it and when it came (RFC 4155). Programs
/// write it in several forms, and a line of a mail may begin with `From `, too.
///
/// @param form how it is written
/// @param text the line without its end
record FromLine(Form form, String text) {
    private static final int LONGEST = 1_000;
    /// Of a line that ends in a date.
    private static final int SHORTEST = 20;

    private static final String BEGIN = "From ";
    private static final String DATE =
            "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\\d{1,2}|\\d{1,2} +[A-Z][a-z]{2}) +\\d{1,2}:\\d{2}"
                    + "(?::\\d{2})?(?: +[-+A-Za-z][A-Za-z0-9]{1,5}){0,2} +\\d{4}(?: +[-+A-Z][A-Z0-9]{1,5})?"
                    + "(?: remote from \\S{1,200})?";
    private static final Pattern DATED =
            Pattern.compile("From +(?:(?:\"[^\"]{0,300}\"\\S{0,300}|\\S{1,300}) +)?" + DATE);
    private static final Pattern DASH = Pattern.compile("From -\\s*");
    private static final Pattern ADDRESS = Pattern.compile("From \"?[^\\s@]{1,200}+@[^\\s@]{1,200}+(?:\\s++(.*+))?");
    private static final Pattern DAY = Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b.*+");
    private static final Pattern SHORT = Pattern.compile("\\S{0,3}");
    /// Digits of a time.
    private static final int FEWEST_DIGITS = 8;
    private static final Pattern DAMAGED = Pattern.compile("(?!>+ ?From )(?:\\S{0,8} ){0,2}\\S{0,299}[^\\s:] +" + DATE);

    /// How such a line is written.
    enum Form {
        /// Who sent it, in one word, and the time at which it came.
        DATED,
        /// With a dash alone.
        DASH,
        /// With an address, and no time that is whole.
        ADDRESS,
        /// It ends as one of the first form does: it may have been one before it was damaged.
        DAMAGED,
        /// Words.
        NONE
    }

    /// Whether it is worth looking at: for most lines a few bytes tell.
    static boolean mayBe(byte[] line) {
        return line.length > BEGIN.length() && MailHead.begins(line, 0, BEGIN) || endsInYear(line);
    }

    private static boolean endsInYear(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        if (end < SHORTEST || end > LONGEST || line[end - 5] != ' ') {
            return false;
        }
        for (int i = end - 4; i < end; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return false;
            }
        }
        return true;
    }

    static FromLine of(byte[] line, int length) {
        var whole = new String(line, 0, Math.min(length, LONGEST), StandardCharsets.UTF_8).stripTrailing();
        return new FromLine(form(whole), whole);
    }

    private static Form form(String text) {
        if (text.startsWith(BEGIN)) {
            if (DATED.matcher(text).matches()) {
                return Form.DATED;
            }
            if (DASH.matcher(text).matches()) {
                return Form.DASH;
            }
            if (isAddress(text)) {
                return Form.ADDRESS;
            }
        }
        return DAMAGED.matcher(text).matches() ? Form.DAMAGED : Form.NONE;
    }

    /// Behind the address stands nothing, or a time, whole or not.
    private static boolean isAddress(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return false;
        }
        var behind = Optional.ofNullable(address.group(1)).orElse("");
        return SHORT.matcher(behind).matches()
                || DAY.matcher(behind).matches()
                || behind.chars().filter(c -> c >= '0' && c <= '9').count() >= FEWEST_DIGITS;
    }

    /// Whether the same program may have written both: Thunderbird puts a dash where others name the sender.
    boolean isLike(FromLine other) {
        boolean dash = text.startsWith("From -");
        return dash == other.text.startsWith("From -") && (dash || form == other.form);
    }
}
