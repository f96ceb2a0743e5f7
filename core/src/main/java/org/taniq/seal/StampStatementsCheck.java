package org.taniq.seal;

import java.io.IOException;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Compares what was sealed of time-stamps with those that are kept: so one that was taken away is missed.
final class StampStatementsCheck {
    private final Unlocked unlocked;
    private final StampsCheck stamps;
    private final Checked checked;

    StampStatementsCheck(Unlocked unlocked, StampsCheck stamps, Checked checked) {
        this.unlocked = unlocked;
        this.stamps = stamps;
        this.checked = checked;
    }

    void check() {
        for (var statement : unlocked.statements("time/1")) {
            var of = Said.of(
                    "statement {statement}", "statement", statement.pointer().name());
            checked.step(StampsCheck.NAME, of, () -> checkHead(statement));
            if (!isKept(statement)) {
                checked.fine(
                        Verdict.MISSING,
                        Said.of(
                                "the time-stamp that statement {statement} names is not here, or does not hold",
                                Map.of("statement", statement.pointer().name())));
            }
        }
    }

    private boolean isKept(Unlocked.Sealed statement) {
        return statement.value("response") instanceof Json.Str(String response)
                && statement.value("size") instanceof Json.Num(long size)
                && stamps.has(statement.pointer().log(), response, size);
    }

    private void checkHead(Unlocked.Sealed statement) throws IOException {
        var log = unlocked.log(statement.pointer().log());
        if (!(statement.value("size") instanceof Json.Num(long size))
                || size < 1
                || size > statement.pointer().index()
                || !statement.value("origin").equals(Json.of(log.key().origin()))
                || !statement.value("root").equals(Json.of(log.tree().root(size).hex()))) {
            throw new Altered("it names a time-stamp of another past of its log");
        }
    }
}
