package org.taniq.read;

/// What the headers of one shape say about the order of day, month and year. Numbers above 12 decide. Where
/// there are none, dots and dashes decide: no locale of Unicode CLDR writes the month first with them.
/// Where that does not decide either, the order is ambiguous, and day first is assumed unless only month
/// first lets the days run forward. A year of two digits leads where the last number changes more often,
/// through many days; this is certain only where the last number cannot be a year, and never with slashes.
final class DateVote {
    private static final int MANY = 3;
    /// WhatsApp began in 2009: a smaller number of two digits is no year of a message.
    private static final int FIRST_YEAR = 9;
    /// One day of so many may look otherwise than the rest: somebody can type it.
    private static final int TYPED = 8;

    private final char separator;
    private final boolean yearLeads;
    private final boolean shortYear;
    private long headers;
    private long days;
    private long firstIsNoYear;
    private long lastIsNoYear;
    private long firstAbove12;
    private long secondAbove12;
    private long lastAbove31;
    private long firstChanged;
    private long lastChanged;
    private long dayFirstBackwards;
    private long monthFirstBackwards;
    private int first = -1;
    private int second = -1;
    private int last = -1;

    DateVote(ChatStamp stamp) {
        this.separator = stamp.numbers().dateSeparator();
        this.yearLeads = StampShape.yearLeads(stamp);
        this.shortYear = stamp.numbers().dateWidth(2) <= 2;
    }

    /// What cannot be told.
    enum Doubt {
        NONE,
        /// Which of two numbers that are 12 or less is the day.
        DAY_OR_MONTH,
        /// Whether the year stands at the beginning or at the end.
        YEAR,
        /// Both orders occur.
        MIXED
    }

    /// What was decided.
    ///
    /// @param order how the numbers are read
    /// @param doubt what cannot be told
    /// @param rule why, in words
    record Decision(DateOrder order, Doubt doubt, String rule) {}

    long headers() {
        return headers;
    }

    void add(ChatStamp stamp) {
        headers++;
        int a = stamp.numbers().date(0);
        int b = stamp.numbers().date(1);
        int c = stamp.numbers().date(2);
        if (a == first && b == second && c == last) {
            return;
        }
        days++;
        firstIsNoYear += a < FIRST_YEAR || stamp.numbers().dateWidth(0) < 2 ? 1 : 0;
        lastIsNoYear += c < FIRST_YEAR ? 1 : 0;
        firstAbove12 += a > 12 ? 1 : 0;
        secondAbove12 += b > 12 ? 1 : 0;
        lastAbove31 += c > 31 ? 1 : 0;
        if (first >= 0) {
            compare(a, b, c);
        }
        first = a;
        second = b;
        last = c;
    }

    private void compare(int a, int b, int c) {
        firstChanged += a == first ? 0 : 1;
        lastChanged += c == last ? 0 : 1;
        dayFirstBackwards += c < last || c == last && (b < second || b == second && a < first) ? 1 : 0;
        monthFirstBackwards += c < last || c == last && (a < first || a == first && b < second) ? 1 : 0;
    }

    Decision decide() {
        if (yearLeads) {
            return new Decision(DateOrder.YEAR_FIRST, Doubt.NONE, "Y/M/D: the year is written out or leads");
        }
        if (yearMayLead() && firstChanged < lastChanged) {
            return lastChangesMost();
        }
        if (firstAbove12 >= MANY && secondAbove12 >= MANY || firstAbove12 > 0 && firstAbove12 == secondAbove12) {
            return new Decision(
                    DateOrder.DAY_FIRST,
                    Doubt.MIXED,
                    "both orders occur: " + firstAbove12 + " days first, " + secondAbove12 + " months first");
        }
        if (secondAbove12 > firstAbove12) {
            return certain(DateOrder.MONTH_FIRST, "the second number is above 12 in " + secondAbove12);
        }
        if (shortYear && !yearMayEnd()) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the last number is hardly a year");
        }
        if (yearMayLead() && separator == '-' && firstChanged == lastChanged) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the year may lead");
        }
        if (firstAbove12 > secondAbove12) {
            return certain(DateOrder.DAY_FIRST, "the first number is above 12 in " + firstAbove12);
        }
        return undecided();
    }

    private boolean yearMayLead() {
        return shortYear && firstIsNoYear == 0 && secondAbove12 == 0 && lastAbove31 == 0;
    }

    private boolean yearMayEnd() {
        return lastIsNoYear * TYPED <= days;
    }

    /// As days of a year do, or as years do in which somebody writes on one day only.
    private Decision lastChangesMost() {
        if (lastChanged < MANY) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the year may lead");
        }
        if (separator == '/' || yearMayEnd()) {
            return assumed(DateOrder.YEAR_FIRST, Doubt.YEAR, "the first number changes least");
        }
        return certain(DateOrder.YEAR_FIRST, "the first number changes least, and the last one is no year");
    }

    private Decision undecided() {
        if (separator != '/') {
            return certain(DateOrder.DAY_FIRST, "no locale writes the month first with " + separator);
        }
        if (dayFirstBackwards > 0 && monthFirstBackwards == 0) {
            return assumed(DateOrder.MONTH_FIRST, Doubt.DAY_OR_MONTH, "only so the days run forward");
        }
        return assumed(DateOrder.DAY_FIRST, Doubt.DAY_OR_MONTH, "no number above 12");
    }

    private static Decision certain(DateOrder order, String why) {
        return new Decision(order, Doubt.NONE, order.word() + ": " + why);
    }

    private static Decision assumed(DateOrder order, Doubt doubt, String why) {
        return new Decision(order, doubt, order.word() + " assumed, ambiguous: " + why);
    }
}
