package org.taniq.read;

/// What the headers of one shape say about the order of day, month and year. Numbers above 12 decide. Where
/// there are none, dots and dashes decide: no locale of Unicode CLDR writes the month first with them.
/// Where that does not decide either, the order is ambiguous, and day first is assumed unless only month
/// first lets the days run forward.
final class DateVote {
    private static final int MANY = 3;

    private final char separator;
    private final boolean yearLeads;
    private final boolean shortYear;
    private long headers;
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

    /// What was decided.
    ///
    /// @param order how the numbers are read
    /// @param ambiguous whether day and month could be the other way round where both are 12 or less
    /// @param mixed whether both orders occur
    /// @param rule why, in words
    record Decision(DateOrder order, boolean ambiguous, boolean mixed, String rule) {}

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
            return new Decision(DateOrder.YEAR_FIRST, false, false, "Y/M/D: the year is written out or leads");
        }
        if (shortYear && secondAbove12 == 0 && lastAbove31 == 0 && firstChanged < lastChanged) {
            return new Decision(DateOrder.YEAR_FIRST, false, false, "Y/M/D: the first number changes least");
        }
        if (firstAbove12 >= MANY && secondAbove12 >= MANY || firstAbove12 > 0 && firstAbove12 == secondAbove12) {
            return new Decision(
                    DateOrder.DAY_FIRST,
                    true,
                    true,
                    "both orders occur: " + firstAbove12 + " days first, " + secondAbove12 + " months first");
        }
        if (firstAbove12 > secondAbove12) {
            return certain(DateOrder.DAY_FIRST, "the first number is above 12 in " + firstAbove12);
        }
        if (secondAbove12 > firstAbove12) {
            return certain(DateOrder.MONTH_FIRST, "the second number is above 12 in " + secondAbove12);
        }
        return undecided();
    }

    private Decision undecided() {
        if (shortYear && separator == '-' && lastAbove31 == 0 && firstChanged == lastChanged) {
            return assumed(DateOrder.DAY_FIRST, "the year may lead");
        }
        if (separator != '/') {
            return certain(DateOrder.DAY_FIRST, "no locale writes the month first with " + separator);
        }
        if (dayFirstBackwards > 0 && monthFirstBackwards == 0) {
            return assumed(DateOrder.MONTH_FIRST, "only so the days run forward");
        }
        return assumed(DateOrder.DAY_FIRST, "no number above 12");
    }

    private static Decision certain(DateOrder order, String why) {
        return new Decision(order, false, false, order.word() + ": " + why);
    }

    private static Decision assumed(DateOrder order, String why) {
        return new Decision(order, true, false, order.word() + " assumed, ambiguous: " + why);
    }
}
