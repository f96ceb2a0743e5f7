package org.taniq.read.msgstore;

import java.io.IOException;
import org.taniq.base.sqlite.Damage;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.Shared;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Takes what is damaged: a place where a row is lost, or may be, is unread; what is only odd is counted.
final class Losses {
    private final Sink sink;
    private final Tally tally;
    private long lost;
    private long odd;
    private long misfits;
    private long astray;

    Losses(Sink sink, Tally tally) {
        this.sink = sink;
        this.tally = tally;
    }

    /// Of tables that are read twice: what is damaged in them is told the second time.
    static Losses untold() {
        return new Losses(new Nowhere(), new Tally(""));
    }

    private record Nowhere() implements Sink {
        @Override
        public void read(Activity activity) {}

        @Override
        public void unread(Unread unread) {}
    }

    void add(Damage damage, Where where) throws IOException {
        if (damage.why() == Damage.Why.NOT_REACHED) {
            astray++;
        }
        if (isLoss(damage.why())) {
            lost++;
            unread(where, Unread.Reason.ROW_DAMAGED);
        } else {
            odd++;
        }
    }

    /// Tells what is damaged in the file as a whole; what is damaged in a table is told with its rows.
    ///
    /// @return pages to which several tables or rows lead
    Shared ofFile(Database database) throws IOException {
        for (var damage : database.damages()) {
            add(damage, new Where(damage.place(), database.log()));
        }
        var strays = database.strays();
        for (var stray = strays.next(); stray.isPresent(); stray = strays.next()) {
            add(stray.get(), new Where(stray.get().place(), database.log()));
        }
        return strays.shared();
    }

    void unread(Where where, Unread.Reason why) throws IOException {
        tally.skip(why);
        sink.unread(new Unread(where.spot(), why));
    }

    /// A row whose number is that of a message to which it cannot belong.
    void misfit() {
        misfits++;
    }

    /// Whether all is as SQLite and WhatsApp write it.
    boolean isNone() {
        return lost == 0 && odd == 0 && misfits == 0;
    }

    /// Places where rows are lost, or may be.
    long lost() {
        return lost;
    }

    /// Those of them to which no table leads.
    long astray() {
        return astray;
    }

    /// Places that are not as SQLite writes them and whose rows are given.
    long odd() {
        return odd;
    }

    private static boolean isLoss(Damage.Why why) {
        return switch (why) {
            case CUT,
                    NO_SUCH_PAGE,
                    TOO_DEEP,
                    OTHER_KIND,
                    COUNT,
                    OUTSIDE,
                    LENGTH,
                    RECORD,
                    PAGE_TWICE,
                    SHARED,
                    OVERFLOW_SHARED,
                    TOO_OFTEN,
                    UNACCOUNTED,
                    LOG,
                    SCHEMA_TOO_LARGE,
                    NOT_REACHED -> true;
            case OVERFLOW, OVERFLOW_LONGER, TOO_LARGE, MORE_VALUES, ORDER, HEAD, FREE_LIST, SCHEMA -> false;
        };
    }
}
