package org.taniq.read.chat;

/// What the headers of one shape say about the order of day, month and year. Anybody can type lines that look
/// like headers, so that few lines or days decide nothing against the rest: numbers above 12 decide where they
/// are in more than one header and day of eight, where the days run forward better so, and where that number
/// is the one that changes from day to day. Otherwise dots and dashes decide: no locale of Unicode CLDR
/// writes the month first with them. Where that does not decide either, the order is ambiguous, and day first
/// is assumed unless only month first lets the days run forward. A year of two digits leads where the last
/// number changes more often, through many days; this is certain only where the last number cannot be a year,
/// and never with slashes.
final class DateVote {
    private static final int MANY = 3;
    /// One day or header of so many may look otherwise than the rest: somebody can type it.
    private static final int TYPED = 8;

    private final char separator;
    private final boolean yearLeads;
    private final boolean shortYear;
    private final DateCount count = new DateCount();

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
        /// The same, where so few dates decide that somebody may have typed them.
        FEW,
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
        return count.headers();
    }

    void add(ChatStamp stamp) {
        count.add(stamp.numbers());
    }

    Decision decide() {
        if (yearLeads) {
            return new Decision(DateOrder.YEAR_FIRST, Doubt.NONE, "Y/M/D: the year is written out or leads");
        }
        if (yearMayLead() && count.firstChanged() < count.lastChanged() && lastRunsAsDays()) {
            return lastChangesMost();
        }
        if (everyYearMayLead() && count.firstChanged() < count.lastChanged()) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the year may lead");
        }
        if (shortYear && count.monthFirst().days() == 0 && !yearMayEnd()) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the last number is hardly a year");
        }
        if (everyYearMayLead() && separator == '-' && count.firstChanged() == count.lastChanged()) {
            return assumed(DateOrder.DAY_FIRST, Doubt.YEAR, "the year may lead");
        }
        return dayAndMonth();
    }

    /// Whether nearly all dates can be read with the year first.
    private boolean yearMayLead() {
        return shortYear && count.againstLeadingYear() * TYPED <= count.days();
    }

    private boolean everyYearMayLead() {
        return shortYear && count.againstLeadingYear() == 0;
    }

    private boolean yearMayEnd() {
        return isFew(count.lastIsNoYear(), count.days());
    }

    /// As days of a year do, or as years do in which somebody writes on one day only. Where the first number
    /// changes alone, it is no year.
    private boolean lastRunsAsDays() {
        return count.lastChanged() >= MANY
                && isFew(count.firstAlone(), count.lastChanged())
                && !isFew(count.otherLasts(), count.headers());
    }

    private Decision lastChangesMost() {
        boolean typed = yearMayEnd()
                || isFew(count.lastIsNoYearHeaders(), count.headers())
                || !everyYearMayLead()
                || !count.yearRunsForward();
        if (separator == '/' || typed) {
            return assumed(DateOrder.YEAR_FIRST, Doubt.YEAR, "the first number changes least");
        }
        return certain(DateOrder.YEAR_FIRST, "the first number changes least, and the last one is no year");
    }

    private Decision dayAndMonth() {
        var day = count.dayFirst();
        var month = count.monthFirst();
        if (separator != '/' && !(month.days() >= MANY && runsBetter(month, day))) {
            return dayFirst(day);
        }
        if (day.days() == 0 && month.days() == 0) {
            return undecided();
        }
        if (isMixed(Math.min(day.days(), month.days()), Math.max(day.days(), month.days()))) {
            String why = "both orders occur: " + day.days() + " days first, " + month.days() + " months first";
            return new Decision(better(month, day), Doubt.MIXED, why);
        }
        return month.days() > day.days() ? monthFirst(month, day) : dayFirst(day, month);
    }

    private static boolean isMixed(long less, long more) {
        return less == more || less >= MANY && !isFew(less, more);
    }

    private Decision monthFirst(DateCount.Evidence month, DateCount.Evidence day) {
        boolean usual = separator == '/' || month.headers() * 2 >= count.headers();
        return usual && isBroad(month, day)
                ? certain(DateOrder.MONTH_FIRST, "the second number is above 12 in " + month.days())
                : few(month, day);
    }

    private Decision dayFirst(DateCount.Evidence day, DateCount.Evidence month) {
        return isBroad(day, month) ? dayFirst(day) : few(month, day);
    }

    private Decision dayFirst(DateCount.Evidence day) {
        return certain(
                DateOrder.DAY_FIRST,
                day.days() > 0
                        ? "the first number is above 12 in " + day.days()
                        : "no locale writes the month first with " + separator);
    }

    /// Whether so much speaks for one order that nobody typed it into a chat of the other order.
    private boolean isBroad(DateCount.Evidence one, DateCount.Evidence other) {
        return !isFew(one.days(), count.days())
                && !isFew(one.headers(), count.headers())
                && one.wrong() < other.wrong()
                && (one.steps() > other.steps() || one.headers() * 2 >= count.headers());
    }

    private Decision few(DateCount.Evidence month, DateCount.Evidence day) {
        return assumed(
                separator == '/' ? better(month, day) : DateOrder.DAY_FIRST,
                Doubt.FEW,
                "few dates have a number above 12, and the rest does not bear them out");
    }

    private static DateOrder better(DateCount.Evidence month, DateCount.Evidence day) {
        return runsBetter(month, day) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    /// The number that changes from day to day while the other one stays is the day.
    private static boolean runsBetter(DateCount.Evidence one, DateCount.Evidence other) {
        return one.steps() > other.steps();
    }

    private Decision undecided() {
        if (count.dayFirst().wrong() > 0 && count.monthFirst().wrong() == 0) {
            return assumed(DateOrder.MONTH_FIRST, Doubt.DAY_OR_MONTH, "only so the days run forward");
        }
        return assumed(DateOrder.DAY_FIRST, Doubt.DAY_OR_MONTH, "no number above 12");
    }

    private static boolean isFew(long few, long all) {
        return few * TYPED <= all;
    }

    private static Decision certain(DateOrder order, String why) {
        return new Decision(order, Doubt.NONE, order.word() + ": " + why);
    }

    private static Decision assumed(DateOrder order, Doubt doubt, String why) {
        return new Decision(order, doubt, order.word() + " assumed, ambiguous: " + why);
    }
}
