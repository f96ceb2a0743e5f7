package org.taniq.read.chat;

/// The shape of a stamp: everything that a phone does not change within one export.
final class StampShape {
    private StampShape() {}

    /// Whether the numbers can be a day and a time at all.
    static boolean isPlausible(ChatStamp stamp) {
        boolean time = stamp.numbers().hour() <= 24
                && stamp.numbers().minute() <= 59
                && stamp.numbers().second() <= 59;
        return time && stamp.numbers().dateWidth(1) <= 2 && (yearLeads(stamp) ? isYearFirst(stamp) : isYearLast(stamp));
    }

    /// Whether the year can only be the first number.
    static boolean yearLeads(ChatStamp stamp) {
        return stamp.numbers().dateWidth(0) > 2
                || stamp.numbers().date(0) > 31
                || stamp.era() == ClockWords.Era.REIWA
                || stamp.era() == ClockWords.Era.HEISEI;
    }

    private static boolean isYearFirst(ChatStamp stamp) {
        return isMonth(stamp.numbers().date(1))
                && isDay(stamp.numbers().date(2))
                && stamp.numbers().dateWidth(2) <= 2;
    }

    private static boolean isYearLast(ChatStamp stamp) {
        int first = stamp.numbers().date(0);
        int second = stamp.numbers().date(1);
        boolean dayAndMonth = isDay(first) && isDay(second) && (isMonth(first) || isMonth(second));
        return dayAndMonth
                && (stamp.numbers().dateWidth(2) == 2 || stamp.numbers().dateWidth(2) == 4);
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    /// The shape as one number.
    static int of(ChatStamp stamp) {
        boolean yearLeads = yearLeads(stamp);
        int key = bit(0, stamp.bracket());
        key = bit(key, stamp.numbers().isTimeFirst());
        key = key << 2 | "/.-".indexOf(stamp.numbers().dateSeparator());
        key = bit(key, yearLeads);
        key = bit(key, stamp.numbers().dateWidth(yearLeads ? 0 : 2) > 2);
        key = bit(key, stamp.numbers().hasSeconds());
        key = bit(key, stamp.period() != ChatStamp.Period.NONE);
        key = bit(key, stamp.hasComma());
        key = bit(key, stamp.hasStrangeDigits());
        return key << 2 | stamp.era().ordinal();
    }

    private static int bit(int key, boolean bit) {
        return key << 1 | (bit ? 1 : 0);
    }
}
