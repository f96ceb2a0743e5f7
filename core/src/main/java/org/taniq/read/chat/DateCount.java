package org.taniq.read.chat;

/// What is counted of the dates of one shape: which numbers cannot be a day, a month or a year, which of them
/// change from day to day, and how often each reading runs backwards. A day counts again where the chat comes
/// back to it.
final class DateCount {
    /// WhatsApp began in 2009: a smaller number of two digits is no year of a message.
    private static final int FIRST_YEAR = 9;

    private long headers;
    private long days;
    private long firstIsNoYear;
    private long lastIsNoYear;
    private long lastIsNoYearHeaders;
    private long lastAbove31;
    private long firstChanged;
    private long lastChanged;
    private long firstAlone;
    private final long[] lasts = new long[100];
    private final Run dayFirst = new Run();
    private final Run monthFirst = new Run();
    private final Run yearFirst = new Run();
    private int first = -1;
    private int second = -1;
    private int last = -1;

    /// What is counted of one reading.
    private static final class Run {
        private int before;
        private long backwards;
        private long only;
        private long onlyHeaders;
        private long impossible;
        private long steps;

        void add(int year, int month, int day) {
            impossible += month > 12 ? 1 : 0;
            only += day > 12 ? 1 : 0;
            if (month <= 12) {
                int now = (year << 5 | month) << 5 | day;
                backwards += now < before ? 1 : 0;
                before = now;
            }
        }

        Evidence evidence() {
            return new Evidence(only, onlyHeaders, steps, impossible + backwards);
        }
    }

    /// What speaks for one reading of day and month, and against it.
    ///
    /// @param days how many days it alone can read
    /// @param headers how many headers it alone can read
    /// @param steps from how many days to the next only its day changes, where not both of the dates can be
    ///     read in one way only
    /// @param wrong how many days it cannot read or runs backwards to
    record Evidence(long days, long headers, long steps, long wrong) {}

    void add(StampNumbers numbers) {
        int a = numbers.date(0);
        int b = numbers.date(1);
        int c = numbers.date(2);
        headers++;
        dayFirst.onlyHeaders += a > 12 ? 1 : 0;
        monthFirst.onlyHeaders += b > 12 ? 1 : 0;
        lastIsNoYearHeaders += c < FIRST_YEAR ? 1 : 0;
        lasts[c % lasts.length]++;
        if (a == first && b == second && c == last) {
            return;
        }
        days++;
        firstIsNoYear += a < FIRST_YEAR || numbers.dateWidth(0) < 2 ? 1 : 0;
        lastIsNoYear += c < FIRST_YEAR ? 1 : 0;
        lastAbove31 += c > 31 ? 1 : 0;
        if (days > 1) {
            step(a, b, c);
        }
        dayFirst.add(c, b, a);
        monthFirst.add(c, a, b);
        yearFirst.add(a, b, c);
        first = a;
        second = b;
        last = c;
    }

    private void step(int a, int b, int c) {
        firstChanged += a == first ? 0 : 1;
        lastChanged += c == last ? 0 : 1;
        firstAlone += b == second && c == last ? 1 : 0;
        boolean open = Math.max(first, second) <= 12 || Math.max(a, b) <= 12;
        dayFirst.steps += open && b == second && c == last ? 1 : 0;
        monthFirst.steps += open && a == first && c == last ? 1 : 0;
    }

    long headers() {
        return headers;
    }

    long days() {
        return days;
    }

    Evidence dayFirst() {
        return dayFirst.evidence();
    }

    Evidence monthFirst() {
        return monthFirst.evidence();
    }

    /// How many days cannot be read with the year first.
    long againstLeadingYear() {
        return firstIsNoYear + monthFirst.only + lastAbove31;
    }

    long firstChanged() {
        return firstChanged;
    }

    long lastChanged() {
        return lastChanged;
    }

    /// From how many days to the next only the first number changes: years to the day, if it is the year.
    long firstAlone() {
        return firstAlone;
    }

    /// How many headers have another last number than most.
    long otherLasts() {
        long most = 0;
        for (long count : lasts) {
            most = Math.max(most, count);
        }
        return headers - most;
    }

    /// How many days have a last number that is no year.
    long lastIsNoYear() {
        return lastIsNoYear;
    }

    long lastIsNoYearHeaders() {
        return lastIsNoYearHeaders;
    }

    /// Whether the days run forward better with the year first than with the day first.
    boolean yearRunsForward() {
        return yearFirst.backwards == 0 || yearFirst.backwards < dayFirst.backwards;
    }
}
