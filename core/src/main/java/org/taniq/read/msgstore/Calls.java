package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Which message stands for which call: the two are one record.
final class Calls {
    private static final int EACH = 128;

    /// Of a call that several messages claim: which one is right is not known.
    private static final long NOBODY = 0;

    private final Map<Long, Long> messages = new HashMap<>();

    /// Holds calls for their messages, as many as fit.
    ///
    /// @param ahead reads tables that are read again afterwards
    static Calls of(Store ahead, Loose loose, Budget budget) throws IOException {
        var calls = new Calls();
        var linked = ahead.callMessages();
        var all = ahead.calls();
        if (linked.isPresent() && all.isPresent()) {
            linked.get().each(row -> calls.link(row, budget));
            all.get().each(row -> calls.hold(row, loose));
        }
        return calls;
    }

    private void link(Fields row, Budget budget) {
        long message = Store.message(row);
        if (message > 0 && !row.isApart() && budget.take(EACH)) {
            messages.merge(row.number("call_log_row_id", 0), message, (_, _) -> NOBODY);
        }
    }

    private void hold(Fields row, Loose loose) {
        if (row.isApart()) {
            return;
        }
        long message = messages.getOrDefault(row.row(), NOBODY);
        if (message == NOBODY || !loose.hold(message, row)) {
            messages.remove(row.row());
        }
    }

    /// Whether this call was held for its message.
    boolean has(long call) {
        return messages.containsKey(call);
    }
}
