package org.taniq.read.msgstore;

/// Numbers of rows that are not there. The database numbers messages as they come and never gives a number twice, so a
/// missing one was a message, a notice or something that WhatsApp itself took away; which of these, it does not say.
/// Where something could not be read, it may be there.
final class Gaps {
    private final Doubt doubt;
    private long last;
    private long missing;
    private long places;

    Gaps(Doubt doubt) {
        this.doubt = doubt;
    }

    /// Numbers that are not there before a row.
    record Gap(long numbers, Doubt doubt) {
        static final Gap NONE = new Gap(0, Doubt.SOME);

        void note(Draft draft) {
            if (numbers > 0) {
                draft.note(
                        switch (doubt) {
                            case NONE -> "missingBefore";
                            case SOME -> "unreadBefore";
                        },
                        numbers);
            }
        }
    }

    /// How many numbers are missing before this row, which comes next.
    Gap before(long row) {
        long gap = row > last && last >= 0 ? row - last - 1 : 0;
        last = Math.max(last, row);
        count(gap);
        return new Gap(gap, doubt);
    }

    /// What the database says of the highest number that it ever gave.
    void end(long highest) {
        count(Math.max(0, highest - last));
    }

    private void count(long gap) {
        missing += gap;
        places += gap > 0 ? 1 : 0;
    }

    long missing() {
        return missing;
    }

    long places() {
        return places;
    }

    Doubt doubt() {
        return doubt;
    }
}
